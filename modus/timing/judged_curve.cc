#include "modus/timing/judged_curve.h"

#include <algorithm>
#include <cmath>

namespace modus::timing {
namespace {

constexpr double kLeast = 1e-9;
constexpr double kLeastShape = 0.01;

}  // namespace

findings::ReferenceClass judged_class(const case_model::JudgedRate& judged) {
  findings::CureCurve curve;
  curve.never = judged.never.value_or(0);
  double sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
  for (const auto& [days, chance] : judged.chances) {
    const double come = std::clamp(chance / std::max(1 - curve.never, kLeast), kLeast, 1 - kLeast);
    const double x = std::log(days);
    const double y = std::log(-std::log1p(-come));
    sum_x += x;
    sum_y += y;
    sum_xx += x * x;
    sum_xy += x * y;
  }
  const auto count = static_cast<double>(judged.chances.size());
  const double spread = sum_xx - sum_x * sum_x / count;
  curve.shape = judged.chances.size() < 2 || spread <= 0 ? 1 : std::max(kLeastShape, (sum_xy - sum_x * sum_y / count) / spread);
  curve.scale = std::exp((sum_x - sum_y / curve.shape) / count);
  findings::ReferenceClass made;
  made.id = made.name = made.source = "judged";
  made.curves = {curve};
  return made;
}

}  // namespace modus::timing
