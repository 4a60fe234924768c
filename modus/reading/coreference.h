/// \file Descriptions and pronouns: "the union", "Kharvenian officials", "the labour minister", "he".
#pragma once

#include <vector>

#include "modus/reading/name_actors.h"
#include "modus/reading/text.h"

namespace modus::reading {

/// Goes through the story once, in order. A description that fits an actor spoken of before is its mention;
/// one that fits nobody and acts ("European leaders", "the finance minister", "a senior official") is an
/// actor of its own; pronouns outside quotations go to those spoken of last. Returns the words of unnamed
/// sources ("two people familiar with the talks", "diplomats"). O(tokens).
[[nodiscard]] std::vector<Tokens> read_descriptions(ActorSearch& search);

}  // namespace modus::reading
