#include "modus/reading/name_actors.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "modus/reading/clause_words.h"
#include "modus/reading/fold.h"
#include "modus/reading/name_context.h"
#include "modus/reading/role_phrases.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

/// First words that many organisations share: no short form by themselves.
bool is_generic_opening(const std::string& lower) {
  static constexpr WordSet kWords{
      "international", "national", "royal",    "united",  "general",  "first",      "new",     "regional",
      "federal",       "central",  "european", "world",   "global",   "north",      "south",   "east",
      "west",          "northern", "southern", "eastern", "western",  "public",     "free",    "great",
      "american",      "british",  "joint",    "labour",  "labor",    "trade",      "workers", "people",
      "young",         "local",    "port",     "bank",    "ministry", "department", "house",   "high"};
  const InstitutionWord* word = WordClasses::get().institution(lower);
  return kWords.has(lower) || (word != nullptr && word->names);
}

class NameReader {
 public:
  explicit NameReader(ActorSearch& search) : search_(search), text_(search.text), drafts_(search.drafts) {}

  void read() {
    for (const Tokens run : find_name_runs(text_, search_.zones, search_.capitals)) {
      if (search_.zones[run.first] != Zone::kBody) continue;
      for (const ParsedName& name : parse_run(text_, run)) names_.push_back(name);
    }
    look_around(search_, names_);
    for (const ParsedName& name : names_) read_known(name);
    std::stable_sort(names_.begin(), names_.end(),
                     [](const ParsedName& a, const ParsedName& b) { return a.core.size() > b.core.size(); });
    for (const ParsedName& name : names_) read_full(name);
    std::stable_sort(names_.begin(), names_.end(),
                     [](const ParsedName& a, const ParsedName& b) { return a.core.first < b.core.first; });
    for (const ParsedName& name : names_) read_short(name);
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }

  // --- drafts ------------------------------------------------------------------------------------

  void read_known(const ParsedName& name) {
    if (name.kind != NameKind::kKnown) return;
    const GazetteerHit& hit = *name.known;
    const bool capital = hit.how == KnownAs::kCapital;
    if (capital && !acts_here(name.core)) return;
    const Reference how = hit.how == KnownAs::kName && !modifies_noun(name.core) ? Reference::kName
                          : hit.how == KnownAs::kName                            ? Reference::kAdjective
                          : capital || hit.how == KnownAs::kSeat                 ? Reference::kMetonym
                          : hit.how == KnownAs::kPeople && !acts_here(name.core) ? Reference::kAdjective
                          : hit.how == KnownAs::kPeople                          ? Reference::kName
                                                                                 : Reference::kAdjective;
    drafts_.mention(draft_of_entry(search_, hit.entry), name.core, how);
  }

  /// "US officials", "UK rival": a short name used like an adjective.
  bool modifies_noun(Tokens core) const {
    static constexpr WordSet kShort{"us", "u.s.", "uk", "u.k.", "uae"};
    if (!kShort.has(phrase(text_, core)) || core.last >= sentence_end(text_, core.first)) return false;
    const Token& next = token(core.last);
    return next.kind == TokenKind::kWord && is_modifier(next) &&
           (next.capital || !looks_finite(next.lower) || role_at(text_, core.last, core.last + 3));
  }

  bool acts_here(Tokens range) const {
    const std::uint32_t at = token_before(text_, range.first);
    if (stands_as_place(text_, range.first)) return false;
    const bool listed = at != kNoToken && (text_.is(at, ",") || text_.is(at, "and"));
    if (range.last < text_.size() &&
        (token(range.last).possessive || (text_.is(range.last, "-") && token(range.last).joined)))
      return !listed;
    return (!follows_verb(text_, range.first) && verb_follows(text_, range.last)) ||
           party_word_before(text_, range.first);
  }

  /// "the League", "the Commission" alone are short for something.
  bool is_full(const ParsedName& name) const {
    if (name.core.size() > 1) return true;
    const InstitutionWord* word = WordClasses::get().institution(token(name.core.first).lower);
    return !name.weak && word == nullptr;
  }

  void read_full(const ParsedName& name) {
    if (name.kind == NameKind::kPerson && name.core.size() > 1 && !name.guessed) add_person(name);
    if (name.kind == NameKind::kOrganisation && is_full(name)) add_organisation(name);
  }

  void add_person(const ParsedName& name) {
    const std::string key = phrase(text_, name.core);
    DraftId id = drafts_.named(key);
    if (id == kNoDraft) {
      ActorDraft draft;
      draft.key = key;
      draft.entry.name = std::string(text_.of(name.core));
      draft.entry.type = ActorType::kPerson;
      draft.listed = !is_author(draft.entry.name);
      id = drafts_.add(draft);
      for (std::uint32_t i = name.core.first + 1; i < name.core.last; ++i)
        drafts_.call_short(id, phrase(text_, {i, name.core.last}));
      drafts_.call_short(id, "first:" + token(name.core.first).lower);
    }
    learn(id, name);
    drafts_.mention(id, name.whole, Reference::kName, name.core);
  }

  void learn(DraftId id, const ParsedName& name) {
    ActorDraft& draft = drafts_[id];
    draft.entry.female = draft.entry.female || name.gender == Gender::kFemale;
    draft.entry.male = draft.entry.male || name.gender == Gender::kMale;
    const bool says_role = !name.role.empty() && !name.honorific;
    if (says_role && draft.entry.role.empty()) draft.entry.role = full_title(text_.of(name.role));
    if (draft.owner.empty()) draft.owner = name.owner;
  }

  /// "Gov." is a governor whom the text may later call so.
  static std::string full_title(std::string_view role) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kTitles = {
        {{"gov", "Governor"},
         {"sen", "Senator"},
         {"rep", "Representative"},
         {"gen", "General"},
         {"col", "Colonel"},
         {"lt", "Lieutenant"},
         {"capt", "Captain"},
         {"adm", "Admiral"},
         {"prof", "Professor"},
         {"cllr", "Councillor"}}};
    const std::string folded = fold(role.back() == '.' ? role.substr(0, role.size() - 1) : role);
    for (const auto& [letters, title] : kTitles) {
      if (folded == letters) return std::string(title);
    }
    return std::string(role);
  }

  bool is_author(const std::string& name) const {
    const std::string folded = fold(name);
    for (const documents::Field& author : text_.document->authors) {
      if (fold(author.value) == folded) return true;
    }
    return false;
  }

  /// A name within the publisher's own name: the paper speaking of itself.
  bool is_publisher(const std::string& key) const {
    const std::string publisher = fold(text_.document->publisher.value);
    return !key.empty() && publisher.find(key) != std::string::npos;
  }

  void add_organisation(const ParsedName& name) {
    const std::string key = phrase(text_, name.core);
    DraftId id = drafts_.named(key);
    if (id == kNoDraft && !drafts_.shortened(key).empty()) id = drafts_.shortened(key).front();
    if (id == kNoDraft) {
      ActorDraft draft;
      draft.key = key;
      draft.entry.name = std::string(text_.of(name.core));
      draft.entry.type = name.type;
      draft.entry.medium = name.medium;
      draft.induced = name.weak && !name.medium;
      draft.listed = !is_publisher(key);
      draft.owner = name.owner;
      id = drafts_.add(draft);
      std::string together = key;
      std::erase(together, ' ');
      drafts_.call(id, together);  // "AkzoNobel"
      add_short_forms(id, name.core);
    }
    if (!name.role.empty() && drafts_[id].entry.role.empty())
      drafts_[id].entry.role = std::string(text_.of(name.role));
    drafts_.mention(id, name.core, Reference::kName);
  }

  void add_short_forms(DraftId id, Tokens core) {
    for (std::uint32_t last = core.last - 1; last > core.first; --last) {
      const bool generic = last == core.first + 1 && (is_generic_opening(token(core.first).lower) ||
                                                      Gazetteer::get().at(text_, core.first));
      const bool whole_word =
          !is_function_word(token(last - 1).lower) && token(last - 1).kind == TokenKind::kWord;
      if (!generic && whole_word) drafts_.call_short(id, phrase(text_, {core.first, last}));
    }
    for (std::uint32_t first = core.first + 1; first + 1 < core.last; ++first) {
      if (token(first).capital) drafts_.call_short(id, phrase(text_, {first, core.last}));
    }
    const std::string& last_word = token(core.last - 1).lower;
    const InstitutionWord* kind = WordClasses::get().institution(last_word);
    if (kind != nullptr && kind->type != ActorType::kCompany)
      drafts_.call_short(id, last_word);  // "the League"
    for (const std::string& letters : initials(core)) drafts_.call_short(id, "letters:" + letters);
  }

  /// "Regional Observation Mission": "rom"; with and without its small words.
  std::array<std::string, 2> initials(Tokens core) const {
    std::array<std::string, 2> made;
    for (std::uint32_t i = core.first; i < core.last; ++i) {
      if (token(i).kind != TokenKind::kWord) continue;
      const char letter = token(i).lower.front();
      made[1] += letter;
      if (token(i).capital) made[0] += letter;
    }
    return made;
  }

  void read_short(const ParsedName& name) {
    const bool done =
        name.kind == NameKind::kKnown || name.kind == NameKind::kThing || name.kind == NameKind::kTitle;
    if (done || (name.kind == NameKind::kPerson && name.core.size() > 1 && !name.guessed)) return;
    if (name.kind == NameKind::kOrganisation && is_full(name)) return;
    if (const DraftId id = explained_in_brackets(name); id != kNoDraft) {
      drafts_.call(id, phrase(text_, name.core));
      drafts_.mention(id, name.core, Reference::kName);
      return;
    }
    ParsedName sought = name;
    if (name.guessed) sought.kind = NameKind::kUnknown;
    DraftId id = resolve_name(search_, sought);
    if (id != kNoDraft && is_place_of(id, name)) id = kNoDraft;
    if (id != kNoDraft) {
      if (name.kind == NameKind::kPerson && drafts_[id].entry.type == ActorType::kPerson) learn(id, name);
      drafts_.mention(id, name.whole, Reference::kName, name.core);
    } else if (name.kind == NameKind::kPerson) {
      add_person(name);
      drafts_.call_short(drafts_.named(phrase(text_, name.core)), phrase(text_, name.core));
    } else if (!is_publisher(phrase(text_, name.core))) {
      search_.unresolved.push_back(name);
    }
  }

  /// "in Wexcombe" is not Wexcombe Town Council; "Norsound" is Norsound Ferries wherever it stands.
  bool is_place_of(DraftId id, const ParsedName& name) const {
    const ActorDraft& draft = drafts_[id];
    const bool by_place =
        draft.entry.type == ActorType::kOrganisation || draft.entry.type == ActorType::kBody;
    const std::string opening = phrase(text_, name.core) + " ";
    return by_place && draft.key.compare(0, opening.size(), opening) == 0 &&
           !verb_follows(text_, name.core.last) && !party_word_before(text_, name.core.first);
  }

  /// "(SDU)" after the name it is short for.
  DraftId explained_in_brackets(const ParsedName& name) const {
    const std::uint32_t first = name.core.first;
    if (first < 2 || !text_.is(first - 1, "(") || !text_.is(name.core.last, ")") ||
        !is_acronym(text_.of(name.core)))
      return kNoDraft;
    const DraftId id = drafts_.at(first - 2);
    if (id != kNoDraft && drafts_[id].entry.type != ActorType::kPerson) return id;
    return kNoDraft;
  }

  ActorSearch& search_;
  const Text& text_;
  ActorDrafts& drafts_;
  std::vector<ParsedName> names_;
};

/// Of several that share a short name the one spoken of last.
DraftId latest(const ActorSearch& search, const std::vector<DraftId>& candidates, const ParsedName& name) {
  DraftId best = kNoDraft;
  for (const DraftId id : candidates) {
    const bool person = search.drafts[id].entry.type == ActorType::kPerson;
    if (name.kind == NameKind::kPerson && !person) continue;
    if (name.gender == Gender::kFemale && person && search.drafts[id].entry.male) continue;
    if (name.gender == Gender::kMale && person && search.drafts[id].entry.female) continue;
    if (best == kNoDraft) best = id;
    const bool best_person = search.drafts[best].entry.type == ActorType::kPerson;
    if (best_person && !person && name.kind != NameKind::kPerson)
      best = id;  // "Halloway" the firm, not its founder
  }
  return best;
}

}  // namespace

DraftId draft_of_entry(ActorSearch& search, std::uint32_t entry) {
  const KnownActor& known = Gazetteer::get().entries()[entry];
  if (search.of_entry.empty()) search.of_entry.assign(Gazetteer::get().entries().size(), kNoDraft);
  if (search.of_entry[entry] == kNoDraft) {
    ActorDraft draft;
    draft.key = fold(known.name);
    draft.entry.name = known.name;
    draft.entry.type = known.type;
    draft.entry.medium = known.medium;
    search.of_entry[entry] = search.drafts.add(draft);
  }
  return search.of_entry[entry];
}

DraftId resolve_name(const ActorSearch& search, const ParsedName& name) {
  const std::string key = phrase(search.text, name.core);
  const ActorDrafts& drafts = search.drafts;
  if (const DraftId id = drafts.named(key); id != kNoDraft) {
    if (name.kind != NameKind::kPerson || drafts[id].entry.type == ActorType::kPerson) return id;
  }
  if (const DraftId id = latest(search, drafts.shortened(key), name); id != kNoDraft) return id;
  if (name.kind == NameKind::kPerson) return latest(search, drafts.shortened("first:" + key), name);
  if (is_acronym(search.text.of(name.core))) return latest(search, drafts.shortened("letters:" + key), name);
  const std::vector<DraftId>& first = drafts.shortened("first:" + key);
  return first.size() == 1 ? first.front() : kNoDraft;  // "Ban" of Ban Ki-moon
}

DraftId owner_of(const ActorSearch& search, DraftId draft) {
  const ActorDrafts& drafts = search.drafts;
  const Tokens owner = drafts[draft].owner;
  if (drafts[draft].affiliation != kNoDraft || owner.empty()) return drafts[draft].affiliation;
  for (std::uint32_t i = owner.last; i > owner.first; --i) {
    const DraftId found = drafts.at(i - 1);
    if (found != kNoDraft && found != draft && drafts[found].entry.type != ActorType::kPerson) return found;
  }
  if (const auto hit = Gazetteer::get().at(search.text, owner.first); hit && !search.of_entry.empty())
    return search.of_entry[hit->entry];
  const DraftId named = drafts.named(phrase(search.text, owner));
  return named == draft ? kNoDraft : named;
}

void read_names(ActorSearch& search) { NameReader(search).read(); }

}  // namespace modus::reading
