#include "modus/reading/zones.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

using documents::BlockKind;

constexpr std::uint32_t kLongestHeading = 22, kLongestDateline = 16;

bool ends_like_prose(const Text& text, Tokens tokens) {
  const Token& last = text.tokens[tokens.last - 1];
  return last.lower == "." || last.lower == "?" || last.lower == "!" || last.lower == ":" ||
         last.lower == "\xE2\x80\xA6" || last.lower == ")" || last.kind == TokenKind::kCloseQuote ||
         text.of(tokens.last - 1).back() == '.';
}

bool is_credit(const Text& text, Tokens tokens) {
  std::uint32_t at = tokens.first;
  while (at < tokens.last && text.tokens[at].kind != TokenKind::kWord) ++at;
  if (at == tokens.last) return false;
  static constexpr WordSet kOpeners{"by",         "words",   "published", "updated", "posted",    "photo",
                                    "photograph", "picture", "editing",   "written", "correction"};
  const bool short_line = tokens.size() <= kLongestHeading && !ends_like_prose(text, tokens);
  if (kOpeners.has(text.tokens[at].lower) && short_line) return true;
  if (text.is(at, "editing") && text.is(at + 1, "by")) return true;
  if (text.is(at, "additional") && text.is(at + 1, "reporting")) return true;
  if (text.is(at, "reporting") && text.is(at + 1, "by")) return true;
  if (text.is(at, "email") || (text.is(at, "from") && text.is(at + 1, "our") && short_line)) return true;
  if (text.is(at, "correction") && text.is(at + 1, ":")) return true;
  return text.is(at, "leave") && text.is(at + 1, "a") && text.is(at + 2, "comment");
}

bool is_all_capitals(const Text& text, std::uint32_t token) {
  const std::string_view word = text.of(token);
  return word.size() > 2 &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         text.tokens[token].kind == TokenKind::kWord;
}

/// The end of a dateline at the start of a block: "GENEVA, March 4 (Agency) -" or "Geneva (Agency) -".
std::uint32_t dateline_end(const Text& text, Tokens tokens) {
  const std::uint32_t limit = std::min(tokens.last, tokens.first + kLongestDateline);
  bool agency = is_all_capitals(text, tokens.first);
  for (std::uint32_t i = tokens.first; i < limit; ++i) {
    const Token& token = text.tokens[i];
    if (token.kind == TokenKind::kDash) return agency ? i + 1 : tokens.first;
    agency = agency || token.lower == ")" || is_calendar_word(token.lower);
    const bool belongs = token.capital || token.kind == TokenKind::kNumber || token.lower == "," ||
                         token.lower == "(" || token.lower == ")" || token.lower == "/" || token.lower == ".";
    if (!belongs) return tokens.first;
  }
  return tokens.first;
}

Zone zone_of_sentence(const Text& text, const Sentence& sentence) {
  const BlockKind kind = text.document->blocks[sentence.block].kind;
  if (kind == BlockKind::kByline) return Zone::kAside;
  if (kind == BlockKind::kTitle || kind == BlockKind::kHeading) return Zone::kHeading;
  if (is_credit(text, sentence.tokens)) return Zone::kAside;
  const bool alone = sentence.starts_block &&
                     text.span(sentence.tokens).end >= text.document->blocks[sentence.block].span.end;
  const bool heading = alone && kind == BlockKind::kParagraph && sentence.tokens.size() <= kLongestHeading &&
                       !ends_like_prose(text, sentence.tokens);
  return heading ? Zone::kHeading : Zone::kBody;
}

}  // namespace

std::vector<Zone> zones_of(const Text& text) {
  std::vector<Zone> zones(text.tokens.size(), Zone::kBody);
  for (const Sentence& sentence : text.sentences) {
    const Zone zone = zone_of_sentence(text, sentence);
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) zones[i] = zone;
    if (zone != Zone::kBody || !sentence.starts_block) continue;
    const std::uint32_t end = dateline_end(text, sentence.tokens);
    std::fill(zones.begin() + sentence.tokens.first, zones.begin() + end, Zone::kAside);
  }
  return zones;
}

}  // namespace modus::reading
