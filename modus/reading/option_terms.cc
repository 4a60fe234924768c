#include "modus/reading/option_terms.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "modus/reading/issue_evidence.h"
#include "modus/reading/issue_words.h"
#include "modus/reading/lexicon.h"
#include "modus/reading/sums.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kLongest = 45;   // tokens
constexpr std::size_t kReach = 3;        // statements between a proposal and "turned it down"

constexpr WordSet kProcedure("talk", "talks", "meet", "discuss", "negotiate", "respond", "engage", "return", "resume", "come", "hear", "wait", "listen", "answer", "comment", "speak", "time",
                             "help", "mediate", "cooperate", "continue", "sit", "urge", "explain", "apologise", "apologize", "act", "stay", "keep", "leave", "attend", "reopen");
constexpr WordSet kFrames("idea", "proposal", "proposals", "demand", "demands", "offer", "plan", "plans", "call", "calls", "request", "notion", "suggestion", "prospect", "principle");
constexpr WordSet kAnaphora("it", "that", "this", "them", "so", "more", "less", "these", "those", "anything", "nothing", "something", "such", "one", "both", "either");

class Finder {
 public:
  Finder(const Scene& scene, const std::vector<Spoken>& spoken, const std::vector<IssueTerm>& issues, const IssueLinks& links)
      : scene_(scene), spoken_(spoken), issues_(issues), links_(links) {}

  std::vector<OptionTerm> run() {
    for (std::size_t i = 0; i < spoken_.size(); ++i) {
      if (spoken_[i].reading.kind == ReadKind::kReject) reject_earlier(i);
      if (const auto status = status_of(i)) propose(i, *status);
    }
    std::stable_sort(made_.begin(), made_.end(), [](const Made& a, const Made& b) { return a.option.tokens.first < b.option.tokens.first; });
    std::vector<OptionTerm> options;
    for (Made& made : made_) options.push_back(std::move(made.option));
    return options;
  }

 private:
  struct Made {
    OptionTerm option;
    std::size_t statement = 0;
    std::optional<std::uint32_t> party;
  };

  bool has(Tokens range, std::initializer_list<std::string_view> words) const {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (std::find(words.begin(), words.end(), scene_.lower(at)) != words.end()) return true;
    }
    return false;
  }

  /// Nothing where a statement puts no option forward.
  std::optional<OptionStatus> status_of(std::size_t i) const {
    const Spoken& spoken = spoken_[i];
    const documents::BlockKind kind = scene_.text.block_kind(spoken.span.first);
    if (kind == documents::BlockKind::kTitle || kind == documents::BlockKind::kHeading || spoken.content.empty()) return std::nullopt;
    const bool sum = has_sum(scene_, spoken.content);
    if (spoken.direct && !sum) return std::nullopt;
    const OptionStatus open = spoken.reading.flags.conditional ? OptionStatus::kPending : OptionStatus::kProposed;
    switch (spoken.reading.kind) {
      case ReadKind::kOffer:
      case ReadKind::kDemand: return open;
      case ReadKind::kAccept: return is_settled(spoken) ? OptionStatus::kAgreed : open;
      case ReadKind::kReject: return sum && !is_clause(spoken.content) ? std::optional(OptionStatus::kRejected) : std::nullopt;
      case ReadKind::kClaim: return claimed(spoken, sum);
      case ReadKind::kAssessment: return std::nullopt;
    }
    return std::nullopt;
  }

  bool is_clause(Tokens content) const {
    for (std::uint32_t at = content.first; at < content.last; ++at) {
      if (is_a(scene_.lower(at), WordClass::kAuxiliary)) return true;
    }
    return false;
  }

  bool is_settled(const Spoken& spoken) const { return !spoken.cue.empty() && has(spoken.cue, {"agreed", "accepted", "approved"}) && !has({spoken.span.first, spoken.cue.first}, {"would", "could"}); }

  /// "would go as high as 180 million if ...", "would not oppose arbitration", "a tentative agreement on raises of 6 percent".
  std::optional<OptionStatus> claimed(const Spoken& spoken, bool sum) const {
    const auto& others = spoken.reading.others;
    if (std::find(others.begin(), others.end(), ReadKind::kOffer) != others.end() && spoken.content.size() > 2) return OptionStatus::kPending;
    if (!sum) return std::nullopt;
    if (has(spoken.content, {"agreement", "agreed"})) return OptionStatus::kAgreed;
    const bool conditional = has(spoken.content, {"would", "could"}) && has(spoken.content, {"if", "provided", "unless"});
    return conditional ? std::optional(OptionStatus::kPending) : std::nullopt;
  }

  void propose(std::size_t i, OptionStatus status) {
    for (const Tokens part : parts(trimmed(spoken_[i].content))) {
      if (!fits(part, i)) continue;
      Made made;
      made.option.issue = issue_of(part, i);
      if (spoken_[i].speaker && spoken_[i].reading.kind != ReadKind::kReject) {
        made.option.proposers = {*spoken_[i].speaker};
        made.party = party_of(scene_, *spoken_[i].speaker);
      }
      made.option.status = status;
      made.option.tokens = part;
      made.statement = i;
      made_.push_back(std::move(made));
    }
  }

  std::size_t issue_of(Tokens part, std::size_t i) const {
    const auto named = named_in(part);
    return named ? *named : links_.of[i].front();
  }

  bool fits(Tokens part, std::size_t i) const {
    if (part.empty() || part.size() > kLongest || links_.of[i].empty()) return false;
    const bool sum = has_sum(scene_, part) || is_bare_number(part);
    const bool offered = part.size() > 3 && (spoken_[i].reading.kind == ReadKind::kOffer || consents_to_act(part, i));
    if (!sum && !offered && (part.size() < 2 || links_.named[i].empty())) return false;
    if (is_procedure(part) || (part.size() < 4 && kAnaphora.has(scene_.lower(part.first)))) return false;
    return std::none_of(made_.begin(), made_.end(), [&](const Made& made) { return made.option.tokens.overlaps(part); });
  }

  /// "settle for 25", "3.5".
  bool is_bare_number(Tokens part) const {
    if (part.size() > 5) return false;
    for (std::uint32_t at = part.first; at < part.last; ++at) {
      if (scene_.token(at).kind == TokenKind::kNumber && !scene_.is_date(at)) return true;
    }
    return false;
  }

  /// "agreed to withdraw its plan", but not "accepted the plan".
  bool consents_to_act(Tokens part, std::size_t i) const {
    return spoken_[i].reading.kind == ReadKind::kAccept && !is_a(scene_.lower(part.first), WordClass::kDeterminer) && is_verb_form(scene_.lower(part.first));
  }

  /// Its first word that is neither an article nor a party tells of the talks, not of their matter.
  bool is_procedure(Tokens part) const {
    for (std::uint32_t at = part.first; at < std::min(part.last, part.first + 7); ++at) {
      const std::string& word = scene_.lower(at);
      if (is_a(word, WordClass::kDeterminer) || is_a(word, WordClass::kPreposition) || scene_.actors.at(at) != nullptr || word == "parties" || word == "sides" || word == "companies") continue;
      return kProcedure.has(word);
    }
    return false;
  }

  /// Without "the idea of" before it and an afterthought behind it.
  Tokens trimmed(Tokens content) const {
    while (!content.empty() && scene_.token(content.first).kind != TokenKind::kWord && scene_.token(content.first).kind != TokenKind::kNumber) ++content.first;
    if (!content.empty() && scene_.lower(content.first) == "that") ++content.first;
    for (std::uint32_t at = content.first; at + 2 < content.last && at < content.first + 5; ++at) {
      if (kFrames.has(scene_.lower(at)) && opens(content, at) && (scene_.lower(at + 1) == "of" || scene_.lower(at + 1) == "for" || scene_.lower(at + 1) == "to")) {
        content.first = at + 2;
        break;
      }
    }
    for (std::uint32_t at = content.first + 2; at < content.last; ++at) {
      if (ends_before(at)) {
        content.last = at;
        break;
      }
    }
    while (!content.empty() && scene_.token(content.last - 1).kind == TokenKind::kPunctuation && scene_.text.of(content.last - 1) != "%") --content.last;
    return content;
  }

  /// Only an article, an owner and descriptions stand before it.
  bool opens(Tokens content, std::uint32_t frame) const {
    for (std::uint32_t at = content.first; at < frame; ++at) {
      const Mention* mention = scene_.actors.at(at);
      if (at == content.first && !is_a(scene_.lower(at), WordClass::kDeterminer) && mention == nullptr) return false;
      if (is_verb_form(scene_.lower(at)) && mention == nullptr) return false;
    }
    return true;
  }

  bool ends_before(std::uint32_t at) const {
    const std::string& word = scene_.lower(at);
    if (word == "rather" && scene_.text.is(at + 1, "than")) return true;
    if (word != "," || at + 1 >= scene_.text.size()) return false;
    const std::string& next = scene_.lower(at + 1);
    static constexpr WordSet kAfterthoughts("but", "which", "while", "leaving", "although", "though", "saying", "arguing", "adding", "because", "warning", "calling", "who", "where", "whose");
    return kAfterthoughts.has(next);
  }

  /// "a cut of a tenth, a ban on X and a pool of Y": each of three or more noun phrases is an option of its own.
  std::vector<Tokens> parts(Tokens content) const {
    std::vector<Tokens> found;
    if (content.empty()) return found;
    std::uint32_t first = content.first;
    bool comma = false;
    for (std::uint32_t at = content.first; at + 1 < content.last; ++at) {
      const bool mark = scene_.lower(at) == ",";
      const bool last = scene_.lower(at) == "and";
      const std::string& next = scene_.lower(at + 1);
      if ((!mark && !last) || (next != "a" && next != "an") || (last && !comma)) continue;
      comma = comma || mark;
      found.push_back({first, at});
      first = at + 1;
    }
    found.push_back({first, content.last});
    if (found.size() > 2 && (scene_.lower(content.first) == "a" || scene_.lower(content.first) == "an")) return found;
    return halves(content);
  }

  /// "a ceasefire and the withdrawal of troops": two options where the halves name different issues.
  std::vector<Tokens> halves(Tokens content) const {
    for (std::uint32_t at = content.first + 2; at + 2 < content.last; ++at) {
      if (scene_.lower(at) != "and" || !is_a(scene_.lower(content.first), WordClass::kDeterminer) || !is_a(scene_.lower(at + 1), WordClass::kDeterminer)) continue;
      const std::uint32_t first_end = scene_.lower(at - 1) == "," ? at - 1 : at;
      const Tokens first{content.first, first_end};
      const Tokens second{at + 1, content.last};
      const auto one = named_in(first);
      const auto other = named_in(second);
      if (one && other && *one != *other && !is_clause(content)) return {first, second};
    }
    return {content};
  }

  /// The issue named first.
  std::optional<std::size_t> named_in(Tokens part) const {
    std::optional<std::size_t> found;
    std::uint32_t first = part.last;
    for (std::size_t issue = 0; issue < issues_.size(); ++issue) {
      for (const Tokens name : issues_[issue].tokens) {
        if (!name.overlaps(part) || name.first >= first) continue;
        found = issue;
        first = name.first;
      }
    }
    return found;
  }

  /// What another party turns down: an option with the same sum or the same words, or the one just put forward.
  void reject_earlier(std::size_t i) {
    const Spoken& spoken = spoken_[i];
    if (!spoken.speaker) return;
    const std::uint32_t party = party_of(scene_, *spoken.speaker);
    const bool short_word = spoken.content.empty() || (spoken.content.size() < 4 && links_.named[i].empty());
    for (auto made = made_.rbegin(); made != made_.rend(); ++made) {
      if (made->party == party || made->option.status == OptionStatus::kAgreed) continue;
      const bool next = short_word && i - made->statement <= kReach;
      if (!next && !shares_number(made->option.tokens, spoken.content) && !made->option.tokens.overlaps(spoken.content)) continue;
      made->option.status = OptionStatus::kRejected;
      return;
    }
  }

  bool shares_number(Tokens a, Tokens b) const {
    for (std::uint32_t at = b.first; at < b.last; ++at) {
      if (scene_.token(at).kind != TokenKind::kNumber || scene_.is_date(at)) continue;
      for (std::uint32_t other = a.first; other < a.last; ++other) {
        if (scene_.lower(other) == scene_.lower(at)) return true;
      }
    }
    return false;
  }

  const Scene& scene_;
  const std::vector<Spoken>& spoken_;
  const std::vector<IssueTerm>& issues_;
  const IssueLinks& links_;
  std::vector<Made> made_;
};

}  // namespace

std::vector<OptionTerm> find_options(const Scene& scene, const std::vector<Spoken>& spoken, const std::vector<IssueTerm>& issues, const IssueLinks& links) {
  return Finder(scene, spoken, issues, links).run();
}

}  // namespace modus::reading
