/// \file What a description says of an actor, and whether it fits one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "modus/reading/name_actors.h"
#include "modus/reading/role_phrases.h"

namespace modus::reading {

struct Description {
  Tokens whole;   ///< with article and owner
  Tokens tokens;  ///< the words that name it: "Kharvenian officials", "business secretary"
  Tokens role;    ///< modifiers and main word
  std::uint32_t head = 0;
  std::string key;           ///< `tokens`, folded
  DraftId owner = kNoDraft;  ///< the actor whose it is, where it is named
  Tokens owner_words;
  const InstitutionWord* institution = nullptr;
  RoleWord word;
  std::uint32_t end = 0;  ///< of the phrase with what follows its main word: "hoteliers on the islands"
  bool definite = false, counted = false;
  bool proper = false;          ///< with a name in it: "European leaders", "the Trump administration"
  bool voice_of_owner = false;  ///< "analysts at Arden Securities": the firm speaks
  bool by_pronoun = false;      ///< "its members", "his government"
  bool unnamed = false;         ///< a source that does not want to be named
  bool side = false;            ///< the government or side of a state: the state itself
  bool governs = false;         ///< "the government", "the ministry": acts without saying anything, too
};

[[nodiscard]] Description describe_phrase(const ActorSearch& search, const RolePhrase& phrase);
[[nodiscard]] ActorDraft draft_of(const Description& description, const Text& text);
/// "company", "club": words that any firm may be called by.
[[nodiscard]] bool is_company_word(std::string_view lower);
/// Whether a plain word ("union", "company") can stand for a draft.
[[nodiscard]] bool is_kind(const ActorDraft& draft, std::string_view word);
/// Whether a definite description can speak of a draft: "the union" of a Dockers' Federation, "the minister"
/// of a finance minister; every further word of it must agree.
[[nodiscard]] bool fits(const ActorSearch& search, const ActorDraft& draft, const Description& description);

}  // namespace modus::reading
