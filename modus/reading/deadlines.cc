#include "modus/reading/deadlines.h"

#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kPrepositions("by", "until", "till", "since", "from", "beyond", "before", "after", "to",
                                "past");
constexpr WordSet kBetween("on", "the", "at", "late", "early", "of", "noon", "midnight", "midday", "a.m.",
                           "p.m.", "about", "around");
constexpr WordSet kGiving("gave", "give", "gives", "given", "giving", "granted");
constexpr WordSet kHaving("has", "have", "had", "having", "open", "valid", "stands");
constexpr WordSet kExtending("extend", "extends", "extended", "extending", "prolong", "prolonged");
constexpr WordSet kDeferring("defer", "deferred", "deferring", "adjourn", "adjourned", "postpone",
                             "postponed", "postponing", "delayed", "put");
constexpr WordSet kDemanding("must", "demand", "demands", "demanded", "demanding", "ultimatum", "unless",
                             "required", "requires", "ordered", "deadline", "obliged", "insisted", "insists",
                             "repay", "threatened", "threatens", "wants", "want", "wanted");
constexpr WordSet kLastWords("left", "remaining", "go");

/// Whether one of `words` stands within `reach` tokens before `end`.
template <std::size_t N>
bool stands_before(const Text& text, Tokens sentence, std::uint32_t end, std::uint32_t reach,
                   const WordSet<N>& words) {
  for (std::uint32_t at = end; at-- > sentence.first && at + reach >= end;)
    if (words.has(text.tokens[at].lower)) return true;
  return false;
}

/// "if there is no", "without a deal", "or face": what happens where nothing has been done by then.
bool has_sanction(const Text& text, Tokens sentence) {
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    const std::string_view word = text.tokens[at].lower;
    if (kDemanding.has(word)) return true;
    if (word == "or" && (text.is(at + 1, "face") || text.is(at + 1, "else"))) return true;
    if (word == "if" && (text.is(at + 1, "no") || text.is(at + 3, "no") || text.is(at + 4, "not")))
      return true;
    if ((word == "have" || word == "has") && text.is(at + 1, "to")) return true;
  }
  return false;
}

/// The token of the preposition before a date; the date's own first token where there is none.
std::uint32_t preposition_at(const Text& text, const DateMention& date, Tokens sentence) {
  for (std::uint32_t at = date.tokens.first; at-- > sentence.first && at + 5 >= date.tokens.first;) {
    if (kPrepositions.has(text.tokens[at].lower)) return at;
    if (!kBetween.has(text.tokens[at].lower) && text.tokens[at].kind != TokenKind::kNumber) break;
  }
  return date.tokens.first;
}

}  // namespace

std::string_view preposition_of(const Text& text, const DateMention& date, Tokens sentence) {
  const std::uint32_t at = preposition_at(text, date, sentence);
  return at == date.tokens.first ? std::string_view() : std::string_view(text.tokens[at].lower);
}

std::string_view deadline_kind(const Text& text, const DateMention& date, Tokens sentence) {
  if (kLastWords.has(text.tokens[date.tokens.last - 1].lower)) return "deadline";
  const std::uint32_t at = preposition_at(text, date, sentence);
  const std::string_view preposition = preposition_of(text, date, sentence);
  const bool until = preposition == "until" || preposition == "till";
  if ((until || preposition == "to" || preposition == "beyond" || preposition == "past") &&
      stands_before(text, sentence, at, 6, kExtending))
    return "deadline";
  if ((until || preposition == "to") && stands_before(text, sentence, at, 5, kDeferring))
    return "adjournment";
  if (until &&
      (stands_before(text, sentence, at, 1, kHaving) || stands_before(text, sentence, at, 6, kGiving)))
    return "deadline";
  return preposition == "by" && has_sanction(text, sentence) ? "deadline" : std::string_view();
}

}  // namespace modus::reading
