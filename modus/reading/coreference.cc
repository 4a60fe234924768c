#include "modus/reading/coreference.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "modus/reading/clause_words.h"
#include "modus/reading/descriptions.h"
#include "modus/reading/fold.h"
#include "modus/reading/quotations.h"
#include "modus/reading/role_phrases.h"
#include "modus/reading/salience.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

/// "the two sides", "both companies": nobody in particular. A side of somebody's is somebody.
bool is_of_sides(std::string_view lower, const RolePhrase& phrase) {
  if (lower == "side") return phrase.owner.empty();
  static constexpr WordSet kWords{"side",        "sides", "parties", "delegations", "companies", "countries",
                                  "governments", "teams", "nations", "states",      "firms"};
  return kWords.has(lower);
}

class Walker {
 public:
  explicit Walker(ActorSearch& search)
      : search_(search),
        text_(search.text),
        drafts_(search.drafts),
        salience_(search.text, search.drafts),
        quotation_(quotation_of_tokens(search.text, find_quotations(search.text))),
        phrases_(find_role_phrases(search.text, search.zones)) {}

  std::vector<Tokens> walk() {
    drafts_.sort_mentions();
    names_ = drafts_.mentions();
    covers_.assign(text_.size() + 1, kNoDraft);
    ends_.assign(text_.size() + 1, kNoDraft);
    for (const DraftMention& mention : names_) {
      if (mention.how == Reference::kAdjective) continue;
      for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) covers_[i] = mention.draft;
      ends_[mention.tokens.last] = mention.draft;
    }
    std::size_t name = 0, phrase = 0;
    for (std::uint32_t at = 0; at < text_.size(); ++at) {
      for (; phrase < phrases_.size() && start_of(phrases_[phrase]) <= at; ++phrase)
        describe(phrases_[phrase]);
      for (; name < names_.size() && names_[name].tokens.first <= at; ++name) see_name(names_[name]);
      if (search_.zones[at] == Zone::kBody && quotation_[at] == kNoQuotation) pronoun(at);
    }
    return std::move(unnamed_);
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }
  static std::uint32_t start_of(const RolePhrase& phrase) { return phrase.head; }

  /// "Union president Yolanda Freese": of the union spoken of.
  void find_employer(DraftId id, std::uint32_t at) {
    ActorDraft& draft = drafts_[id];
    if (!is_person(id) || draft.entry.role.empty() || draft.affiliation != kNoDraft ||
        owner_of(search_, id) != kNoDraft)
      return;
    const std::string role = fold(draft.entry.role);
    const bool owned = !draft.owner.empty();  // "Association President NAME"
    const std::string first = owned ? token(draft.owner.last - 1).lower : role.substr(0, role.find(' '));
    const InstitutionWord* word = first == role ? nullptr : WordClasses::get().institution(first);
    if (word == nullptr || !(word->plain || word->names)) return;
    draft.affiliation = salience_.nearest(at, [&](DraftId other) { return is_kind(drafts_[other], first); });
  }

  void see_name(const DraftMention& mention) {
    if (search_.zones[mention.tokens.first] != Zone::kBody || mention.how == Reference::kAdjective) return;
    salience_.see(mention.draft, mention.tokens);
    find_employer(mention.draft, mention.tokens.first);
  }

  // --- descriptions ------------------------------------------------------------------------------

  void describe(const RolePhrase& phrase) {
    if (name_from(phrase.head) != kNoDraft || is_of_sides(token(phrase.head).lower, phrase) ||
        is_of_two(phrase))
      return;
    const Description description = describe_phrase(search_, phrase);
    if (const DraftId id = name_beside(phrase); id != kNoDraft) return same_as(description, id);
    if (description.by_pronoun && phrase.institution != nullptr && !text_.is(phrase.whole.first, "its") &&
        !text_.is(phrase.whole.first, "their")) {
      return employer_of_speaker(description);
    }
    if (description.by_pronoun && names_country(token(phrase.head).lower))
      return country_of_speaker(description);
    if (description.side || description.voice_of_owner) return side_of_owner(description);
    if (quotation_[phrase.head] != kNoQuotation && !phrase.definite) return;
    DraftId id = resolve(description);
    const bool new_actor = id == kNoDraft && quotation_[phrase.head] == kNoQuotation &&
                           !description.by_pronoun && !owns(phrase) && acts(description);
    if (new_actor) id = drafts_.add(draft_of(description, text_));
    if (id == kNoDraft) return;
    if (description.unnamed) unnamed_.push_back(description.tokens);
    drafts_.mention(id, description.tokens, new_actor ? Reference::kName : Reference::kNominal);
    drafts_.mentions().back().head = phrase.head;
    salience_.see(id, description.tokens);
  }

  /// "both governments", "neither delegation".
  bool is_of_two(const RolePhrase& phrase) const {
    static constexpr WordSet kWords{"both", "neither", "each", "either", "any", "no", "every"};
    return kWords.has(token(phrase.whole.first).lower);
  }

  /// "the union's general secretary, Fergus Laing", "a logistics company, Hartwell Freight": the one named
  /// right beside.
  DraftId name_beside(const RolePhrase& phrase) const {
    const bool person = phrase.institution == nullptr;
    const std::uint32_t end = phrase.whole.last, first = phrase.whole.first;
    if (text_.is(phrase.head + 1, "and")) {  // "founder and chairwoman Ingrid Falk"
      const RoleHit more = role_at(text_, phrase.head + 2, text_.size());
      const DraftId id = more ? name_from(phrase.head + 2 + more.length) : kNoDraft;
      if (id != kNoDraft && is_person(id) == person) return id;
    }
    for (const std::uint32_t at :
         {phrase.head + 1, end,
          end < text_.size() && text_.is(end, ",") && !phrase.word.agents ? end + 1 : end}) {
      if (const DraftId id = name_from(at); id != kNoDraft && is_person(id) == person) return id;
    }
    if (first < 2 || !text_.is(first - 1, ",")) return kNoDraft;
    const DraftId id = name_until(first - 1);
    return id != kNoDraft && is_person(id) == person && !phrase.word.agents ? id : kNoDraft;
  }

  bool is_person(DraftId id) const { return drafts_[id].entry.type == ActorType::kPerson; }

  DraftId name_from(std::uint32_t at) const { return at < covers_.size() ? covers_[at] : kNoDraft; }
  DraftId name_until(std::uint32_t end) const { return end < ends_.size() ? ends_[end] : kNoDraft; }

  /// A description spoken of before turns out to be one who is named now.
  void same_as(const Description& description, DraftId named) {
    if (drafts_.at(description.head) == kNoDraft && is_person(named) && !description.word.agents) {
      const bool adjoins =
          description.owner_words.last == description.role.first;  // "the Tarsian president", not "Tarsia's"
      drafts_.mention(named, adjoins ? description.tokens : description.role, Reference::kNominal,
                      {description.head, description.head + 1});
      drafts_.mentions().back().head = description.head;
    }
    const DraftId before = resolve(description);
    if (before == kNoDraft || before == named || !drafts_[before].described) return;
    for (DraftMention& mention : drafts_.mentions()) {
      if (mention.draft != before) continue;
      mention.draft = named;
      mention.how = Reference::kNominal;
    }
    drafts_[before].listed = false;
  }

  /// Whether a phrase only says whose something is.
  bool owns(const RolePhrase& phrase) const {
    return phrase.head + 1 < text_.size() && token(phrase.head + 1).possessive &&
           phrase.whole.last == phrase.head + 1;
  }

  static bool names_country(std::string_view lower) {
    static constexpr WordSet kWords{"government", "country", "side", "nation"};
    return kWords.has(lower);
  }

  /// "his government": that of the one spoken of, where his state is known.
  void country_of_speaker(const Description& description) {
    const std::uint32_t at = description.owner_words.first;
    const bool female = text_.is(at, "her");
    const DraftId person = text_.is(at, "its")
                               ? salience_.thing(at)
                               : salience_.person(female ? Gender::kFemale : Gender::kMale, at);
    const DraftId state = person == kNoDraft ? kNoDraft : employer(person);
    if (state == kNoDraft || is_person(state)) return;
    if (drafts_[state].entry.type != ActorType::kState && !text_.is(description.head, "side")) return;
    drafts_.mention(state, description.tokens, Reference::kNominal);
    drafts_.mentions().back().head = description.head;
    salience_.see(state, description.tokens);
  }

  /// "his company", "her party": that of the one spoken of.
  void employer_of_speaker(const Description& description) {
    const std::uint32_t at = description.owner_words.first;
    const DraftId person = salience_.person(text_.is(at, "her") ? Gender::kFemale : Gender::kMale, at);
    const DraftId of = person == kNoDraft ? kNoDraft : employer(person);
    const std::string& head = token(description.head).lower;
    if (of == kNoDraft || is_person(of)) return;
    const bool fitting =
        drafts_[of].entry.type == ActorType::kState
            ? names_country(head)
            : is_kind(drafts_[of], head) || names_country(head) || head == "movement" || head == "party";
    if (!fitting) return;
    drafts_.mention(of, description.tokens, Reference::kNominal);
    drafts_.mentions().back().head = description.head;
    salience_.see(of, description.tokens);
  }

  /// Whom a draft belongs to: a state itself, else the owner named with it.
  DraftId employer(DraftId id) const {
    if (drafts_[id].entry.type == ActorType::kState) return id;
    return owner_of(search_, id);
  }

  /// "the Kharvenian government", "the Tarsian side": the state itself; "analysts at Arden Securities": the
  /// firm.
  void side_of_owner(const Description& description) {
    drafts_.mention(description.owner, description.tokens, Reference::kNominal);
    drafts_.mentions().back().head = description.head;
    salience_.see(description.owner, description.tokens);
  }

  DraftId resolve(const Description& description) const {
    if (const DraftId id = drafts_.named(description.key); id != kNoDraft && !description.counted) return id;
    if (const auto id = by_owner(description)) return *id;
    const bool source = token(description.head).lower.compare(0, 6, "source") == 0;
    if (!description.definite && !source) return kNoDraft;
    const bool in_quotes = quotation_[description.head] != kNoQuotation;
    if (in_quotes && description.institution != nullptr &&
        description.institution->plain_type == ActorType::kCompany)
      return kNoDraft;
    return salience_.nearest(description.head, [&](DraftId id) {
      return fits(search_, drafts_[id], description) || is_epithet(id, description) ||
             is_team(id, description);
    });
  }

  /// "the Finnish team" after "Finnish mediators".
  bool is_team(DraftId id, const Description& description) const {
    const bool team = text_.is(description.head, "team") && description.owner != kNoDraft &&
                      description.owner_words.last == description.role.first;
    return team && drafts_[id].entry.plural && drafts_[id].affiliation == description.owner;
  }

  /// "the Unite union": Unite; "Coopers' board": the board of Coopers. Nothing: the name says nothing about
  /// whose it is.
  std::optional<DraftId> by_owner(const Description& description) const {
    static constexpr WordSet kKinds{"union",    "party",      "newspaper",   "agency",  "bloc",
                                    "movement", "federation", "broadcaster", "company", "group",
                                    "firm",     "bank",       "airline"};
    const bool adjoins = description.institution != nullptr &&
                         description.tokens.first < description.role.first &&
                         description.owner_words.last == description.role.first;
    if (!adjoins) return std::nullopt;
    const bool kind = kKinds.has(token(description.head).lower);
    const DraftId owner = description.owner;
    if (owner == kNoDraft)
      return kind && !is_company_word(token(description.head).lower) ? std::optional<DraftId>(kNoDraft)
                                                                     : std::nullopt;
    if (is_person(owner) || drafts_[owner].entry.type == ActorType::kState) return std::nullopt;
    if (kind) return owner;
    return salience_.nearest(description.head, [&](DraftId id) {
      return drafts_[id].affiliation == owner && fits(search_, drafts_[id], description);
    });
  }

  /// "the top US diplomat": a person of that state, named before.
  bool is_epithet(DraftId id, const Description& description) const {
    static constexpr WordSet kWords{"official",  "diplomat",  "leader", "politician", "envoy",
                                    "lawmaker",  "executive", "man",    "woman",      "businessman",
                                    "statesman", "banker",    "veteran"};
    const bool epithet = text_.is(description.whole.first, "the") && description.owner != kNoDraft &&
                         kWords.has(token(description.head).lower);
    return epithet && is_person(id) && !drafts_[id].described && owner_of(search_, id) == description.owner;
  }

  /// Groups must speak; one person or an institution may be spoken to as well.
  bool acts(const Description& description) {
    const std::uint32_t end = description.end;
    const bool institution = description.institution != nullptr;
    if (spoken_of(description)) return true;
    const bool administration = text_.is(description.head, "administration") && description.proper;
    if (institution && !description.definite && !administration) return false;
    if (institution && is_organ_of_named(description)) return true;
    if (end < text_.size() && is_saying(token(end).lower)) return true;
    const bool speaks = speech_verb_follows(text_, end) || speech_verb_follows(text_, description.head + 1);
    const bool subject = is_subject(text_, {description.whole.first, end});
    if (speaks && subject) return true;
    const bool addressed = !description.word.agents && !is_company_word(token(description.head).lower) &&
                           text_.is(description.whole.first, "the") &&
                           party_word_before(text_, description.whole.first);
    const bool again = description.word.agents && subject && times_subject(description) >= 2;
    return again || addressed ||
           (subject && (description.owner != kNoDraft || description.governs || description.proper));
  }

  /// How often a group acts in this text under the same words.
  int times_subject(const Description& description) {
    if (subjects_.empty()) {
      for (const RolePhrase& phrase : phrases_) {
        if (quotation_[phrase.head] == kNoQuotation &&
            is_subject(text_, {phrase.whole.first, phrase.whole.last}))
          ++subjects_[token(phrase.head).lower];
      }
    }
    return subjects_[token(description.head).lower];
  }

  /// "the Trump administration", "the Quaker relief committee", "Kharvenia's defence ministry": actors by
  /// their name.
  bool is_organ_of_named(const Description& description) const {
    static constexpr WordSet kOrgans{"ministry",       "committee",  "board",   "department", "parliament",
                                     "court",          "commission", "panel",   "council",    "senate",
                                     "administration", "cabinet",    "tribunal"};
    const bool of_state =
        description.owner != kNoDraft && drafts_[description.owner].entry.type == ActorType::kState;
    const bool of_firm =
        text_.is(description.head, "board") || text_.is(description.head, "committee") || description.proper;
    const bool organ = kOrgans.has(token(description.head).lower) && (of_state || of_firm) &&
                       !text_.is(description.head, "department");
    const bool unknown = description.proper && description.owner == kNoDraft;
    return (organ && (description.owner != kNoDraft || description.proper)) ||
           (unknown && description.tokens.size() > 1);
  }

  /// "with Finnish mediators saying that".
  static bool is_saying(std::string_view lower) {
    static constexpr WordSet kWords{"saying",    "warning",  "arguing",  "insisting",  "claiming",
                                    "demanding", "accusing", "calling",  "urging",     "rejecting",
                                    "refusing",  "hoping",   "fearing",  "predicting", "suggesting",
                                    "telling",   "asking",   "pressing", "threatening"};
    return kWords.has(lower);
  }

  /// "said one diplomat", "according to people familiar with the talks".
  bool spoken_of(const Description& description) const {
    const std::uint32_t at = token_before(text_, description.whole.first);
    if (at == kNoToken) return false;
    const bool source = text_.is(at, "to") && at > 0 && text_.is(at - 1, "according");
    return source || may_precede_speaker(token(at).lower);
  }

  // --- pronouns ----------------------------------------------------------------------------------

  void pronoun(std::uint32_t at) {
    const std::string& word = token(at).lower;
    DraftId id = kNoDraft;
    if (word == "he" || word == "him" || word == "his") {
      id = salience_.person(Gender::kMale, at);
    } else if (word == "she" || word == "her") {
      id = salience_.person(Gender::kFemale, at);
    } else if (word == "its" || (word == "it" && it_refers(at))) {
      id = salience_.thing(at);
    } else if (word == "they" || word == "their" || word == "them") {
      id = salience_.several(at);
    } else if (word == "who" || word == "whose") {
      id = antecedent(at);
    }
    if (id == kNoDraft) return;
    drafts_.mention(id, {at, at + 1}, Reference::kPronoun);
    salience_.see(id, {at, at + 1});
  }

  /// "it said", "it would": not "it is clear that", "it comes down to".
  bool it_refers(std::uint32_t at) const {
    const std::uint32_t verb = at + 1;
    if (verb >= sentence_end(text_, at)) return false;
    static constexpr WordSet kEmpty{"is",    "was",  "seems", "appears", "seemed", "appeared", "remains",
                                    "comes", "came", "takes", "took",    "turned", "looks",    "'s"};
    return !kEmpty.has(token(verb).lower) && looks_finite(token(verb).lower);
  }

  /// The person or group right before "who".
  DraftId antecedent(std::uint32_t at) const {
    const std::uint32_t last = at > 1 && text_.is(at - 1, ",") ? at - 2 : at - 1;
    const DraftId id = at > 0 && token(last).sentence == token(at).sentence ? drafts_.at(last) : kNoDraft;
    if (id != kNoDraft && (text_.is(at, "whose") || is_person(id) || drafts_[id].entry.plural)) return id;
    return kNoDraft;
  }

  ActorSearch& search_;
  const Text& text_;
  ActorDrafts& drafts_;
  Salience salience_;
  std::vector<std::uint32_t> quotation_;
  std::vector<RolePhrase> phrases_;
  std::vector<DraftMention> names_;
  std::vector<DraftId> covers_, ends_;  ///< the draft named at a token; the one whose name ends there
  std::unordered_map<std::string, int> subjects_;
  std::vector<Tokens> unnamed_;
};

}  // namespace

std::vector<Tokens> read_descriptions(ActorSearch& search) { return Walker(search).walk(); }

}  // namespace modus::reading
