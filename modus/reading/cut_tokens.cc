#include "modus/reading/cut_tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "modus/reading/cut_sentences.h"
#include "modus/reading/fold.h"

namespace modus::reading {
namespace {

struct Letter {
  UChar32 c = 0;
  std::size_t begin = 0, end = 0;
};

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013; }
bool is_blank(UChar32 c) { return u_isUWhiteSpace(c) != 0; }
bool is_silent(UChar32 c) { return u_charType(c) == U_FORMAT_CHAR || (u_charType(c) == U_CONTROL_CHAR && !is_blank(c)); }
bool is_part(UChar32 c) { return u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK || is_silent(c); }

/// Goes through the letters of one block.
class Cutter {
 public:
  Cutter(std::string_view text, Span block, std::vector<Token>& tokens) : text_(text), tokens_(tokens), first_(tokens.size()) {
    for (std::size_t at = block.begin; at < block.end;) letters_.push_back(next_letter(at));
  }

  void run() {
    while (at_ < letters_.size()) {
      if (is_blank(now()) || is_silent(now())) {
        ++at_;
      } else if (u_isalnum(now()) != 0) {
        word();
      } else {
        mark();
      }
    }
  }

 private:
  Letter next_letter(std::size_t& at) const {
    Letter made;
    made.begin = at;
    auto index = static_cast<int32_t>(at);
    U8_NEXT_OR_FFFD(reinterpret_cast<const uint8_t*>(text_.data()), index, static_cast<int32_t>(text_.size()), made.c);
    at = static_cast<std::size_t>(index);
    made.end = at;
    return made;
  }

  UChar32 peek(std::size_t at) const { return at < letters_.size() ? letters_[at].c : ' '; }
  UChar32 now() const { return peek(at_); }
  UChar32 before() const { return at_ == 0 ? ' ' : letters_[at_ - 1].c; }

  Token& put(TokenKind kind, std::size_t end) {
    Token token;
    token.span = {letters_[at_].begin, letters_[end - 1].end};
    token.kind = kind;
    token.lower = fold(text_.substr(token.span.begin, token.span.size()));
    token.capital = u_isupper(letters_[at_].c) != 0 || u_istitle(letters_[at_].c) != 0;
    token.joined = tokens_.size() > first_ && tokens_.back().span.end == token.span.begin;
    tokens_.push_back(std::move(token));
    at_ = end;
    return tokens_.back();
  }

  /// The end of a run of single letters with full stops: "U.S.", "a.m."; `begin` where there is none.
  std::size_t end_of_initials(std::size_t begin) const {
    std::size_t end = begin;
    while (u_isalpha(peek(end)) != 0 && peek(end + 1) == '.') end += 2;
    const bool runs_on = is_part(peek(end));
    return end - begin >= 4 && !runs_on ? end : begin;
  }

  bool joins_words(std::size_t at) const {
    if (is_part(peek(at + 1)) == 0) return false;
    const UChar32 c = peek(at);
    if (is_apostrophe(c)) return !is_possessive_end(at);
    if (is_hyphen(c)) return true;
    return (c == '.' || c == ',') && u_isdigit(peek(at - 1)) != 0 && u_isdigit(peek(at + 1)) != 0;
  }

  /// "'s" at the end of a word.
  bool is_possessive_end(std::size_t at) const {
    const UChar32 next = peek(at + 1);
    return (next == 's' || next == 'S') && !is_part(peek(at + 2));
  }

  bool all_capitals(std::size_t begin, std::size_t end) const {
    if (end - begin < 2) return false;
    for (std::size_t i = begin; i < end; ++i) {
      if (u_isupper(letters_[i].c) == 0 && letters_[i].c != '.') return false;
    }
    return true;
  }

  /// Whether the hyphen at `at`, within a word begun at `begin`, stands between two words.
  bool parts_words(std::size_t begin, std::size_t at) const {
    if (!is_hyphen(peek(at)) || u_isupper(letters_[begin].c) == 0 || at - begin < 2 || u_isdigit(peek(at + 1)) != 0) return false;   // "ORT-1"
    return all_capitals(begin, at) || u_isupper(peek(at + 1)) != 0;
  }

  void word() {
    const std::size_t begin = at_;
    std::size_t end = end_of_initials(begin);
    const bool initials = end > begin;
    while (end < letters_.size() && !(initials && !is_hyphen(peek(end)))) {
      if (is_part(peek(end))) {
        ++end;
      } else if (end > begin && joins_words(end) && !parts_words(begin, end)) {
        end += 2;
      } else {
        break;
      }
      if (initials) break;
    }
    finish_word(begin, end);
  }

  void finish_word(std::size_t begin, std::size_t end) {
    const bool number = u_isdigit(letters_[begin].c) != 0;
    Token& token = put(number ? TokenKind::kNumber : TokenKind::kWord, end);
    if (peek(end) == '.' && end < letters_.size() && is_abbreviation(token.lower)) {
      token.span.end = letters_[end].end;
      ++at_;
    }
    possessive();
    if (is_hyphen(now()) && at_ > 0 && !is_blank(before()) && is_part(peek(at_ + 1)) && parts_words(begin, at_)) {
      put(TokenKind::kPunctuation, at_ + 1);
    }
  }

  void possessive() {
    if (!is_apostrophe(now())) return;
    if (is_possessive_end(at_)) {
      put(TokenKind::kPunctuation, at_ + 2).possessive = true;
    } else if (ends_plural_possessive()) {
      put(TokenKind::kPunctuation, at_ + 1).possessive = true;
    }
  }

  /// "workers' demand" against the end of a quotation: a mark that closes one usually follows punctuation or
  /// stands before it.
  bool ends_plural_possessive() const {
    const UChar32 last = before();
    if ((last != 's' && last != 'S') || peek(at_ + 1) != ' ') return false;
    return u_isalnum(peek(at_ + 2)) != 0 && (single_open_ == 0 || !closes_within(at_));
  }

  /// Within single quotation marks: whether no later mark could close them before the block ends.
  bool closes_within(std::size_t at) const {
    constexpr std::size_t kReach = 10'000;   // letters: farther off no quotation ends
    for (std::size_t i = at + 1; i < std::min(letters_.size(), at + kReach); ++i) {
      if (letters_[i].c == 0x2018) return true;
      if (is_apostrophe(letters_[i].c) && !is_part(peek(i + 1))) return false;
    }
    return true;
  }

  void mark() {
    const UChar32 c = now();
    if (is_quote(c)) {
      quotation_mark(c);
    } else if (c == 0x2014 || c == 0x2015 || (is_hyphen(c) && (is_blank(before()) || is_hyphen(peek(at_ + 1))))) {
      dash();
    } else {
      put(TokenKind::kPunctuation, end_of_dots());
    }
  }

  void dash() {
    std::size_t end = at_ + 1;
    while (is_hyphen(peek(end))) ++end;
    put(TokenKind::kDash, end);
  }

  std::size_t end_of_dots() const {
    std::size_t end = at_ + 1;
    while (now() == '.' && peek(end) == '.') ++end;
    return end;
  }

  static bool is_quote(UChar32 c) {
    static constexpr std::array<UChar32, 10> kMarks = {'"', '\'', 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB};
    return std::find(kMarks.begin(), kMarks.end(), c) != kMarks.end();
  }

  bool opens_here() const {
    const UChar32 last = before();
    return is_blank(last) || last == '(' || last == '[' || last == 0x2014 || last == 0x2013 || last == '-' || last == 0x201C ||
           last == '"' || last == 0x2018;
  }

  void quotation_mark(UChar32 c) {
    bool open = c == 0x2018 || c == 0x201C || c == 0x201E || c == 0x201A || c == 0xAB;
    if (c == '"') open = double_open_ ? opens_here() && !is_blank(peek(at_ + 1)) && before() != ' ' : true;
    if (c == '\'') open = opens_here() && !is_blank(peek(at_ + 1));
    if (c == '"') double_open_ = open;
    if ((c == '\'' || c == 0x2019) && (open ? u_isdigit(peek(at_ + 1)) != 0 : single_open_ == 0)) {
      put(TokenKind::kPunctuation, at_ + 1);
      return;
    }
    if (is_apostrophe(c) || c == 0x2018) single_open_ += open ? 1 : -1;
    put(open ? TokenKind::kOpenQuote : TokenKind::kCloseQuote, at_ + 1);
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::size_t first_;
  std::vector<Letter> letters_;
  std::size_t at_ = 0;
  bool double_open_ = false;
  int single_open_ = 0;
};

}  // namespace

void cut_tokens(std::string_view text, Span block, std::vector<Token>& tokens) { Cutter(text, block, tokens).run(); }

}  // namespace modus::reading
