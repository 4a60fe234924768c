/// \file Who is spoken of in titles and headings.
#pragma once

#include "modus/reading/name_actors.h"

namespace modus::reading {

/// Mentions within headings of those the story knows: by name, and by a description that only one of them
/// fits
/// ("crews", "the hospital"). Capitals tell nothing there, so that a heading brings nobody new. O(headings *
/// actors).
void read_headings(ActorSearch& search);

}  // namespace modus::reading
