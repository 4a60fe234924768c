#include "modus/timing/observed_chance.h"

#include <cmath>

namespace modus::timing {

findings::ObservedChance with_interval(double days, double chance, double relative_variance) {
  constexpr double kNormal95 = 1.6448536269514722;
  if (chance <= 0 || chance >= 1) return {days, chance, chance, chance};
  const double survival = 1 - chance;
  const double reach = kNormal95 * std::sqrt(relative_variance) / std::abs(std::log(survival));
  return {days, chance, 1 - std::pow(survival, std::exp(-reach)), 1 - std::pow(survival, std::exp(reach))};
}

}  // namespace modus::timing
