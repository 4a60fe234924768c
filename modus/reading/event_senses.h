/// \file Words that announce events have other senses too: "met the deadline", "a strike fund", "call for
/// talks".
#pragma once

#include "modus/reading/actors.h"
#include "modus/reading/event_words.h"
#include "modus/reading/text.h"

namespace modus::reading {

/// Whether a word is meant as an event of its clause: not denied ("did not meet"), not only wished for
/// ("urged them to meet"), no part of a name or of a compound ("conference room"), no other sense. O(1).
[[nodiscard]] bool is_meant_as_event(const Text& text, const ActorTable& actors, Tokens clause,
                                     const EventHit& hit);

}  // namespace modus::reading
