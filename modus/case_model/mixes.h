/// \file Phased and contingent options: mixes of other options of their issue (case.h, Mix).
#pragma once

#include <vector>

#include "modus/case_model/case.h"

namespace modus::case_model {

[[nodiscard]] bool has_mix(const Issue& issue);

/// What each branch but the last counts for, in the belief of the party: its own judged chance where it has
/// one (Judgments::beliefs), else the option's. The last branch takes what the others leave. Precondition:
/// the option is a mix.
[[nodiscard]] std::vector<base::Interval> shares_of(const Case& subject, PartyIndex party, IssueIndex issue,
                                                    OptionIndex option);

/// What a limit forbids, mixes included: just where the condition holds with some branch in the place of each
/// mix. A mix that the condition names stands for itself. Issues without mixes: the condition as it is.
[[nodiscard]] Condition with_mixes(const Condition& forbidden, const Issues& issues);

}  // namespace modus::case_model
