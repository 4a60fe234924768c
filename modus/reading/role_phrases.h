/// \file Phrases that say what somebody is: "the union's general secretary", "head of equities at
/// Castlemere".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "modus/reading/text.h"
#include "modus/reading/word_classes.h"
#include "modus/reading/zones.h"

namespace modus::reading {

struct RolePhrase {
  Tokens whole;            ///< from its article or owner to the end of what follows the role
  Tokens role;             ///< modifiers and main word: "foreign minister", "general secretary"
  Tokens owner;            ///< whose: "Oltrend", "the union", "its"; empty where it does not say
  std::uint32_t head = 0;  ///< its main word
  RoleWord word;
  const InstitutionWord* institution = nullptr;  ///< its main word is one: "the ministry", "Halloway's board"
  bool definite = false;                         ///< "the", a possessive, or no article at all
  bool counted = false;                          ///< "a", "one", "two", "some"
};

/// The phrase that begins at a token, within one sentence; the word of an institution may be its main word
/// too. Nothing where no role word follows its modifiers. O(1).
[[nodiscard]] std::optional<RolePhrase> role_phrase_at(const Text& text, std::uint32_t first);
/// The longest phrase that ends right before `end`.
[[nodiscard]] std::optional<RolePhrase> role_phrase_before(const Text& text, std::uint32_t end);

/// Every phrase of the zones that tell the story, in order of their main words; an owner that is such a
/// phrase itself ("the union" in "the union's secretary") is listed too. O(tokens).
[[nodiscard]] std::vector<RolePhrase> find_role_phrases(const Text& text, const std::vector<Zone>& zones);

/// Whether a word can stand between an article and the noun it belongs to: no verb, no small word.
[[nodiscard]] bool is_modifier(const Token& token);

}  // namespace modus::reading
