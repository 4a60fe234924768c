/// \file What everyone wants on average: a quick measure of how good a package is for the one it helps least.
#pragma once

#include <vector>

#include "modus/zone/drawn_case.h"

namespace modus::zone {

/// Values, adjustments and no-deal values averaged over scenarios.
class MeanWants {
 public:
  explicit MeanWants(const Acceptance& acceptance);

  /// The least gain over no deal of any party asked about the package, in points. O(parties * issues).
  [[nodiscard]] double least_gain(PackageIndex package) const;

 private:
  struct Party {
    AskedParty asked;
    std::vector<double> values;       ///< points, as a row of PartyScenarios::values
    std::vector<double> adjustments;  ///< points
    double no_deal = 0;
  };
  const Acceptance& acceptance_;
  std::vector<Party> parties_;
};

/// The least median gain over no deal of any party asked about the package, in points. O(parties *
/// scenarios).
[[nodiscard]] double least_median_gain(const Acceptance& acceptance, PackageIndex package);

}  // namespace modus::zone
