/// \file Where an event takes place: "in Geneva", "at the Labour Ministry", "outside the hospital".
#pragma once

#include <optional>

#include "modus/reading/actors.h"
#include "modus/reading/text.h"

namespace modus::reading {

/// The place named in a clause that stands nearest to `trigger`, behind it before in front of it; without its
/// preposition, with the town behind a building ("Elks Lodge in Garnet Falls"). O(clause).
[[nodiscard]] std::optional<Tokens> place_near(const Text& text, const ActorTable& actors, Tokens clause,
                                               Tokens trigger);

/// The town of a dateline ("GENEVA, March 4 (Agency) -") at the beginning of a sentence.
[[nodiscard]] std::optional<Tokens> dateline_town(const Text& text, Tokens sentence);

}  // namespace modus::reading
