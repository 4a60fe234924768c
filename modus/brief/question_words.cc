#include "modus/brief/question_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/tell_ask.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::Answer;
using findings::AnswerWorth;
using findings::Question;

std::string call_in_full(const case_model::Case& subject, const case_model::Package& package) {
  return "this package: " + say_package(subject, package);
}

template <class Call>
std::string word(const case_model::Case& subject, const case_model::Standing& standing, const Question& question, Call call) {
  switch (question.kind) {
    case Question::Kind::kLimit:
      return "Is it really the case that you could accept " + say_limit(subject, standing.limits[question.limit.value].forbids) + "?";
    case Question::Kind::kDraft: return "Could you live, as a whole, with " + call(question.package) + "?";
    case Question::Kind::kCompare:
      return fmt::format("With all else the same, would you rather have {} than {}?", say_difference(subject, question.package, question.other),
                         say_difference(subject, question.other, question.package));
    case Question::Kind::kNoDeal: return "Would you rather have no deal at all than " + call(question.package) + "?";
    case Question::Kind::kRanks:
      return fmt::format("Does {} matter more to you than {}?", subject.issues[question.issue].name, subject.issues[question.other_issue].name);
  }
  return "";
}

bool brings_a_gain(const Question& question, const AnswerWorth& heard) { return rounded(heard.gain) > 0 || rounded(question.gain) > 0; }

/// "about three times as likely", where that is telling; empty otherwise.
std::string say_times(double given, double before) {
  constexpr double kTelling = 1.5;
  if (before <= 0 || given <= 0) return "";
  const double times = given / before;
  if (times >= kTelling) return fmt::format("about {:.0f} times as likely as now", std::max(2.0, times));
  return times <= 1 / kTelling ? fmt::format("about {:.0f} times less likely than now", std::max(2.0, 1 / times)) : "";
}

double zone_before(const Question& question) {
  double zone = 0;
  for (const Answer& answer : question.answers) zone += answer.chance * answer.zone_probability;
  return zone;
}

std::string say_zone_after(const Question& question) {
  const Answer &yes = question.answers[0], &no = question.answers[1];
  std::string words = fmt::format("A package that all can live with exists in {} after a yes and in {} after a no", chance(yes.zone_probability),
                                  chance(no.zone_probability));
  if (percent(yes.zone_probability) != percent(no.zone_probability)) return words;
  for (const Answer* answer : {&yes, &no}) {
    const std::string times = say_times(answer->zone_probability, zone_before(question));
    if (!times.empty()) words += fmt::format("; after a {} {}", answer->yes ? "yes" : "no", times);
  }
  return words;
}

}  // namespace

std::string word_question(const case_model::Case& subject, const case_model::Standing& standing, const Question& question) {
  return word(subject, standing, question, [&](const case_model::Package& package) { return call_in_full(subject, package); });
}

Sentence say_whom(const Telling& telling, const Question& question) {
  Sentence sentence("Ask ");
  return sentence.strong(telling.name(question.party)).plain(telling.finding.questions.in_private ? ", in private:" : ", in public:");
}

Sentence say_question(Telling& telling, const Question& question, CallPackage call) {
  Sentence sentence(word(telling.subject, telling.standing, question, [&](const case_model::Package& package) { return call(telling, package); }));
  if (question.kind == Question::Kind::kLimit) sentence.cite(telling.cites.numbers_of(telling.standing.limits[question.limit.value].statements));
  return sentence;
}

Sentence say_worth(const Telling& telling, const Question& question) {
  const AnswerWorth& heard = telling.finding.questions.in_private ? question.in_private : question.in_public;
  if (!brings_a_gain(question, heard)) {
    const bool single = telling.finding.questions.no_zone;
    return Sentence(single ? "It tells what this party can live with." : "It changes little in which package is best, but tells whether there is one that all can live with.")
        .mark(Mark::kComputed);
  }
  std::string words = "Worth " + difference(heard.gain) + " of the best package's acceptance";
  if (difference(heard.gain) != difference(question.gain)) words += ", " + difference(question.gain) + " if the answer were sure to be true";
  return Sentence(words + ".").mark(Mark::kComputed);
}

Sentence say_after_answers(const Telling& telling, const Question& question) {
  const Answer &yes = question.answers[0], &no = question.answers[1];
  const AnswerWorth& heard = telling.finding.questions.in_private ? question.in_private : question.in_public;
  std::string words = fmt::format("Yes is expected in {}. ", chance(yes.chance));
  if (brings_a_gain(question, heard)) {
    words += fmt::format("The best package is then accepted by all in {}, after a no in {}.", chance(yes.best_acceptance), chance(no.best_acceptance));
  } else if (!telling.finding.questions.no_zone) {
    words += say_zone_after(question) + ".";
  }
  while (words.back() == ' ') words.pop_back();
  return Sentence(words).mark(Mark::kComputed);
}

void append_leak(const Question& question, Text& text) {
  if (!question.leak) return;
  std::string words = "That it becomes known is put at " + chance(*question.leak);
  if (question.leak_risk > 0) {
    words += ", a risk of " + difference(question.leak_risk) + " of acceptance";
    words += question.value < 0 ? ": more than the answer is worth" : "";
  }
  text.push_back(Sentence(words + ".").mark(Mark::kJudged));
}

Text say_how_asked(const Telling& telling) {
  const auto& found = telling.finding.questions;
  const case_model::Defaults& usual = telling.subject.defaults;
  Text text = {Sentence(fmt::format("Those worth most come first. All questions together bring {} of acceptance at most.", difference(found.ceiling)))
                   .mark(Mark::kComputed),
               Sentence(fmt::format("An answer is taken to be true in {} of cases in private and {} in public, unless judged otherwise; else "
                                    "the party answers what suits it.",
                                    chance(usual.honest_private), chance(usual.honest_public)))
                   .mark(Mark::kJudged)};
  if (found.no_zone) text.push_back(Sentence("In no scenario is there a package that all can live with.").mark(Mark::kComputed));
  return text;
}

Sentence say_nothing_to_ask() {
  return Sentence("No single answer is expected to change which package looks best, or to tell whether there is one that all can live with.")
      .mark(Mark::kComputed);
}

Sentence say_how_to_record() {
  return Sentence("What comes back is entered by the question's id: modus ask CASE --answer ID=yes, or no.");
}

}  // namespace modus::brief
