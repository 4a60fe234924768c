/// \file What several sections say about one party in the same words. Private to this room.
#pragma once

#include "modus/brief/telling.h"

namespace modus::brief {

/// Its interests, each with its source or marked as judged; says so where there is none.
[[nodiscard]] Text say_interests(Telling& telling, case_model::PartyIndex party);
/// What it is judged to prefer on an issue, after "Nothing said; "; empty where nothing is judged.
[[nodiscard]] std::string say_judged_preference(const Telling& telling, case_model::PartyIndex party, case_model::IssueIndex issue);

/// What the team judges and why: rows of party, judgment, reason. First its wants and whether it wants a deal at all
/// now, then what it expects without one.
using JudgmentRow = std::vector<Text>;
[[nodiscard]] std::vector<JudgmentRow> wants_rows(const Telling& telling, case_model::PartyIndex party);
[[nodiscard]] std::vector<JudgmentRow> no_deal_rows(const Telling& telling, case_model::PartyIndex party);

}  // namespace modus::brief
