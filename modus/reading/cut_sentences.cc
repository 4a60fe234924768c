#include "modus/reading/cut_sentences.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace modus::reading {
namespace {

bool is_stop(const Token& token) {
  return token.lower == "." || token.lower == "?" || token.lower == "!" || token.lower == "\xE2\x80\xA6" ||
         (token.lower.size() > 1 && token.lower.find_first_not_of('.') == std::string::npos);
}

bool closes(const Token& token) { return token.kind == TokenKind::kCloseQuote || token.lower == ")" || token.lower == "]"; }

/// Words that begin a sentence and hardly a name: they tell "the U.S. The talks" from "the U.S. Treasury".
bool begins_sentences(const Token& token) {
  static const std::unordered_set<std::string_view> kWords = {
      "the", "a", "an", "he", "she", "it", "they", "we", "but", "and", "in", "on", "at", "for", "that", "this", "these", "those",
      "his", "her", "its", "their", "there", "if", "when", "while", "as", "by", "with", "after", "before", "both", "some", "many",
      "however", "yet", "still", "under", "no", "not", "one", "two", "what", "last", "meanwhile", "asked"};
  return kWords.count(token.lower) > 0;
}

/// A word with a full stop of its own ("U.S.", "Inc.") may end a sentence too.
bool stop_is_inside(const Token& token, std::string_view text) {
  return token.kind == TokenKind::kWord && text[token.span.end - 1] == '.';
}

/// Titles never end a sentence; other abbreviations do before a word that begins one.
bool is_title(const Token& token) {
  static const std::unordered_set<std::string_view> kTitles = {"mr",  "mrs", "ms",  "dr",   "prof", "sen", "rep", "gen", "col",
                                                               "lt",  "sgt", "maj", "capt", "gov",  "pres", "st",  "rev", "hon",
                                                               "adm", "cmdr", "no",  "nos", "vs"};
  return kTitles.count(token.lower) > 0;
}

bool could_start(const Token& token) {
  return token.capital || token.kind == TokenKind::kNumber || token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kDash ||
         token.lower == "(" || token.lower == "[";
}

bool is_initial(const Token& token) { return token.kind == TokenKind::kWord && token.capital && token.lower.size() == 1 && token.lower != "i"; }

/// No writer's sentence is as long; what never ends is cut, so that work within a sentence stays bounded.
constexpr std::uint32_t kLongestSentence = 400;

class Splitter {
 public:
  Splitter(std::string_view bytes, std::uint32_t block, Tokens range, Text& text) : bytes_(bytes), block_(block), range_(range), text_(text) {}

  void run() {
    std::uint32_t first = range_.first;
    for (std::uint32_t at = range_.first; at < range_.last; ++at) {
      const std::uint32_t end = at + 1 - first >= kLongestSentence ? at + 1 : end_after(at);
      if (end == at) continue;
      put({first, end});
      first = end;
      at = end - 1;
    }
    if (first < range_.last) put({first, range_.last});
  }

 private:
  void put(Tokens tokens) {
    const auto number = static_cast<std::uint32_t>(text_.sentences.size());
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) text_.tokens[i].sentence = number;
    text_.sentences.push_back({tokens, block_, tokens.first == range_.first});
  }

  /// The end of the sentence that the token at `at` ends; `at` itself where it ends none.
  std::uint32_t end_after(std::uint32_t at) const {
    const Token& token = text_.tokens[at];
    const bool inside = stop_is_inside(token, bytes_);
    if (!is_stop(token) && !inside) return at;
    std::uint32_t end = at + 1;
    while (end < range_.last && (closes(text_.tokens[end]) || is_stop(text_.tokens[end]))) ++end;
    if (end == range_.last) return end;
    const Token& next = text_.tokens[end];
    if (!could_start(next)) return at;
    if (inside) return !is_title(token) && begins_sentences(next) && next.capital ? end : at;
    if (token.lower == "." && at > range_.first && is_initial(text_.tokens[at - 1]) && token.joined && end == at + 1) return at;
    return end;
  }

  std::string_view bytes_;
  std::uint32_t block_;
  Tokens range_;
  Text& text_;
};

}  // namespace

bool is_abbreviation(std::string_view lower) {
  static const std::unordered_set<std::string_view> kWords = {
      "mr",  "mrs", "ms",  "dr",  "prof", "sen", "sens", "rep", "reps", "gen", "col", "lt",  "sgt", "maj", "capt", "gov", "pres", "st",
      "rev", "hon", "adm", "cmdr", "jr",  "sr",  "inc",  "ltd", "corp", "co",  "bros", "vs", "nos", "jan", "feb",  "aug", "sept", "sep",
      "oct", "nov", "dec", "art", "dept", "est", "approx"};
  return kWords.count(lower) > 0;
}

void cut_sentences(std::string_view text_of_document, std::uint32_t block, Tokens tokens, Text& text) {
  Splitter(text_of_document, block, tokens, text).run();
}

}  // namespace modus::reading
