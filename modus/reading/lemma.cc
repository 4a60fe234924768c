#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "modus/reading/data_table.h"
#include "modus/reading/text.h"

namespace modus::reading {
namespace {

constexpr std::string_view kIrregular =
#include "data_irregular.inc"
    ;
constexpr std::string_view kVerbs =
#include "data_verbs.inc"
    ;
constexpr std::string_view kCues =
#include "data_cues.inc"
    ;

const std::unordered_map<std::string_view, std::string_view>& irregular() {
  static const auto kForms = [] {
    std::unordered_map<std::string_view, std::string_view> forms;
    for_each_row(kIrregular, [&](const Row& row) { forms.emplace(row[0], row[1]); });
    return forms;
  }();
  return kForms;
}

bool is_verb(std::string_view word) {
  static const auto kKnown = [] {
    std::unordered_set<std::string_view> known;
    const auto add = [&](const Row& row) {
      if (row[3].find("adjective") == std::string_view::npos) known.insert(row[0].substr(0, row[0].find(' ')));
    };
    for_each_row(kVerbs, add);
    for_each_row(kCues, add);
    return known;
  }();
  return kKnown.count(word) > 0;
}

bool ends(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending;
}

/// Of the forms a stem may come from ("propos", "plann", "carri") the one that is a verb; else empty.
std::string verb_of_stem(std::string_view stem) {
  const std::string plain(stem);
  if (is_verb(plain)) return plain;
  if (is_verb(plain + "e")) return plain + "e";
  const std::string shorter = plain.substr(0, plain.size() - 1);
  const bool doubled = plain.size() > 2 && plain.back() == plain[plain.size() - 2];
  if (doubled && is_verb(shorter)) return shorter;
  if (plain.back() == 'i' && is_verb(shorter + "y")) return shorter + "y";
  return {};
}

}  // namespace

std::string noun_lemma(std::string_view lower) {
  if (ends(lower, "ies") && lower.size() > 4) return std::string(lower.substr(0, lower.size() - 3)) + "y";
  for (const std::string_view ending : {"ches", "shes", "sses", "xes", "zes"}) {
    if (ends(lower, ending)) return std::string(lower.substr(0, lower.size() - 2));
  }
  if (ends(lower, "s") && !ends(lower, "ss") && !ends(lower, "us") && !ends(lower, "is")) return std::string(lower.substr(0, lower.size() - 1));
  return std::string(lower);
}

bool is_verb_form(std::string_view lower) { return irregular().count(lower) > 0 || is_verb(verb_lemma(lower)); }

std::string verb_lemma(std::string_view lower) {
  if (const auto found = irregular().find(lower); found != irregular().end()) return std::string(found->second);
  if (is_verb(lower)) return std::string(lower);
  for (const std::string_view ending : {"ing", "ed", "es", "s"}) {
    if (!ends(lower, ending)) continue;
    std::string verb = verb_of_stem(lower.substr(0, lower.size() - ending.size()));
    if (!verb.empty()) return verb;
  }
  return noun_lemma(lower);
}

}  // namespace modus::reading
