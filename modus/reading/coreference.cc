#include "modus/reading/coreference.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/descriptions.h"
#include "modus/reading/quotations.h"
#include "modus/reading/role_phrases.h"
#include "modus/reading/salience.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

bool is_of_sides(std::string_view lower) {
  static constexpr WordSet kWords{"sides", "parties", "delegations", "companies", "countries", "governments", "teams", "nations", "states", "firms"};
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
    std::size_t name = 0, phrase = 0;
    for (std::uint32_t at = 0; at < text_.size(); ++at) {
      for (; phrase < phrases_.size() && start_of(phrases_[phrase]) <= at; ++phrase) describe(phrases_[phrase]);
      for (; name < names_.size() && names_[name].tokens.first <= at; ++name) see_name(names_[name]);
      if (search_.zones[at] == Zone::kBody && quotation_[at] == kNoQuotation) pronoun(at);
    }
    return std::move(unnamed_);
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }
  static std::uint32_t start_of(const RolePhrase& phrase) { return phrase.head; }

  void see_name(const DraftMention& mention) {
    if (search_.zones[mention.tokens.first] != Zone::kBody || mention.how == Reference::kAdjective) return;
    salience_.see(mention.draft, mention.tokens);
  }

  const DraftMention* name_covering(std::uint32_t at) const {
    for (const DraftMention& mention : names_) {
      if (mention.tokens.first > at) return nullptr;
      if (mention.tokens.contains(at) && mention.how != Reference::kAdjective) return &mention;
    }
    return nullptr;
  }

  // --- descriptions ------------------------------------------------------------------------------

  void describe(const RolePhrase& phrase) {
    if (name_covering(phrase.head) != nullptr || belongs_to_name(phrase) || is_of_sides(token(phrase.head).lower)) return;
    const Description description = describe_phrase(search_, phrase);
    if (description.side) return side_of_state(description);
    if (quotation_[phrase.head] != kNoQuotation && !phrase.definite) return;
    DraftId id = resolve(description);
    const bool new_actor = id == kNoDraft && quotation_[phrase.head] == kNoQuotation && acts(description);
    if (new_actor) id = drafts_.add(draft_of(description, text_));
    if (id == kNoDraft) return;
    if (description.unnamed) unnamed_.push_back(description.tokens);
    drafts_.mention(id, description.tokens, new_actor ? Reference::kName : Reference::kNominal);
    drafts_.mentions().back().head = phrase.head;
    salience_.see(id, description.tokens);
  }

  /// "the union's general secretary, Fergus Laing": the name says it all.
  bool belongs_to_name(const RolePhrase& phrase) const {
    if (phrase.institution != nullptr && !follows_name(phrase)) return starts_person(phrase.head + 1);
    const std::uint32_t end = phrase.whole.last;
    if (starts_person(phrase.head + 1) || starts_person(end)) return true;
    if (end < text_.size() && text_.is(end, ",") && starts_person(end + 1) && !phrase.word.agents) return true;
    return follows_name(phrase);
  }

  bool follows_name(const RolePhrase& phrase) const {
    const std::uint32_t first = phrase.whole.first;
    if (first < 2 || !text_.is(first - 1, ",")) return false;
    return std::any_of(names_.begin(), names_.end(), [&](const DraftMention& m) {
      const bool person = drafts_[m.draft].entry.type == ActorType::kPerson;
      return m.tokens.last == first - 1 && person != (phrase.institution != nullptr);
    });
  }

  bool starts_person(std::uint32_t at) const {
    return std::any_of(names_.begin(), names_.end(), [&](const DraftMention& m) {
      const bool starts = m.tokens.first == at || (m.tokens.contains(at) && m.tokens.first < at);
      return starts && drafts_[m.draft].entry.type == ActorType::kPerson;
    });
  }

  /// "the Kharvenian government", "the Tarsian side": the state itself.
  void side_of_state(const Description& description) {
    drafts_.mention(description.owner, description.tokens, Reference::kNominal);
    drafts_.mentions().back().head = description.head;
    salience_.see(description.owner, description.tokens);
  }

  DraftId resolve(const Description& description) const {
    if (const DraftId id = drafts_.named(description.key); id != kNoDraft && !description.counted) return id;
    if (!description.definite) return kNoDraft;
    return salience_.latest([&](DraftId id) { return fits(text_, drafts_[id], description); });
  }

  bool acts(const Description& description) const {
    const Tokens tokens = description.tokens;
    const bool party = party_word_before(text_, description.whole.first);
    const bool speaks = speech_verb_follows(text_, tokens.last) || speech_verb_follows(text_, description.head + 1);
    if (speaks || party) return true;
    const bool verb = verb_follows(text_, tokens.last) && is_subject(text_, {description.whole.first, tokens.last});
    return verb && (description.owner != kNoDraft || description.governs);
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
    static constexpr WordSet kEmpty{"is", "was", "seems", "appears", "seemed", "appeared", "remains", "comes", "came", "takes", "took", "turned", "looks", "'s"};
    return !kEmpty.has(token(verb).lower) && looks_finite(token(verb).lower);
  }

  /// The person or group right before "who".
  DraftId antecedent(std::uint32_t at) const {
    for (auto mention = drafts_.mentions().rbegin(); mention != drafts_.mentions().rend(); ++mention) {
      const bool touches = mention->tokens.last == at || (mention->tokens.last + 1 == at && text_.is(at - 1, ","));
      const ActorEntry& entry = drafts_[mention->draft].entry;
      if (touches && (entry.type == ActorType::kPerson || entry.plural)) return mention->draft;
    }
    return kNoDraft;
  }

  ActorSearch& search_;
  const Text& text_;
  ActorDrafts& drafts_;
  Salience salience_;
  std::vector<std::uint32_t> quotation_;
  std::vector<RolePhrase> phrases_;
  std::vector<DraftMention> names_;
  std::vector<Tokens> unnamed_;
};

}  // namespace

std::vector<Tokens> read_descriptions(ActorSearch& search) { return Walker(search).walk(); }

}  // namespace modus::reading
