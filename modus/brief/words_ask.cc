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

std::string call_by_number(const Telling& telling, const Package& package) {
  const auto draft = std::ranges::find(telling.subject.drafts, package, &case_model::Draft::package);
  const std::string number = short_name(telling, package);
  return draft == telling.subject.drafts.end() ? "package " + number : "draft " + draft->id + " (" + number + ")";
}

/// "X rather than Y"; empty where both print alike.
std::string say_against(const std::string& given, const std::string& before) { return given == before ? "" : given + " rather than " + before; }

std::string say_change(const Telling& telling, const Question& question, const Belief& belief) {
  const auto hundredths = [](double share) { return fmt::format("{:.0f}", share * 100); };
  const auto say = [](const std::string& what, const std::string& change) { return change.empty() ? "" : what + change; };
  switch (belief.kind) {
    case Belief::Kind::kLimitReal: {
      const bool its_own = question.kind == Question::Kind::kLimit && question.limit == belief.limit;
      return say(its_own ? "the limit is real in " : "the limit, " + say_limit_of(telling, belief.limit) + ", is real in ",
                 say_against(chance(belief.given), chance(belief.before)));
    }
    case Belief::Kind::kNoDeal: return say("no deal is worth to it ", say_against(points(belief.given), points(belief.before)));
    case Belief::Kind::kWeight:
      return say(telling.subject.issues[belief.issue].name + " counts, of 100, for ", say_against(hundredths(belief.given), hundredths(belief.before)));
    case Belief::Kind::kStalling: return say("it wants no deal now in ", say_against(chance(belief.given), chance(belief.before)));
    case Belief::Kind::kScore: break;
  }
  return "";
}

Text say_answer(const Telling& telling, const Question& question, const Answer& answer) {
  const std::string word = answer.yes ? "yes" : "no";
  if (answer.chance <= 0) return {Sentence("A " + word + " is never expected.").mark(Mark::kComputed)};
  std::string words = fmt::format("After a {}, expected in {}: a package that all can live with exists in {}", word, chance(answer.chance),
                                  chance(answer.zone_probability));
  if (!answer.best.empty()) words += fmt::format("; the best is {}, accepted by all in {}", short_name(telling, answer.best), chance(answer.best_acceptance));
  Text text = {Sentence(words + ".").mark(Mark::kComputed)};
  std::string changes;
  for (const Belief& belief : answer.changes) {
    const std::string change = say_change(telling, question, belief);
    if (!change.empty()) changes += (changes.empty() ? "" : "; ") + change;
  }
  if (!changes.empty()) text.push_back(Sentence("Then " + changes + ".").mark(Mark::kComputed));
  return text;
}

/// What the answer is worth wherever it is put, in one sentence.
Sentence say_all_worth(const Question& question) {
  if (rounded(question.gain) <= 0) return Sentence("It changes little in which package is best, and tells something of whether there is one that all can live with.").mark(Mark::kComputed);
  return Sentence(fmt::format("Worth, of the best package's acceptance: {} in private, {} in public, {} if the answer were sure to be true.",
                              difference(question.in_private.gain), difference(question.in_public.gain), difference(question.gain)))
      .mark(Mark::kComputed);
}

/// Where the case judges this party's answers otherwise than usual.
void append_honesty(const Telling& telling, const Question& question, Text& text) {
  const case_model::Defaults& usual = telling.subject.defaults;
  if (question.honest_private == usual.honest_private && question.honest_public == usual.honest_public) return;
  text.push_back(Sentence(fmt::format("Of this party's answers {} are taken to be true in private, {} in public.", chance(question.honest_private),
                                      chance(question.honest_public)))
                     .mark(Mark::kJudged));
}

void tell_whole_question(Telling& telling, const Question& question, std::size_t place, Blocks& blocks) {
  blocks.emplace_back(heading(3, "question-" + std::to_string(place), fmt::format("{}. {}", place, question.id)));
  Text text = {say_whom(telling, question), say_question(telling, question, call_by_number)};
  text.push_back(telling.finding.questions.no_zone ? say_worth(telling, question) : say_all_worth(question));
  append_honesty(telling, question, text);
  append_leak(question, text);
  blocks.emplace_back(Paragraph{text, false});
  Bullets answers;
  for (const Answer& answer : question.answers) answers.items.push_back(say_answer(telling, question, answer));
  blocks.emplace_back(answers);
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
  intro.push_back(Sentence(fmt::format("{} of {} questions worth asking are listed; of those that tell the same only the best one.",
                                       found.questions.size(), found.worth_asking)));
  blocks.emplace_back(Paragraph{intro, false});
  blocks.emplace_back(paragraph(say_how_to_record()));
  for (std::size_t i = 0; i < found.questions.size(); ++i) tell_whole_question(telling, found.questions[i], i + 1, blocks);
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
