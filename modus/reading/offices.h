/// \file Whom people and offices belong to where the text takes it as known: "Secretary of State Marco Rubio".
#pragma once

#include "modus/reading/actors.h"

namespace modus::reading {

/// Gives an affiliation to people and organisations that have none: by an office of one state (data/offices.tsv), if that state is an actor of
/// the text; a "NAME administration" and the president of that name go with the United States likewise. O(actors^2).
void note_offices(ActorTable& actors);

}  // namespace modus::reading
