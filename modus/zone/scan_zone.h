/// \file One pass over all scenarios and packages: everything that zone and packages count.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/base/context.h"
#include "modus/zone/acceptance.h"

namespace modus::zone {

struct ZoneScan {
  /// In how many scenarios all accept a package: at even and at odd places inside their chain. By
  /// PackageIndex; 0 where the rules are not met.
  base::IndexedVector<PackageIndex, std::uint32_t> even, odd;
  std::size_t even_scenarios = 0, odd_scenarios = 0;
  ScenarioSet zone;  ///< scenarios in which all accept some package
  /// Beside Acceptance::asked(): scenarios with a zone if this party need not accept.
  std::vector<ScenarioSet> zone_without;
  /// Beside Acceptance::asked(): (scenario, package that meets the rules) pairs that the party's own test
  /// passes, whether it is asked or not.
  std::vector<std::uint64_t> accepted_pairs;
  /// The same scenario by scenario: accepted_of[k][scenario] packages.
  std::vector<std::vector<std::uint32_t>> accepted_of;
  /// By issue and option: in how many scenarios some package of the zone has it.
  base::IndexedVector<case_model::IssueIndex, std::vector<std::uint32_t>> zone_has;

  [[nodiscard]] std::uint32_t joint(PackageIndex package) const { return even[package] + odd[package]; }
};

/// Exact counts; the same at any thread count. Cost: scenarios * packages * parties / 8 at a vector step
/// each. With `naive` one package after the other (equal answers, for comparison).
[[nodiscard]] ZoneScan scan_zone(const Acceptance& acceptance, const base::Context& context,
                                 bool naive = false);

/// The package all accept in most scenarios; of equals the one with the lowest number.
[[nodiscard]] PackageIndex most_accepted(const PackageList& list, const ZoneScan& scan);

/// The highest joint acceptance without the bias of having picked the highest: chosen on the even scenarios
/// and valued on the odd ones, then the other way round, averaged; at most the zone probability.
[[nodiscard]] double corrected_maximum(const PackageList& list, const ZoneScan& scan);

}  // namespace modus::zone
