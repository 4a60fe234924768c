/// \file A second look at the listed sets, slow and from the definitions alone.
#pragma once

#include "modus/base/context.h"
#include "modus/case_model/standing.h"
#include "modus/findings/blockers.h"
#include "modus/findings/scenarios.h"

namespace modus::blockers {

/// More combinations than this are not gone through a second time.
inline constexpr std::uint64_t kMaxConfirmedCombinations = 1'000'000;

/// Goes through every combination of options one by one and confirms that of each set of incompatible
/// positions no package violates none, but some package violates none of what is left when any one point is
/// taken out; and that each opening holds all that some package violates, but does not when any one point is
/// taken out. `nominal` is one scenario; every limit in it counts as real. Shares no code with the search.
/// False where something is not so, or where there are more than kMaxConfirmedCombinations.
/// O(combinations * (issues + size of the limits)).
[[nodiscard]] bool confirm_sets(const case_model::Case& subject, const case_model::Standing& standing,
                                const findings::Scenarios& nominal, const findings::BlockersFinding& finding,
                                const base::Context& context);

}  // namespace modus::blockers
