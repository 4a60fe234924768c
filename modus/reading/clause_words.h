/// \file Small words and verbs: enough shallow grammar to see who acts in a clause.
#pragma once

#include <cstdint>
#include <string_view>

#include "modus/reading/text.h"

namespace modus::reading {

[[nodiscard]] bool is_determiner(std::string_view lower);  ///< the, a, its, both, one ...
[[nodiscard]] bool is_preposition(std::string_view lower);
[[nodiscard]] bool is_place_preposition(std::string_view lower);  ///< in, at, near, outside ...
[[nodiscard]] bool is_function_word(
    std::string_view lower);  ///< determiners, prepositions, pronouns, conjunctions, auxiliaries ...
[[nodiscard]] bool is_auxiliary(std::string_view lower);  ///< has, will, is, could, did ...
[[nodiscard]] bool may_precede_verb(
    std::string_view lower);  ///< "also", "flatly": may stand between subject and verb
[[nodiscard]] bool is_speech_verb(std::string_view lower);  ///< said, told, insists, warned ...
[[nodiscard]] bool is_object_verb(std::string_view lower);  ///< told, accused, urged, met: a party follows
[[nodiscard]] bool may_precede_speaker(std::string_view lower);  ///< "said NAME", "wrote NAME"
[[nodiscard]] bool takes_person(
    std::string_view lower);  ///< told, accused: what follows is never who says it
[[nodiscard]] bool is_calendar_word(std::string_view lower);  ///< months and days of the week

/// A finite verb by its look: an auxiliary, a past or a present form. Plural nouns in -s count only where
/// they are known verbs.
[[nodiscard]] bool looks_finite(std::string_view lower);

/// Whether the words ending before `end` (a noun phrase) have a finite verb after them: adverbs and one
/// inserted phrase between commas may stand between.
[[nodiscard]] bool verb_follows(const Text& text, std::uint32_t end);
[[nodiscard]] bool speech_verb_follows(const Text& text, std::uint32_t end);
/// "said NAME", "told NAME", "between NAME", "by NAME": NAME is spoken of as a party.
[[nodiscard]] bool party_word_before(const Text& text, std::uint32_t first);

/// "that runs NAME": the object of a verb, so that a verb after it has another subject. Verbs of speech are
/// left out
/// ("said NAME would").
[[nodiscard]] bool follows_verb(const Text& text, std::uint32_t first);
/// "its parent, NAME, said": NAME is the subject though a comma stands between.
[[nodiscard]] bool closes_apposition(const Text& text, Tokens tokens);
/// "in NAME", "from NAME and NAME".
[[nodiscard]] bool stands_as_place(const Text& text, std::uint32_t first);

/// The token before `token` in its sentence, or kNoToken.
inline constexpr std::uint32_t kNoToken = 0xffffffff;
[[nodiscard]] std::uint32_t token_before(const Text& text, std::uint32_t token);
/// The first token of the sentence that could begin a clause: openers such as a quotation mark are skipped.
[[nodiscard]] bool begins_sentence(const Text& text, std::uint32_t token);
[[nodiscard]] std::uint32_t sentence_end(const Text& text, std::uint32_t token);

}  // namespace modus::reading
