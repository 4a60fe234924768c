#include "modus/reading/actors.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "modus/reading/clause_words.h"
#include "modus/reading/coreference.h"
#include "modus/reading/fold.h"
#include "modus/reading/headings.h"
#include "modus/reading/induced_actors.h"
#include "modus/reading/name_actors.h"

namespace modus::reading {
namespace {

/// Turns drafts into the table: those that are actors, by first mention.
class TableMaker {
 public:
  explicit TableMaker(ActorSearch& search) : search_(search), drafts_(search.drafts) {}

  ActorTable make() {
    drafts_.sort_mentions();
    std::erase_if(drafts_.mentions(), [&](const DraftMention& m) { return m.draft >= drafts_.size(); });
    for (const DraftMention& mention : drafts_.mentions()) weigh(mention);
    for (DraftId id = 0; id < drafts_.size(); ++id) {
      find_state(id);
      const DraftId of = speaks_for_owner(drafts_[id]) ? owner_of(search_, id) : kNoDraft;
      if (of != kNoDraft) ++drafts_[of].acts;
    }
    number_.assign(drafts_.size(), kNoDraft);
    for (const DraftMention& mention : drafts_.mentions()) {
      if (is_actor(drafts_[mention.draft])) enter(mention);
    }
    index_tokens();
    affiliations();
    return std::move(table_);
  }

 private:
  void weigh(const DraftMention& mention) {
    const Text& text = search_.text;
    ActorDraft& draft = drafts_[mention.draft];
    if (mention.how == Reference::kMetonym || mention.how == Reference::kNominal ||
        mention.how == Reference::kPronoun)
      ++draft.acts;
    if (mention.how != Reference::kName) return;
    const bool place = stands_as_place(text, mention.tokens.first);
    const std::uint32_t after = mention.tokens.last;
    const bool owns = after + 1 < text.size() && text.tokens[after].possessive &&
                      !text.tokens[after + 1].capital && !is_within_other(mention);
    if (owns || party_word_before(text, mention.tokens.first) ||
        (!place && !follows_verb(text, mention.tokens.first) && verb_follows(text, mention.tokens.last)))
      ++draft.acts;
  }

  /// Who has a foreign minister or an ambassador is a state, whatever else spoke for a firm.
  void find_state(DraftId id) {
    const ActorDraft& person = drafts_[id];
    const DraftId of = person.entry.type == ActorType::kPerson ? owner_of(search_, id) : kNoDraft;
    if (of == kNoDraft || !drafts_[of].induced || drafts_[of].described) return;
    for (const std::string_view office : {"minister", "premier", "ambassador", "chancellor"}) {
      if (fold(person.entry.role).find(office) != std::string::npos)
        drafts_[of].entry.type = ActorType::kState;
    }
  }

  /// A foreign minister and a ministry show that their state is a party; a state's firm does not.
  static bool speaks_for_owner(const ActorDraft& draft) {
    if (draft.entry.type == ActorType::kPerson) return !draft.described;
    return draft.described &&
           (draft.entry.type == ActorType::kBody || draft.key.find("ministry") != std::string::npos);
  }

  /// "Japan" in "Japan's trade ministry" is not the one who acts.
  bool is_within_other(const DraftMention& mention) const {
    constexpr std::ptrdiff_t kNear = 12;  // mentions are sorted: what covers one stands right beside it
    const auto& all = drafts_.mentions();
    const std::ptrdiff_t here = &mention - all.data();
    const auto first = all.begin() + std::max<std::ptrdiff_t>(0, here - kNear);
    return std::any_of(first, all.begin() + here, [&](const DraftMention& other) {
      return other.draft != mention.draft && other.tokens.size() > mention.tokens.size() &&
             other.tokens.contains(mention.tokens) && drafts_[other.draft].entry.type != ActorType::kPerson;
    });
  }

  /// States and things that might be places must act; people and organisations are actors once they are
  /// named.
  static bool is_actor(const ActorDraft& draft) {
    if (!draft.listed) return false;
    const bool may_be_place = draft.entry.type == ActorType::kState || draft.induced;
    return !may_be_place || draft.acts > 0;
  }

  void enter(const DraftMention& mention) {
    if (number_[mention.draft] == kNoDraft) {
      number_[mention.draft] = static_cast<std::uint32_t>(table_.actors.size());
      table_.actors.push_back(drafts_[mention.draft].entry);
      if (table_.actors.raw().back().medium && table_.actors.raw().back().role.empty())
        table_.actors.raw().back().role = "news outlet";
    }
    const Text& text = search_.text;
    Mention made;
    made.tokens = mention.tokens;
    made.head = mention.head;
    made.actor = ActorIndex(number_[mention.draft]);
    made.how = mention.how;
    made.possessive = mention.tokens.last < text.size() && text.tokens[mention.tokens.last].possessive;
    table_.mentions.push_back(made);
    ActorEntry& entry = table_.actors[made.actor];
    const bool described = made.how == Reference::kNominal && entry.role.empty() &&
                           entry.type != ActorType::kState && entry.type != ActorType::kPerson;
    if (described) entry.role = std::string(text.of(made.tokens));  // "the union"
  }

  void index_tokens() {
    table_.index_of_token.assign(search_.text.size(), ActorTable::kNone);
    for (std::uint32_t m = 0; m < table_.mentions.size(); ++m) {
      const Tokens tokens = table_.mentions[m].tokens;
      for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
        std::uint32_t& owner = table_.index_of_token[i];
        if (owner == ActorTable::kNone || outranks(table_.mentions[m], table_.mentions[owner])) owner = m;
      }
    }
  }

  static bool outranks(const Mention& a, const Mention& b) {
    const bool plain_a = a.how != Reference::kAdjective, plain_b = b.how != Reference::kAdjective;
    return plain_a != plain_b ? plain_a : a.tokens.size() > b.tokens.size();
  }

  void affiliations() {
    for (DraftId id = 0; id < drafts_.size(); ++id) {
      if (number_[id] == kNoDraft) continue;
      DraftId of = owner_of(search_, id);
      if (of != kNoDraft && drafts_[id].described &&
          drafts_[of].entry.type == ActorType::kPerson) {  // "aides of the minister"
        const DraftId theirs = owner_of(search_, of);
        if (theirs != kNoDraft) of = theirs;
      }
      const bool fits = of != kNoDraft && of != id && number_[of] != kNoDraft;
      if (fits) table_.actors[ActorIndex(number_[id])].affiliation = ActorIndex(number_[of]);
    }
  }

  ActorSearch& search_;
  ActorDrafts& drafts_;
  std::vector<std::uint32_t> number_;
  ActorTable table_;
};

}  // namespace

const Mention* ActorTable::at(std::uint32_t token) const {
  const bool none = token >= index_of_token.size() || index_of_token[token] == kNone;
  return none ? nullptr : &mentions[index_of_token[token]];
}

const Mention* ActorTable::ending_at(std::uint32_t last) const {
  const Mention* mention = last == 0 ? nullptr : at(last - 1);
  return mention != nullptr && mention->tokens.last == last ? mention : nullptr;
}

const Mention* ActorTable::starting_at(std::uint32_t first) const {
  const Mention* mention = at(first);
  return mention != nullptr && mention->tokens.first == first ? mention : nullptr;
}

ActorTable find_actors(const Text& text) {
  const std::vector<Zone> zones = zones_of(text);
  const CapitalWords capitals(text, zones);
  ActorSearch search{text, zones, capitals, {}, {}, {}};
  read_names(search);
  induce_actors(search);
  std::vector<Tokens> unnamed = read_descriptions(search);
  read_headings(search);
  ActorTable table = TableMaker(search).make();
  table.unnamed = std::move(unnamed);
  return table;
}

}  // namespace modus::reading
