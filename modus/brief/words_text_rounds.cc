#include <fmt/format.h>

#include <algorithm>

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/text_words.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::PartyIndex;
using case_model::Reaction;
using case_model::TextRound;
using findings::Direction;
using findings::TextStep;

std::string say_moved(const Telling& telling, const TextStep& step, PartyIndex party) {
  const findings::PartyChange& change = step.parties[party];
  const std::string& who = telling.name(party);
  switch (step.moved[party]) {
    case Direction::kGained:
      return fmt::format("{} gained by it in {}", who, chance(change.helped.value));
    case Direction::kLost:
      return fmt::format("{} lost by it in {}", who, chance(1 - change.not_hurt.value));
    case Direction::kUnclear:
      return fmt::format("whether {} gained is unclear (it did in {}, lost in {})", who,
                         chance(change.helped.value), chance(1 - change.not_hurt.value));
    case Direction::kUntouched:
      return fmt::format("{} neither gained nor lost", who);
  }
  return "";
}

Text say_step(const Telling& telling, const TextStep& step) {
  const auto& rounds = telling.subject.text;
  const std::string changes = say_changes(telling.subject, step.issues, rounds[step.round - 2].package,
                                          rounds[step.round - 1].package);
  Text text = {Sentence(changes.empty() ? "Nothing changed." : changes + ".")};
  std::vector<std::string> moved;
  for (const PartyIndex party : step.parties.indices()) {
    if (step.parties[party].asked) moved.push_back(say_moved(telling, step, party));
  }
  if (!changes.empty())
    text.push_back(Sentence(capital(base::join_words(moved)) + ".").mark(Mark::kComputed));
  return text;
}

/// The next round's text, where that is what was received.
std::string say_what_was_received(const Telling& telling, std::size_t round, const Reaction& reaction) {
  const auto& rounds = telling.subject.text;
  if (reaction.to == rounds[round].package) return "the text as it stood";
  if (round + 1 < rounds.size() && reaction.to == rounds[round + 1].package)
    return "the change to the next round's text";
  std::vector<case_model::IssueIndex> apart;
  for (const auto issue : reaction.to.indices()) {
    if (reaction.to[issue] != rounds[round].package[issue]) apart.push_back(issue);
  }
  return "the change " + say_changes(telling.subject, apart, rounds[round].package, reaction.to);
}

Text say_reactions(Telling& telling, std::size_t round) {
  Text text;
  for (const Reaction& reaction : telling.subject.text[round].reactions) {
    Sentence sentence(fmt::format("{} {} {}.", telling.name(reaction.party),
                                  case_model::word_of(reaction.says),
                                  say_what_was_received(telling, round, reaction)));
    text.push_back(sentence.cite(telling.cites.number_of(reaction.statement)));
  }
  return text;
}

}  // namespace

Blocks tell_text_rounds(Telling& telling) {
  const auto& rounds = telling.subject.text;
  if (rounds.empty()) return {};
  Bullets list;
  list.numbered = true;
  for (std::size_t r = 0; r < rounds.size(); ++r) {
    const TextRound& round = rounds[r];
    Text item = {Sentence(say_day(round.on) + (round.why.empty() ? "" : ", " + round.why) +
                          (round.agreed ? "; agreed." : "."))};
    for (const TextStep& step : telling.finding.text->steps) {
      if (step.round != r + 1) continue;
      for (Sentence& sentence : say_step(telling, step)) item.push_back(std::move(sentence));
    }
    for (Sentence& sentence : say_reactions(telling, r)) item.push_back(std::move(sentence));
    list.items.push_back(std::move(item));
  }
  return {heading(2, "rounds", "Round by round"), list};
}

}  // namespace modus::brief
