#include "modus/reading/name_actors.h"

#include <algorithm>
#include <array>

#include "modus/reading/clause_words.h"
#include "modus/reading/fold.h"
#include "modus/reading/role_phrases.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

/// First words that many organisations share: no short form by themselves.
bool is_generic_opening(const std::string& lower) {
  static constexpr WordSet kWords{"international", "national", "royal",  "united", "general",  "first",  "new",      "regional", "federal", "central",
                                  "european",      "world",    "global", "north",  "south",    "east",   "west",     "northern", "southern", "eastern",
                                  "western",       "public",   "free",   "great",  "american", "british", "joint",   "labour",   "labor",   "trade",
                                  "workers",       "people",   "young",  "local",  "port",     "bank",   "ministry", "department", "house", "high"};
  const InstitutionWord* word = WordClasses::get().institution(lower);
  return kWords.has(lower) || (word != nullptr && word->names);
}

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 7 && std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '+'; });
}

class NameReader {
 public:
  explicit NameReader(ActorSearch& search) : search_(search), text_(search.text), drafts_(search.drafts) {}

  void read() {
    for (const Tokens run : find_name_runs(text_, search_.zones, search_.capitals)) {
      if (search_.zones[run.first] != Zone::kBody) continue;
      for (const ParsedName& name : parse_run(text_, run)) names_.push_back(name);
    }
    for (ParsedName& name : names_) look_around(name);
    share_titles();
    doubt_guesses();
    for (const ParsedName& name : names_) read_known(name);
    std::stable_sort(names_.begin(), names_.end(), [](const ParsedName& a, const ParsedName& b) { return a.core.size() > b.core.size(); });
    for (const ParsedName& name : names_) read_full(name);
    std::stable_sort(names_.begin(), names_.end(), [](const ParsedName& a, const ParsedName& b) { return a.core.first < b.core.first; });
    for (const ParsedName& name : names_) read_short(name);
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }

  // --- what stands around a name -----------------------------------------------------------------

  void look_around(ParsedName& name) {
    if (name.kind == NameKind::kKnown || name.kind == NameKind::kThing || name.kind == NameKind::kTitle) return;
    if (name.kind == NameKind::kOrganisation && !name.weak) return;
    if (!title_before(name) && !apposition_after(name) && !apposition_before(name)) guess(name);
    owner_after(name);
  }

  void become_person(ParsedName& name, const RolePhrase& phrase) const {
    name.kind = NameKind::kPerson;
    const bool rank = !name.role.empty() && role_at(text_, name.role.first, name.role.last).word.honorific;   // "General", "Ambassador"
    if (name.role.empty() || name.honorific || rank) name.role = phrase.role;
    if (name.owner.empty()) name.owner = phrase.owner;
    name.honorific = false;
    const bool adjoins = phrase.whole.last == name.whole.first && !phrase.word.agents;
    if (adjoins) name.whole.first = phrase.owner.last == phrase.role.first && !phrase.owner.empty() ? phrase.owner.first : phrase.role.first;
    if (name.gender == Gender::kUnknown) name.gender = phrase.word.gender;
    if (name.gender == Gender::kUnknown) name.gender = WordClasses::get().gender_of_first_name(token(name.core.first).lower);
  }

  static bool is_one_person(const RolePhrase& phrase) { return phrase.institution == nullptr && phrase.word.role && !phrase.word.agents; }

  /// "union president Yolanda Freese", "the grocery group Brandt & Söhne".
  bool title_before(ParsedName& name) const {
    const std::uint32_t at = token_before(text_, name.whole.first);
    if (at == kNoToken || token(at).kind != TokenKind::kWord || token(at).capital) return false;
    if (const auto phrase = role_phrase_before(text_, at + 1); phrase && phrase->institution == nullptr) {
      const bool fits = is_one_person(*phrase) && phrase->head == at && !is_acronym(text_.of(name.core));
      if (fits && name.core.size() <= 4) become_person(name, *phrase);
      const bool one_of = phrase->word.agents && name.core.size() > 1 && phrase->head == at && name.kind != NameKind::kOrganisation;
      if (one_of) become_person(name, *phrase);
      return fits || one_of;
    }
    const InstitutionWord* word = WordClasses::get().institution(token(at).lower);
    if (word == nullptr || !word->plain || name.kind == NameKind::kPerson) return false;
    name.kind = NameKind::kOrganisation;
    name.type = text_.is(at, "group") ? ActorType::kCompany : word->plain_type;
    name.role = {at, at + 1};
    name.medium = token(at).lower == "newspaper" || token(at).lower == "broadcaster";
    return true;
  }

  /// ", the union's general secretary,", ", who", ", 52,", ", a trade union,".
  bool apposition_after(ParsedName& name) const {
    const std::uint32_t comma = name.core.last;
    if (comma + 1 >= sentence_end(text_, name.core.first)) return false;
    if (text_.is(comma, "(") && name.kind == NameKind::kUnknown) return false;
    if (!text_.is(comma, ",") && token(comma).kind != TokenKind::kDash) return false;
    const Token& next = token(comma + 1);
    if ((next.lower == "who" || next.lower == "whose") && name.core.size() <= 4 && !text_.is(name.core.first - (name.core.first > 0 ? 1U : 0U), "the")) {
      name.kind = NameKind::kPerson;
      return name.gender != Gender::kUnknown;
    }
    const bool age = next.kind == TokenKind::kNumber && next.span.size() == 2 && text_.is(comma + 2, ",");
    if (age && name.core.size() > 1) name.kind = NameKind::kPerson;
    const auto phrase = role_phrase_at(text_, comma + (age ? 3 : 1));
    if (phrase && is_one_person(*phrase) && ends_clause(phrase->whole.last)) {
      become_person(name, *phrase);
      return true;
    }
    return name.kind != NameKind::kPerson && institution_after(name, comma + 1);
  }

  bool ends_clause(std::uint32_t at) const {
    if (at >= text_.size() || token(at).kind != TokenKind::kWord) return true;
    return looks_finite(token(at).lower) || is_function_word(token(at).lower);
  }

  /// "Norsound, the ferry operator,": the noun says what it is.
  bool institution_after(ParsedName& name, std::uint32_t at) const {
    if (text_.is(at, "which") && name.core.size() > 1) {
      name.kind = NameKind::kOrganisation;
      name.type = search_.capitals.seen_plain("company") ? ActorType::kCompany : ActorType::kOrganisation;
      return true;
    }
    if (!is_determiner(token(at).lower)) return false;
    for (std::uint32_t i = at + 1; i < std::min(at + 6, sentence_end(text_, at)); ++i) {
      const InstitutionWord* word = WordClasses::get().institution(token(i).lower);
      if (word != nullptr && word->plain && !token(i).capital && !(i + 1 < text_.size() && is_modifier(token(i + 1)))) {
        name.type = name.kind == NameKind::kOrganisation ? name.type : word->plain_type;
        name.role = {at + 1, i + 1};
        name.kind = NameKind::kOrganisation;
        return true;
      }
      if (!is_modifier(token(i))) return false;
    }
    return false;
  }

  /// "Oltrend's foreign minister, Tomas Revik,".
  bool apposition_before(ParsedName& name) const {
    const std::uint32_t comma = token_before(text_, name.whole.first);
    if (comma == kNoToken || !text_.is(comma, ",")) return false;
    const auto phrase = role_phrase_before(text_, comma);
    if (!phrase || phrase->institution != nullptr || !is_one_person(*phrase) || phrase->head + 1 == phrase->whole.first) return false;
    const bool named_already = phrase->owner.empty() && !phrase->definite && name.kind != NameKind::kPerson;
    const bool closes = ends_clause(name.core.last) || token(name.core.last).capital;
    if (named_already || !closes || name.core.size() > 4) return false;
    become_person(name, *phrase);
    return true;
  }

  /// "Jonas Whitcombe of Arden Securities", "Kenji Morooka, who heads Osaka Lumen's ...": whose a person is.
  void owner_after(ParsedName& name) const {
    if (name.kind != NameKind::kPerson || !name.owner.empty()) return;
    std::uint32_t at = name.core.last;
    const bool linked = text_.is(at, "of") || text_.is(at, "at") || text_.is(at, "from");
    static constexpr WordSet kLeads{"heads", "leads", "runs", "chairs", "represents", "headed", "led", "chaired", "represented"};
    const bool leads = text_.is(at, ",") && text_.is(at + 1, "who") && at + 2 < text_.size() && kLeads.has(token(at + 2).lower);
    if (!linked && !leads) return;
    at += linked ? 1 : 3;
    if (text_.is(at, "the")) ++at;
    std::uint32_t end = at;
    while (end < sentence_end(text_, name.core.first) && (token(end).capital || text_.is(end, "&"))) ++end;
    name.owner = {at, end};
  }

  /// Two or three words of no known kind that speak are a person; with "the" before them they are not.
  void guess(ParsedName& name) const {
    if (name.kind != NameKind::kUnknown || name.core.size() < 2 || name.core.size() > 4) return;
    const std::uint32_t at = token_before(text_, name.core.first);
    if (at != kNoToken && text_.is(at, "the")) return;
    const std::uint32_t after = name.core.last;
    if (role_at(text_, name.core.last - 1, name.core.last).word.agents) return;
    const bool inverted = at != kNoToken && is_speech_verb(token(at).lower) && (after >= text_.size() || token(after).kind != TokenKind::kWord || text_.is(after, "of") || text_.is(after, "at"));
    name.guessed = inverted || speech_verb_follows(text_, after);
    if (name.guessed) name.kind = NameKind::kPerson;
  }

  /// "U.S. envoys Steve Witkoff and Jared Kushner": the title of several.
  void share_titles() {
    for (std::size_t i = 1; i < names_.size(); ++i) {
      const ParsedName& left = names_[i - 1];
      ParsedName& right = names_[i];
      const bool joined = right.whole.first == left.core.last + 1 && (text_.is(left.core.last, "and") || text_.is(left.core.last, ","));
      const bool several = left.kind == NameKind::kPerson && !left.role.empty() && role_at(text_, left.role.last - 1, left.role.last).word.agents;
      if (!joined || !several || right.kind == NameKind::kOrganisation || right.core.size() < 2 || !right.role.empty()) continue;
      right.kind = NameKind::kPerson;
      right.role = left.role;
      right.owner = left.owner;
    }
  }

  /// A person is soon called by the surname alone; what is named in full again and again is none.
  void doubt_guesses() {
    std::unordered_map<std::string, int> full, alone;
    for (const ParsedName& name : names_) {
      if (name.core.size() == 1) ++alone[token(name.core.first).lower];
      if (name.core.size() > 1) ++full[phrase(text_, name.core)];
    }
    for (ParsedName& name : names_) {
      if (!name.guessed || full[phrase(text_, name.core)] < 2 || alone.count(token(name.core.last - 1).lower) > 0) continue;
      name.kind = NameKind::kUnknown;
      name.guessed = false;
    }
  }

  // --- drafts ------------------------------------------------------------------------------------

  void read_known(const ParsedName& name) {
    if (name.kind != NameKind::kKnown) return;
    const GazetteerHit& hit = *name.known;
    const bool capital = hit.how == KnownAs::kCapital;
    if (capital && !acts_here(name.core)) return;
    const Reference how = hit.how == KnownAs::kName && !modifies_noun(name.core) ? Reference::kName
                          : hit.how == KnownAs::kName                           ? Reference::kAdjective
                          : capital || hit.how == KnownAs::kSeat                ? Reference::kMetonym
                          : hit.how == KnownAs::kPeople && !acts_here(name.core) ? Reference::kAdjective
                          : hit.how == KnownAs::kPeople                         ? Reference::kName
                                                                                : Reference::kAdjective;
    drafts_.mention(draft_of_entry(search_, hit.entry), name.core, how);
  }

  /// "US officials", "UK rival": a short name used like an adjective.
  bool modifies_noun(Tokens core) const {
    static constexpr WordSet kShort{"us", "u.s.", "uk", "u.k.", "uae"};
    if (!kShort.has(phrase(text_, core)) || core.last >= sentence_end(text_, core.first)) return false;
    const Token& next = token(core.last);
    return next.kind == TokenKind::kWord && is_modifier(next) && (next.capital || !looks_finite(next.lower) || role_at(text_, core.last, core.last + 3));
  }

  bool acts_here(Tokens range) const {
    const std::uint32_t at = token_before(text_, range.first);
    if (at != kNoToken && is_place_preposition(token(at).lower)) return false;
    const bool listed = at != kNoToken && (text_.is(at, ",") || text_.is(at, "and"));
    if (range.last < text_.size() && (token(range.last).possessive || (text_.is(range.last, "-") && token(range.last).joined))) return !listed;
    return verb_follows(text_, range.last) || party_word_before(text_, range.first);
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
      for (std::uint32_t i = name.core.first + 1; i < name.core.last; ++i) drafts_.call_short(id, phrase(text_, {i, name.core.last}));
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
    if (says_role && draft.entry.role.empty()) draft.entry.role = std::string(text_.of(name.role));
    if (draft.owner.empty()) draft.owner = name.owner;
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
      drafts_.call(id, together);   // "AkzoNobel"
      add_short_forms(id, name.core);
    }
    if (!name.role.empty() && drafts_[id].entry.role.empty()) drafts_[id].entry.role = std::string(text_.of(name.role));
    drafts_.mention(id, name.core, Reference::kName);
  }

  void add_short_forms(DraftId id, Tokens core) {
    for (std::uint32_t last = core.last - 1; last > core.first; --last) {
      const bool generic = last == core.first + 1 && (is_generic_opening(token(core.first).lower) || Gazetteer::get().at(text_, core.first));
      const bool whole_word = !is_function_word(token(last - 1).lower) && token(last - 1).kind == TokenKind::kWord;
      if (!generic && whole_word) drafts_.call_short(id, phrase(text_, {core.first, last}));
    }
    for (std::uint32_t first = core.first + 1; first + 1 < core.last; ++first) {
      if (token(first).capital) drafts_.call_short(id, phrase(text_, {first, core.last}));
    }
    const std::string& last_word = token(core.last - 1).lower;
    if (WordClasses::get().institution(last_word) != nullptr) drafts_.call_short(id, last_word);   // "the League"
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
    const bool done = name.kind == NameKind::kKnown || name.kind == NameKind::kThing || name.kind == NameKind::kTitle;
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
    const bool by_place = draft.entry.type == ActorType::kOrganisation || draft.entry.type == ActorType::kBody;
    const std::string opening = phrase(text_, name.core) + " ";
    return by_place && draft.key.compare(0, opening.size(), opening) == 0 && !verb_follows(text_, name.core.last) && !party_word_before(text_, name.core.first);
  }

  /// "(SDU)" after the name it is short for.
  DraftId explained_in_brackets(const ParsedName& name) const {
    const std::uint32_t first = name.core.first;
    if (first < 2 || !text_.is(first - 1, "(") || !text_.is(name.core.last, ")") || !is_acronym(text_.of(name.core))) return kNoDraft;
    for (const DraftMention& mention : drafts_.mentions()) {
      if (mention.tokens.last == first - 1 && drafts_[mention.draft].entry.type != ActorType::kPerson) return mention.draft;
    }
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
    if (best_person && !person && name.kind != NameKind::kPerson) best = id;   // "Halloway" the firm, not its founder
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
  return first.size() == 1 ? first.front() : kNoDraft;   // "Ban" of Ban Ki-moon
}

DraftId owner_of(const ActorSearch& search, DraftId draft) {
  const ActorDrafts& drafts = search.drafts;
  const Tokens owner = drafts[draft].owner;
  if (drafts[draft].affiliation != kNoDraft) return drafts[draft].affiliation;
  for (std::uint32_t i = owner.last; i > owner.first; --i) {
    const DraftId found = drafts.at(i - 1);
    if (found != kNoDraft && found != draft && drafts[found].entry.type != ActorType::kPerson) return found;
  }
  return kNoDraft;
}

void read_names(ActorSearch& search) { NameReader(search).read(); }

void read_headings(ActorSearch& search) {
  for (std::uint32_t i = 0; i < search.text.size();) {
    std::uint32_t next = i + 1;
    if (search.zones[i] == Zone::kHeading && search.text.tokens[i].capital) {
      const auto hit = Gazetteer::get().at(search.text, i);
      std::uint32_t end = i;
      while (end < i + 5 && end < sentence_end(search.text, i) && search.text.tokens[end].capital) ++end;
      for (; end > i; --end) {
        ParsedName name;
        name.whole = name.core = {i, end};
        const DraftId id = resolve_name(search, name);
        if (id == kNoDraft) continue;
        search.drafts.mention(id, name.core, Reference::kName);
        next = end;
        break;
      }
      if (end == i && hit) {
        const DraftId id = search.of_entry.empty() ? kNoDraft : search.of_entry[hit->entry];
        if (id != kNoDraft) search.drafts.mention(id, {i, i + hit->length}, hit->how == KnownAs::kAdjective ? Reference::kAdjective : hit->how == KnownAs::kName ? Reference::kName : Reference::kMetonym);
        next = i + hit->length;
      }
    }
    i = next;
  }
}

}  // namespace modus::reading
