/// \file Whether words speak of what has happened or of what is to come.
#pragma once

#include <string_view>

#include "modus/reading/text.h"

namespace modus::reading {

enum class Tense : std::uint8_t { kUnknown, kPast, kPresent, kFuture };

/// "will", "due", "scheduled": what follows is to come.
[[nodiscard]] bool is_future_word(std::string_view lower);
/// A finite past form: "said", "met", "rejected", "was".
[[nodiscard]] bool is_past_word(std::string_view lower);
/// "said", "told", "added": what is said may lie at another time than its saying.
[[nodiscard]] bool is_saying_past(std::string_view lower);

/// The tense in which the words of a sentence place a date or an event: the nearest verb before it, the next
/// one after it where none stands before, and a preposition ("by", "until", "since") before either.
/// O(sentence).
[[nodiscard]] Tense tense_at(const Text& text, Tokens words);
/// The same within a clause of the sentence only.
[[nodiscard]] Tense tense_at(const Text& text, Tokens words, Tokens clause);

}  // namespace modus::reading
