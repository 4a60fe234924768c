#include "modus/reading/phrases.h"

#include <algorithm>
#include <utility>

#include "modus/reading/data_table.h"
#include "modus/reading/lexicon.h"

namespace modus::reading {
namespace {

/// The speaker's own side: "we" in a quotation, "it" in reported speech.
bool is_self(const Scene& scene, std::uint32_t at) {
  const std::string& word = scene.lower(at);
  return scene.quoted(at) ? word == "we" || word == "i" : word == "it" || word == "he" || word == "she" || word == "they";
}

bool in_class(std::string_view name, const Scene& scene, std::uint32_t at) {
  const std::string& word = scene.lower(at);
  if (name == "@neg") return is_a(word, WordClass::kNegation);
  if (name == "@modal") return is_a(word, WordClass::kModal);
  if (name == "@be") return is_a(word, WordClass::kBe);
  if (name == "@have") return is_a(word, WordClass::kHave);
  return is_self(scene, at);
}

bool is_noun_too(std::string_view lemma) {
  const std::vector<Cue>& cues = cues_of(lemma);
  return std::any_of(cues.begin(), cues.end(), [](const Cue& cue) { return cue.noun; });
}

/// What a verb in its plain form follows: its subject, an auxiliary, "to", an adverb.
bool may_stand_before_verb(const Scene& scene, std::uint32_t at) {
  const std::string& word = scene.lower(at);
  if (word == "to" || is_a(word, WordClass::kAuxiliary) || is_a(word, WordClass::kPronounSubject) || is_a(word, WordClass::kRelative) || is_adverb(word)) return true;
  const Mention* mention = scene.actors.at(at);
  return (mention != nullptr && mention->how != Reference::kAdjective && !mention->possessive) || is_a(word, WordClass::kHumanNoun);
}

/// "the offer", "refusing to talk is no plan": a noun, or a participle that nobody's act is told by.
bool is_used_as_verb(const Scene& scene, std::uint32_t at, std::string_view lemma) {
  const std::string& word = scene.lower(at);
  if (at == 0 || scene.token(at - 1).kind == TokenKind::kOpenQuote) return word.size() < 5 || word.substr(word.size() - 3) != "ing";
  const std::string& before = scene.lower(at - 1);
  if (word.size() > 4 && word.substr(word.size() - 3) == "ing") return is_a(before, WordClass::kBe) || is_adverb(before);
  const bool noun_form = word == lemma || word.back() == 's';
  if (noun_form && is_noun_too(lemma) && !may_stand_before_verb(scene, at - 1)) return false;
  return !noun_form || !(is_a(before, WordClass::kDeterminer) || is_a(before, WordClass::kPreposition) || scene.token(at - 1).possessive) || before == "to";
}

bool fits(std::string_view choice, const Scene& scene, std::uint32_t at) {
  const std::string& word = scene.lower(at);
  if (choice.front() == '@') return in_class(choice, scene, at);
  if (choice.front() == '+') return verb_lemma(word) == choice.substr(1) && is_used_as_verb(scene, at, choice.substr(1));
  if (choice.back() == '*') return word.substr(0, choice.size() - 1) == choice.substr(0, choice.size() - 1);
  return word == choice;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(mark);
    if (at != 0) parts.push_back(text.substr(0, at));
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  }
  return parts;
}

}  // namespace

PhraseTable::PhraseTable(std::string_view table) {
  std::size_t number = 0;
  for_each_row(table, [&](const Row& row) {
    Phrase phrase;
    phrase.row = number++;
    for (const std::string_view element : split(row[0], ' ')) phrase.elements.push_back({split(element, '/')});
    const std::size_t index = phrases_.size();
    for (const std::string_view choice : phrase.elements.front().choices) {
      if (choice.front() == '+') {
        by_verb_[choice.substr(1)].push_back(index);
      } else if (choice.front() == '@' || choice.back() == '*') {
        others_.push_back(index);
      } else {
        by_word_[choice].push_back(index);
      }
    }
    phrases_.push_back(std::move(phrase));
  });
}

std::uint32_t PhraseTable::end_of(const Phrase& phrase, const Scene& scene, std::uint32_t at, std::uint32_t limit) const {
  std::uint32_t next = at;
  for (const Element& element : phrase.elements) {
    const auto here = [&] {
      return next < limit && std::any_of(element.choices.begin(), element.choices.end(), [&](std::string_view choice) { return fits(choice, scene, next); });
    };
    while (next > at && next < limit && !here() && is_adverb(scene.lower(next))) ++next;
    if (!here()) return at;
    ++next;
  }
  return next;
}

std::optional<PhraseTable::Match> PhraseTable::match(const Scene& scene, std::uint32_t at, std::uint32_t limit) const {
  std::optional<Match> best;
  const auto consider = [&](const std::vector<std::size_t>& candidates) {
    for (const std::size_t index : candidates) {
      const std::uint32_t end = end_of(phrases_[index], scene, at, limit);
      if (end == at) continue;
      const bool better = !best || end > best->tokens.last || (end == best->tokens.last && phrases_[index].row < best->row);
      if (better) best = Match{phrases_[index].row, {at, end}};
    }
  };
  const std::string& word = scene.lower(at);
  if (const auto found = by_word_.find(word); found != by_word_.end()) consider(found->second);
  if (const auto found = by_verb_.find(verb_lemma(word)); found != by_verb_.end()) consider(found->second);
  consider(others_);
  return best;
}

}  // namespace modus::reading
