#include "modus/reading/name_evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "modus/reading/clause_words.h"
#include "modus/reading/role_phrases.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

bool is_state_noun(std::string_view lower) {
  static constexpr WordSet kWords{
      "government", "parliament", "army",         "troops",   "military",    "forces",     "border",
      "borders",    "territory",  "capital",      "soil",     "navy",        "president",  "premier",
      "minister",   "ambassador", "artillery",    "soldiers", "sovereignty", "delegation", "cabinet",
      "airspace",   "embassy",    "constitution", "diplomat", "diplomats",   "ministry",   "regime",
      "presidency", "consul",     "king",         "queen",    "waters",      "citizens",   "negotiators",
      "officials",  "envoy",      "envoys",       "official", "ministers",   "prisoners",  "coastguard",
      "monarch",    "junta"};
  return kWords.has(lower);
}

/// A noun only states have; firms have officials and delegations too.
bool is_surely_state_noun(std::string_view lower) {
  static constexpr WordSet kWords{
      "government", "parliament",  "army",    "troops",    "military",   "border",     "territory",
      "capital",    "soil",        "navy",    "premier",   "minister",   "ambassador", "artillery",
      "soldiers",   "sovereignty", "cabinet", "airspace",  "embassy",    "diplomat",   "diplomats",
      "ministry",   "king",        "queen",   "ministers", "coastguard", "junta"};
  return kWords.has(lower);
}

bool is_business_noun(std::string_view lower) {
  static constexpr WordSet kWords{
      "shares",     "board",   "bid",     "profits",   "shareholders", "investors", "chief",     "factories",
      "plant",      "plants",  "revenue", "earnings",  "chairman",     "managers",  "customers", "directors",
      "subsidiary", "staff",   "workers", "workforce", "brands",       "stores",    "owner",     "owners",
      "management", "smelter", "fleet",   "share",     "stock",        "takeover"};
  return kWords.has(lower);
}

constexpr std::size_t kShortestStem = 4;
constexpr std::array<std::string_view, 12> kAdjectiveEndings = {
    "landish", "ander", "lander", "nian", "ian", "ish", "ese", "ean", "er", "an", "ic", "i"};
constexpr std::array<std::string_view, 10> kStateEndings = {"stan", "land", "mark", "onia", "nia",
                                                            "ia",   "ea",   "a",    "y",    "e"};

/// A word without the first ending that fits; the whole word where little would be left.
template <std::size_t N>
std::string_view stem(std::string_view word, const std::array<std::string_view, N>& endings) {
  for (const std::string_view ending : endings) {
    if (word.size() >= ending.size() + kShortestStem && word.substr(word.size() - ending.size()) == ending)
      return word.substr(0, word.size() - ending.size());
  }
  return word;
}

/// "X's foreign minister", "X officials": the first noun within reach that tells.
void weigh_nouns(const Text& text, const ParsedName& name, bool owns, NameEvidence& evidence) {
  const std::uint32_t first = name.core.last + (owns ? 1 : 0);
  static constexpr WordSet kHeadsOfState{"president", "prime", "chancellor", "foreign",
                                         "king",      "queen", "premier"};
  if (owns && first < text.size() && text.tokens[first].capital &&
      kHeadsOfState.has(text.tokens[first].lower))
    ++evidence.state;
  for (std::uint32_t i = first; i < std::min(first + 4, sentence_end(text, name.core.first)); ++i) {
    if (!is_modifier(text.tokens[i]) || text.tokens[i].capital) return;
    const InstitutionWord* word = WordClasses::get().institution(text.tokens[i].lower);
    if (word != nullptr && word->plain && !is_state_noun(text.tokens[i].lower))
      return;  // "the Podemos party official"
    if (owns ? is_surely_state_noun(text.tokens[i].lower) : is_state_noun(text.tokens[i].lower))
      ++evidence.state;
    if (is_business_noun(text.tokens[i].lower)) ++evidence.business;
    if (owns && (is_business_noun(text.tokens[i].lower) || role_at(text, i, i + 3))) ++evidence.acts;
    static constexpr WordSet kStances{"demand",  "offer",      "proposal", "position",
                                      "refusal", "insistence", "rejection"};
    if (owns && kStances.has(text.tokens[i].lower)) ++evidence.acts;
  }
}

}  // namespace

NameEvidence& NameEvidence::operator+=(const NameEvidence& other) {
  names.insert(names.end(), other.names.begin(), other.names.end());
  acts += other.acts;
  place += other.place;
  state += other.state;
  business += other.business;
  return *this;
}

bool is_all_capitals(const Text& text, Tokens core) {
  return text.of(core).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

bool may_be_actor(const Text& text, const ParsedName& name) {
  static constexpr WordSet kRegions{
      "western",     "eastern",      "northern",   "southern",   "european",   "asian",
      "african",     "arab",         "latin",      "christian",  "muslim",     "jewish",
      "catholic",    "protestant",   "sunni",      "shia",       "islamic",    "olympic",
      "labour",      "conservative", "liberal",    "democratic", "republican", "socialist",
      "communist",   "green",        "internet",   "africa",     "asia",       "latin america",
      "middle east", "central asia", "antarctica", "mps",        "mr",         "mrs",
      "ms",          "god",          "earth"};
  const std::string key = phrase(text, name.core);
  return name.kind != NameKind::kThing && key.size() > 1 && !kRegions.has(key);
}

void weigh_evidence(const Text& text, const ParsedName& name, NameEvidence& evidence) {
  evidence.names.push_back(name);
  const std::uint32_t at = token_before(text, name.core.first);
  const bool place = at != kNoToken && is_place_preposition(text.tokens[at].lower);
  const bool owns = name.core.last < text.size() && text.tokens[name.core.last].possessive;
  const std::uint32_t after = name.core.last;
  const bool modifies = after < sentence_end(text, name.core.first) && !text.tokens[after].capital &&
                        text.tokens[after].kind == TokenKind::kWord && is_modifier(text.tokens[after]) &&
                        !looks_finite(text.tokens[after].lower);
  if (place && !owns) ++evidence.place;
  const std::uint32_t noun = at != kNoToken && text.is(at, "the") ? token_before(text, at) : at;
  const bool governed = noun != kNoToken && is_preposition(text.tokens[noun].lower) && !text.is(noun, "as");
  if (!place && !governed && !follows_verb(text, name.core.first) && verb_follows(text, name.core.last))
    ++evidence.acts;
  if (closes_apposition(text, name.core)) ++evidence.acts;
  if (!modifies && party_word_before(text, name.core.first)) ++evidence.acts;
  weigh_nouns(text, name, owns, evidence);
  if (at != kNoToken && text.is(at, "of") && at > 0 && is_surely_state_noun(text.tokens[at - 1].lower))
    ++evidence.state;
}

ActorType type_by_evidence(const ActorSearch& search, const NameEvidence& evidence) {
  const Text& text = search.text;
  const ParsedName& name = evidence.names.front();
  if (name.kind == NameKind::kOrganisation) return name.type;
  if (phrase(text, name.core) == "europe") return ActorType::kGroup;
  if (evidence.business > 0) return ActorType::kCompany;
  const bool first_name = WordClasses::get().is_first_name(text.tokens[name.core.first].lower);
  if (first_name && name.core.size() == 1) return ActorType::kPerson;
  if (is_all_capitals(text, name.core)) return ActorType::kOrganisation;
  const bool article = name.core.first > 0 && text.is(name.core.first - 1, "the");
  const bool like_person =
      name.core.size() > 1 && name.core.size() < 4 && evidence.names.size() == 1 && !article;
  if (like_person) return ActorType::kPerson;
  const bool of_firms = search.capitals.seen_plain("company") || search.capitals.seen_plain("firm");
  return of_firms ? ActorType::kCompany : ActorType::kOrganisation;
}

bool is_adjective_of(std::string word, const std::string& state) {
  if (word == state) return false;
  if (word.size() > 5 && word.back() == 's') word.pop_back();
  if (stem(word, kAdjectiveEndings) == stem(state, kStateEndings)) return true;
  std::size_t common = 0;
  while (common < std::min(word.size(), state.size()) && word[common] == state[common]) ++common;
  static constexpr WordSet kDropped{"",   "a",  "e",  "i",  "o",  "y",  "ey", "ia", "ea",
                                    "en", "on", "um", "us", "os", "as", "es", "ie", "io"};
  if (common < kShortestStem || !kDropped.has(std::string_view(state).substr(common))) return false;
  static constexpr WordSet kEndings{"n",  "an",  "ian",  "ean", "ish", "sh",  "ese",   "i",   "ic",
                                    "er", "ani", "nian", "h",   "ch",  "ite", "ander", "ard", "s"};
  return kEndings.has(std::string_view(word).substr(common));
}

}  // namespace modus::reading
