/// \file One party's scenarios, drawn when some statements counted, read as scenarios of when others did.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/findings/scenarios.h"

namespace modus::timing {

/// What of a party's scenarios changes; wants, no-deal values and stalling stay.
struct CarriedOver {
  std::vector<std::uint64_t> real_limits;  ///< by scenario; bit j: limit j of `to`
  std::vector<double> weights;             ///< by scenario, mean 1; all zero where none is possible; empty: all are 1
};

/// Scenarios of one party under the standing `from`, read under the standing `to` of the same case: other statements
/// count, judgments are the same.
///
/// Exact but for sampling. Limits cost no weight: one that is gone is left out, one that is new is real with its own
/// probability, and one whose probability changed is kept, dropped or added just often enough (a maximal coupling, with
/// one uniform number a scenario and limit, a function of the seed and of what the limit forbids). Given that, the
/// ratio of the two posteriors is that of the evidence on values alone, each side taken with its own limits: the
/// importance weight (as weights_without in preference/draw.h, but a limit that evidence ties to values is not
/// conditioned on being real or not). So where no statement but limits changed, and no evidence mentions these, nothing
/// is weighted at all.
/// O(scenarios * (limits + statements that changed)).
[[nodiscard]] CarriedOver carry_over(const case_model::Case& subject, case_model::PartyIndex party,
                                     const findings::PartyScenarios& drawn, const case_model::Standing& from,
                                     const case_model::Standing& to, std::uint64_t seed);

}  // namespace modus::timing
