/// \file Who mediates: states and organisations that the text itself calls so.
#pragma once

#include "modus/reading/actors.h"

namespace modus::reading {

/// Gives the role "mediator" to actors other than people that have none yet and that the text says mediate: "brokered by X", "X's
/// efforts to broker", "X is mediating", "X as a facilitator". The nearest actor in the same clause counts. O(tokens).
void note_roles_in_talks(const Text& text, ActorTable& actors);

}  // namespace modus::reading
