#include "modus/timing/cure_curve.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace modus::timing {
namespace {

using findings::CureCurve;

/// The share of those that come to it at all that have not yet.
double waiting(const CureCurve& curve, double days) {
  if (curve.tail == CureCurve::Tail::kWeibull) return std::exp(-std::pow(days / curve.scale, curve.shape));
  return 0.5 * std::erfc((std::log(days) - curve.scale) / curve.shape / std::numbers::sqrt2);
}

/// Curves as possibilities: how much each counts once so much time has gone by without the event.
double weighed(const std::vector<CureCurve>& curves, double elapsed, double (*what)(const CureCurve&, double), double days) {
  double sum = 0;
  double all = 0;
  for (const CureCurve& curve : curves) {
    sum += curve.weight * what(curve, days);
    all += curve.weight * survival(curve, elapsed);
  }
  return all > 0 ? sum / all : 0;
}

}  // namespace

double survival(const CureCurve& curve, double days) {
  if (days <= 0) return 1;
  return curve.never + (1 - curve.never) * waiting(curve, days);
}

double survival(const std::vector<CureCurve>& curves, double days) { return weighed(curves, 0, survival, days); }

double chance_within(const std::vector<CureCurve>& curves, double elapsed, double days) {
  if (days <= 0) return 0;
  const double start = std::max(elapsed, 0.0);
  return std::clamp(1 - weighed(curves, start, survival, start + days), 0.0, 1.0);
}

double never_given(const std::vector<CureCurve>& curves, double elapsed) {
  return weighed(curves, elapsed, [](const CureCurve& curve, double) { return curve.never; }, 0);
}

double density(const CureCurve& curve, double days) {
  if (days <= 0) return 0;
  if (curve.tail == CureCurve::Tail::kWeibull) {
    return (1 - curve.never) * curve.shape / curve.scale * std::pow(days / curve.scale, curve.shape - 1) * waiting(curve, days);
  }
  const double distance = (std::log(days) - curve.scale) / curve.shape;
  return (1 - curve.never) * std::exp(-distance * distance / 2) / (days * curve.shape * std::sqrt(2 * std::numbers::pi));
}

}  // namespace modus::timing
