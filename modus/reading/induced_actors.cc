#include "modus/reading/induced_actors.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "modus/reading/clause_words.h"
#include "modus/reading/name_evidence.h"

namespace modus::reading {
namespace {

constexpr std::size_t kSameLetters = 4;  // a state and its adjective begin alike
constexpr int kMostCandidates = 64;      // so that a text of nothing but names stays cheap

class Inducer {
 public:
  explicit Inducer(ActorSearch& search) : search_(search), text_(search.text), drafts_(search.drafts) {}

  void run() {
    for (const ParsedName& name : search_.unresolved) {
      if (may_be_actor(text_, name)) weigh_evidence(text_, name, groups_[phrase(text_, name.core)]);
    }
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
      if (!evidence.names.empty() && evidence.acts > 0 && evidence.acts >= evidence.place) {
        make(key, evidence, type_by_evidence(search_, evidence));
      }
    }
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }

  /// "Shell" after "Royal Dutch Shell": one name.
  void join_short_forms() {
    std::unordered_map<std::string, std::string> longer;  // by first and by last word
    for (const auto& [key, evidence] : groups_) {
      if (const std::size_t blank = key.find(' '); blank != std::string::npos) {
        longer.emplace(key.substr(0, blank), key);
        longer.emplace(key.substr(key.rfind(' ') + 1), key);
      }
    }
    for (auto& [key, evidence] : groups_) {
      const auto whole = longer.find(key);
      if (whole == longer.end()) continue;
      groups_[whole->second] += evidence;
      evidence = NameEvidence();
    }
  }

  /// The first group with the same opening letters for which `fits(key)` holds.
  template <class Fits>
  std::map<std::string, NameEvidence>::iterator alike(const std::string& word, const Fits& fits) {
    const std::string opening = word.substr(0, kSameLetters);
    int tries = 0;
    for (auto group = groups_.lower_bound(opening); group != groups_.end() && ++tries < kMostCandidates;
         ++group) {
      if (group->first.compare(0, opening.size(), opening) != 0) break;
      if (fits(*group)) return group;
    }
    return groups_.end();
  }

  /// A heading may name the state of which the story has the adjective only.
  void stems_of_headings() {
    std::vector<ParsedName> found;
    for (std::uint32_t i = 0; i < text_.size(); ++i) {
      if (search_.zones[i] != Zone::kHeading || !token(i).capital || token(i).kind != TokenKind::kWord)
        continue;
      const bool known = groups_.count(token(i).lower) > 0 || drafts_.named(token(i).lower) != kNoDraft;
      const std::string& word = token(i).lower;
      const bool stem_of = !known && alike(word, [&](const auto& group) {
                                       return group.second.state > 0 && is_adjective_of(group.first, word);
                                     }) != groups_.end();
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
      const auto stem =
          alike(key, [&, word = key](const auto& group) { return is_adjective_of(word, group.first); });
      if (stem == groups_.end()) continue;
      stem->second.state += evidence.state;
      evidence.state = 0;
    }
  }

  void make(const std::string& key, NameEvidence& evidence, ActorType type) {
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
    if (type == ActorType::kState) states_.emplace(key, id);
    evidence.names.clear();
  }

  /// "Norland and Sudmark": what is joined to a state and acts is a state.
  void join_pairs() {
    for (auto& [key, evidence] : groups_) {
      for (const ParsedName& name : std::vector<ParsedName>(evidence.names)) {
        if (evidence.names.empty()) continue;
        if (is_all_capitals(text_, name.core) &&
            joined_to(name.core, ActorType::kOrganisation)) {  // "the RMT, ASLEF and TSSA"
          ++evidence.acts;
          make(key, evidence, ActorType::kOrganisation);
        } else if (evidence.acts > 0 && joined_to(name.core, ActorType::kState)) {
          make(key, evidence, ActorType::kState);
        }
      }
    }
  }

  bool joined_to(Tokens core, ActorType type) const {
    const bool left =
        core.first >= 2 && text_.is(core.first - 1, "and") && is_type(drafts_.at(core.first - 2), type);
    const bool right = text_.is(core.last, "and") && is_type(drafts_.at(core.last + 1), type);
    return left || right;
  }
  bool is_type(DraftId id, ActorType type) const { return id != kNoDraft && drafts_[id].entry.type == type; }

  /// "Kharvenian" of Kharvenia, "Norlanders" of Norland: the stem of a state with an ending of adjectives.
  void adjectives() {
    for (auto& [key, evidence] : groups_) {
      if (evidence.names.empty()) continue;
      const auto stem = alike(key, [&, word = key](const auto& group) {
        return states_.count(group.first) > 0 && is_adjective_of(word, group.first);
      });
      if (stem == groups_.end()) continue;
      const DraftId state = states_.at(stem->first);
      for (const ParsedName& name : evidence.names) {
        const bool people = key.back() == 's' && verb_follows(text_, name.core.last);
        drafts_.mention(state, name.core, people ? Reference::kName : Reference::kAdjective);
      }
      drafts_.call(state, key);
      evidence.names.clear();
    }
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
        const bool owns = name.core.last < text_.size() && token(name.core.last).possessive;
        if (!place &&
            (owns || verb_follows(text_, name.core.last) || party_word_before(text_, name.core.first))) {
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
    const std::uint32_t last = token(at - 1).possessive && at > 1 ? at - 2 : at - 1;
    if (is_type(drafts_.at(last), ActorType::kState)) return drafts_.at(last);
    return kNoDraft;
  }

  ActorSearch& search_;
  const Text& text_;
  ActorDrafts& drafts_;
  std::map<std::string, NameEvidence> groups_;
  std::unordered_map<std::string, DraftId> states_;
};

}  // namespace

void induce_actors(ActorSearch& search) { Inducer(search).run(); }

}  // namespace modus::reading
