#include "modus/reading/noun_runs.h"

#include <unordered_set>

#include "modus/reading/data_table.h"
#include "modus/reading/lexicon.h"

namespace modus::reading {
namespace {

constexpr std::string_view kTable =
#include "data_issue_words.inc"
    ;

using Words = std::unordered_set<std::string_view>;

Words words_of(std::string_view wanted) {
  Words words;
  for_each_row(kTable, [&](const Row& row) {
    if (row[0] == wanted) for_each_item(row[1], [&](std::string_view word) { words.insert(word); });
  });
  return words;
}

bool is_generic(const std::string& lemma) {
  static const Words kWords = words_of("generic");
  return kWords.count(lemma) > 0;
}

bool is_light(const std::string& word) {
  static const Words kWords = words_of("light");
  return kWords.count(word) > 0;
}

/// Verbs that are hardly ever nouns; a form in -ing or -ed may describe a noun but does not head one.
bool is_verb_form(const Scene& scene, std::uint32_t at) {
  const std::string& word = scene.lower(at);
  const std::string lemma = verb_lemma(word);
  if (lemma == word || word == lemma + "s") {
    for (const Cue& cue : cues_of(lemma)) {
      if (!cue.noun && !cue.adjective) return true;
    }
    return false;
  }
  return true;
}

bool is_break(const Scene& scene, std::uint32_t at) {
  const Token& token = scene.token(at);
  if (token.kind != TokenKind::kWord) return token.lower != "-";
  const std::string& word = token.lower;
  if (is_a(word, WordClass::kDeterminer) || is_a(word, WordClass::kPreposition) || is_a(word, WordClass::kAuxiliary) || is_a(word, WordClass::kConjunction)) return true;
  if (is_a(word, WordClass::kRelative) || is_a(word, WordClass::kPronounSubject) || is_a(word, WordClass::kNegation) || is_adverb(word)) return true;
  if (word == "them" || word == "him" || word == "us" || word == "me" || word == "itself" || word == "themselves" || word == "there" || word == "who") return true;
  return scene.is_date(at);
}

bool is_acting(const Scene& scene, std::uint32_t at) {
  const Mention* mention = scene.actors.at(at);
  return mention != nullptr && mention->how != Reference::kAdjective;
}

void put_run(const Scene& scene, Tokens run, std::vector<NounRun>& all) {
  while (!run.empty() && (is_light(scene.lower(run.first)) || is_verb_form(scene, run.first))) ++run.first;
  while (!run.empty() && (is_verb_form(scene, run.last - 1) || is_light(scene.lower(run.last - 1)))) --run.last;
  if (run.empty()) return;
  std::string key = noun_lemma(scene.lower(run.last - 1));
  if (is_generic(key)) {
    if (run.size() < 2 || is_acting(scene, run.last - 2)) return;
    key = noun_lemma(scene.lower(run.last - 2));
    if (is_generic(key) || is_light(key) || key.size() < 3 || scene.actors.at(run.last - 2) != nullptr) return;
  }
  if (is_acting(scene, run.last - 1) || key.size() < 3) return;
  if (is_a(scene.lower(run.last - 1), WordClass::kHumanNoun)) return;
  all.push_back({run, std::move(key)});
}

}  // namespace

std::vector<NounRun> noun_runs(const Scene& scene, Tokens range) {
  std::vector<NounRun> all;
  std::uint32_t first = range.first;
  for (std::uint32_t at = range.first; at <= range.last; ++at) {
    if (at < range.last && !is_break(scene, at)) continue;
    if (at > first) put_run(scene, {first, at}, all);
    first = at + 1;
  }
  return all;
}

bool is_obstacle_word(std::string_view lower) {
  static const Words kWords = words_of("obstacle");
  return kWords.count(lower) > 0 || kWords.count(noun_lemma(lower)) > 0;
}

}  // namespace modus::reading
