/// \file From a case to an evidence sheet a party: who it is, what it wants, why, what it rules out, what is only
/// rumoured, and what nobody has asked yet. Reads what is on record; draws nothing.
///
/// The parts follow the worksheets mediators use (positions, reasons, interests; limits; an island of agreements with
/// every other party): Centre of Competence on Humanitarian Negotiation, Field Manual on Frontline Humanitarian
/// Negotiation, 2019.
#pragma once

#include <vector>

#include "modus/findings/sheet.h"

namespace modus::inquiry {

/// The sheets of these parties; where none is named, of all who must accept and of all others on whom a statement, an
/// interest or a judgment is on record. O(statements * issues + parties^2 * options). Nothing depends on labels:
/// renaming parties renames their sheets.
[[nodiscard]] findings::SheetsFinding gather_sheets(const case_model::Case& subject, const case_model::Standing& standing,
                                                    const std::vector<case_model::PartyIndex>& asked = {});

}  // namespace modus::inquiry
