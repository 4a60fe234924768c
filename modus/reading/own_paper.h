/// \file The paper that a report stands in, where the report speaks of it: "told the Echo".
#pragma once

#include "modus/reading/actors.h"

namespace modus::reading {

/// Adds the publisher to the actors if its whole name, or its last word after "the", stands in the report's own paragraphs.
/// Mentions stay in order. O(tokens).
void note_own_paper(const Text& text, ActorTable& actors);

}  // namespace modus::reading
