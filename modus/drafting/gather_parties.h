/// \file Who takes part, over all reports: an actor of one report is a party of the case, speaks for one, or
/// is a channel. Private to this room.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "modus/drafting/draft_case.h"
#include "modus/drafting/mapping.h"

namespace modus::drafting {

/// Somebody who may be a party, whether or not the case comes to need them.
struct PartyEntry {
  std::string id, name;
  std::string of;  ///< for bodies that must ratify: whose, by id
  bool person = false;
  std::optional<std::size_t>
      medium_since;  ///< the reading that shows it to be a paper or the like: a channel from there on
  std::set<std::string> names;           ///< bare: name, aliases, metonyms
  std::set<std::string> aliases;         ///< as written, speakers included
  std::set<case_model::Role> described;  ///< roles its descriptions propose
  std::size_t reading = 0;               ///< where it was met first
  reading::Passage passage;

  [[nodiscard]] bool is_medium(std::size_t at) const { return medium_since && *medium_since <= at; }
};

struct PartyBook {
  std::vector<PartyEntry> entries;
  std::vector<std::vector<std::size_t>>
      entry_of;  ///< by reading and actor; people count as those they speak for

  [[nodiscard]] std::size_t of(std::size_t reading, reading::ActorIndex actor) const {
    return entry_of[reading][actor.value];
  }
};

/// The actor somebody speaks for, up the affiliations; itself where there is none, and for a body that must
/// ratify.
[[nodiscard]] reading::ActorIndex spoken_for(const reading::Reading& reading, reading::ActorIndex actor);

/// `counts`: readings that count (SourceBook).
[[nodiscard]] PartyBook gather_parties(std::span<const reading::Reading> readings,
                                       const std::vector<bool>& counts, const case_model::Case* known);

}  // namespace modus::drafting
