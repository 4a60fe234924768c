/// \file The words the reader knows: verbs that report what somebody says or wants, and closed classes of words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "modus/reading/reading.h"
#include "modus/reading/text.h"

namespace modus::reading {

/// What may follow a cue: bits.
enum class Frame : std::uint32_t {
  kThat = 1, kTo = 2, kNounPhrase = 4, kIng = 8, kQuote = 16, kFor = 32, kOn = 64, kOf = 128, kAt = 256, kAs = 512, kWith = 1024,
  kAgainst = 2048, kAbout = 4096, kFrom = 8192, kWhether = 16384,
  kObjectTo = 1U << 16U, kObjectThat = 1U << 17U, kObjectOf = 1U << 18U, kObjectFor = 1U << 19U, kObjectAs = 1U << 20U,
  kObjectAt = 1U << 21U, kObjectWith = 1U << 22U,
};

struct Cue {
  std::string_view verb;                 ///< its first word, as verb_lemma gives it
  std::vector<std::string_view> particles;   ///< "out" in "rule out"
  ReadKind kind = ReadKind::kClaim;
  std::uint32_t frames = 0;
  bool carrier = false, noun = false, weak = false, accusation = false, threat = false, denial = false, plan = false, person = false, adjective = false;
  [[nodiscard]] bool takes(Frame frame) const { return (frames & static_cast<std::uint32_t>(frame)) != 0; }
};

/// A noun that stands for a statement: "demand for".
struct NominalCue {
  ReadKind kind = ReadKind::kClaim;
  std::vector<std::string_view> followed_by;
};
[[nodiscard]] const NominalCue* nominal_cue(std::string_view noun);

/// The cues that begin with this verb; those with more particles first. Empty for an unknown word.
[[nodiscard]] const std::vector<Cue>& cues_of(std::string_view verb);

enum class WordClass : std::uint8_t {
  kAuxiliary, kNegation, kBe, kHave, kModal, kHedge, kAdverb, kDeterminer, kPossessive, kPreposition, kConjunction, kCoordinator,
  kSubordinator, kRelative, kPronounSubject, kDemonstrative, kSpeechNoun, kHumanNoun, kDealNoun,
};

[[nodiscard]] bool is_a(std::string_view lower, WordClass wanted);
/// An adverb of the list, or a word in -ly that is none of the few adjectives and nouns in -ly.
[[nodiscard]] bool is_adverb(std::string_view lower);

}  // namespace modus::reading
