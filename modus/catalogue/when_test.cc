#include "modus/catalogue/when.h"

#include <gmock/gmock.h>

#include "modus/catalogue/run.h"
#include "modus/formats/read_case.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kCase = R"(modus: 1
title: The meadow
as_of: 2026-01-31
event: a signed treaty
horizon: 100 days
sources: {r: {title: Report, published: 2026-01-20}}
parties: {a: {name: A}, b: {name: B}}
issues:
  land: {name: Land, options: {all: all, half: half, none: none}}
  money: {name: Money, range: {from: 0, to: 4, step: 1, unit: crowns}}
statements:
  - {id: s1, party: a, kind: red_line, what: land = none, channel: reported, source: r, meant: 0.6}
  - {id: s2, party: b, kind: rejects, what: land = all, channel: reported, source: r}
judgments:
  a: {scales: {money: {better: more}}, order: {land: [all, half, none]}, no_deal: {value: 35..55}}
  b: {scales: {money: {better: less}}, order: {land: [none, half, all]}, no_deal: {value: 35..55}}
timeline:
  - {on: 2025-12-20, kind: talks, who: [a, b], source: r}
  - {on: 2026-01-10, kind: talks, who: [a, b], source: r}
)";

Case meadow() { return formats::read_case(kCase).value(); }

WhenOptions options() {
  WhenOptions chosen;
  chosen.settings.scenarios = 1024;
  chosen.reference_class = "pax-talks-to-comprehensive";
  return chosen;
}

/// What is wrong and what would be right, of all problems.
std::string problems_of(const Case& subject, const WhenOptions& chosen) {
  const auto outcome = when(subject, chosen, {});
  if (outcome.problems() == nullptr) return "";
  std::string all;
  for (const base::Problem& problem : *outcome.problems()) all += base::describe(problem) + "\n";
  return all;
}

TEST(When, AnswersAndStandsUpToTheSecondLook) {
  WhenOptions chosen = options();
  chosen.verify = true;
  for (const double weight : {0.0, 0.3, 1.0}) {
    chosen.weight = weight;
    const auto outcome = when(meadow(), chosen, {});
    ASSERT_NE(outcome.answer(), nullptr);
    for (const base::Problem& problem : outcome.answer()->checks.problems) ADD_FAILURE() << base::describe(problem);
    EXPECT_GE(outcome.answer()->checks.done.size(), 5U);
    EXPECT_EQ(outcome.answer()->brief.forecast->weight, weight);
  }
}

TEST(When, StartsTheClockWithTheFirstEvent) {
  const auto outcome = when(meadow(), options(), {});
  EXPECT_EQ(outcome.answer()->brief.forecast->base_rate.elapsed_days, 42);
}

TEST(When, TakesWhatWasJudgedFromNowOn) {
  Case subject = meadow();
  subject.forecast.judged = case_model::JudgedRate{{{100, 0.4}}, {}};
  WhenOptions chosen = options();
  chosen.reference_class.clear();
  chosen.weight = 0;
  const auto outcome = when(subject, chosen, {});
  EXPECT_NEAR(outcome.answer()->brief.forecast->chances.back().probability, 0.4, 1e-9);
}

TEST(When, StandsAloneWithoutAClass) {
  WhenOptions chosen = options();
  chosen.reference_class.clear();
  const auto outcome = when(meadow(), chosen, {});
  EXPECT_EQ(outcome.answer()->brief.forecast->base_rate.kind, findings::BaseRate::Kind::kNone);
  EXPECT_EQ(outcome.answer()->brief.forecast->weight, 1);
}

TEST(When, AsksForADefinition) {
  Case subject = meadow();
  subject.event.clear();
  subject.horizon_days.reset();
  const std::string problems = problems_of(subject, options());
  EXPECT_THAT(problems, HasSubstr("no event is defined"));
  EXPECT_THAT(problems, HasSubstr("event: a ceasefire in effect"));
  EXPECT_THAT(problems, HasSubstr("horizon: 180 days"));
  WhenOptions given = options();
  given.event = "a truce";
  given.horizon_days = 30;
  EXPECT_THAT(problems_of(subject, given), IsEmpty());
}

TEST(When, SaysEverythingThatIsWrongAtOnce) {
  Case subject = meadow();
  subject.forecast.since = subject.as_of + std::chrono::days{1};
  WhenOptions chosen = options();
  chosen.reference_class = "weddings";
  chosen.horizon_days = 8000;
  chosen.weight = 1.5;
  const std::string problems = problems_of(subject, chosen);
  for (const char* part : {"\"weddings\"", "ucdp-interstate", "8000 days", "between 0 and 1", "starts after the case's date"}) {
    EXPECT_THAT(problems, HasSubstr(part));
  }
}

TEST(When, RefusesATableThatWasNotRead) {
  Case subject = meadow();
  subject.forecast.durations = "durations.csv";
  WhenOptions chosen = options();
  chosen.reference_class.clear();
  EXPECT_THAT(problems_of(subject, chosen), HasSubstr("durations.csv"));
}

TEST(When, IsInTheBriefWhereItIsDefined) {
  RunOptions brief;
  brief.scenarios = 1024;
  brief.verify = true;
  const auto with = run(Verb::kBrief, meadow(), brief, {});
  ASSERT_NE(with.answer(), nullptr);
  ASSERT_TRUE(with.answer()->brief.forecast.has_value());
  EXPECT_THAT(with.answer()->checks.problems, IsEmpty());
  Case subject = meadow();
  subject.event.clear();
  const auto without = run(Verb::kBrief, subject, brief, {});
  ASSERT_NE(without.answer(), nullptr);
  EXPECT_FALSE(without.answer()->brief.forecast.has_value());
}

}  // namespace
}  // namespace modus::catalogue
