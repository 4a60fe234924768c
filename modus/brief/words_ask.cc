// The answer of `ask`: every question with what each answer would change.
#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/question_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/tell_ask.h"
#include "modus/brief/words.h"
#include "modus/case_model/packages.h"

namespace modus::brief {
namespace {

using case_model::Package;
using findings::Answer;
using findings::Belief;
using findings::Question;

std::string short_name(const Telling& telling, const Package& package) {
  return "p" + std::to_string(case_model::number_of(telling.subject.issues, package));
}

std::string call_by_number(const Telling& telling, const Package& package) { return "package " + short_name(telling, package); }

std::string say_change(const Telling& telling, const Belief& belief) {
  const auto hundredths = [](double share) { return fmt::format("{:.0f}", share * 100); };
  switch (belief.kind) {
    case Belief::Kind::kLimitReal:
      return fmt::format("the limit, {}, is real in {} rather than {}", say_limit_of(telling, belief.limit), chance(belief.given),
                         chance(belief.before));
    case Belief::Kind::kNoDeal: return fmt::format("no deal is worth {} to it rather than {}", points(belief.given), points(belief.before));
    case Belief::Kind::kWeight:
      return fmt::format("{} counts for {} of 100 rather than {}", telling.subject.issues[belief.issue].name, hundredths(belief.given),
                         hundredths(belief.before));
    case Belief::Kind::kStalling:
      return fmt::format("that it wants no deal now becomes {} rather than {}", chance(belief.given), chance(belief.before));
    case Belief::Kind::kScore: break;
  }
  return "";
}

Text say_answer(const Telling& telling, const Answer& answer) {
  const std::string word = answer.yes ? "yes" : "no";
  if (answer.chance <= 0) return {Sentence("A " + word + " is never expected.").mark(Mark::kComputed)};
  std::string words = fmt::format("After a {}, expected in {}: a package that all can live with exists in {}", word, chance(answer.chance),
                                  chance(answer.zone_probability));
  if (!answer.best.empty()) words += fmt::format("; the best is {}, accepted by all in {}", short_name(telling, answer.best), chance(answer.best_acceptance));
  Text text = {Sentence(words + ".").mark(Mark::kComputed)};
  std::string changes;
  for (const Belief& belief : answer.changes) changes += (changes.empty() ? "" : "; ") + say_change(telling, belief);
  if (!changes.empty()) text.push_back(Sentence(capital(changes) + ".").mark(Mark::kComputed));
  return text;
}

Sentence say_both_rooms(const Question& question) {
  return Sentence(fmt::format("Worth in private {}, in public {} (true answers in {} and {} of cases).", difference(question.in_private.gain),
                              difference(question.in_public.gain), chance(question.honest_private), chance(question.honest_public)))
      .mark(Mark::kComputed);
}

Text say_whole_question(Telling& telling, const Question& question) {
  Text text = {say_whom(telling, question), say_question(telling, question, call_by_number), say_worth(telling, question)};
  if (difference(question.gain) != difference(0)) text.push_back(say_both_rooms(question));
  append_leak(question, text);
  for (const Answer& answer : question.answers) {
    for (Sentence& sentence : say_answer(telling, answer)) text.push_back(std::move(sentence));
  }
  text.push_back(Sentence("(" + question.id + ")"));
  return text;
}

/// Every package that is named, once, by number.
std::vector<Package> packages_named(const Telling& telling) {
  std::vector<Package> named;
  for (const Question& question : telling.finding.questions.questions) {
    if (question.kind == Question::Kind::kDraft || question.kind == Question::Kind::kNoDeal) named.push_back(question.package);
    for (const Answer& answer : question.answers) {
      if (!answer.best.empty() && answer.chance > 0) named.push_back(answer.best);
    }
  }
  const auto number = [&](const Package& package) { return case_model::number_of(telling.subject.issues, package); };
  std::sort(named.begin(), named.end(), [&](const Package& a, const Package& b) { return number(a) < number(b); });
  named.erase(std::unique(named.begin(), named.end()), named.end());
  return named;
}

Blocks tell_packages_named(const Telling& telling) {
  Bullets list;
  for (const Package& package : packages_named(telling)) {
    const auto draft = std::ranges::find(telling.subject.drafts, package, &case_model::Draft::package);
    const std::string also = draft == telling.subject.drafts.end() ? "" : " (draft " + draft->id + ")";
    Sentence sentence;
    list.items.push_back({sentence.strong(short_name(telling, package) + also).plain(": " + say_package(telling.subject, package) + ".")});
  }
  if (list.items.empty()) return {};
  return {heading(2, "packages-named", "The packages named"), list};
}

Blocks tell_all_questions(Telling& telling) {
  const auto& found = telling.finding.questions;
  Blocks blocks = {heading(2, "questions", "What to ask next")};
  if (found.questions.empty()) {
    blocks.emplace_back(paragraph(say_nothing_to_ask()));
    return blocks;
  }
  Text intro = say_how_asked(telling);
  intro.push_back(Sentence(fmt::format("{} of {} questions worth asking are listed; of two that tell the same one.", found.questions.size(),
                                       found.worth_asking)));
  blocks.emplace_back(Paragraph{intro, false});
  Bullets list;
  list.numbered = true;
  for (const Question& question : found.questions) list.items.push_back(say_whole_question(telling, question));
  blocks.emplace_back(list);
  blocks.emplace_back(paragraph(say_how_to_record()));
  return blocks;
}

}  // namespace

Document tell_ask(const case_model::Case& subject, const case_model::Standing& standing, const findings::BriefFinding& finding) {
  Telling telling(subject, standing, finding);
  Blocks blocks = tell_opening(telling);
  append(blocks, tell_all_questions(telling));
  append(blocks, tell_packages_named(telling));
  return Document{"What to ask: " + subject.title, std::move(blocks), telling.cites.citations()};
}

}  // namespace modus::brief
