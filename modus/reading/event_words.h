/// \file The words that announce an event: "talks", "walk out", "press conference".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "modus/reading/text.h"

namespace modus::reading {

/// What must stand beside a word before it is an event and no topic.
enum class EventNeed : std::uint8_t {
  kAny,  ///< a date or a place
  kDate,
  kDay,    ///< a day or a month of its own, no "until" or "since"
  kWords,  ///< a date, a place, or "speaking at a" before it
};

struct EventWord {
  std::string_view kind;
  bool noun = false;
  EventNeed need = EventNeed::kAny;
  std::uint32_t rank = 0;  ///< of two words of one clause the one with the lower rank names the event
};

struct EventHit {
  Tokens tokens;
  const EventWord* word = nullptr;
};

/// The longest phrase of the table that begins at a token, of nouns or of verbs; capitals do not matter.
/// O(1).
[[nodiscard]] std::optional<EventHit> event_word_at(const Text& text, std::uint32_t token, bool noun);
[[nodiscard]] bool is_event_noun(const Text& text, std::uint32_t token);

}  // namespace modus::reading
