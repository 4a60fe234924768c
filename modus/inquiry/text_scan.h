/// \file Which of all packages hurt nobody, or nearly. Private to this room.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/base/context.h"
#include "modus/inquiry/text_values.h"

namespace modus::inquiry {

struct Survivor {
  zone::PackageIndex package;
  std::uint64_t number = 0;  ///< of the package in case_model/packages.h
  std::uint32_t not_hurt =
      0;  ///< in how many of the scenarios looked at; of the party for which they are fewest
};

struct ChangeScan {
  std::vector<Survivor> survivors;  ///< most scenarios first, ties to the lower package number
  std::size_t scenarios = 0;        ///< looked at
  bool whole = true;                ///< these are all there are
  bool capped = false;              ///< more survived than are kept
};

struct ChangeScanOptions {
  double at_least = 0;  ///< share of scenarios
  /// Party-package-scenario evaluations; past them only every k-th scenario is looked at, at least
  /// kFewestLookedAt.
  double budget = 1.5e9;
};

inline constexpr std::size_t kFewestLookedAt = 64;
inline constexpr std::size_t kMostSurvivors = 200'000;

/// All packages that meet the rules, but for the text, that leave each party not hurt
/// (findings/single_text.h) in at least the given share of scenarios; where not all scenarios are looked at,
/// two standard errors less.
///
/// One pass of the scanner of zone/ with the text in the place of no deal: nobody stalls, and what forbids
/// the text forbids nothing. Blocks of packages that can no longer get there are dropped on the way. Same at
/// any thread count.
[[nodiscard]] ChangeScan scan_changes(const TextValues& values, const ChangeScanOptions& options,
                                      const base::Context& context);

}  // namespace modus::inquiry
