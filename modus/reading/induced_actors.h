/// \file Parties no table knows: invented or local states, firms and groups, known by how a text speaks of
/// them.
#pragma once

#include "modus/reading/name_actors.h"

namespace modus::reading {

/// Makes drafts of the unresolved names that act or are acted on. A name that has a government, a foreign
/// minister or an army is a state, with its adjectives ("Veldish") and its capital; other acting names are
/// firms or organisations by the nouns they own. A name that is only a place stays out. O(names).
void induce_actors(ActorSearch& search);

}  // namespace modus::reading
