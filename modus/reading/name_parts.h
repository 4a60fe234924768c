/// \file What the words of one capitalised run say by themselves: title, name, kind.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "modus/reading/gazetteer.h"
#include "modus/reading/text.h"
#include "modus/reading/word_classes.h"

namespace modus::reading {

enum class NameKind : std::uint8_t {
  kUnknown,
  kPerson,
  kOrganisation,  ///< any kind of organisation: `type` says which
  kKnown,         ///< in the gazetteer
  kTitle,         ///< a title without a name: "the Prime Minister"
  kThing,         ///< a treaty, river, street, product line: no actor
};

struct ParsedName {
  Tokens whole;  ///< with titles
  Tokens core;   ///< the name alone
  Tokens role;   ///< "Foreign Minister"; empty where there is none
  Tokens owner;  ///< "Kharvenian" in "Kharvenian President Mira Dolanec"
  NameKind kind = NameKind::kUnknown;
  ActorType type = ActorType::kOrganisation;
  Gender gender = Gender::kUnknown;
  bool guessed = false;    ///< a person only because it speaks
  bool honorific = false;  ///< "Mr Laing", "Dame Priya Nair": a title that tells no role
  bool weak = false;       ///< its last word may also be that of a place or a person
  bool medium = false;
  std::optional<GazetteerHit> known;
};

/// A run gives one name, or a known state and what follows it. O(run).
[[nodiscard]] std::vector<ParsedName> parse_run(const Text& text, Tokens run);

}  // namespace modus::reading
