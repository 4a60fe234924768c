#include "modus/timing/kaplan_meier.h"

#include <algorithm>

#include "modus/timing/observed_chance.h"

namespace modus::timing {

using findings::Duration;
using findings::ObservedChance;

std::vector<ObservedChance> kaplan_meier(std::vector<Duration> rows) {
  std::ranges::sort(rows, {}, &Duration::days);
  std::vector<ObservedChance> steps;
  double survival = 1, relative_variance = 0;
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t end = first, events = 0;
    for (; end < rows.size() && rows[end].days == rows[first].days; ++end) events += rows[end].came ? 1U : 0U;
    const double at_risk = static_cast<double>(rows.size() - first), came = static_cast<double>(events);
    if (events > 0) {
      survival *= (at_risk - came) / at_risk;
      relative_variance += came / (at_risk * (at_risk - came));
      ObservedChance step = with_interval(rows[first].days, 1 - survival, relative_variance);
      if (survival <= 0) step.low = steps.empty() ? 0 : steps.back().low;
      steps.push_back(step);
    }
    first = end;
  }
  return steps;
}

}  // namespace modus::timing
