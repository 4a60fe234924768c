#include "modus/reading/subject_phrases.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace modus::reading {

const Mention* solid(const Mention* mention) {
  return mention != nullptr && mention->how != Reference::kAdjective && !mention->possessive ? mention : nullptr;
}

std::uint32_t with_article(const Scene& scene, std::uint32_t first, std::uint32_t limit) {
  return first > limit && is_a(scene.lower(first - 1), WordClass::kDeterminer) ? first - 1 : first;
}

Subject of_mention(const Scene& scene, const Mention& mention) {
  Subject subject;
  subject.actor = mention.actor;
  subject.tokens = {with_article(scene, mention.tokens.first, scene.sentence_of(mention.tokens.first).first), mention.tokens.last};
  return subject;
}

const Mention* owner_in(const Scene& scene, Tokens phrase) {
  for (std::uint32_t at = phrase.first; at < phrase.last; ++at) {
    const Mention* mention = scene.actors.at(at);
    if (mention == nullptr) continue;
    const bool marked = mention->possessive || (mention->tokens.last < phrase.last && scene.token(mention->tokens.last).possessive);
    if (marked) return mention;
  }
  return nullptr;
}

bool is_person_pronoun(std::string_view word) { return word == "he" || word == "she" || word == "they" || word == "it"; }

namespace {

/// "a draft circulated by the ministry": whose paper it is.
Subject of_document(const Scene& scene, Tokens phrase, std::string_view head) {
  static constexpr std::array<std::string_view, 9> kPapers = {"draft", "document", "paper", "plan", "proposal", "text", "memo", "letter", "report"};
  Subject made;
  if (std::find(kPapers.begin(), kPapers.end(), head) == kPapers.end()) return made;
  for (std::uint32_t at = phrase.first; at + 1 < phrase.last; ++at) {
    const std::string& word = scene.lower(at);
    if (word != "by" && word != "from") continue;
    const std::uint32_t name = is_a(scene.lower(at + 1), WordClass::kDeterminer) ? at + 2 : at + 1;
    const Mention* mention = name < phrase.last ? solid(scene.actors.at(name)) : nullptr;
    if (mention == nullptr) continue;
    made = of_mention(scene, *mention);
    made.thing = true;
  }
  return made;
}

bool is_verb_like(const Scene& scene, std::uint32_t at) {
  const std::string& word = scene.lower(at);
  return is_a(word, WordClass::kAuxiliary) && word != "will";
}

bool is_linking_preposition(std::string_view word) {
  return word == "of" || word == "for" || word == "in" || word == "from" || word == "at" || word == "with" || word == "to" || word == "on" || word == "by";
}

/// "said his country": the past form of a cue ends the phrase before it.
bool is_past_cue(std::string_view word) {
  if (word.size() < 4 || word.back() == 's' || word.substr(word.size() - 3) == "ing") return false;
  const std::string lemma = verb_lemma(word);
  return lemma != word && !cues_of(lemma).empty();
}

bool breaks_phrase(const Scene& scene, std::uint32_t at) {
  const Token& token = scene.token(at);
  if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote || token.kind == TokenKind::kDash) return true;
  if (token.kind == TokenKind::kPunctuation && !token.possessive && token.lower != "-" && token.lower != "&" && token.lower != "%") return true;
  const Mention* name = scene.actors.at(at);
  if (name != nullptr && name->how == Reference::kName && token.capital) return false;
  return is_past_cue(token.lower) || is_verb_like(scene, at) || is_a(token.lower, WordClass::kRelative) || is_a(token.lower, WordClass::kSubordinator);
}

/// "Egypt and Qatar": the first of those who speak together.
const Mention* first_of_pair(const Scene& scene, const Mention& mention, std::uint32_t limit) {
  const Mention* first = &mention;
  while (true) {
    const std::uint32_t at = first->tokens.first;
    const std::uint32_t link = at > limit && is_a(scene.lower(at - 1), WordClass::kDeterminer) ? at - 1 : at;
    const bool goes_on = link > limit && (scene.lower(link - 1) == "and" || (scene.lower(link - 1) == "," && first != &mention));
    if (!goes_on) return first;
    const Mention* left = solid(scene.actors.ending_at(link - 1));
    if (left == nullptr) return first;
    first = left;
  }
}

bool in_unnamed(const Scene& scene, Tokens phrase) {
  return std::any_of(scene.actors.unnamed.begin(), scene.actors.unnamed.end(), [&](Tokens span) { return span.overlaps(phrase); });
}

bool is_quantity(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kWords = {"several", "some", "many", "most", "all", "one", "two", "three", "four", "both", "majority", "number", "half", "dozens", "hundreds", "none"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// The last word of the phrase before its first preposition: "spokesman" in "a spokesman for the port", but "members" in "several of
/// its members".
std::uint32_t head_of(const Scene& scene, Tokens phrase) {
  if (phrase.size() > 3 && scene.lower(phrase.first + 1) == "of" && is_quantity(scene.lower(phrase.first))) return head_of(scene, {phrase.first + 2, phrase.last});
  for (std::uint32_t at = phrase.first + 1; at < phrase.last; ++at) {
    const std::string& word = scene.lower(at);
    const Mention* within = scene.actors.at(at);
    const bool inside_name = within != nullptr && within->tokens.first < at && within->how != Reference::kNominal;
    const bool participle = at > phrase.first + 1 && word.size() > 5 && word.substr(word.size() - 3) == "ing" && is_verb_form(word) && !scene.token(at).capital;
    if (!inside_name && (is_linking_preposition(word) || participle || word == "close" || word == "familiar" || word == "briefed")) return at - 1;
  }
  return phrase.last - 1;
}

/// The actor named in the phrase after its head, or the state its adjective names.
const Mention* named_within(const Scene& scene, Tokens phrase) {
  const Mention* adjective = nullptr;
  for (std::uint32_t at = phrase.first; at < phrase.last; ++at) {
    const Mention* mention = scene.actors.at(at);
    if (mention == nullptr || !phrase.contains(mention->tokens)) continue;
    if (mention->how != Reference::kAdjective) return mention;
    if (adjective == nullptr) adjective = mention;
  }
  return adjective;
}

/// How far the phrase tells whom its head belongs to: "a spokesman for the port", but not "the union representing ...".
std::uint32_t end_of_belonging(const Scene& scene, std::uint32_t head, std::uint32_t last) {
  return head + 1 < last && is_linking_preposition(scene.lower(head + 1)) ? last : head + 1;
}

/// Papers and things say nothing themselves; other nouns, and numbers standing for people, may.
bool is_plain_speaker(const Scene& scene, Tokens phrase, std::uint32_t head) {
  static constexpr std::array<std::string_view, 22> kThings = {"report", "document", "law", "contract", "study", "poll", "survey", "data", "figures", "rules", "text", "draft", "plan", "deal",
                                                               "offer", "proposal", "treaty", "agreement", "talks", "war", "dispute", "strike"};
  const std::string& word = scene.lower(head);
  if (scene.token(head).kind != TokenKind::kWord || phrase.size() > 14 || is_a(word, WordClass::kDemonstrative)) return false;
  return std::find(kThings.begin(), kThings.end(), word) == kThings.end() && std::find(kThings.begin(), kThings.end(), noun_lemma(word)) == kThings.end() && !is_a(word, WordClass::kDeterminer) &&
         !is_a(word, WordClass::kPreposition) && !is_adverb(word);
}

}  // namespace

std::uint32_t phrase_start(const Scene& scene, std::uint32_t last, std::uint32_t limit) {
  std::uint32_t first = last;
  while (first > limit && !breaks_phrase(scene, first - 1)) {
    const std::string& word = scene.lower(first - 1);
    if (is_a(word, WordClass::kCoordinator)) {
      const Mention* left = first >= 2 ? scene.actors.ending_at(first - 1) : nullptr;
      if (left == nullptr) break;
    }
    if ((is_person_pronoun(word) && first < last) || scene.is_date(first - 1)) break;
    --first;
  }
  while (first < last && (is_adverb(scene.lower(first)) || is_a(scene.lower(first), WordClass::kCoordinator))) ++first;
  return first;
}

std::uint32_t phrase_end(const Scene& scene, std::uint32_t first, std::uint32_t limit) {
  std::uint32_t last = first;
  while (last < limit && !breaks_phrase(scene, last)) {
    if (scene.is_date(last) || (last > first && is_person_pronoun(scene.lower(last)))) break;
    ++last;
  }
  while (last > first && (is_a(scene.lower(last - 1), WordClass::kPreposition) || is_adverb(scene.lower(last - 1)))) --last;
  return last;
}

Subject subject_of_phrase(const Scene& scene, Tokens phrase) {
  Subject made;
  if (phrase.empty()) return made;
  const std::uint32_t head = head_of(scene, phrase);
  const std::string& word = scene.lower(head);
  if (in_unnamed(scene, phrase)) {
    made.unnamed = true;
    made.tokens = phrase;
    const Mention* known = solid(scene.actors.at(head));
    if (known != nullptr) made.actor = known->actor;
    return made;
  }
  if (const Mention* mention = solid(scene.actors.at(head)); mention != nullptr) {
    mention = first_of_pair(scene, *mention, phrase.first);
    made = of_mention(scene, *mention);
    if (mention->tokens.last < phrase.last) made.tokens.last = std::max(made.tokens.last, phrase.last);
    return made;
  }
  if (is_person_pronoun(word)) {
    made.pronoun = true;
    made.tokens = phrase;
    return made;
  }
  if (is_a(word, WordClass::kHumanNoun)) {
    const Mention* named = named_within(scene, {phrase.first, end_of_belonging(scene, head, phrase.last)});
    if (named != nullptr) made.actor = named->actor;
    made.tokens = phrase;
    return made;
  }
  if (is_a(word, WordClass::kSpeechNoun)) {
    const Mention* mention = owner_in(scene, phrase);
    if (mention != nullptr) made = of_mention(scene, *mention);
    made.thing = mention != nullptr;
    return made;
  }
  if (is_quantity(word) || word == "another" || word == "others") {
    made.tokens = phrase;
    return made;
  }
  if (is_plain_speaker(scene, phrase, head)) {
    made.plain = true;
    made.tokens = phrase;
    return made;
  }
  if (Subject document = of_document(scene, phrase, word); document.known()) return document;
  // "Two more of the union's branches": the name at the phrase's end, where nothing else stands after it.
  const Mention* last = solid(scene.actors.ending_at(phrase.last));
  if (last != nullptr && last->tokens.first == head) made = of_mention(scene, *last);
  return made;
}

}  // namespace modus::reading
