#include "modus/reading/event_words.h"

#include <deque>
#include <unordered_map>
#include <vector>

#include "modus/reading/data_table.h"

namespace modus::reading {
namespace {

constexpr std::string_view kTable =
#include "data_events.inc"
    ;

struct Phrase {
  std::vector<std::string_view> words;
  const EventWord* word = nullptr;
};

EventNeed need_named(std::string_view name) {
  if (name == "date") return EventNeed::kDate;
  if (name == "day") return EventNeed::kDay;
  return name == "words" ? EventNeed::kWords : EventNeed::kAny;
}

std::vector<std::string_view> split(std::string_view phrase) {
  std::vector<std::string_view> words;
  while (!phrase.empty()) {
    const std::size_t blank = phrase.find(' ');
    words.push_back(phrase.substr(0, blank));
    phrase = blank == std::string_view::npos ? std::string_view() : phrase.substr(blank + 1);
  }
  return words;
}

class Words {
 public:
  static const Words& get() {
    static const Words words;
    return words;
  }

  [[nodiscard]] const std::vector<Phrase>* beginning_with(std::string_view word) const {
    const auto found = phrases_.find(word);
    return found == phrases_.end() ? nullptr : &found->second;
  }

 private:
  Words() {
    for_each_row(kTable, [&](const Row& row) {
      words_.push_back(
          {row[1], row[2] == "noun", need_named(row[3]), static_cast<std::uint32_t>(words_.size())});
      for_each_item(row[0], [&](std::string_view form) {
        Phrase phrase{split(form), &words_.back()};
        phrases_[phrase.words.front()].push_back(phrase);
      });
    });
  }

  std::deque<EventWord> words_;  ///< phrases point into it
  std::unordered_map<std::string_view, std::vector<Phrase>> phrases_;
};

bool stands_at(const Text& text, std::uint32_t token, const Phrase& phrase) {
  for (std::uint32_t i = 0; i < phrase.words.size(); ++i)
    if (!text.is(token + i, phrase.words[i])) return false;
  return true;
}

}  // namespace

std::optional<EventHit> event_word_at(const Text& text, std::uint32_t token, bool noun) {
  const auto* phrases = Words::get().beginning_with(text.tokens[token].lower);
  if (phrases == nullptr) return std::nullopt;
  std::optional<EventHit> best;
  for (const Phrase& phrase : *phrases) {
    const auto length = static_cast<std::uint32_t>(phrase.words.size());
    if (phrase.word->noun == noun && (!best || length > best->tokens.size()) &&
        stands_at(text, token, phrase))
      best = EventHit{{token, token + length}, phrase.word};
  }
  return best;
}

bool is_event_noun(const Text& text, std::uint32_t token) {
  return event_word_at(text, token, true).has_value();
}

}  // namespace modus::reading
