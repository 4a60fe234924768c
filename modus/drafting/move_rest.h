/// \file What a case says by number, moved into the case that it becomes. Private to this room.
#pragma once

#include "modus/case_model/case.h"

namespace modus::drafting {

/// `now` is a copy of `old` with new parties, issues, sources and statements, found again by name; judgments empty.
/// Moves what still has the old numbers: labels, mixes and costs of options, rules, norms, drafts, rounds of the
/// text, guarantees and judgments. What names something that is gone goes too; a caucus with nobody left in it is the
/// team's. Problems: an order or a mix that the new options break.
void move_rest(const case_model::Case& old, case_model::Case& now, base::Problems& problems);

}  // namespace modus::drafting
