#include "modus/reading/date_patterns.h"

#include "modus/reading/time_cursor.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kDayParts("morning", "afternoon", "evening", "night", "lunchtime", "midnight", "noon",
                            "midday");
constexpr WordSet kBegins("the", "a", "an", "today", "tonight", "yesterday", "tomorrow", "overnight", "this",
                          "last", "next", "past", "coming", "recent", "early", "late", "mid", "earlier",
                          "later", "end", "start", "beginning", "middle", "close", "spring", "summer",
                          "autumn", "winter", "fall", "previous", "following", "current", "good", "that",
                          "easter", "christmas", "about", "around", "nearly", "almost", "roughly", "some",
                          "over", "barely", "just", "only", "more", "less");

bool may_begin(const Token& token) {
  const std::string_view word = token.lower;
  return token.kind == TokenKind::kNumber || kBegins.has(word) || month_named(word) || weekday_named(word) ||
         count_named(word) || word.starts_with("mid-");
}

}  // namespace

std::uint32_t TimeCursor::after_day_part(std::uint32_t i) const { return kDayParts.has(word(i)) ? i + 1 : i; }

std::optional<int> TimeCursor::offset_named(std::string_view word) {
  if (word == "last" || word == "past" || word == "previous") return -1;
  if (word == "this" || word == "current") return 0;
  if (word == "next" || word == "coming") return 1;
  return std::nullopt;
}

std::optional<TimeExpression> time_at(const Text& text, std::uint32_t token) {
  if (!may_begin(text.tokens[token])) return std::nullopt;
  auto named = NamedTimes(text, token).longest(token);
  auto counted = CountedTimes(text, token).longest(token);
  if (!named || (counted && counted->tokens.last > named->tokens.last)) return counted;
  return named;
}

}  // namespace modus::reading
