#include "modus/model_reader/entering.h"

#include <algorithm>
#include <set>

#include "modus/model_reader/letters.h"

namespace modus::model_reader {
namespace {

using reading::ActorIndex;
using reading::ReadIssueIndex;

constexpr std::size_t kLongestLabel = 80;

std::size_t common_letters(const Passage& a, const Passage& b) {
  const std::size_t begin = std::max(a.start, b.start), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

}  // namespace

double common_share(const Passage& a, const Passage& b) {
  const std::size_t common = common_letters(a, b), all = (a.end - a.start) + (b.end - b.start) - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

double common_of_shorter(const Passage& a, const Passage& b) {
  const std::size_t shorter = std::min(a.end - a.start, b.end - b.start);
  return shorter == 0 ? 0 : static_cast<double>(common_letters(a, b)) / static_cast<double>(shorter);
}

std::optional<ActorIndex> Entering::actor(const std::string& key) const {
  const auto found = actors.find(key);
  if (found == actors.end()) return std::nullopt;
  return found->second;
}

std::optional<Passage> Entering::mention_in(ActorIndex actor, std::size_t sentence) const {
  const Passage& whole = evidence.sentence(sentence);
  for (const reading::ActorMention& mention : reading.actors[actor].mentions) {
    if (mention.passage.start >= whole.start && mention.passage.end <= whole.end) return mention.passage;
  }
  return std::nullopt;
}

std::vector<ActorIndex> Entering::actors_in(const std::vector<std::string>& keys, std::size_t sentence) const {
  std::set<ActorIndex> found;
  for (const std::string& key : keys) {
    const std::optional<ActorIndex> known = actor(key);
    if (known && mention_in(*known, sentence)) found.insert(*known);
  }
  return {found.begin(), found.end()};
}

std::vector<ReadIssueIndex> Entering::issues_of(const std::vector<std::string>& keys) const {
  std::set<ReadIssueIndex> found;
  for (const std::string& key : keys) {
    const auto known = issues.find(key);
    if (known != issues.end()) found.insert(known->second);
  }
  return {found.begin(), found.end()};
}

std::optional<reading::DateReading> Entering::date_in(const std::optional<std::string>& words, std::size_t sentence) const {
  if (!words) return std::nullopt;
  for (const Span asked : evidence.all_in(sentence, *words)) {
    for (const reading::DateMention& date : dates) {
      const Span span = text.span(date.tokens);
      if (span.begin >= asked.end || asked.begin >= span.end || !date.first || !date.last) continue;
      return reading::DateReading{evidence.passage(span), *date.first, *date.last, date.precision,
                                  date.approximate,       date.future, false};
    }
  }
  return std::nullopt;
}

std::optional<std::string> Entering::label_of(const std::string& label, Span span) const {
  if (label.size() <= kLongestLabel && evidence.says(evidence.sentence_of(span), label)) return on_one_line(label);
  if (span.size() <= kLongestLabel) return on_one_line(evidence.passage(span).text);
  return std::nullopt;
}

}  // namespace modus::model_reader
