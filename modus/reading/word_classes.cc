#include "modus/reading/word_classes.h"

#include <algorithm>

#include "modus/reading/data_table.h"
#include "modus/reading/gazetteer.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::string_view kRoles =
#include "data_roles.inc"
    ;
constexpr std::string_view kInstitutions =
#include "data_institutions.inc"
    ;
constexpr std::string_view kFirstNames =
#include "data_first_names.inc"
    ;

constexpr std::uint32_t kLongestRole = 5;  // tokens; "chief of the general staff"

Gender gender(std::string_view letter) {
  if (letter == "m") return Gender::kMale;
  return letter == "f" ? Gender::kFemale : Gender::kUnknown;
}

template <class Map>
auto find(const Map& map, const std::string& key) -> const typename Map::mapped_type* {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

/// "ex-minister" is a minister.
std::string without_prefix(const std::string& phrase) {
  for (const std::string_view prefix : {"ex-", "co-", "vice-", "vice ", "deputy ", "acting ", "former "}) {
    if (phrase.size() > prefix.size() && phrase.compare(0, prefix.size(), prefix) == 0)
      return phrase.substr(prefix.size());
  }
  return phrase;
}

}  // namespace

const WordClasses& WordClasses::get() {
  static const WordClasses classes;
  return classes;
}

WordClasses::WordClasses() {
  for_each_row(kRoles, [&](const Row& row) {
    RoleWord& word = roles_[std::string(row[0])];
    word.honorific = word.honorific || row[1] == "honorific";
    word.role = word.role || row[1] == "role";
    word.agents = word.agents || row[1] == "agents";
    if (word.gender == Gender::kUnknown) word.gender = gender(row[2]);
  });
  for_each_row(kInstitutions, [&](const Row& row) {
    InstitutionWord& word = institutions_[std::string(row[0])];
    word.names = word.names || row[1] == "name";
    word.weak = word.weak || row[1] == "weak";
    word.medium = word.medium || row[1] == "medium";
    word.plain = word.plain || row[1] == "plain";
    (row[1] == "plain" ? word.plain_type : word.type) = actor_type(row[2]);
  });
  for_each_row(kFirstNames,
               [&](const Row& row) { first_names_.emplace(std::string(row[0]), gender(row[1])); });
}

const RoleWord* WordClasses::role(const std::string& phrase) const {
  const RoleWord* found = find(roles_, phrase);
  return found != nullptr ? found : find(roles_, without_prefix(phrase));
}
const InstitutionWord* WordClasses::institution(const std::string& word) const {
  return find(institutions_, word);
}
bool WordClasses::is_first_name(const std::string& word) const { return first_names_.count(word) > 0; }
Gender WordClasses::gender_of_first_name(const std::string& word) const {
  const Gender* found = find(first_names_, word);
  return found == nullptr ? Gender::kUnknown : *found;
}

RoleHit role_at(const Text& text, std::uint32_t token, std::uint32_t limit) {
  if (token >= text.size() || text.tokens[token].kind != TokenKind::kWord) return {};
  limit = std::min(limit, text.sentences[text.tokens[token].sentence].tokens.last);
  for (std::uint32_t length = std::min(kLongestRole, limit - std::min(limit, token)); length > 0; --length) {
    const RoleWord* word = WordClasses::get().role(phrase(text, {token, token + length}));
    if (word != nullptr) return {length, *word};
  }
  return {};
}

bool is_role_modifier(std::string_view lower) {
  static constexpr WordSet kWords{
      "foreign",     "finance",    "defence",    "defense",     "interior",       "home",     "justice",
      "health",      "labour",     "labor",      "trade",       "transport",      "energy",   "environment",
      "agriculture", "fisheries",  "education",  "business",    "treasury",       "housing",  "culture",
      "water",       "economy",    "economics",  "development", "deputy",         "vice",     "prime",
      "chief",       "senior",     "former",     "acting",      "lead",           "special",  "permanent",
      "first",       "shadow",     "junior",     "state",       "national",       "regional", "general",
      "executive",   "managing",   "opposition", "union",       "council",        "party",    "government",
      "commercial",  "operations", "operating",  "financial",   "political",      "military", "naval",
      "army",        "security",   "climate",    "industry",    "infrastructure", "tourism",  "science",
      "technology",  "sports",     "mining",     "maritime",    "marine",         "oil",      "petroleum",
      "high",        "provincial", "federal",    "county",      "city",           "district", "press",
      "peace",       "main",       "top",        "veteran",     "retired",        "outgoing", "incoming",
      "interim",     "assistant",  "associate",  "principal",   "independent",    "european"};
  return kWords.has(lower);
}

}  // namespace modus::reading
