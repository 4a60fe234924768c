#include "modus/reading/event_senses.h"

#include <algorithm>
#include <string_view>

#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kVerbBefore("to", "will", "would", "could", "should", "must", "may", "might", "can", "they",
                              "he", "she", "we", "i", "who", "not", "won't", "it");
constexpr WordSet kNegations("not", "never", "cannot", "won't", "didn't", "don't", "refused", "declined",
                             "failed", "without", "cancelled", "canceled", "hasn't", "haven't", "wouldn't",
                             "couldn't");
/// What can be met without a meeting.
constexpr WordSet kMetThings("deadline", "deadlines", "target", "targets", "demand", "demands", "requirement",
                             "requirements", "condition", "conditions", "cost", "costs", "need", "needs",
                             "standard", "standards", "expectations", "obligations", "criteria", "goal",
                             "goals", "bill", "challenge", "threshold", "terms", "resistance", "opposition",
                             "silence", "criticism", "commitments", "half", "approval", "objections",
                             "promise", "pledge", "price");
constexpr WordSet kArranged("due", "expected", "scheduled", "set", "agreed", "plan", "plans", "planned",
                            "planning", "is", "are", "was", "were", "slated", "likely", "going", "invited",
                            "promised", "back", "intends", "intend", "ready", "vowed", "decided",
                            "threatened", "threatening", "preparing", "continue", "continued");
constexpr WordSet kUrges("urged", "urges", "asked", "asks", "called", "calls", "pressed", "wants", "want",
                         "told", "appealed", "encouraged", "offered", "hoped", "hopes", "wanted", "refused");
constexpr WordSet kBe("was", "were", "been", "be", "being");
constexpr WordSet kCompoundTails("room", "rooms", "centre", "center", "fund", "hall", "table", "pay",
                                 "threat", "threats", "campaign", "committee", "process", "mandate", "leader",
                                 "leaders", "house", "line", "officer", "team", "teams", "partner", "talks",
                                 "plans", "law", "laws", "style", "track", "price", "rate", "market", "year",
                                 "panel", "service");
constexpr WordSet kCounting("the", "a", "first", "second", "third", "fourth", "fifth", "sixth", "final",
                            "last", "next", "new", "latest", "another", "this", "that", "previous", "earlier",
                            "opening", "fresh", "each", "every", "bargaining", "negotiating", "mediation");
constexpr WordSet kNegotiators("they", "sides", "parties", "delegations", "negotiators", "teams", "envoys",
                               "ministers", "officials", "leaders", "talks", "both", "two", "groups",
                               "diplomats");
constexpr WordSet kAuxiliaries("to", "due", "are", "is", "be", "will", "set", "expected", "would", "have",
                               "has", "had", "were", "was", "could", "may", "again", "then", "scheduled",
                               "agreed", "all", "also");

class Sense {
 public:
  Sense(const Text& text, const ActorTable& actors, Tokens clause, const EventHit& hit)
      : text_(text), actors_(actors), clause_(clause), hit_(hit) {}

  [[nodiscard]] bool noun() const {
    const std::string_view head = word(hit_.tokens.last - 1), next = after();
    if (is_in_name() || kCompoundTails.has(next) || before() == "since" || before() == "without" ||
        before_article() == "without")
      return false;
    if (head == "call" && (next == "for" || next == "on")) return false;
    if ((head == "exchange" || head == "strike") && (next == "of" || next == "a" || next == "an"))
      return false;
    if (head == "round" && hit_.tokens.size() == 1) return kCounting.has(before()) || before() == "'s";
    if (head == "session" && before() == "trading") return false;
    return !kVerbBefore.has(before()) || before() == "it" || !is_verb_too(head);
  }

  [[nodiscard]] bool verb() const {
    if (is_in_name() || is_denied() || is_only_wished() || before() == "i") return false;
    const std::string_view first = word(hit_.tokens.first);
    if (hit_.tokens.size() == 1 && is_verb_too(first) && !kVerbBefore.has(before())) return false;
    if (first == "meet" || first == "met" || first == "meets") return is_meeting();
    if (first == "speak" || first == "spoke" || first == "speaks") return is_call();
    if (first.starts_with("resume") || first.starts_with("restart") || first == "are" || first == "were")
      return subject_negotiates();
    if (first.starts_with("receive") || first.starts_with("host")) return has_person_behind();
    if (first == "failed") return fails_to_agree();
    return first != "strike" || (after() != "a" && after() != "an");  // "strike a deal"
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t at) const {
    return clause_.contains(at) ? std::string_view(text_.tokens[at].lower) : std::string_view();
  }
  [[nodiscard]] std::string_view before() const {
    return hit_.tokens.first > clause_.first ? word(hit_.tokens.first - 1) : std::string_view();
  }
  [[nodiscard]] std::string_view before_article() const {
    return hit_.tokens.first > clause_.first + 1 ? word(hit_.tokens.first - 2) : std::string_view();
  }
  [[nodiscard]] std::string_view after() const { return word(hit_.tokens.last); }

  static bool is_verb_too(std::string_view head) {
    static constexpr WordSet kBoth("address", "march", "visit", "call", "vote", "strike", "protest", "picket",
                                   "broadcast", "exchange", "swap", "lunch");
    return kBoth.has(head);
  }

  /// "the Stock Exchange", "Labour Conference": a capital after a capital.
  [[nodiscard]] bool is_in_name() const {
    const std::uint32_t at = hit_.tokens.first;
    return text_.tokens[at].capital && at > clause_.first && text_.tokens[at - 1].capital &&
           text_.tokens[at - 1].kind == TokenKind::kWord;
  }

  [[nodiscard]] bool is_denied() const {
    for (std::uint32_t at = hit_.tokens.first; at-- > clause_.first && at + 3 >= hit_.tokens.first;)
      if (kNegations.has(text_.tokens[at].lower)) return true;
    return false;
  }

  /// "urged the parties to meet": an infinitive that nothing arranged stands before.
  [[nodiscard]] bool is_only_wished() const {
    if (before() != "to") return false;
    for (std::uint32_t at = hit_.tokens.first - 1; at-- > clause_.first && at + 6 >= hit_.tokens.first;) {
      if (kUrges.has(text_.tokens[at].lower)) return true;
      if (kArranged.has(text_.tokens[at].lower)) return false;
    }
    return true;
  }

  /// Not "met the deadline", "meet their demands", "was met with silence".
  [[nodiscard]] bool is_meeting() const {
    if (kBe.has(before()) || after() == "every" || after() == "each") return false;
    for (std::uint32_t at = hit_.tokens.last;
         at < std::min(clause_.last, hit_.tokens.last + 4) && text_.tokens[at].kind == TokenKind::kWord; ++at)
      if (kMetThings.has(word(at))) return false;
    return true;
  }

  /// "received Holt": not "received a letter".
  [[nodiscard]] bool has_person_behind() const {
    const Mention* mention = actors_.at(hit_.tokens.last);
    return mention != nullptr && !mention->possessive && mention->how != Reference::kAdjective;
  }

  /// "spoke to both sides by telephone".
  [[nodiscard]] bool is_call() const {
    for (std::uint32_t at = hit_.tokens.last; at < std::min(clause_.last, hit_.tokens.last + 8); ++at)
      if (word(at) == "telephone" || word(at) == "phone" || word(at) == "video") return true;
    return false;
  }

  /// "failed on Wednesday to agree": talks that ended without a result.
  [[nodiscard]] bool fails_to_agree() const {
    static constexpr WordSet kResults("agree", "reach", "bridge", "settle", "narrow", "strike", "secure",
                                      "close");
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

}  // namespace

bool is_meant_as_event(const Text& text, const ActorTable& actors, Tokens clause, const EventHit& hit) {
  const Sense sense(text, actors, clause, hit);
  return hit.word->noun ? sense.noun() : sense.verb();
}

}  // namespace modus::reading
