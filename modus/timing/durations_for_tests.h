/// \file Durations for tests: drawn from a curve, or of a known study.
#pragma once

#include <cmath>
#include <vector>

#include "modus/base/random.h"
#include "modus/findings/base_rate.h"
#include "modus/findings/durations.h"

namespace modus::timing {

/// Standard normal, by Box and Muller.
inline double draw_normal(base::RandomStream& stream) {
  constexpr double kTurn = 6.283185307179586;
  return std::sqrt(2 * stream.exponential()) * std::cos(kTurn * stream.uniform());
}

inline double draw_days(const findings::CureCurve& curve, base::RandomStream& stream) {
  if (curve.tail == findings::CureCurve::Tail::kWeibull) return curve.scale * std::pow(stream.exponential(), 1 / curve.shape);
  return std::exp(curve.scale + curve.shape * draw_normal(stream));
}

/// `count` processes, each watched for `watched` days at most.
inline std::vector<findings::Duration> draw_durations(const findings::CureCurve& curve, std::size_t count, double watched, std::uint64_t seed) {
  base::RandomStream stream(seed, "durations");
  std::vector<findings::Duration> rows;
  for (std::size_t row = 0; row < count; ++row) {
    const bool never = stream.chance(curve.never);
    const double days = draw_days(curve, stream);
    rows.push_back(never || days > watched ? findings::Duration{watched, false, ""} : findings::Duration{days, true, ""});
  }
  return rows;
}

/// Weeks of remission of acute leukaemia (Freireich and others 1963, as in Gehan 1965, table 2): treated with 6-MP.
inline std::vector<findings::Duration> treated_leukaemia() {
  std::vector<findings::Duration> rows;
  for (const double week : {6, 6, 6, 7, 10, 13, 16, 22, 23}) rows.push_back({week, true, ""});
  for (const double week : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) rows.push_back({week, false, ""});
  return rows;
}
/// The same under placebo.
inline std::vector<findings::Duration> untreated_leukaemia() {
  std::vector<findings::Duration> rows;
  for (const double week : {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}) rows.push_back({week, true, ""});
  return rows;
}

}  // namespace modus::timing
