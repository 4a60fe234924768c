#include "modus/reading/issue_words.h"

#include <unordered_map>
#include <unordered_set>

#include "modus/reading/data_table.h"
#include "modus/reading/text.h"

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

/// The word or its singular: "sizes" too, which loses only its last letter.
bool has(const Words& words, std::string_view lower) {
  if (words.count(lower) > 0 || words.count(noun_lemma(lower)) > 0) return true;
  return lower.size() > 3 && lower.back() == 's' && words.count(lower.substr(0, lower.size() - 1)) > 0;
}

struct Matters {
  std::unordered_map<std::string, std::string> nouns, verbs;   ///< to the first word of their row
};

std::string lowered(std::string_view word) {
  std::string made(word);
  for (char& letter : made) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return made;
}

const Matters& matters() {
  static const Matters kMatters = [] {
    Matters made;
    for_each_row(kTable, [&](const Row& row) {
      if (row[0] == "known") for_each_item(row[1], [&](std::string_view word) { made.nouns.emplace(word, word); });
    });
    for_each_row(kTable, [&](const Row& row) {
      if (row[0] != "matter") return;
      const std::string first(row[1].substr(0, row[1].find('|')));
      for_each_item(row[1], [&](std::string_view word) {
        std::string plain = lowered(word);
        (plain == word ? made.nouns : made.verbs).insert_or_assign(std::move(plain), first);
      });
    });
    return made;
  }();
  return kMatters;
}

}  // namespace

std::string matter_of(std::string_view lower) {
  std::string lemma = noun_lemma(lower);
  if (const auto noun = matters().nouns.find(lemma); noun != matters().nouns.end()) return noun->second;
  if (const auto noun = matters().nouns.find(std::string(lower)); noun != matters().nouns.end()) return noun->second;
  std::string matter = matter_of_verb(lower);
  return matter.empty() ? lemma : matter;
}

std::string matter_of_verb(std::string_view lower) {
  const auto verb = matters().verbs.find(verb_lemma(lower));
  return verb == matters().verbs.end() ? std::string() : verb->second;
}

bool is_matter(std::string_view lower) {
  const auto& nouns = matters().nouns;
  return nouns.count(noun_lemma(lower)) > 0 || nouns.count(std::string(lower)) > 0;
}

bool is_priced(std::string_view matter) {
  static const Words kWords = words_of("priced");
  return kWords.count(matter) > 0;
}

bool is_amount_word(std::string_view lower) {
  static const Words kWords = words_of("amount");
  return has(kWords, lower);
}

bool is_generic(std::string_view lower) {
  static const Words kWords = words_of("generic");
  return !is_matter(lower) && has(kWords, lower);
}

bool is_light(std::string_view lower) {
  static const Words kWords = words_of("light");
  return kWords.count(lower) > 0;
}

bool is_plain(std::string_view lower) {
  static const Words kWords = words_of("plain");
  return kWords.count(lower) > 0;
}

bool is_sure_verb(std::string_view lower) {
  static const Words kWords = words_of("verb");
  return has(kWords, lower) || kWords.count(verb_lemma(lower)) > 0;
}

bool is_unit(std::string_view lower) {
  static const Words kWords = words_of("unit");
  return has(kWords, lower);
}

bool is_obstacle_word(std::string_view lower) {
  static const Words kWords = words_of("obstacle");
  return has(kWords, lower);
}

}  // namespace modus::reading
