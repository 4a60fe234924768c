// An event is a word that announces one (event_words) with what makes it more than a topic: a date or a place
// in its clause. Each date serves one event; two words of a clause with the same date are one event, named by
// the more telling one.
#include "modus/reading/events.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "modus/reading/deadlines.h"
#include "modus/reading/event_clauses.h"
#include "modus/reading/event_dates.h"
#include "modus/reading/event_parties.h"
#include "modus/reading/event_places.h"
#include "modus/reading/event_senses.h"
#include "modus/reading/event_words.h"
#include "modus/reading/same_event.h"
#include "modus/reading/tense.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kTalksKinds("talks", "meeting", "summit", "call");
constexpr WordSet kTwoSided("talks", "meeting", "summit", "call", "trial", "signing", "agreement", "exchange",
                            "strike");
constexpr WordSet kAnnounces("due", "expected", "scheduled", "will", "set", "slated", "called", "summoned",
                             "invited");
constexpr WordSet kVoteWords("by", "to", "almost", "overwhelmingly", "unanimously", "narrowly", "against");
constexpr WordSet kHolding("held", "place", "hosted", "open", "opened", "begin", "began", "resume",
                           "resumed");
constexpr WordSet kPronouns("it", "they", "he", "she", "who", "which");

struct Found {
  EventMention event;
  std::uint32_t rank = 0;
};

class Finder {
 public:
  Finder(const Text& text, const ActorTable& actors, const std::vector<DateMention>& dates)
      : text_(text),
        actors_(actors),
        dates_(dates),
        parties_(text, actors),
        quoted_(quoted_tokens(text)),
        event_dates_(text, dates) {}

  std::vector<EventMention> run() {
    for (const Sentence& sentence : text_.sentences) {
      const auto kind = text_.document->blocks[sentence.block].kind;
      if (kind == documents::BlockKind::kParagraph || kind == documents::BlockKind::kListItem)
        read_sentence(sentence);
    }
    return once_each(std::move(events_), text_, dates_);
  }

 private:
  using DateIndex = EventDates::DateIndex;

  void read_sentence(const Sentence& sentence) {
    sentence_ = sentence.tokens;
    for (const Tokens clause : event_clauses(text_, sentence_, dates_)) read_clause(clause);
  }

  void read_clause(Tokens clause) {
    clause_ = clause;
    found_.clear();
    hits_.clear();
    const auto [first, last] = event_dates_.within(clause);
    for (DateIndex date = first; date < last; ++date) read_deadline(date);
    for (std::uint32_t at = clause.first; at < clause.last;) {
      const auto hit = meant_at(at);
      if (hit) hits_.push_back(*hit);
      at = hit ? hit->tokens.last : at + 1;
    }
    for (const EventHit& hit : hits_) read_event(hit);
    for (DateIndex date = first; date < last; ++date) read_plan(date);
    for (Found& found : found_) events_.push_back(std::move(found.event));
  }

  bool in_date(Tokens tokens) const {
    const auto [first, last] = event_dates_.within({tokens.first >= 3 ? tokens.first - 3 : 0, tokens.last});
    return std::any_of(dates_.begin() + first, dates_.begin() + last,
                       [&](const DateMention& date) { return date.tokens.overlaps(tokens); });
  }

  /// The event announced at a token, by a noun or else by a verb.
  std::optional<EventHit> meant_at(std::uint32_t at) const {
    for (bool noun : {true, false}) {
      const auto hit = event_word_at(text_, at, noun);
      if (hit && !quoted_[at] && !in_date(hit->tokens) && is_meant_as_event(text_, actors_, clause_, *hit))
        return hit;
    }
    return std::nullopt;
  }

  void read_deadline(DateIndex date) {
    const std::string_view kind = quoted_[dates_[date].tokens.first]
                                      ? std::string_view()
                                      : deadline_kind(text_, dates_[date], sentence_);
    if (kind.empty()) return;
    event_dates_.set_deadline(date);
    Found found;
    found.event.kind = kind;
    found.event.date = date;
    finish(found, clause_, dates_[date].tokens);
  }

  void read_event(const EventHit& hit) {
    Found found;
    found.event.kind = hit.word->kind;
    found.rank = hit.word->rank;
    found.event.date = event_dates_.date_for(hit, {sentence_, clause_, hits_});
    const bool dated = found.event.date.has_value();
    if (hit.word->need != EventNeed::kDay) found.event.place = place_for(hit, dated);
    if (!dated && !may_go_undated(hit, found.event)) return;
    if (!dated && inherits_date(hit)) found.event.date = date_of_sentence_before();
    finish(found, hull(clause_, hit.tokens, found), hit.tokens);
  }

  /// From the trigger to the date and place it has.
  Tokens hull(Tokens within, Tokens trigger, const Found& found) const {
    Tokens all = trigger;
    const auto add = [&](Tokens tokens) {
      if (!within.contains(tokens)) return;
      all = {std::min(all.first, tokens.first), std::max(all.last, tokens.last)};
    };
    if (found.event.date) add(dates_[*found.event.date].tokens);
    if (found.event.place) add(*found.event.place);
    if (const Mention* subject = nearest_before(all.first)) add(subject->tokens);
    return all;
  }

  const Mention* nearest_before(std::uint32_t end) const {
    for (std::uint32_t at = end; at-- > clause_.first && at + 12 >= end;)
      if (const Mention* mention = actors_.at(at);
          mention != nullptr && mention->how != Reference::kAdjective)
        return mention;
    return nullptr;
  }

  std::optional<Tokens> place_for(const EventHit& hit, bool dated) const {
    auto place = place_near(text_, actors_, clause_, hit.tokens);
    if (!place && hit.word->need == EventNeed::kWords) place = host_before(hit.tokens);
    if (!place && dated && kTalksKinds.has(hit.word->kind)) place = dateline_town(text_, sentence_);
    // Without a date only a place right behind the word tells of an event.
    const bool doubtful = place && !dated && hit.word->need != EventNeed::kWords;
    return doubtful && !is_held_at(hit.tokens, *place) ? std::nullopt : place;
  }

  /// Without a date only a place right behind the word tells of an event, or one with "held" or "take place"
  /// in front of it.
  bool is_held_at(Tokens trigger, Tokens place) const {
    if (place.first < trigger.last) return false;
    const bool with_somebody =
        text_.is(trigger.last, "with") || text_.is(trigger.last, "between") || text_.is(trigger.last, "of");
    if (place.first <= trigger.last + (with_somebody ? 12 : 4)) return true;
    for (std::uint32_t at = trigger.last; at < place.first; ++at)
      if (kHolding.has(text_.tokens[at].lower)) return true;
    return false;
  }

  /// "a State Department briefing": the organisation in front is also the place.
  std::optional<Tokens> host_before(Tokens trigger) const {
    const Mention* host = trigger.first > clause_.first ? actors_.at(trigger.first - 1) : nullptr;
    if (host == nullptr || host->how == Reference::kAdjective ||
        actors_.actors[host->actor].type == ActorType::kPerson)
      return std::nullopt;
    return host->tokens;
  }

  bool may_go_undated(const EventHit& hit, const EventMention& event) const {
    if (is_counted_vote(hit)) return true;
    if (hit.word->need == EventNeed::kWords) return event.place.has_value() || is_spoken_at(hit.tokens);
    return hit.word->need == EventNeed::kAny && event.place.has_value();
  }

  /// "voted by five to four", "voted overwhelmingly to".
  bool is_counted_vote(const EventHit& hit) const {
    return text_.is(hit.tokens.first, "voted") && hit.tokens.last < clause_.last &&
           kVoteWords.has(text_.tokens[hit.tokens.last].lower);
  }

  /// "speaking at a briefing": the article and "at" before it.
  bool is_spoken_at(Tokens trigger) const {
    bool article = false;
    for (std::uint32_t at = trigger.first; at-- > clause_.first && at + 5 >= trigger.first;) {
      const std::string_view word = text_.tokens[at].lower;
      if (word == "a" || word == "an") article = true;
      if (word == "at" || word == "during") return article;
    }
    return false;
  }

  bool inherits_date(const EventHit& hit) const {
    return hit.word->need == EventNeed::kWords || is_counted_vote(hit);
  }

  std::optional<DateIndex> date_of_sentence_before() const {
    const std::uint32_t sentence = text_.tokens[clause_.first].sentence;
    if (sentence == 0 || clause_.first != sentence_.first) return std::nullopt;
    const auto [first, last] = event_dates_.within(text_.sentences[sentence - 1].tokens);
    for (DateIndex date = last; date-- > first;)
      if (!dates_[date].future && dates_[date].first && dates_[date].precision != DatePrecision::kRange)
        return date;
    return std::nullopt;
  }

  /// "Ehn is expected to report to the court by September 5": a plan with its day and no word of its own.
  void read_plan(DateIndex date) {
    const DateMention& when = dates_[date];
    if (event_dates_.sets_deadline(date) || !when.future || quoted_[when.tokens.first] || taken(date) ||
        !is_short(when))
      return;
    const auto marker = plan_marker(when.tokens.first);
    if (!marker) return;
    Found found;
    found.event.kind = "plan";
    found.event.date = date;
    found.rank = 1000;
    finish(found, hull(clause_, {*marker, when.tokens.last}, found), {*marker, when.tokens.last});
  }

  static bool is_short(const DateMention& date) {
    return date.first && *date.last - *date.first <= std::chrono::days(3);
  }

  /// The word in front of a date that makes it a plan; after "will" somebody known must act.
  std::optional<std::uint32_t> plan_marker(std::uint32_t end) const {
    for (std::uint32_t at = end; at-- > clause_.first;) {
      const std::string_view word = text_.tokens[at].lower;
      if ((word == "is" || word == "are") && text_.is(at + 1, "to")) return at;
      if (!kAnnounces.has(word) || text_.is(at + 1, "not")) continue;
      const bool strong =
          word != "will" && (word == "due" || text_.is(at + 1, "to") || text_.is(at + 1, "for"));
      const bool summons = (word == "called" || word == "summoned" || word == "invited") &&
                           tense_at(text_, {end, end + 1}, clause_) == Tense::kFuture;
      if (strong || summons || (word == "will" && has_subject(at))) return at;
    }
    return std::nullopt;
  }

  bool has_subject(std::uint32_t verb) const {
    return nearest_before(verb) != nullptr ||
           (verb > clause_.first && kPronouns.has(text_.tokens[verb - 1].lower));
  }

  bool taken(DateIndex date) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const Found& found) { return found.event.date == date; });
  }

  void finish(Found& found, Tokens tokens, Tokens trigger) {
    EventMention& event = found.event;
    event.tokens = tokens;
    event.participants = participants_of(event, trigger);
    event.status = status_of(event, trigger);
    const auto same = std::find_if(found_.begin(), found_.end(), [&](const Found& other) {
      return is_same_clause_event(other.event, event);
    });
    if (same == found_.end()) {
      found_.push_back(std::move(found));
    } else {
      join(*same, found);
    }
  }

  static bool is_same_clause_event(const EventMention& a, const EventMention& b) {
    return a.date == b.date && (a.date || !a.place || !b.place || a.place->overlaps(*b.place));
  }

  static void join(Found& kept, const Found& other) {
    if (other.rank < kept.rank) {
      kept.event.kind = other.event.kind;
      kept.rank = other.rank;
    }
    kept.event.tokens = {std::min(kept.event.tokens.first, other.event.tokens.first),
                         std::max(kept.event.tokens.last, other.event.tokens.last)};
    if (!kept.event.place) kept.event.place = other.event.place;
  }

  std::vector<ActorIndex> participants_of(const EventMention& event, Tokens trigger) const {
    // A parliament is both where a vote is held and who votes.
    const Tokens place = event.kind == "vote" ? Tokens{} : event.place.value_or(Tokens{});
    auto participants = parties_.in_clause(clause_, trigger, place);
    if (participants.empty() && clause_.first > sentence_.first && !kTalksKinds.has(event.kind))
      participants = parties_.speaker_before(sentence_, clause_.first);
    if (participants.empty() && kTwoSided.has(event.kind)) participants = parties_.principals();
    return participants;
  }

  EventStatus status_of(const EventMention& event, Tokens trigger) const {
    if (event.date && dates_[*event.date].future) return EventStatus::kPlanned;
    if (event.date && preposition_of(text_, dates_[*event.date], sentence_) == "since")
      return EventStatus::kOngoing;
    if (event.date) return EventStatus::kPast;
    return tense_at(text_, trigger, clause_) == Tense::kFuture ? EventStatus::kPlanned : EventStatus::kPast;
  }

  const Text& text_;
  const ActorTable& actors_;
  const std::vector<DateMention>& dates_;
  EventParties parties_;
  std::vector<bool> quoted_;
  EventDates event_dates_;
  Tokens sentence_, clause_;
  std::vector<EventHit> hits_;  ///< of this clause
  std::vector<Found> found_;    ///< of this clause
  std::vector<EventMention> events_;
};

}  // namespace

std::vector<EventMention> find_events(const Text& text, const ActorTable& actors,
                                      const std::vector<DateMention>& dates) {
  return Finder(text, actors, dates).run();
}

}  // namespace modus::reading
