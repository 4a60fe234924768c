#include <fmt/format.h>

#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::Question;

Sentence say_limit_question(Telling& telling, const Question& question) {
  const case_model::Limit& limit = telling.standing.limits[question.limit.value];
  Sentence sentence("Is it really the case that you could accept " +
                    say_limit(telling.subject, limit.forbids) + "?");
  return sentence.cite(telling.cites.numbers_of(limit.statements));
}

Sentence say_compare_question(const Telling& telling, const Question& question) {
  return Sentence(fmt::format("With all else the same, would you rather have {} than {}?",
                              say_difference(telling.subject, question.package, question.other),
                              say_difference(telling.subject, question.other, question.package)));
}

Sentence say_question(Telling& telling, const Question& question) {
  switch (question.kind) {
    case Question::Kind::kLimit:
      return say_limit_question(telling, question);
    case Question::Kind::kDraft:
      return Sentence("Could you live, as a whole, with " + say_by_label(telling, question.package) + "?");
    case Question::Kind::kCompare:
      return say_compare_question(telling, question);
  }
  return {};
}

Sentence say_worth(const Question& question) {
  return Sentence(
             fmt::format(
                 "Expected gain in the best package's acceptance: {}. Yes is expected in {}; then the best "
                 "package would be accepted by all in {}, after a no in {}.",
                 difference(question.gain), chance(question.chance_yes), chance(question.best_if_yes),
                 chance(question.best_if_no)))
      .mark(Mark::kComputed);
}

}  // namespace

Blocks tell_questions(Telling& telling) {
  const auto& found = telling.finding.questions;
  Blocks blocks = {heading(2, "questions", "Questions worth asking")};
  Bullets list;
  list.numbered = true;
  for (const Question& question : found.questions) {
    Sentence ask("Ask ");
    ask.strong(telling.name(question.party)).plain(", in private:");
    list.items.push_back({ask, say_question(telling, question), say_worth(question)});
  }
  if (list.items.empty()) {
    blocks.emplace_back(paragraph(
        Sentence("No single answer is expected to change which package looks best.").mark(Mark::kComputed)));
    return blocks;
  }
  blocks.emplace_back(
      paragraph(Sentence(fmt::format("Highest expected gain first. All questions together bring {} at "
                                     "most. Answers are taken to be honest and questions not to leak, so "
                                     "these gains are upper bounds.",
                                     difference(found.ceiling)))
                    .mark(Mark::kComputed)));
  blocks.emplace_back(list);
  return blocks;
}

}  // namespace modus::brief
