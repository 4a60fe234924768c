#include "modus/reading/event_clauses.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/event_words.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kOpeners("but", "while", "although", "though", "because", "when", "if", "unless", "whereas",
                           "where");
constexpr WordSet kOpenersAfterComma("and", "or", "so", "as", "with", "who", "which", "whose", "yet");
constexpr WordSet kPlainSaying("said", "says", "say", "added", "adds", "insisted", "insists", "believes",
                               "believe", "thinks");
constexpr WordSet kPrepositions("at", "in", "on", "after", "before", "during", "outside", "through", "from",
                                "by", "late", "early");
constexpr std::uint32_t kReachOfSaying = 10;
constexpr std::uint32_t kReachOfEvent = 7;
constexpr std::uint32_t kLongQuote = 6;

class Cutter {
 public:
  Cutter(const Text& text, Tokens sentence, const std::vector<DateMention>& dates)
      : text_(text), sentence_(sentence), dates_(dates) {}

  std::vector<Tokens> run() {
    std::uint32_t begin = sentence_.first;
    for (std::uint32_t at = sentence_.first; at < sentence_.last; ++at) {
      const std::uint32_t cut = cut_at(at, begin);
      if (cut > begin && cut < sentence_.last) {
        clauses_.push_back({begin, cut});
        begin = cut;
        relative_ = text_.is(cut, "who") || text_.is(cut, "which") || text_.is(cut, "whose");
      }
    }
    clauses_.push_back({begin, sentence_.last});
    return std::move(clauses_);
  }

 private:
  /// Where a clause begins by what stands at `at`; 0 where none does.
  std::uint32_t cut_at(std::uint32_t at, std::uint32_t begin) const {
    const Token& token = text_.tokens[at];
    if (token.lower == ";" || token.lower == ":" || token.kind == TokenKind::kDash) return at + 1;
    if (relative_ && token.lower == "," && at > begin + 1) return at + 1;
    if (kOpeners.has(token.lower)) return at;
    const bool after_comma = at > sentence_.first && text_.is(at - 1, ",");
    if (after_comma && kOpenersAfterComma.has(token.lower)) return belongs_to_event(at) ? 0 : at;
    if ((token.lower == "after" || token.lower == "before") && opens_clause(at)) return at;
    return end_of_saying(at);
  }

  bool belongs_to_event(std::uint32_t at) const {
    if (!text_.is(at, "which")) return false;
    const std::uint32_t from = std::max(sentence_.first, at > kReachOfEvent ? at - kReachOfEvent : 0);
    for (std::uint32_t i = from; i < at; ++i)
      if (is_event_noun(text_, i)) return true;
    return false;
  }

  /// "after" and "before" with a clause or an event behind them; not "before Friday", "after dark".
  bool opens_clause(std::uint32_t at) const {
    if (date_from(at + 1) != nullptr) return false;
    const std::uint32_t end = std::min(sentence_.last, at + 8);
    for (std::uint32_t i = at + 1; i < end && !text_.is(i, ","); ++i)
      if (looks_finite(text_.tokens[i].lower) || event_word_at(text_, i, true) ||
          event_word_at(text_, i, false) || text_.is(i, "what"))
        return true;
    return false;
  }

  const DateMention* date_from(std::uint32_t token) const {
    const auto found =
        std::lower_bound(dates_.begin(), dates_.end(), token,
                         [](const DateMention& date, std::uint32_t at) { return date.tokens.first < at; });
    return found != dates_.end() && found->tokens.first == token ? &*found : nullptr;
  }

  /// Behind "said", "told them on Friday that": where the words of the speaker begin.
  std::uint32_t end_of_saying(std::uint32_t at) const {
    const bool plain = kPlainSaying.has(text_.tokens[at].lower);
    if (!plain && !is_speech_verb(text_.tokens[at].lower)) return 0;
    const std::uint32_t end = std::min(sentence_.last, at + kReachOfSaying);
    for (std::uint32_t i = at + 1; i < end; ++i) {
      if (text_.is(i, "that")) return i + 1;
      const Token& token = text_.tokens[i];
      if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote || token.lower == ",")
        break;
      if (const DateMention* date = date_from(i))
        return text_.is(date->tokens.last, "that") ? date->tokens.last + 1 : date->tokens.last;
    }
    const bool goes_on = at + 1 < sentence_.last && kPrepositions.has(text_.tokens[at + 1].lower);
    return plain && !goes_on ? at + 1 : 0;
  }

  const Text& text_;
  Tokens sentence_;
  const std::vector<DateMention>& dates_;
  std::vector<Tokens> clauses_;
  bool relative_ = false;
};

}  // namespace

std::vector<Tokens> event_clauses(const Text& text, Tokens sentence, const std::vector<DateMention>& dates) {
  return Cutter(text, sentence, dates).run();
}

std::vector<bool> quoted_tokens(const Text& text) {
  std::vector<bool> quoted(text.size(), false);
  std::uint32_t open = 0;
  bool within = false;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const bool new_block = at > 0 && text.sentences[text.tokens[at].sentence].block !=
                                         text.sentences[text.tokens[at - 1].sentence].block;
    const bool ends = within && (new_block || text.tokens[at].kind == TokenKind::kCloseQuote);
    if (ends && at - open > kLongQuote) std::fill(quoted.begin() + open, quoted.begin() + at, true);
    if (ends) within = false;
    if (!within && text.tokens[at].kind == TokenKind::kOpenQuote) {
      within = true;
      open = at;
    }
  }
  return quoted;
}

}  // namespace modus::reading
