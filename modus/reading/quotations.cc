#include "modus/reading/quotations.h"

#include <algorithm>
#include <string_view>

namespace modus::reading {
namespace {

std::uint32_t block_of(const Text& text, std::uint32_t token) { return text.sentences[text.tokens[token].sentence].block; }

/// The marks that may close what this one opens; straight marks close themselves.
bool closes(std::string_view open, std::string_view close) {
  return open == close;   // folding makes all double marks alike, and all single ones
}

/// A mark whose closing one is farther off opens nothing: looking for it stays bounded.
constexpr std::uint32_t kLongestQuotation = 2000;

/// The closing mark that belongs to the opening one at `open`, or the end of its block.
std::uint32_t closing_mark(const Text& text, std::uint32_t open, std::uint32_t block_end) {
  int depth = 0;
  const std::uint32_t limit = std::min(block_end, open + kLongestQuotation);
  for (std::uint32_t at = open + 1; at < limit; ++at) {
    const Token& token = text.tokens[at];
    if (!closes(text.tokens[open].lower, token.lower)) continue;
    if (token.kind == TokenKind::kOpenQuote) ++depth;
    if (token.kind == TokenKind::kCloseQuote && depth-- == 0) return at;
  }
  return block_end;
}

std::uint32_t end_of_block(const Text& text, std::uint32_t token) {
  const std::uint32_t block = block_of(text, token);
  std::uint32_t sentence = text.tokens[token].sentence;
  while (sentence < text.sentences.size() && text.sentences[sentence].block == block) ++sentence;
  return text.sentences[sentence - 1].tokens.last;
}

bool goes_on(const Text& text, std::uint32_t open, std::uint32_t block_end) {
  return block_end < text.size() && text.tokens[block_end].kind == TokenKind::kOpenQuote &&
         text.tokens[block_end].lower == text.tokens[open].lower;
}

bool is_ending(const Token& token) {
  return token.lower == "," || token.lower == "." || token.lower == "?" || token.lower == "!" || token.kind == TokenKind::kDash ||
         token.lower.front() == '.';
}

/// "We will go," he said; he said: "We will go". A few words without an end of their own are a fragment.
bool is_whole(const Text& text, Tokens inside, std::uint32_t open) {
  if (inside.empty()) return false;
  const bool begins = text.tokens[inside.first].capital || text.tokens[inside.first].kind == TokenKind::kNumber;
  const bool starts_sentence = text.sentences[text.tokens[open].sentence].tokens.first == open;
  if (is_ending(text.tokens[inside.last - 1])) return inside.size() > 2 && (begins || starts_sentence || inside.size() > 6);
  const bool stop_follows = inside.last + 1 < text.size() && is_ending(text.tokens[inside.last + 1]);
  return begins && stop_follows && inside.size() > 4;
}

}  // namespace

std::vector<Quotation> find_quotations(const Text& text) {
  std::vector<Quotation> all;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (text.tokens[at].kind != TokenKind::kOpenQuote) continue;
    const std::uint32_t end = end_of_block(text, at);
    const std::uint32_t close = closing_mark(text, at, end);
    const bool runs_on = close == end && goes_on(text, at, end);
    if (close == end && !runs_on) continue;
    Quotation made{{at + 1, close}, {at, runs_on ? close : close + 1}, false, runs_on};
    made.whole = runs_on || is_whole(text, made.inside, at);
    if (!made.inside.empty()) all.push_back(made);
    at = made.with_marks.last - 1;
  }
  return all;
}

std::vector<std::uint32_t> quotation_of_tokens(const Text& text, const std::vector<Quotation>& quotations) {
  std::vector<std::uint32_t> of(text.size(), kNoQuotation);
  for (std::uint32_t i = 0; i < quotations.size(); ++i) {
    std::fill(of.begin() + quotations[i].with_marks.first, of.begin() + quotations[i].with_marks.last, i);
  }
  return of;
}

}  // namespace modus::reading
