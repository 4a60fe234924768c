#include "modus/reading/event_senses.h"

#include <algorithm>
#include <string_view>

#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kVerbBefore("to", "will", "would", "could", "should", "must", "may", "might", "can", "they", "he", "she", "we", "i", "who",
                              "not", "won't", "it");
constexpr WordSet kNegations("not", "never", "cannot", "won't", "didn't", "don't", "refused", "declined", "failed", "without", "cancelled",
                             "canceled", "hasn't", "haven't", "wouldn't", "couldn't");
constexpr WordSet kAfterMeet("with", "again", "face", "in", "at", "on", "for", "late", "early", "twice", "separately", "privately", "behind", "to",
                             "before", "after", "during", "outside", "each", "both", "one", "two", "three");
constexpr WordSet kArranged("due", "expected", "scheduled", "set", "agreed", "plan", "plans", "planned", "planning", "is", "are", "was", "were", "slated",
                            "likely", "going", "invited", "called", "promised", "back", "intends", "intend", "ready", "vowed", "decided", "threatened",
                            "threatening", "preparing", "continue", "continued", "have", "has");
constexpr WordSet kCompoundTails("room", "rooms", "centre", "center", "fund", "hall", "table", "pay", "threat", "threats", "campaign", "committee",
                                 "process", "mandate", "leader", "leaders", "house", "line", "officer", "team", "teams", "partner", "talks", "plans",
                                 "law", "laws", "style", "track", "price", "rate", "market", "year", "panel", "service");
constexpr WordSet kCounting("the", "a", "first", "second", "third", "fourth", "fifth", "sixth", "final", "last", "next", "new", "latest", "another",
                            "this", "that", "previous", "earlier", "opening", "fresh", "each", "every", "bargaining", "negotiating", "mediation");
constexpr WordSet kNegotiators("they", "sides", "parties", "delegations", "negotiators", "teams", "envoys", "ministers", "officials", "leaders",
                               "talks", "both", "two", "groups", "diplomats");
constexpr WordSet kAuxiliaries("to", "due", "are", "is", "be", "will", "set", "expected", "would", "have", "has", "had", "were", "was", "could", "may",
                               "again", "then", "scheduled", "agreed", "all", "also");

class Sense {
 public:
  Sense(const Text& text, const ActorTable& actors, Tokens clause, const EventHit& hit) : text_(text), actors_(actors), clause_(clause), hit_(hit) {}

  [[nodiscard]] bool noun() const {
    const std::string_view head = word(hit_.tokens.last - 1), next = after();
    if (is_in_name() || kCompoundTails.has(next) || before() == "since" || before() == "without" || before_article() == "without") return false;
    if (head == "call" && (next == "for" || next == "on")) return false;
    if ((head == "exchange" || head == "strike") && (next == "of" || next == "a" || next == "an")) return false;
    if (head == "round" && hit_.tokens.size() == 1) return kCounting.has(before());
    if (head == "session" && before() == "trading") return false;
    return !kVerbBefore.has(before()) || before() == "it" || !is_verb_too(head);
  }

  [[nodiscard]] bool verb(bool date_follows) const {
    if (is_in_name() || is_denied() || is_only_wished() || before() == "i") return false;
    const std::string_view first = word(hit_.tokens.first);
    if (first == "meet" || first == "met" || first == "meets") return is_meeting(date_follows);
    if (first.starts_with("resume") || first.starts_with("restart") || first == "are" || first == "were") return subject_negotiates();
    if (first == "failed") return fails_to_agree();
    return first != "strike" || (after() != "a" && after() != "an");
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t at) const {
    return clause_.contains(at) ? std::string_view(text_.tokens[at].lower) : std::string_view();
  }
  [[nodiscard]] std::string_view before() const { return hit_.tokens.first > clause_.first ? word(hit_.tokens.first - 1) : std::string_view(); }
  [[nodiscard]] std::string_view before_article() const {
    return hit_.tokens.first > clause_.first + 1 ? word(hit_.tokens.first - 2) : std::string_view();
  }
  [[nodiscard]] std::string_view after() const { return word(hit_.tokens.last); }

  static bool is_verb_too(std::string_view head) {
    static constexpr WordSet kBoth("address", "march", "visit", "call", "vote", "strike", "protest", "picket", "broadcast", "exchange", "swap", "lunch");
    return kBoth.has(head);
  }

  /// "the Stock Exchange", "Labour Conference": a capital after a capital.
  [[nodiscard]] bool is_in_name() const {
    const std::uint32_t at = hit_.tokens.first;
    return text_.tokens[at].capital && at > clause_.first && text_.tokens[at - 1].capital && text_.tokens[at - 1].kind == TokenKind::kWord;
  }

  [[nodiscard]] bool is_denied() const {
    for (std::uint32_t at = hit_.tokens.first; at-- > clause_.first && at + 3 >= hit_.tokens.first;)
      if (kNegations.has(text_.tokens[at].lower)) return true;
    return false;
  }

  /// "urged the parties to meet": an infinitive that nothing arranged stands before.
  [[nodiscard]] bool is_only_wished() const {
    if (before() != "to") return false;
    for (std::uint32_t at = hit_.tokens.first - 1; at-- > clause_.first && at + 6 >= hit_.tokens.first;)
      if (kArranged.has(text_.tokens[at].lower)) return false;
    return true;
  }

  /// "met with", "meet again", "met X": not "met the deadline", "meet demands".
  [[nodiscard]] bool is_meeting(bool date_follows) const {
    const std::uint32_t next = hit_.tokens.last;
    if (next >= clause_.last || date_follows) return true;
    if (text_.tokens[next].kind != TokenKind::kWord || kAfterMeet.has(after()) || word(next - 1) == "again") return true;
    const Mention* mention = actors_.at(after() == "the" || after() == "its" || after() == "his" ? next + 1 : next);
    return mention != nullptr && !mention->possessive && mention->how != Reference::kAdjective;
  }

  /// "failed on Wednesday to agree": talks that ended without a result.
  [[nodiscard]] bool fails_to_agree() const {
    static constexpr WordSet kResults("agree", "reach", "bridge", "settle", "narrow", "strike", "secure", "close");
    for (std::uint32_t at = hit_.tokens.last; at + 1 < clause_.last && at < hit_.tokens.last + 5; ++at)
      if (text_.is(at, "to") && kResults.has(word(at + 1))) return true;
    return false;
  }

  /// "they restart", "the sides are due to resume": not "fighting resumed".
  [[nodiscard]] bool subject_negotiates() const {
    std::uint32_t at = hit_.tokens.first;
    while (at > clause_.first && kAuxiliaries.has(text_.tokens[at - 1].lower)) --at;
    if (at == clause_.first) return false;
    const Mention* mention = actors_.at(at - 1);
    const bool stays = word(hit_.tokens.first) == "are" || word(hit_.tokens.first) == "were";
    return kNegotiators.has(text_.tokens[at - 1].lower) || (!stays && mention != nullptr);
  }

  const Text& text_;
  const ActorTable& actors_;
  Tokens clause_;
  const EventHit& hit_;
};

bool date_begins(const std::vector<DateMention>& dates, std::uint32_t token) {
  const auto found = std::lower_bound(dates.begin(), dates.end(), token, [](const DateMention& date, std::uint32_t at) { return date.tokens.first < at; });
  return found != dates.end() && found->tokens.first == token;
}

}  // namespace

bool is_meant_as_event(const Text& text, const ActorTable& actors, const std::vector<DateMention>& dates, Tokens clause, const EventHit& hit) {
  const Sense sense(text, actors, clause, hit);
  return hit.word->noun ? sense.noun() : sense.verb(date_begins(dates, hit.tokens.last));
}

}  // namespace modus::reading
