/// \file A document cut into words and sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "modus/documents/document.h"

namespace modus::reading {

using documents::Document;
using documents::Span;

/// Tokens [first, last) of a Text.
struct Tokens {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : last - first; }
  [[nodiscard]] bool contains(std::uint32_t token) const { return first <= token && token < last; }
  [[nodiscard]] bool contains(Tokens other) const { return first <= other.first && other.last <= last; }
  [[nodiscard]] bool overlaps(Tokens other) const { return first < other.last && other.first < last; }
  friend bool operator==(const Tokens&, const Tokens&) = default;
};

enum class TokenKind : std::uint8_t { kWord, kNumber, kOpenQuote, kCloseQuote, kDash, kPunctuation };

/// A word keeps inner hyphens, apostrophes and full stops ("long-term", "O'Neil", "U.S."), but a possessive
/// "'s" or "'" is a token of its own, so that "Kyiv's" is "Kyiv" and "'s". Contractions stay whole ("won't",
/// but "he's" is "he" and "'s": nothing tells it from a possessive). A hyphen between two capitals, or after
/// capitals only, is a token of its own, marked `joined` like the word after it: "U.S.-Ukraine", "NATO-style".
struct Token {
  Span span;
  TokenKind kind = TokenKind::kWord;
  bool capital = false;        ///< begins with a capital letter
  bool possessive = false;     ///< the mark of a possessive
  std::uint32_t sentence = 0;
  bool joined = false;         ///< no blank between it and the token before it
  std::string lower;           ///< folded: lower case, no accents, straight apostrophe and hyphen; a title or other
                               ///< abbreviation without its full stop ("mr"), initials with theirs ("u.s.")
};

struct Sentence {
  Tokens tokens;
  std::uint32_t block = 0;
  bool starts_block = false;
};

struct Text {
  const Document* document = nullptr;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;

  [[nodiscard]] std::string_view of(Tokens range) const;          ///< the text as it stands
  [[nodiscard]] std::string_view of(std::uint32_t token) const;
  [[nodiscard]] Span span(Tokens range) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  [[nodiscard]] bool is(std::uint32_t token, std::string_view lower) const;   ///< false past the end
  [[nodiscard]] documents::BlockKind block_kind(std::uint32_t token) const;
};

/// Words and sentences by ICU's rules, mended where news prose needs it (titles, initials, "U.S." before a
/// capital, company endings). A block's end ends a sentence. The document must outlive the text.
[[nodiscard]] Text cut_into_sentences(const Document& document);

/// The base form of a word as it stands in Token::lower, read as a verb: "rejected" -> "reject", "said" -> "say". Irregular forms and the verbs of
/// data/verbs.tsv and data/cues.tsv are known; any other word loses a plural's ending only.
[[nodiscard]] std::string verb_lemma(std::string_view lower);
/// Whether a word is a form of a verb the reader knows.
[[nodiscard]] bool is_verb_form(std::string_view lower);
[[nodiscard]] std::string noun_lemma(std::string_view lower);   ///< "guarantees" -> "guarantee", "parties" -> "party"

}  // namespace modus::reading
