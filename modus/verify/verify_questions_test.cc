// Questions about the hand-made case of small_case_for_tests.h, worked out by hand, and every way to get them wrong.
#include "modus/verify/verify_questions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "modus/verify/small_case_for_tests.h"

namespace modus::verify {
namespace {

using namespace tests;  // NOLINT: the hand-made case

double entropy(double p) { return -p * std::log2(p) - (1 - p) * std::log2(1 - p); }

findings::Answer answer(bool yes, double chance, double zone, double best) {
  findings::Answer made;
  made.yes = yes;
  made.chance = chance;
  made.zone_probability = zone;
  made.best_acceptance = best;
  made.best = package(0, 0);
  return made;
}

findings::Belief change(findings::Belief::Kind kind, double before, double given) {
  findings::Belief made;
  made.kind = kind;
  made.party = kUnion;
  made.before = before;
  made.given = given;
  return made;
}

// Would the union accept the one package that all can accept? It does in the first of four. True answers come in 0.8
// of cases in private, in 0.5 in public; otherwise it says no.
findings::Question draft_question() {
  findings::Question draft;
  draft.kind = findings::Question::Kind::kDraft;
  draft.package = package(0, 0);
  draft.chance_yes = 0.25;
  draft.best_if_yes = 0.5;  // half of the even places, none of the odd ones
  draft.bits = entropy(0.25);
  draft.in_private.bits = entropy(0.25) - 0.8 * entropy(0.0625);
  draft.in_public.bits = entropy(0.25) - 0.875 * entropy(1.0 / 7);
  draft.answers = {answer(true, 0.2, 1, 0.5), answer(false, 0.8, 0.0625, 1.0 / 12)};
  return draft;
}

// Is the union's red line real? It is in the second and fourth of four; a union that does not answer truly says yes.
findings::Question limit_question() {
  findings::Question limit;
  limit.chance_yes = 0.5;
  limit.best_if_no = 0.25;
  limit.bits = entropy(0.25) - 0.5;
  limit.in_private.bits = entropy(0.25) - 0.6 * entropy(1.0 / 12) - 0.4;
  limit.in_public.bits = entropy(0.25) - 0.75 * entropy(1.0 / 6) - 0.25;
  limit.answers = {answer(true, 0.6, 1.0 / 12, 0.25), answer(false, 0.4, 0.5, 0.25)};
  limit.answers[0].changes = {change(findings::Belief::Kind::kLimitReal, 0.5, 0.5 / 0.6), change(findings::Belief::Kind::kNoDeal, 20, 20)};
  return limit;
}

findings::Question compare_question() {
  findings::Question compare;
  compare.kind = findings::Question::Kind::kCompare;
  compare.package = package(1, 1);
  compare.other = package(0, 0);
  compare.chance_yes = 1;
  compare.best_if_yes = 0.25;
  compare.answers = {answer(true, 0.9, 0.25, 0.25), answer(false, 0.1, 0.25, 0.25)};
  return compare;
}

findings::QuestionsFinding right_questions() {
  findings::QuestionsFinding questions;
  questions.questions = {draft_question(), limit_question(), compare_question()};
  for (auto& question : questions.questions) {
    question.party = kUnion;
    question.package_if_yes = question.package_if_no = package(0, 0);
    question.honest_private = 0.8;
    question.honest_public = 0.5;
  }
  questions.worth_asking = 3;
  return questions;
}

VerifyReport verified(const findings::QuestionsFinding& questions) {
  const case_model::Case subject = small_case();
  const findings::Scenarios scenarios = small_scenarios();
  const NaiveAcceptance naive(subject, scenarios);
  const EveryPackage every = count_every_package(naive);
  findings::BriefFinding brief;
  brief.questions = questions;
  return verify_questions(naive, &every, brief, {});
}

TEST(VerifyQuestions, ConfirmsFindingsWorkedOutByHand) {
  const VerifyReport report = verified(right_questions());
  for (const base::Problem& problem : report.problems) ADD_FAILURE() << base::describe(problem);
  EXPECT_EQ(report.done.size(), 4U);
}

struct Mistake {
  const char* name;
  std::function<void(findings::QuestionsFinding&)> make;
};

void PrintTo(const Mistake& mistake, std::ostream* stream) { *stream << mistake.name; }

class VerifyQuestionsFinds : public testing::TestWithParam<Mistake> {};

TEST_P(VerifyQuestionsFinds, EachMistake) {
  findings::QuestionsFinding questions = right_questions();
  GetParam().make(questions);
  EXPECT_FALSE(verified(questions).problems.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Each, VerifyQuestionsFinds,
    testing::Values(
        Mistake{"chance", [](auto& q) { q.questions[1].chance_yes = 0.25; }},
        Mistake{"if_yes", [](auto& q) { q.questions[0].best_if_yes = 0.25; }},
        Mistake{"if_no", [](auto& q) { q.questions[1].best_if_no = 0.5; }},
        Mistake{"package_if_no", [](auto& q) { q.questions[1].package_if_no = package(1, 0); }},
        Mistake{"ceiling", [](auto& q) { q.ceiling = 0.25; }},
        Mistake{"compare",
                [](auto& q) { std::swap(q.questions[2].package, q.questions[2].other); }},
        Mistake{"gain", [](auto& q) { q.questions[1].gain = 0.25; }},
        Mistake{"negative", [](auto& q) { q.questions[2].in_private.gain = -0.25; }},
        Mistake{"more_than_true", [](auto& q) { q.questions[2].in_public.gain = 0.25; }},
        Mistake{"bits", [](auto& q) { q.questions[1].bits = 0.5; }},
        Mistake{"bits_private", [](auto& q) { q.questions[1].in_private.bits = 0.1; }},
        Mistake{"bits_public", [](auto& q) { q.questions[0].in_public.bits = 0.1; }},
        Mistake{"honest", [](auto& q) { q.questions[0].honest_public = 0.6; }},
        Mistake{"leak", [](auto& q) { q.questions[0].leak_risk = 0.1; }},
        Mistake{"value", [](auto& q) { q.questions[0].value = 0.1; }},
        Mistake{"heard", [](auto& q) { q.questions[0].answers[1].chance = 0.75; }},
        Mistake{"zone_after", [](auto& q) { q.questions[1].answers[0].zone_probability = 0.25; }},
        Mistake{"best_after", [](auto& q) { q.questions[0].answers[1].best_acceptance = 0.25; }},
        Mistake{"package_after", [](auto& q) { q.questions[0].answers[0].best = package(1, 0); }},
        Mistake{"answer_missing", [](auto& q) { q.questions[0].answers.pop_back(); }},
        Mistake{"change_limit", [](auto& q) { q.questions[1].answers[0].changes[0].given = 0.9; }},
        Mistake{"change_no_deal", [](auto& q) { q.questions[1].answers[0].changes[1].given = 44; }},
        Mistake{"order", [](auto& q) { std::swap(q.questions[0], q.questions[1]); }},
        Mistake{"worth_asking", [](auto& q) { q.worth_asking = 2; }},
        Mistake{"no_zone", [](auto& q) { q.no_zone = true; }},
        Mistake{"party", [](auto& q) { q.questions[2].party = case_model::PartyIndex(5); }}));

}  // namespace
}  // namespace modus::verify
