#include "modus/inquiry/question_id.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "modus/blockers/small_cases_for_tests.h"
#include "modus/case_model/packages.h"

namespace modus::inquiry {
namespace {

using case_model::PartyIndex;
using findings::Question;
using ::testing::HasSubstr;

namespace small = blockers::tests;

/// Two principals, two issues of three options, a limit of each party and a draft.
std::unique_ptr<small::SmallCase> some_case() {
  small::SmallShape shape;
  shape.limits = 0;
  auto made = small::random_case(shape, 1);
  for (const PartyIndex party : {PartyIndex(0), PartyIndex(1)}) {
    small::add_limit(made->subject, party, {{case_model::IssueIndex(0), case_model::OptionIndex(party.value)}});
  }
  made->subject.drafts.push_back({"march", case_model::package_at(made->subject.issues, 4), {}, {}});
  made->join();
  return made;
}

std::string problem_of(const small::SmallCase& made, std::string_view id) {
  const auto read = read_question_id(made.subject, made.standing, id, "--answer");
  return read.ok() ? "" : base::describe(read.problems().front());
}

RC_GTEST_PROP(QuestionId, ReadsBackAsTheSameQuestion, ()) {
  const auto made = some_case();
  Question question;
  question.kind = static_cast<Question::Kind>(*rc::gen::inRange(0, 5));
  question.party = PartyIndex(*rc::gen::inRange<std::size_t>(0, 2));
  question.limit = made->standing.limits_of[question.party].front();
  const std::size_t first = *rc::gen::inRange<std::size_t>(0, 9);
  question.package = case_model::package_at(made->subject.issues, first);
  question.other = case_model::package_at(made->subject.issues, (first + 5) % 9);
  question.issue = case_model::IssueIndex(*rc::gen::inRange<std::size_t>(0, 2));
  question.other_issue = case_model::IssueIndex(1 - question.issue.value);
  const std::string id = id_of(made->subject, made->standing, question);
  const auto read = read_question_id(made->subject, made->standing, id, "--answer");
  RC_ASSERT(read.ok());
  RC_ASSERT(read.value().kind == question.kind && read.value().party == question.party);
  if (question.kind == Question::Kind::kLimit) RC_ASSERT(read.value().limit == question.limit);
  RC_ASSERT(id_of(made->subject, made->standing, read.value()) == id);
}

TEST(QuestionId, NamesADraftByItsName) {
  const auto made = some_case();
  Question question;
  question.kind = Question::Kind::kDraft;
  question.package = made->subject.drafts[0].package;
  EXPECT_EQ(id_of(made->subject, made->standing, question), "accept:p0:march");
  EXPECT_EQ(problem_of(*made, "accept:p0:p4"), "");
}

TEST(QuestionId, KeepsNumbersApartFromDraftsOfThatName) {
  const auto made = some_case();
  made->subject.drafts[0].id = "p7";
  Question question;
  question.kind = Question::Kind::kDraft;
  question.package = case_model::package_at(made->subject.issues, 7);
  EXPECT_EQ(id_of(made->subject, made->standing, question), "accept:p0:p07");
  EXPECT_EQ(read_question_id(made->subject, made->standing, "accept:p0:p7", "").value().package, made->subject.drafts[0].package);
  EXPECT_EQ(read_question_id(made->subject, made->standing, "accept:p0:p07", "").value().package, question.package);
}

TEST(QuestionId, SaysWhatIsWrongAndWhatIsNearest) {
  const auto made = some_case();
  EXPECT_EQ(problem_of(*made, "limt:p0:s100"), "--answer: there is no question \"limt:p0:s100\" (did you mean limit:p0:s100?)");
  EXPECT_THAT(problem_of(*made, "limit:p1:s100"), HasSubstr("a limit that does not stand (did you mean limit:p0:s100?)"));
  EXPECT_THAT(problem_of(*made, "accept:nobody:march"), HasSubstr("asks a party that the case does not have"));
  EXPECT_THAT(problem_of(*made, "accept:p0:p9"), HasSubstr("names no package of the case"));
  EXPECT_THAT(problem_of(*made, "accept:p0:p-1"), HasSubstr("names no package of the case"));
  EXPECT_THAT(problem_of(*made, "prefer:p0:p1:p1"), HasSubstr("compares a package with itself"));
  EXPECT_THAT(problem_of(*made, "ranks:p0:i0:i0"), HasSubstr("ranks an issue against itself"));
  EXPECT_THAT(problem_of(*made, "ranks:p0:i0:i7"), HasSubstr("names an issue that the case does not have"));
  EXPECT_THAT(problem_of(*made, ""), HasSubstr("there is no question"));
  made->subject.parties[PartyIndex(0)].roles = {case_model::Role::kObserver};
  EXPECT_THAT(problem_of(*made, "accept:p0:march"), HasSubstr("whose acceptance is not its own"));
}

TEST(QuestionId, RefusesPackagesThatBreakRules) {
  const auto made = some_case();
  case_model::Condition rule;
  rule.kind = case_model::Condition::Kind::kNot;
  rule.parts = {small::terms(made->subject, {{case_model::IssueIndex(0), case_model::OptionIndex(0)}})};
  made->subject.rules.push_back({rule, {}});
  EXPECT_THAT(problem_of(*made, "no-deal:p0:p0"), HasSubstr("breaks a rule"));
}

}  // namespace
}  // namespace modus::inquiry
