#include "modus/reading/role_phrases.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kLongestOwner = 8, kMostModifiers = 5, kLongestTail = 9, kLookBack = 16;

bool is_possessive_pronoun(std::string_view lower) {
  static constexpr WordSet kWords{"its", "his", "her", "their", "our", "my"};
  return kWords.has(lower);
}

/// Reads one phrase from left to right.
class Reader {
 public:
  Reader(const Text& text, std::uint32_t first) : text_(text), at_(first), limit_(sentence_end(text, first)) { made_.whole = {first, first}; }

  std::optional<RolePhrase> read() {
    article();
    owner();
    if (!role()) return std::nullopt;
    made_.whole.last = at_;
    tail();
    return made_;
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }

  void article() {
    made_.definite = true;
    while (at_ < limit_ && is_determiner(token(at_).lower)) {
      const std::string& word = token(at_).lower;
      if (is_possessive_pronoun(word)) {
        made_.owner = {at_, at_ + 1};
      } else if (word != "the" && word != "this" && word != "that" && word != "both") {
        made_.definite = false;
        made_.counted = true;
      }
      ++at_;
    }
  }

  void owner() {
    for (std::uint32_t i = at_; i < std::min(limit_, at_ + kLongestOwner); ++i) {
      if (token(i).possessive && i > at_) {
        made_.owner = {at_, i};
        made_.definite = true;
        at_ = i + 1;
        return;
      }
      const bool joins = text_.is(i, "of") || text_.is(i, "and") || text_.is(i, "&") || text_.is(i, "the") || text_.is(i, "-") || text_.is(i, "for");
      if (!joins && !is_modifier(token(i))) return;
    }
  }

  /// Modifiers and the last role word among them.
  bool role() {
    const std::uint32_t begin = at_;
    RoleHit best;
    std::uint32_t best_at = 0;
    for (std::uint32_t i = begin; i < std::min(limit_, begin + kMostModifiers + 1);) {
      const RoleHit hit = role_at(text_, i, limit_);
      const bool own = hit && (hit.word.role || hit.word.agents);
      if (own) {
        best = hit;
        best_at = i;
        i += hit.length;
      } else if (is_modifier(token(i)) && (!best || text_.is(i, "-"))) {
        ++i;
      } else {
        break;
      }
      if (best && i < limit_ && !role_at(text_, i, limit_)) break;
    }
    if (!best) return false;
    made_.word = best.word;
    made_.head = best_at + best.length - 1;
    made_.role = {owner_by_name(begin, best_at), best_at + best.length};
    at_ = made_.role.last;
    return true;
  }

  /// "Norsound chief executive", "Lakeport Mayor": capitals before a role say whose it is. Returns where the role begins.
  std::uint32_t owner_by_name(std::uint32_t begin, std::uint32_t role) {
    std::uint32_t end = begin;
    while (end < role && token(end).capital && !is_role_modifier(token(end).lower)) ++end;
    if (end == begin || !made_.owner.empty()) return begin;
    if (begins_sentence(text_, begin) && end == begin + 1 && begin + 1 < role) return begin;
    made_.owner = {begin, end};
    return end;
  }

  /// "of equities at Castlemere", "of the Regional Observation Mission".
  void tail() {
    std::uint32_t end = at_;
    bool first = true;
    while (end < limit_ && end - at_ < kLongestTail && continues(end, first)) {
      first = false;
      ++end;
    }
    while (end > at_ && is_function_word(token(end - 1).lower)) --end;
    if (end == at_) return;
    if (made_.owner.empty()) made_.owner = owner_in_tail(at_, end);
    made_.whole.last = end;
  }

  bool continues(std::uint32_t at, bool first) const {
    const std::string& word = token(at).lower;
    const bool link = word == "of" || word == "for" || word == "at" || word == "in" || word == "with" || word == "to";
    if (first) return link;
    if (link || word == "the" || word == "&" || token(at).possessive || word == "-" || word == "a") return true;
    if (word == "and") return at + 1 < limit_ && is_modifier(token(at + 1)) && !looks_finite(token(at + 1).lower);
    return is_modifier(token(at));
  }

  Tokens owner_in_tail(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t i = first; i < end; ++i) {
      if (!token(i).capital) continue;
      std::uint32_t last = i + 1;
      while (last < end && !text_.is(last, "at") && !text_.is(last, "in") && !token(last).possessive) ++last;
      return {i, last};
    }
    std::uint32_t begin = first + 1;
    for (std::uint32_t i = first; i < end; ++i) {
      if (text_.is(i, "at") || text_.is(i, "for")) begin = i + 1;
    }
    return begin < end ? Tokens{begin, end} : Tokens{};
  }

  const Text& text_;
  std::uint32_t at_, limit_;
  RolePhrase made_;
};

}  // namespace

bool is_modifier(const Token& token) {
  if (token.kind == TokenKind::kNumber) return true;
  if (token.kind != TokenKind::kWord) return token.lower == "-" && token.joined;
  if (token.capital || is_role_modifier(token.lower)) return true;
  if (is_function_word(token.lower)) return false;
  const bool participle = token.lower.size() > 4 && token.lower.compare(token.lower.size() - 2, 2, "ed") == 0 && !is_speech_verb(token.lower);
  return participle || !looks_finite(token.lower);
}

std::optional<RolePhrase> role_phrase_at(const Text& text, std::uint32_t first) {
  if (first >= text.size() || text.tokens[first].kind != TokenKind::kWord) return std::nullopt;
  return Reader(text, first).read();
}

std::optional<RolePhrase> role_phrase_before(const Text& text, std::uint32_t end) {
  if (end == 0) return std::nullopt;
  std::uint32_t first = end - 1;
  const std::uint32_t start = text.sentences[text.tokens[first].sentence].tokens.first;
  if (text.tokens[first].kind != TokenKind::kWord) return std::nullopt;
  while (first > start && end - first < kLookBack) {
    const Token& token = text.tokens[first - 1];
    if (token.kind != TokenKind::kWord && !token.possessive && token.lower != "-" && token.lower != "&") break;
    if (is_auxiliary(token.lower) || is_speech_verb(token.lower)) break;
    --first;
  }
  for (; first < end; ++first) {
    const auto phrase = role_phrase_at(text, first);
    if (phrase && phrase->whole.last == end && phrase->whole.first == first) return phrase;
  }
  return std::nullopt;
}

}  // namespace modus::reading
