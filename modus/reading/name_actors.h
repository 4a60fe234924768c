/// \file From names to actors: who is a person, an organisation, a state; which names are the same one's.
#pragma once

#include <vector>

#include "modus/reading/actor_drafts.h"
#include "modus/reading/name_parts.h"
#include "modus/reading/name_runs.h"
#include "modus/reading/text.h"
#include "modus/reading/zones.h"

namespace modus::reading {

/// What the steps of finding actors share.
struct ActorSearch {
  const Text& text;
  const std::vector<Zone>& zones;
  const CapitalWords& capitals;
  ActorDrafts drafts;
  std::vector<DraftId> of_entry;       ///< by gazetteer entry, kNoDraft where it is not named
  std::vector<ParsedName> unresolved;  ///< names of no known kind, in order
};

/// Reads all names of the body: people by title, role or first name; organisations by their last word or
/// their apposition; what the gazetteer knows; then the short forms of all these. O(tokens).
void read_names(ActorSearch& search);

/// The draft that a name known from elsewhere in the text stands for (surname, first word of a firm's name,
/// acronym).
[[nodiscard]] DraftId resolve_name(const ActorSearch& search, const ParsedName& name);

/// Whose a draft is: the actor that its owner's words speak of last; kNoDraft where they speak of none.
[[nodiscard]] DraftId owner_of(const ActorSearch& search, DraftId draft);

/// The draft of a gazetteer entry, made at its first use.
DraftId draft_of_entry(ActorSearch& search, std::uint32_t entry);

}  // namespace modus::reading
