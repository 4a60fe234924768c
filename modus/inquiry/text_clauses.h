/// \file What of a text is agreed and what is open, by what the parties said. Private to this room.
#pragma once

#include <vector>

#include "modus/findings/single_text.h"
#include "modus/zone/drawn_case.h"

namespace modus::inquiry {

/// One clause an issue, as findings::TextClause says. Asked for is what zone/common_ground.h takes for it. Of
/// a party's reactions to changes to an option only the last counts: welcomed, it has said that the option
/// would do; otherwise that welcome is gone.
[[nodiscard]] std::vector<findings::TextClause> clauses_of(const zone::DrawnCase& drawn,
                                                           const case_model::Package& text);

}  // namespace modus::inquiry
