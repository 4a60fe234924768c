#include "modus/reading/role_phrases.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/gazetteer.h"
#include "modus/reading/lexicon.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kLongestOwner = 8, kMostModifiers = 5, kLongestTail = 9, kLookBack = 16;

bool is_possessive_pronoun(std::string_view lower) {
  static constexpr WordSet kWords{"its", "his", "her", "their", "our", "my", "whose"};
  return kWords.has(lower);
}

/// Reads one phrase from left to right.
class Reader {
 public:
  Reader(const Text& text, std::uint32_t first) : text_(text), at_(first), limit_(sentence_end(text, first)) {
    made_.whole = {first, first};
  }

  std::optional<RolePhrase> read() {
    skip_verb();
    article();
    const Reader without_owner = *this;
    owner();
    if (!role()) {  // "the union's accusation"
      if (made_.owner == without_owner.made_.owner) return std::nullopt;
      at_ = without_owner.at_;
      made_ = without_owner.made_;
      if (!role()) return std::nullopt;
    }
    made_.whole.last = at_;
    tail();
    return made_;
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }

  /// "to oust chairman X": a verb, not a modifier.
  void skip_verb() {
    const std::uint32_t last = token_before(text_, at_);
    static constexpr WordSet kBefore{"to",  "will",  "would",  "can", "could",  "must",
                                     "may", "might", "should", "not", "didn't", "won't"};
    if (last != kNoToken && kBefore.has(token(last).lower) && !token(at_).capital && at_ + 1 < limit_ &&
        !is_role_modifier(token(at_).lower) && main_word_at(at_) == 0 && !is_determiner(token(at_).lower)) {
      made_.whole = {at_ + 1, at_ + 1};
      ++at_;
    }
  }

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
      if (!made_.counted || !text_.is(at_, "of")) continue;  // "several of the largest shareholders"
      made_.definite = text_.is(at_ + 1, "the");
      at_ += made_.definite ? 2U : 1U;
    }
  }

  void owner() {
    std::uint32_t begin = at_;
    for (std::uint32_t i = at_; i < std::min(limit_, at_ + kLongestOwner); ++i) {
      if (text_.is(i, "of") && i > at_ && !token(i - 1).capital)
        begin = text_.is(i + 1, "the") ? i + 2 : i + 1;  // "the invitation of X's ministry"
      if (token(i).possessive && i > at_) {
        made_.owner = {begin, i};
        if (begin > at_) made_.whole.first = begin;
        made_.counted = made_.counted && begin == at_;
        made_.definite = !made_.counted;
        at_ = i + 1;
        return;
      }
      const bool joins = text_.is(i, "of") || text_.is(i, "and") || text_.is(i, "&") || text_.is(i, "the") ||
                         text_.is(i, "-") || text_.is(i, "for");
      if ((joins && i == at_) || (!joins && !is_modifier(token(i)))) return;
    }
  }

  /// Modifiers and the last main word among them.
  bool role() {
    const std::uint32_t begin = at_;
    std::uint32_t first = 0, last = 0;
    for (std::uint32_t i = begin; i < std::min(limit_, begin + kMostModifiers + 1);) {
      const std::uint32_t length = main_word_at(i);
      if (length > 0) {
        first = i;
        last = i + length;
      } else if (!is_modifier(token(i)) || (last > 0 && token(i).capital)) {
        break;
      }
      i += std::max(1U, length);
    }
    if (last == 0 || goes_on(last)) return false;
    made_.head = last - 1;
    made_.role = {owner_by_name(begin, first), last};
    at_ = last;
    return true;
  }

  /// Length of the role or institution word at a token, which becomes the main word so far.
  std::uint32_t main_word_at(std::uint32_t at) {
    const RoleHit hit = role_at(text_, at, limit_);
    if (hit && (hit.word.role || hit.word.agents)) {
      made_.word = hit.word;
      made_.institution = nullptr;
      return hit.length;
    }
    const InstitutionWord* word =
        token(at).kind == TokenKind::kWord ? WordClasses::get().institution(token(at).lower) : nullptr;
    if (word == nullptr || !word->plain || (token(at).capital && !begins_sentence(text_, at))) return 0;
    made_.word = RoleWord();
    made_.institution = word;
    return 1;
  }

  /// "union rally", "board meeting": the word only tells what kind of a thing follows.
  bool goes_on(std::uint32_t at) const {
    if (at >= limit_ || token(at).kind != TokenKind::kWord || token(at).capital) return false;
    if (text_.is(at - 1, "administration") && at >= 2 && token(at - 2).capital)
      return false;  // "a Trump administration plan"
    const std::string& word = token(at).lower;
    const bool participle = word.size() > 4 && word.compare(word.size() - 3, 3, "ing") == 0 &&
                            made_.institution == nullptr;  // "officials speaking"
    const bool tells_more = participle || is_adverb(word);
    return is_modifier(token(at)) && !looks_finite(word) && !tells_more && !is_opening_of_relative(word);
  }

  static bool is_opening_of_relative(std::string_view word) {
    static constexpr WordSet kWords{"familiar",    "close",   "aware",     "present",     "involved",
                                    "briefed",     "near",    "able",      "keen",        "willing",
                                    "ready",       "unable",  "unwilling", "responsible", "loyal",
                                    "sympathetic", "opposed", "alike",     "elsewhere",   "abroad"};
    return kWords.has(word);
  }

  /// "Norsound chief executive", "Lakeport Mayor": capitals before a role say whose it is. Returns where the
  /// role begins.
  std::uint32_t owner_by_name(std::uint32_t begin, std::uint32_t role) {
    std::uint32_t end = begin;
    while (end < role && ((token(end).capital && !is_role_modifier(token(end).lower)) ||
                          (end > begin && text_.is(end, "-"))))
      ++end;
    if (end == begin || !made_.owner.empty()) return begin;
    const bool opener = begins_sentence(text_, begin) && end == begin + 1 && begin + 1 < role;
    if (opener && !Gazetteer::get().at(text_, begin)) return begin;
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
    const bool link =
        word == "of" || word == "for" || word == "at" || word == "in" || word == "with" || word == "to";
    if (first) return link || word == "on" || word == "from";
    if (link || word == "the" || word == "&" || token(at).possessive || word == "-" || word == "a")
      return true;
    if (word == "and")
      return at + 1 < limit_ && is_modifier(token(at + 1)) && !looks_finite(token(at + 1).lower);
    return is_modifier(token(at)) && (token(at).capital || !looks_finite(word));
  }

  Tokens owner_in_tail(std::uint32_t first, std::uint32_t end) const {
    const bool place = text_.is(first, "in") || text_.is(first, "on");  // "diplomats in the Veldish capital"
    for (std::uint32_t i = first; i < end && !place; ++i) {
      if (!token(i).capital) continue;
      std::uint32_t last = i + 1;
      while (last < end && !text_.is(last, "at") && !text_.is(last, "in") && !token(last).possessive) ++last;
      return {i, last};
    }
    if (text_.is(first, "in") || text_.is(first, "on")) return {};  // "diplomats in the capital"
    std::uint32_t begin = first + 1;
    for (std::uint32_t i = first; i < end; ++i) {
      if (text_.is(i, "at") || text_.is(i, "for")) begin = i + 1;
    }
    return begin < end ? Tokens{begin, end} : Tokens{};
  }

  const Text& text_;
  std::uint32_t at_;
  const std::uint32_t limit_;
  RolePhrase made_;
};

}  // namespace

bool is_modifier(const Token& token) {
  if (token.kind == TokenKind::kNumber) return true;
  if (token.kind != TokenKind::kWord) return token.lower == "-" && token.joined;
  if (is_role_modifier(token.lower)) return true;
  if (token.capital) return !is_function_word(token.lower) || token.lower == "us";
  if (is_function_word(token.lower)) return false;
  const bool participle = token.lower.size() > 4 &&
                          token.lower.compare(token.lower.size() - 2, 2, "ed") == 0 &&
                          !is_speech_verb(token.lower);
  return participle || !looks_finite(token.lower);
}

std::optional<RolePhrase> role_phrase_at(const Text& text, std::uint32_t first) {
  if (first >= text.size() || text.tokens[first].kind != TokenKind::kWord) return std::nullopt;
  return Reader(text, first).read();
}

namespace {

/// The owner as a phrase of its own, where its last word is a role or an institution: "the union" in "the
/// union's secretary".
std::optional<RolePhrase> phrase_of_owner(const Text& text, const RolePhrase& phrase) {
  const bool before_role = !phrase.owner.empty() && phrase.owner.last <= phrase.role.first;
  if (!before_role || phrase.owner.size() > 5) return std::nullopt;
  const std::uint32_t head = phrase.owner.last - 1;
  const RoleHit role = role_at(text, head, head + 1);
  const InstitutionWord* institution = WordClasses::get().institution(text.tokens[head].lower);
  const bool person = role && role.word.role;
  if (text.tokens[head].capital || (!person && (institution == nullptr || !institution->plain)))
    return std::nullopt;
  RolePhrase made;
  made.whole = {phrase.whole.first, phrase.owner.last};
  made.role = phrase.owner;
  made.head = head;
  made.word = person ? role.word : RoleWord();
  made.institution = person ? nullptr : institution;
  made.definite = true;
  return made;
}

}  // namespace

std::vector<RolePhrase> find_role_phrases(const Text& text, const std::vector<Zone>& zones) {
  std::vector<RolePhrase> phrases;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const Token& token = text.tokens[i];
    if (zones[i] != Zone::kBody || token.kind != TokenKind::kWord) continue;
    if (!is_determiner(token.lower) && !is_modifier(token)) continue;
    const auto phrase = role_phrase_at(text, i);
    if (!phrase) continue;
    if (const auto owner = phrase_of_owner(text, *phrase)) phrases.push_back(*owner);
    phrases.push_back(*phrase);
    i = phrase->head;
  }
  return phrases;
}

std::optional<RolePhrase> role_phrase_before(const Text& text, std::uint32_t end) {
  if (end == 0) return std::nullopt;
  std::uint32_t first = end - 1;
  const std::uint32_t start = text.sentences[text.tokens[first].sentence].tokens.first;
  if (text.tokens[first].kind != TokenKind::kWord) return std::nullopt;
  while (first > start && end - first < kLookBack) {
    const Token& token = text.tokens[first - 1];
    if (token.kind != TokenKind::kWord && !token.possessive && token.lower != "-" && token.lower != "&")
      break;
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
