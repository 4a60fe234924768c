#include "modus/reading/event_parties.h"

#include <algorithm>
#include <utility>

#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kBothSides("sides", "parties", "delegations", "negotiators", "teams", "two", "both");
constexpr WordSet kBefore("both", "two", "the", "rival", "warring");
constexpr std::size_t kMostParticipants = 6;
constexpr std::uint32_t kFewestMentions = 3;

void sort_unique(std::vector<ActorIndex>& actors) {
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
}

/// The mentions that begin within the tokens.
std::pair<std::size_t, std::size_t> mentions_within(const ActorTable& actors, Tokens tokens) {
  const auto before = [](const Mention& mention, std::uint32_t token) {
    return mention.tokens.first < token;
  };
  const auto first = std::lower_bound(actors.mentions.begin(), actors.mentions.end(), tokens.first, before);
  const auto last = std::lower_bound(first, actors.mentions.end(), tokens.last, before);
  return {static_cast<std::size_t>(first - actors.mentions.begin()),
          static_cast<std::size_t>(last - actors.mentions.begin())};
}

/// "both sides", "the two parties".
bool names_both_sides(const Text& text, Tokens clause) {
  for (std::uint32_t at = clause.first; at + 1 < clause.last; ++at)
    if (kBefore.has(text.tokens[at].lower) && kBothSides.has(text.tokens[at + 1].lower)) return true;
  return false;
}

}  // namespace

EventParties::EventParties(const Text& text, const ActorTable& actors) : text_(text), actors_(actors) {
  find_principals();
}

void EventParties::find_principals() {
  base::IndexedVector<ActorIndex, std::uint32_t> weight(actors_.actors.size(), 0);
  for (const Mention& mention : actors_.mentions) {
    const ActorEntry& actor = actors_.actors[mention.actor];
    if (!actor.medium) weight[actor.affiliation.value_or(mention.actor)] += 1;
  }
  const auto heaviest = [&](bool people) {
    std::optional<ActorIndex> best;
    for (ActorIndex index : weight.indices()) {
      const bool person = actors_.actors[index].type == ActorType::kPerson;
      if (person == people && weight[index] >= kFewestMentions && (!best || weight[index] > weight[*best]))
        best = index;
    }
    return best;
  };
  // People are parties of their own only where too few states, companies or unions are spoken of.
  for (bool people : {false, true})
    for (auto best = heaviest(people); best && principals_.size() < 2; best = heaviest(people)) {
      principals_.push_back(*best);
      weight[*best] = 0;
    }
  sort_unique(principals_);
}

bool EventParties::takes_part(const Mention& mention, Tokens trigger, Tokens place) const {
  const ActorEntry& actor = actors_.actors[mention.actor];
  if (actor.medium || actor.role.find("spokes") != std::string::npos || place.overlaps(mention.tokens))
    return false;
  const bool adjoins = mention.tokens.last + 2 >= trigger.first && mention.tokens.first < trigger.first;
  if (mention.how == Reference::kAdjective) return adjoins;
  return !mention.possessive || adjoins || mention.how == Reference::kName;
}

std::vector<ActorIndex> EventParties::in_clause(Tokens clause, Tokens trigger, Tokens place) const {
  std::vector<ActorIndex> found;
  const auto [first, last] = mentions_within(actors_, clause);
  for (std::size_t i = first; i < last && found.size() < kMostParticipants; ++i)
    if (takes_part(actors_.mentions[i], trigger, place)) found.push_back(actors_.mentions[i].actor);
  if (text_.is(clause.first, "who") && clause.first >= 2) {
    const Mention* before = actors_.at(clause.first - 2);
    if (before != nullptr) found.push_back(before->actor);
  }
  if (names_both_sides(text_, clause)) found.insert(found.end(), principals_.begin(), principals_.end());
  sort_unique(found);
  return found;
}

std::vector<ActorIndex> EventParties::speaker_before(Tokens sentence, std::uint32_t end) const {
  std::vector<ActorIndex> found;
  const auto [first, last] = mentions_within(actors_, {sentence.first, end});
  for (std::size_t i = last; i-- > first && found.empty();)
    if (takes_part(actors_.mentions[i], {end, end}, {})) found.push_back(actors_.mentions[i].actor);
  return found;
}

}  // namespace modus::reading
