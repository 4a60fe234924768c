#include "modus/catalogue/record_answer.h"

#include <gmock/gmock.h>

#include <cmath>

#include "modus/case_model/standing.h"
#include "modus/catalogue/ask.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/formats/read_case.h"
#include "modus/formats/write_case.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using case_model::Label;
using case_model::Statement;
using case_model::StatementKind;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Two neighbours; b's refusal of it all to a stands against a's refusal of none.
constexpr std::string_view kCase = R"(modus: 1
title: The meadow
as_of: 2026-01-31
sources: {r: {title: Report, published: 2026-01-20}}
parties: {a: {name: A}, b: {name: B}, w: {name: W, role: observer}}
issues:
  land: {name: Land, options: {all: all, half: half, none: none}}
  money: {name: Money, range: {from: 0, to: 4, step: 1, unit: crowns}}
drafts:
  fair: {land: half, money: 2}
statements:
  - {id: s1, party: a, kind: red_line, what: land = none, channel: reported, source: r, meant: 0.6}
  - {id: s2, party: b, kind: rejects, what: land = all, channel: reported, source: r}
  - {id: s3, party: b, kind: demands, what: land = none, channel: quoted, source: r}
  - {id: s4, party: b, kind: demands, what: "land = half or land = none", channel: quoted, source: r, wants: 0.8}
judgments:
  a:
    scales: {money: {better: more}}
    no_deal: {value: 25..65}
    order: {land: [all, half, none]}
  b:
    scales: {money: {better: less}}
    no_deal: {value: 25..65}
    order: {land: [none, half, all]}
    asking: {honest: {private: 0.5}}
)";

Case some_case() {
  auto read = formats::read_case(kCase);
  EXPECT_TRUE(read.ok()) << base::describe(read.problems().front());
  return std::move(read.value());
}

const Statement& made(const RecordedAnswer& recorded) { return recorded.after.statements[recorded.statement]; }

std::string what_of(const RecordedAnswer& recorded) {
  return case_model::write_condition(made(recorded).what, recorded.after.issues);
}

std::vector<std::string> replaced_by(const RecordedAnswer& recorded) {
  std::vector<std::string> ids;
  for (const auto index : made(recorded).replaces) ids.push_back(recorded.after.statements[index].id);
  return ids;
}

RecordedAnswer record(const Case& subject, std::string_view id, std::string_view word, const AnswerRecord& how = {}) {
  auto recorded = record_answer(subject, id, word, how);
  EXPECT_TRUE(recorded.ok()) << base::describe(recorded.problems().front());
  return std::move(recorded.value());
}

std::string problem_of(const Case& subject, std::string_view id, std::string_view word, const AnswerRecord& how = {}) {
  const auto recorded = record_answer(subject, id, word, how);
  return recorded.ok() ? "" : base::describe(recorded.problems().front());
}

TEST(RecordAnswer, EntersAStatementThatTheCaseFileCanHold) {
  const Case subject = some_case();
  AnswerRecord how;
  how.by = "Old A";
  how.quote = "never, I told you";
  for (const char* id : {"limit:a:s1", "limit:b:s2", "accept:b:fair", "accept:a:p3", "no-deal:a:p3", "prefer:b:p3:p7", "ranks:a:land:money"}) {
    for (const char* word : {"yes", "no"}) {
      const RecordedAnswer recorded = record(subject, id, word, how);
      EXPECT_EQ(made(recorded).id, "asked-1");
      EXPECT_EQ(made(recorded).on->last, subject.as_of);
      EXPECT_THAT(made(recorded).why, HasSubstr(std::string("asked in private: ") + id + " = " + word));
      const std::string text = formats::write_case(recorded.after);
      const auto again = formats::read_case(text);
      ASSERT_TRUE(again.ok()) << base::describe(again.problems().front());
      EXPECT_EQ(formats::write_case(again.value()), text);
    }
  }
}

TEST(RecordAnswer, SaysALimitOnceMoreWhereItIsReal) {
  const RecordedAnswer recorded = record(some_case(), "limit:a:s1", "yes");
  EXPECT_EQ(made(recorded).kind, StatementKind::kRedLine);
  EXPECT_EQ(what_of(recorded), "land = none");
  EXPECT_EQ(made(recorded).said, 1.0);
  // Real with 0.95 * 0.6 + 0.05 * 0.1 = 0.575; a yes comes from all of these and from a fifth of the others.
  EXPECT_NEAR(*made(recorded).meant, 0.575 / (0.575 + 0.425 * 0.2), 1e-4);
  EXPECT_THAT(replaced_by(recorded), IsEmpty());
  const auto standing = case_model::weigh_statements(recorded.after);
  EXPECT_NEAR(standing.limits[0].probability, *made(recorded).meant, 1e-12);
}

TEST(RecordAnswer, NeverMovesABeliefAgainstTheAnswer) {
  Case subject = some_case();
  for (const double meant : {0.01, 0.6234567, 0.999}) {
    subject.statements[*subject.find_statement("s1")].meant = meant;
    const double before = case_model::weigh_statements(subject).limits[0].probability;
    EXPECT_GE(*made(record(subject, "limit:a:s1", "yes")).meant, before);
    EXPECT_LE(*made(record(subject, "limit:a:s1", "no")).meant, before);
  }
}

TEST(RecordAnswer, ReplacesAllThatADeniedLimitRestsOn) {
  const RecordedAnswer recorded = record(some_case(), "limit:b:s2", "no");
  EXPECT_EQ(made(recorded).meant, 0.03);
  EXPECT_EQ(replaced_by(recorded), (std::vector<std::string>{"s2", "s4"}));
  // The same as a demand, which still tells what b would like.
  EXPECT_EQ(made(recorded).kind, StatementKind::kDemands);
  EXPECT_EQ(made(recorded).wants, 0.8);
  for (const case_model::Limit& limit : case_model::weigh_statements(recorded.after).limits) {
    if (limit.statements.front() == recorded.statement) {
      EXPECT_NEAR(limit.probability, 0.03, 1e-12);
    }
  }
}

TEST(RecordAnswer, TakesAnswersAboutPackagesByTheirHonesty) {
  const Case subject = some_case();
  EXPECT_EQ(made(record(subject, "accept:a:fair", "yes")).kind, StatementKind::kAccepts);
  EXPECT_EQ(made(record(subject, "accept:a:fair", "yes")).meant, 0.97);  // nobody says so who does not
  EXPECT_EQ(made(record(subject, "accept:a:fair", "no")).kind, StatementKind::kRejects);
  EXPECT_NEAR(*made(record(subject, "accept:a:fair", "no")).meant, 1 / 1.2, 1e-4);
  EXPECT_NEAR(*made(record(subject, "accept:b:fair", "no")).meant, 1 / 1.5, 1e-4);
  EXPECT_EQ(made(record(subject, "no-deal:a:p3", "yes")).kind, StatementKind::kRejects);
  EXPECT_EQ(made(record(subject, "no-deal:a:p3", "no")).kind, StatementKind::kAccepts);
  AnswerRecord in_public;
  in_public.in_private = false;
  EXPECT_NEAR(*made(record(subject, "accept:a:fair", "no", in_public)).meant, 1 / 1.5, 1e-4);
  EXPECT_NEAR(*made(record(subject, "prefer:a:p3:p7", "no")).meant, 0.9, 1e-12);
}

TEST(RecordAnswer, TurnsComparisonsAndRankingsRoundForANo) {
  const Case subject = some_case();
  const RecordedAnswer yes = record(subject, "prefer:a:p3:p7", "yes"), no = record(subject, "prefer:a:p3:p7", "no");
  EXPECT_EQ(made(yes).what, *made(no).over);
  EXPECT_EQ(made(no).what, *made(yes).over);
  const auto ranking = made(record(subject, "ranks:a:land:money", "no")).ranking;
  EXPECT_EQ(subject.issues[ranking.front()].id, "money");
}

TEST(RecordAnswer, IsSeenByThePartyAskedInPrivateAndByAllWhereItWasAskedInPublic) {
  const Case subject = some_case();
  EXPECT_EQ(made(record(subject, "limit:a:s1", "yes")).label, (Label{Label::Kind::kCaucus, {*subject.find_party("a")}}));
  AnswerRecord how;
  how.in_private = false;
  EXPECT_EQ(made(record(subject, "limit:a:s1", "yes", how)).label, (Label{Label::Kind::kPublic, {}}));
  how.label = Label{};
  EXPECT_EQ(made(record(subject, "limit:a:s1", "yes", how)).label, Label{});
}

TEST(RecordAnswer, ReplacesAnEarlierAnswerToTheSameQuestion) {
  for (const char* id : {"accept:a:fair", "prefer:a:p3:p7", "ranks:a:land:money", "no-deal:a:p3", "limit:a:s1"}) {
    const Case once = record(some_case(), id, "yes").after;
    const bool limit = std::string_view(id).starts_with("limit");
    const RecordedAnswer twice = record(once, limit ? "limit:a:asked-1" : id, "no");
    EXPECT_EQ(made(twice).id, "asked-2") << id;
    const auto replaced = replaced_by(twice);
    EXPECT_NE(std::find(replaced.begin(), replaced.end(), "asked-1"), replaced.end()) << id;
  }
}

TEST(RecordAnswer, RefusesWhatCannotBe) {
  const Case subject = some_case();
  EXPECT_THAT(problem_of(subject, "limit:a:s9", "yes"), HasSubstr("did you mean limit:a:s1?"));
  EXPECT_THAT(problem_of(subject, "accept:w:fair", "yes"), HasSubstr("whose acceptance is not its own"));
  EXPECT_EQ(problem_of(subject, "limit:a:s1", "perhaps"), "limit:a:s1: \"perhaps\" is no answer to it (answer yes or no)");
  AnswerRecord late, early;
  late.on = subject.as_of + std::chrono::days(1);
  early.on = subject.as_of - std::chrono::days(30);
  EXPECT_THAT(problem_of(subject, "accept:a:fair", "yes", late), HasSubstr("set 'as_of' in the case file"));
  EXPECT_THAT(problem_of(subject, "limit:a:s1", "no", early), HasSubstr("statement s1, of 2026-01-20"));
  EXPECT_EQ(problem_of(subject, "accept:a:fair", "yes", early), "");
}

base::Context one_thread() {
  base::Context context;
  context.threads = 1;
  return context;
}

double zone_of(const Case& subject) {
  const auto run = draw_run(subject, {8192, 7}, one_thread());
  EXPECT_NE(run.answer(), nullptr);
  std::size_t zone = 0;
  for (const auto word : (*run.answer())->scan.zone) zone += static_cast<std::size_t>(std::popcount(word));
  return static_cast<double>(zone) / 8192;
}

/// What `ask` foretells of each answer is what the case then says.
TEST(RecordAnswer, DoesWhatTheQuestionForetold) {
  const Case subject = some_case();
  const auto asked = ask(subject, {{8192, 1}, true, 12, false}, one_thread());
  ASSERT_NE(asked.answer(), nullptr);
  const auto& questions = asked.answer()->brief.questions.questions;
  ASSERT_GE(questions.size(), 4U);
  for (const findings::Question& question : questions) {
    for (const findings::Answer& answer : question.answers) {
      if (answer.chance < 0.1) continue;
      const Case after = record(subject, question.id, answer.yes ? "yes" : "no").after;
      EXPECT_NEAR(zone_of(after), answer.zone_probability, 0.06) << question.id << (answer.yes ? " yes" : " no");
    }
  }
}

}  // namespace
}  // namespace modus::catalogue
