/// \file What a description says of an actor, and whether it fits one.
#pragma once

#include <cstdint>
#include <string>

#include "modus/reading/name_actors.h"
#include "modus/reading/role_phrases.h"

namespace modus::reading {

struct Description {
  Tokens whole;                  ///< with article and owner
  Tokens tokens;                 ///< the words that name it: "Kharvenian officials", "business secretary"
  Tokens role;                   ///< modifiers and main word
  std::uint32_t head = 0;
  std::string key;               ///< `tokens`, folded
  DraftId owner = kNoDraft;      ///< the actor whose it is, where it is named
  Tokens owner_words;
  const InstitutionWord* institution = nullptr;
  RoleWord word;
  bool definite = false, counted = false;
  bool unnamed = false;          ///< a source that does not want to be named
  bool side = false;             ///< the government or side of a state: the state itself
  bool governs = false;          ///< "the government", "the ministry": acts without saying anything, too
};

[[nodiscard]] Description describe_phrase(const ActorSearch& search, const RolePhrase& phrase);
[[nodiscard]] ActorDraft draft_of(const Description& description, const Text& text);
/// Whether a definite description can speak of a draft: "the union" of a Dockers' Federation, "the minister" of a
/// finance minister; every further word of it must agree.
[[nodiscard]] bool fits(const Text& text, const ActorDraft& draft, const Description& description);

}  // namespace modus::reading
