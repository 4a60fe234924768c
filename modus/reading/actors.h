/// \file Who is spoken of: people, states, organisations, companies, groups and bodies, with every mention of
/// each, pronouns and descriptions ("the company", "his government") included where the text decides them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "modus/reading/reading.h"
#include "modus/reading/text.h"

namespace modus::reading {

enum class Reference : std::uint8_t {
  kName,       ///< "Marco Rubio", "Rubio", "the U.S.", "Harbour Workers' Union", "HWU"
  kMetonym,    ///< "Washington", "the Kremlin"
  kNominal,    ///< "the company", "the foreign minister", "the union's leaders": resolved to an actor
  kPronoun,    ///< he, she, they, it, his, her, their, its, who, we and I in quotes are not mentions here
  kAdjective,  ///< "Russian" in "Russian territory": the state is named, not acting
};

struct Mention {
  Tokens tokens;  ///< with its title and role words ("Russian President Vladimir Putin"), without the article
  std::uint32_t head = 0;  ///< its main word: last name, last word of a name
  ActorIndex actor;
  Reference how = Reference::kName;
  bool possessive = false;  ///< followed by the mark of a possessive, or a possessive pronoun
};

struct ActorEntry {
  std::string name;
  ActorType type = ActorType::kGroup;
  std::string role;
  std::optional<ActorIndex> affiliation;
  bool female = false, male = false;  ///< where title, pronoun or apposition tell
  bool plural = false;                ///< "officials", "negotiators": they
  bool medium = false;                ///< a newspaper, agency or broadcaster
};

struct ActorTable {
  base::IndexedVector<ActorIndex, ActorEntry> actors;  ///< by first mention
  std::vector<Mention> mentions;                       ///< by first token, the longer first
  /// The mention that covers a token; the longest one that is no adjective where several do.
  [[nodiscard]] const Mention* at(std::uint32_t token) const;
  /// The mention whose tokens end at `last` (exclusive), or begin at `first`.
  [[nodiscard]] const Mention* ending_at(std::uint32_t last) const;
  [[nodiscard]] const Mention* starting_at(std::uint32_t first) const;
  std::vector<Tokens> unnamed;  ///< people the text does not name: "a person close to the talks"
  std::vector<std::uint32_t> index_of_token;  ///< into mentions, or kNone
  static constexpr std::uint32_t kNone = 0xffffffff;
};

/// Finds all actors of a text. Precision before recall: a capitalised name that neither acts nor is acted on
/// (a street, a venue, a law) is no actor. O(tokens).
[[nodiscard]] ActorTable find_actors(const Text& text);

}  // namespace modus::reading
