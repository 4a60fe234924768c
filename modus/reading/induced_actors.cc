#include "modus/reading/induced_actors.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "modus/reading/clause_words.h"
#include "modus/reading/role_phrases.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::size_t kShortestStem = 4;

bool is_state_noun(std::string_view lower) {
  static constexpr WordSet kWords{"government", "parliament", "army",    "troops",   "military", "forces",    "border",   "borders",  "territory",
                                  "capital",    "soil",       "navy",    "president", "premier", "minister",  "ambassador", "artillery", "soldiers",
                                  "sovereignty", "delegation", "cabinet", "airspace", "embassy", "constitution", "diplomat", "diplomats", "ministry",
                                  "regime",     "presidency", "consul",  "king",     "queen",    "waters",    "citizens", "negotiators", "officials",
                                  "envoy",      "envoys",     "official", "ministers", "prisoners", "coastguard", "monarch", "junta"};
  return kWords.has(lower);
}

/// A noun only states have; firms have officials and delegations too.
bool is_surely_state_noun(std::string_view lower) {
  static constexpr WordSet kWords{"government", "parliament", "army",     "troops",  "military",  "border",   "territory", "capital",   "soil",
                                  "navy",       "premier",    "minister", "ambassador", "artillery", "soldiers", "sovereignty", "cabinet", "airspace",
                                  "embassy",    "diplomat",   "diplomats", "ministry", "king",    "queen",    "ministers", "coastguard", "junta"};
  return kWords.has(lower);
}

bool is_business_noun(std::string_view lower) {
  static constexpr WordSet kWords{"shares", "board", "bid", "profits", "shareholders", "investors", "chief", "factories", "plant", "plants", "revenue",
                                  "earnings", "chairman", "managers", "customers", "directors", "subsidiary", "staff", "workers", "workforce", "brands",
                                  "stores", "owner", "owners", "management", "smelter", "fleet", "share", "stock", "takeover"};
  return kWords.has(lower);
}

constexpr std::array<std::string_view, 12> kAdjectiveEndings = {"landish", "ander", "lander", "nian", "ian", "ish", "ese", "ean", "er", "an", "ic", "i"};
constexpr std::array<std::string_view, 10> kStateEndings = {"stan", "land", "mark", "onia", "nia", "ia", "ea", "a", "y", "e"};

/// A word without the first ending that fits; the whole word where little would be left.
template <std::size_t N>
std::string_view stem(std::string_view word, const std::array<std::string_view, N>& endings) {
  for (const std::string_view ending : endings) {
    if (word.size() >= ending.size() + kShortestStem && word.substr(word.size() - ending.size()) == ending) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

struct Evidence {
  std::vector<ParsedName> names;
  int acts = 0, place = 0, state = 0, business = 0;
};

class Inducer {
 public:
  explicit Inducer(ActorSearch& search) : search_(search), text_(search.text), drafts_(search.drafts) {}

  void run() {
    for (const ParsedName& name : search_.unresolved) weigh(name);
    join_short_forms();
    stems_of_headings();
    lend_to_stems();
    for (auto& [key, evidence] : groups_) {
      if (evidence.state > 0) make(key, evidence, ActorType::kState);
    }
    join_pairs();
    adjectives();
    capitals();
    for (auto& [key, evidence] : groups_) {
      if (!evidence.names.empty() && evidence.acts > 0 && evidence.acts >= evidence.place && !is_date_like(key)) {
        make(key, evidence, type_of(evidence));
      }
    }
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }

  static bool is_date_like(const std::string& key) { return key.size() < 2; }

  ActorType type_of(const Evidence& evidence) const {
    const ParsedName& name = evidence.names.front();
    if (name.kind == NameKind::kOrganisation) return name.type;
    if (evidence.business > 0) return ActorType::kCompany;
    const bool first_name = WordClasses::get().is_first_name(token(evidence.names.front().core.first).lower);
    if (first_name && evidence.names.front().core.size() == 1) return ActorType::kPerson;
    const std::size_t times = evidence.names.size();
    const bool acronym = text_.of(name.core).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    const bool article = name.core.first > 0 && text_.is(name.core.first - 1, "the");
    if (acronym) return ActorType::kOrganisation;
    if (name.core.size() > 1 && name.core.size() < 4 && times == 1 && !article) return ActorType::kPerson;
    return search_.capitals.seen_plain("company") || search_.capitals.seen_plain("firm") ? ActorType::kCompany : ActorType::kOrganisation;
  }

  void weigh(const ParsedName& name) {
    static constexpr WordSet kRegions{"western", "eastern", "northern", "southern", "european", "asian", "african", "arab", "latin", "christian", "muslim",
                                      "jewish", "catholic", "protestant", "sunni", "shia", "islamic", "olympic", "labour", "conservative", "liberal", "democratic",
                                      "republican", "socialist", "communist", "green", "internet", "mr", "mrs", "ms", "god", "earth"};
    if (name.kind == NameKind::kThing || kRegions.has(phrase(text_, name.core))) return;
    Evidence& evidence = groups_[phrase(text_, name.core)];
    evidence.names.push_back(name);
    const std::uint32_t at = token_before(text_, name.core.first);
    const bool place = at != kNoToken && is_place_preposition(token(at).lower);
    const bool owns = name.core.last < text_.size() && token(name.core.last).possessive;
    const std::uint32_t after = name.core.last;
    const bool modifies = after < sentence_end(text_, name.core.first) && !token(after).capital && token(after).kind == TokenKind::kWord &&
                          is_modifier(token(after)) && !looks_finite(token(after).lower);
    if (place && !owns) ++evidence.place;
    const std::uint32_t noun = at != kNoToken && text_.is(at, "the") ? token_before(text_, at) : at;
    const bool governed = noun != kNoToken && is_preposition(token(noun).lower) && !text_.is(noun, "as");
    if (!place && !governed && !follows_verb(text_, name.core.first) && verb_follows(text_, name.core.last)) ++evidence.acts;
    if (!modifies && party_word_before(text_, name.core.first)) ++evidence.acts;
    weigh_nouns(name, owns, evidence);
    if (at != kNoToken && text_.is(at, "of") && at > 0 && is_surely_state_noun(token(at - 1).lower)) ++evidence.state;
  }

  /// "X's foreign minister", "X officials": the first noun within reach that tells.
  void weigh_nouns(const ParsedName& name, bool owns, Evidence& evidence) const {
    const std::uint32_t first = name.core.last + (owns ? 1 : 0);
    static constexpr WordSet kHeadsOfState{"president", "prime", "chancellor", "foreign", "king", "queen", "premier"};
    if (owns && first < text_.size() && token(first).capital && kHeadsOfState.has(token(first).lower)) ++evidence.state;
    for (std::uint32_t i = first; i < std::min(first + 4, sentence_end(text_, name.core.first)); ++i) {
      if (!is_modifier(token(i)) || token(i).capital) return;
      const InstitutionWord* word = WordClasses::get().institution(token(i).lower);
      if (word != nullptr && word->plain && !is_state_noun(token(i).lower)) return;   // "the Podemos party official"
      if (owns ? is_surely_state_noun(token(i).lower) : is_state_noun(token(i).lower)) ++evidence.state;
      if (is_business_noun(token(i).lower)) ++evidence.business;
      if (owns && (is_business_noun(token(i).lower) || role_at(text_, i, i + 3))) ++evidence.acts;
      if (owns && (token(i).lower == "demand" || token(i).lower == "offer" || token(i).lower == "proposal" || token(i).lower == "position" || token(i).lower == "refusal")) ++evidence.acts;
    }
  }

  /// "Shell" after "Royal Dutch Shell": one name.
  void join_short_forms() {
    for (auto& [key, evidence] : groups_) {
      if (evidence.names.empty() || key.find(' ') != std::string::npos) continue;
      for (auto& [longer, whole] : groups_) {
        const bool opens = longer.size() > key.size() && longer.compare(0, key.size() + 1, key + " ") == 0;
        const bool closes = longer.size() > key.size() && longer.compare(longer.size() - key.size() - 1, key.size() + 1, " " + key) == 0;
        if (!opens && !closes) continue;
        whole.names.insert(whole.names.end(), evidence.names.begin(), evidence.names.end());
        whole.acts += evidence.acts;
        whole.place += evidence.place;
        whole.state += evidence.state;
        whole.business += evidence.business;
        evidence = Evidence();
        break;
      }
    }
  }

  /// A heading may name the state of which the story has the adjective only.
  void stems_of_headings() {
    std::vector<ParsedName> found;
    for (std::uint32_t i = 0; i < text_.size(); ++i) {
      if (search_.zones[i] != Zone::kHeading || !token(i).capital || token(i).kind != TokenKind::kWord) continue;
      const bool known = groups_.count(token(i).lower) > 0 || drafts_.named(token(i).lower) != kNoDraft;
      const bool stem_of = !known && std::any_of(groups_.begin(), groups_.end(), [&](const auto& group) {
        return group.second.state > 0 && is_adjective_of(group.first, token(i).lower);
      });
      if (!stem_of) continue;
      found.emplace_back();
      found.back().whole = found.back().core = {i, i + 1};
    }
    for (const ParsedName& name : found) {
      groups_[token(name.core.first).lower].names.push_back(name);
      ++groups_[token(name.core.first).lower].acts;
    }
  }

  /// "Kharvenian officials" speak for Kharvenia being a state, not for a state of their own name.
  void lend_to_stems() {
    for (auto& [key, evidence] : groups_) {
      if (evidence.state == 0) continue;
      for (auto& [other, stem] : groups_) {
        if (!is_adjective_of(key, other)) continue;
        stem.state += evidence.state;
        evidence.state = 0;
        break;
      }
    }
  }

  void make(const std::string& key, Evidence& evidence, ActorType type) {
    if (evidence.names.empty()) return;
    DraftId id = drafts_.named(key);
    if (id == kNoDraft) {
      ActorDraft draft;
      draft.key = key;
      draft.entry.name = std::string(text_.of(evidence.names.front().core));
      draft.entry.type = type;
      draft.induced = true;
      id = drafts_.add(draft);
    }
    for (const ParsedName& name : evidence.names) drafts_.mention(id, name.core, Reference::kName);
    if (type == ActorType::kState) states_.emplace_back(key, id);
    evidence.names.clear();
  }

  /// "Norland and Sudmark": what is joined to a state and acts is a state.
  void join_pairs() {
    for (auto& [key, evidence] : groups_) {
      for (const ParsedName& name : std::vector<ParsedName>(evidence.names)) {
        if (evidence.names.empty()) continue;
        const bool acronym = text_.of(name.core).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
        if (acronym && joined_to(name.core, ActorType::kOrganisation)) {   // "the RMT, ASLEF and TSSA"
          ++evidence.acts;
          make(key, evidence, ActorType::kOrganisation);
        } else if (evidence.acts > 0 && joined_to(name.core, ActorType::kState)) {
          make(key, evidence, ActorType::kState);
        }
      }
    }
  }

  bool joined_to(Tokens core, ActorType type) const {
    const bool left = core.first >= 2 && text_.is(core.first - 1, "and") && is_type(drafts_.at(core.first - 2), type);
    const bool right = text_.is(core.last, "and") && is_type(drafts_.at(core.last + 1), type);
    return left || right;
  }
  bool is_type(DraftId id, ActorType type) const { return id != kNoDraft && drafts_[id].entry.type == type; }

  /// "Kharvenian" of Kharvenia, "Norlanders" of Norland: the stem of a state with an ending of adjectives.
  void adjectives() {
    for (auto& [key, evidence] : groups_) {
      const auto state = std::find_if(states_.begin(), states_.end(), [&](const auto& s) { return is_adjective_of(key, s.first); });
      if (state == states_.end()) continue;
      for (const ParsedName& name : evidence.names) {
        const bool people = key.back() == 's' && verb_follows(text_, name.core.last);
        drafts_.mention(state->second, name.core, people ? Reference::kName : Reference::kAdjective);
      }
      drafts_.call(state->second, key);
      evidence.names.clear();
    }
  }

  static bool is_adjective_of(std::string word, const std::string& state) {
    if (word == state) return false;
    if (word.size() > 5 && word.back() == 's') word.pop_back();
    if (stem(word, kAdjectiveEndings) == stem(state, kStateEndings)) return true;
    std::size_t common = 0;
    while (common < std::min(word.size(), state.size()) && word[common] == state[common]) ++common;
    if (common < kShortestStem || common + 3 < state.size()) return false;
    static constexpr WordSet kEndings{"n", "an", "ian", "ean", "ish", "sh", "ese", "i", "ic", "er", "ani", "nian", "h", "ch", "ite", "ander", "ard", "s"};
    return kEndings.has(std::string_view(word).substr(common));
  }

  /// "the Kharvenian capital, Arvost": its name stands for the government where it acts.
  void capitals() {
    for (auto& [key, evidence] : groups_) {
      DraftId state = kNoDraft;
      for (const ParsedName& name : evidence.names) {
        if (state == kNoDraft) state = capital_of(name.core);
      }
      if (state == kNoDraft) continue;
      for (const ParsedName& name : evidence.names) {
        const std::uint32_t at = token_before(text_, name.core.first);
        const bool place = at != kNoToken && (is_place_preposition(token(at).lower) || text_.is(at, ","));
        if (!place && (verb_follows(text_, name.core.last) || party_word_before(text_, name.core.first) || token(name.core.last).possessive)) {
          drafts_.mention(state, name.core, Reference::kMetonym);
        }
      }
      drafts_.call(state, key);
      evidence.names.clear();
    }
  }

  DraftId capital_of(Tokens core) const {
    std::uint32_t at = core.first;
    if (at >= 2 && text_.is(at - 1, ",") && text_.is(at - 2, "capital")) return state_before(at - 2);
    if (at >= 1 && text_.is(at - 1, "capital")) return state_before(at - 1);
    for (at = core.last; at < std::min(core.last + 5, sentence_end(text_, core.first)); ++at) {
      if (text_.is(at, "capital") && text_.is(core.last, ",")) return state_before(at);
    }
    return kNoDraft;
  }

  /// The state named right before a token, an apostrophe between them or not.
  DraftId state_before(std::uint32_t at) const {
    if (at == 0) return kNoDraft;
    const std::uint32_t end = token(at - 1).possessive ? at - 1 : at;
    for (const DraftMention& mention : drafts_.mentions()) {
      if (mention.tokens.last == end && drafts_[mention.draft].entry.type == ActorType::kState) return mention.draft;
    }
    return kNoDraft;
  }

  ActorSearch& search_;
  const Text& text_;
  ActorDrafts& drafts_;
  std::map<std::string, Evidence> groups_;
  std::vector<std::pair<std::string, DraftId>> states_;
};

}  // namespace

void induce_actors(ActorSearch& search) { Inducer(search).run(); }

}  // namespace modus::reading
