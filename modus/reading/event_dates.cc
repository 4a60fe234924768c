#include "modus/reading/event_dates.h"

#include <algorithm>

#include "modus/reading/deadlines.h"
#include "modus/reading/tense.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kAnnouncing("announced", "threatened", "proposed", "demanded", "declared", "promised",
                              "suggested", "requested", "ordered");
constexpr WordSet kBegan("begun", "began", "opened", "started", "start", "begin");
constexpr std::chrono::days kLongestDate{95};  ///< "in 2019" dates history, no event of this negotiation

/// Whether another event stands between a word and a date, farther off than "meet for talks in Oslo on
/// Friday".
bool is_taken_over(const EventPlace& where, Tokens trigger, Tokens date) {
  return std::any_of(where.hits.begin(), where.hits.end(), [&](const EventHit& other) {
    return other.tokens.first >= trigger.last + 5 && other.tokens.last <= date.first;
  });
}

/// A date that belongs to a verb: behind it before any "and", right in front of it, or opening the clause.
bool adjoins(const Text& text, const EventPlace& where, Tokens verb, Tokens date) {
  if (date.last <= verb.first) return date.last == verb.first || date.first <= where.clause.first + 1;
  for (std::uint32_t at = verb.last; at < date.first; ++at)
    if (text.is(at, "and") || text.is(at, ",")) return false;
  return true;
}

/// "... of the talks, sources said on Wednesday".
bool is_day_of_saying(const Text& text, Tokens trigger, Tokens date) {
  if (date.first < trigger.last) return false;
  for (std::uint32_t at = date.first; at-- > trigger.last && at + 3 >= date.first;)
    if (is_saying_past(text.tokens[at].lower)) return true;
  return false;
}

/// "have been in mediation since May", "locked out since".
bool goes_on(const Text& text, const EventPlace& where, const EventHit& hit) {
  if (text.is(hit.tokens.first, "locked")) return true;
  for (std::uint32_t at = hit.tokens.first; at-- > where.clause.first && at + 4 >= hit.tokens.first;)
    if (text.is(at, "been")) return true;
  return false;
}

/// "announced three days of strikes on Tuesday".
bool is_day_of_announcing(const Text& text, const EventPlace& where, Tokens trigger, Tokens date) {
  if (date.first < trigger.last) return false;
  for (std::uint32_t at = trigger.first; at-- > where.clause.first;)
    if (kAnnouncing.has(text.tokens[at].lower)) return true;
  return false;
}

/// "talks had begun in January": where a month tells how long something has lasted.
bool is_beginning_long_ago(const Text& text, const EventHit& hit, const DateMention& date) {
  if (date.precision != DatePrecision::kMonth || date.tokens.first < hit.tokens.last) return false;
  for (std::uint32_t at = hit.tokens.last; at < date.tokens.first; ++at)
    if (kBegan.has(text.tokens[at].lower)) return true;
  return false;
}

}  // namespace

std::pair<EventDates::DateIndex, EventDates::DateIndex> EventDates::within(Tokens tokens) const {
  const auto before = [](const DateMention& date, std::uint32_t token) { return date.tokens.first < token; };
  const auto first = std::lower_bound(dates_.begin(), dates_.end(), tokens.first, before);
  const auto last = std::lower_bound(first, dates_.end(), tokens.last, before);
  return {static_cast<DateIndex>(first - dates_.begin()), static_cast<DateIndex>(last - dates_.begin())};
}

std::optional<EventDates::DateIndex> EventDates::date_for(const EventHit& hit,
                                                          const EventPlace& where) const {
  const auto [first, last] = within(where.clause);
  std::optional<DateIndex> best;
  std::uint32_t best_distance = 0;
  for (DateIndex date = first; date < last; ++date) {
    const Tokens at = dates_[date].tokens;
    if (deadline_[date] || !suits(hit, dates_[date], where) || is_taken_over(where, hit.tokens, at)) continue;
    const std::uint32_t distance = at.first >= hit.tokens.last
                                       ? at.first - hit.tokens.last
                                       : hit.tokens.first - std::min(at.last, hit.tokens.first) + 4;
    if (best && distance >= best_distance) continue;
    best = date;
    best_distance = distance;
  }
  return best;
}

bool EventDates::suits(const EventHit& hit, const DateMention& date, const EventPlace& where) const {
  if (date.first && *date.last - *date.first > kLongestDate) return false;
  const std::string_view preposition = preposition_of(text_, date, where.sentence);
  if (preposition == "since") return goes_on(text_, where, hit);
  if (hit.word->need == EventNeed::kDay)
    return preposition.empty() &&
           (date.precision == DatePrecision::kDay || date.precision == DatePrecision::kMonth) &&
           adjoins(text_, where, hit.tokens, date.tokens);
  if (hit.word->noun && !date.future &&
      (is_day_of_announcing(text_, where, hit.tokens, date.tokens) ||
       is_beginning_long_ago(text_, hit, date)))
    return false;
  return hit.word->need == EventNeed::kWords || !is_day_of_saying(text_, hit.tokens, date.tokens);
}

}  // namespace modus::reading
