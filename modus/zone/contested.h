/// \file Which issues are contested, and what each principal wishes on them.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "modus/base/context.h"
#include "modus/zone/drawn_case.h"

namespace modus::zone {

struct Contested {
  /// Two principals' likeliest best options differ or their limits clash. Those with clashing limits first,
  /// then by how many points are at stake (best less worst option, mean over scenarios, summed over
  /// principals); ties by issue.
  std::vector<case_model::IssueIndex> issues;
  /// By party and issue: the option that is its best in most scenarios; nothing for parties that are not
  /// principals, and where the two likeliest are within two standard errors (a silent party has no wish).
  base::IndexedVector<case_model::PartyIndex,
                      base::IndexedVector<case_model::IssueIndex, std::optional<case_model::OptionIndex>>>
      wishes;
  std::vector<case_model::PartyIndex> principals;  ///< whose acceptance is asked, rising
};

/// O(principals * scenarios * options + pairs of limits * blocks).
[[nodiscard]] Contested find_contested(const DrawnCase& drawn);

/// The principal that gets its wish on every contested issue while some other principal does not; the first
/// if several. Nothing where no issue is contested.
[[nodiscard]] std::optional<case_model::PartyIndex> one_sided_for(const Contested& contested,
                                                                  const case_model::Package& package);

/// Pairs of limits of two different asked parties that are incompatible by themselves: each leaves some
/// package that meets the rules, both together none. By first, then second limit.
[[nodiscard]] std::vector<std::pair<case_model::LimitIndex, case_model::LimitIndex>> opposed_limits(
    const DrawnCase& drawn);

}  // namespace modus::zone
