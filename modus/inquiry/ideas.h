/// \file What an idea adds to a case, whom it meets with a limit, and what nobody has judged of it.
#pragma once

#include <vector>

#include "modus/findings/ideas.h"
#include "modus/zone/drawn_case.h"

namespace modus::inquiry {

/// Fills in new_issues, new_options and open, from `before` and `finding.with`. O(options).
void describe_addition(const case_model::Case& before, findings::IdeaFinding& finding);

/// The limits of parties whose acceptance is their own that forbid packages with an added option, or with an
/// option of a new issue, and name its issue. `drawn` is of the case with the idea. O(limits * added options
/// * packages / 64).
[[nodiscard]] std::vector<findings::LimitInTheWay> limits_in_the_way(const zone::DrawnCase& drawn,
                                                                     const findings::IdeaFinding& finding);

}  // namespace modus::inquiry
