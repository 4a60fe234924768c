/// \file The evidence sheet: what is on record about each party, a page or two each in print, for the next meeting.
///
/// In the order of the worksheets that mediators use: who it is; what it wants; how it argues; why; its limits; no deal;
/// common ground with each other party; what is only rumoured; what has changed; what to ask. No number stands in it but
/// those entered, unless the findings of a run are given. What is said by the party, by others about it, and judged by
/// the team stands apart, and every statement told is cited. Sheets are in the order of ids.
#pragma once

#include "modus/brief/document.h"
#include "modus/findings/sheet.h"

namespace modus::brief {

/// Precondition: the finding is of this case, and `standing` is weigh_statements(subject). Same input, same document.
[[nodiscard]] Document tell_sheets(const case_model::Case& subject, const case_model::Standing& standing,
                                   const findings::SheetsFinding& finding);

}  // namespace modus::brief
