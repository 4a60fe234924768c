#include "modus/reading/talks_roles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "modus/reading/lexicon.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kReach = 8;   ///< words between an actor and what it is said to do

/// The verb or the role: "broker", "mediating", "facilitator"; not "mediation" or "mediators", who are themselves.
bool is_mediating(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kWords = {"mediate", "mediates", "mediated", "mediating", "mediator", "broker", "brokers", "brokered", "brokering", "facilitate", "facilitating", "facilitator"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_stop(const Text& text, std::uint32_t at) {
  const std::string& word = text.tokens[at].lower;
  return word == "." || word == ";" || word == ":" || word == "between" || is_a(word, WordClass::kRelative) || is_a(word, WordClass::kNegation) || verb_lemma(word) == "refuse" || verb_lemma(word) == "reject";
}

bool may_mediate(const ActorTable& actors, const Mention* mention) {
  return mention != nullptr && actors.actors[mention->actor].type != ActorType::kPerson && !actors.actors[mention->actor].medium && mention->how != Reference::kPronoun;
}

/// "brokered by X".
const Mention* agent_after(const Text& text, const ActorTable& actors, std::uint32_t at, std::uint32_t limit) {
  if (!text.is(at + 1, "by")) return nullptr;
  for (std::uint32_t i = at + 2; i < std::min(limit, at + 5); ++i) {
    if (const Mention* mention = actors.at(i); may_mediate(actors, mention)) return mention;
  }
  return nullptr;
}

/// "X's efforts to broker", "X as a facilitator".
const Mention* subject_before(const Text& text, const ActorTable& actors, std::uint32_t at, std::uint32_t limit) {
  for (std::uint32_t i = at; i > limit && at - i < kReach; --i) {
    if (is_stop(text, i - 1)) return nullptr;
    if (const Mention* mention = actors.at(i - 1); may_mediate(actors, mention)) return mention;
  }
  return nullptr;
}

bool is_mediators(std::string_view word) { return word == "mediator" || word == "mediators" || word == "facilitator" || word == "facilitators"; }

/// "Austrian mediators": whoever they belong to mediates.
void note_owner_of_mediators(ActorTable& actors, const Mention& mention) {
  const std::optional<ActorIndex> owner = actors.actors[mention.actor].affiliation;
  if (owner && actors.actors[*owner].type != ActorType::kPerson && actors.actors[*owner].role.empty()) actors.actors[*owner].role = "mediator";
}

}  // namespace

void note_roles_in_talks(const Text& text, ActorTable& actors) {
  for (const Sentence& sentence : text.sentences) {
    for (std::uint32_t at = sentence.tokens.first; at < sentence.tokens.last; ++at) {
      const Mention* here = actors.at(at);
      if (here != nullptr && here->how != Reference::kAdjective && is_mediators(text.tokens[at].lower)) note_owner_of_mediators(actors, *here);
      if (!is_mediating(text.tokens[at].lower) || here != nullptr) continue;
      const Mention* found = agent_after(text, actors, at, sentence.tokens.last);
      if (found == nullptr) found = subject_before(text, actors, at, sentence.tokens.first);
      if (found != nullptr && actors.actors[found->actor].role.empty()) actors.actors[found->actor].role = "mediator";
    }
  }
}

}  // namespace modus::reading
