/// \file Statements that say the same, gathered; what each party asks for and rules out. Private to this room.
#pragma once

#include <map>
#include <vector>

#include "modus/case_model/asked_for.h"
#include "modus/findings/sheet.h"

namespace modus::inquiry {

/// The last day it can have been said: `on`, else the source's `published`; nothing where neither is given.
[[nodiscard]] std::optional<case_model::Day> day_of(const case_model::Case& subject, const case_model::Statement& statement);
/// What it is about, rankings and `over` included; sorted, without repeats.
[[nodiscard]] std::vector<case_model::IssueIndex> issues_of(const case_model::Statement& statement);

/// All claims of the party, the firmest first (findings::Position).
[[nodiscard]] std::vector<findings::Claim> claims_of(const case_model::Case& subject, const case_model::Standing& standing,
                                                     case_model::PartyIndex party);

/// What one party stands for on one issue by its own words that nothing has replaced.
struct Stand {
  std::map<case_model::OptionIndex, std::vector<case_model::StatementIndex>> asks;  ///< asked for, offered or accepted
  std::map<case_model::OptionIndex, std::vector<case_model::StatementIndex>> bars;  ///< ruled out by what names this issue alone
};
[[nodiscard]] base::IndexedVector<case_model::IssueIndex, Stand> stands_of(const case_model::Case& subject,
                                                                           const case_model::Standing& standing,
                                                                           case_model::PartyIndex party);

/// The issues on which the party has said something outside what it had said before.
[[nodiscard]] std::vector<findings::PositionMove> moves_of(const case_model::Case& subject, case_model::PartyIndex party);

}  // namespace modus::inquiry
