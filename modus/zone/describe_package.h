/// \file All that is said of one package.
#pragma once

#include <vector>

#include "modus/base/context.h"
#include "modus/findings/common.h"
#include "modus/zone/contested.h"
#include "modus/zone/drawn_case.h"

namespace modus::zone {

/// The chains of the scenarios, for standard errors.
[[nodiscard]] inline int chains_of(const Acceptance& acceptance) {
  return acceptance.scenarios().sampling.chains;
}

/// One view a package, in the order given.
///
/// Packages must meet the rules. A guarantor's acceptance is its own test, whether the package asks it or
/// not. `central` is the central scenario: means over the scenarios in which all accept, beside means over
/// all scenarios, of limits, stalling, no-deal values, weights and scores. Listed are those that moved by at
/// least kLeastShift standard deviations and by more than twice their sampling error, furthest (in standard
/// deviations) first, at most kMostBeliefs.
/// Cost: O(packages * parties * scenarios * options), and linear programs for certain / possible /
/// impossible.
[[nodiscard]] std::vector<findings::PackageView> describe_packages(
    const DrawnCase& drawn, const Contested& contested, const std::vector<case_model::Package>& packages,
    const base::Context& context);

inline constexpr double kLeastShift = 0.2;
inline constexpr std::size_t kMostBeliefs = 12;

}  // namespace modus::zone
