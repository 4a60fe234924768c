/// \file How a text speaks of a name nobody knows: as of somebody who acts, a place, a state, a firm.
#pragma once

#include <string>
#include <vector>

#include "modus/reading/name_actors.h"
#include "modus/reading/name_parts.h"

namespace modus::reading {

/// Counts over all places of one name.
struct NameEvidence {
  std::vector<ParsedName> names;
  int acts = 0, place = 0, state = 0, business = 0;

  NameEvidence& operator+=(const NameEvidence& other);
};

/// Adds what one place of a name shows.
void weigh_evidence(const Text& text, const ParsedName& name, NameEvidence& evidence);

/// False for things, compass points and creeds: "Western", "Islamic".
[[nodiscard]] bool may_be_actor(const Text& text, const ParsedName& name);

/// What a name that acts most likely is.
[[nodiscard]] ActorType type_by_evidence(const ActorSearch& search, const NameEvidence& evidence);

/// "kharvenian" of "kharvenia", "norlandish" of "norland", "tarsians" of "tarsia"; both folded.
[[nodiscard]] bool is_adjective_of(std::string word, const std::string& state);

/// A name in capitals only.
[[nodiscard]] bool is_all_capitals(const Text& text, Tokens core);

}  // namespace modus::reading
