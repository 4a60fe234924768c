// How a case is to be forecast, and what waiting costs a party, as a file has them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/formats/edit_case.h"
#include "modus/formats/test_texts.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class FaultyForecast : public testing::TestWithParam<Fault> {};

TEST_P(FaultyForecast, IsRefusedWithPlaceFaultAndRemedy) { expect_refused(GetParam(), full_case()); }

constexpr const char* kJudged = "judged: {chances: {6 months: 0.5, 30 days: 0.2}, never: 0.1}";

INSTANTIATE_TEST_SUITE_P(
    Each, FaultyForecast,
    testing::Values(
        Fault{"UnknownKey", "forecast: {judged", "forecast: {wieght: 0.2, judged", "unknown key 'wieght' in a forecast (perhaps 'weight')"},
        Fault{"ClassAndJudged", kJudged, "class: pay-rounds, judged: {chances: {30 days: 0.2}}", "more than one of 'class', 'durations' and 'judged'"},
        Fault{"ClassThatIsNoName", kJudged, "class: pay rounds", "is no name"},
        Fault{"DurationsElsewhere", kJudged, "durations: ../rounds.csv", "outside the case's folder"},
        Fault{"DurationsAtTheRoot", kJudged, "durations: /rounds.csv", "outside the case's folder"},
        Fault{"JudgedOverOne", "30 days: 0.2}", "30 days: 1.2}", "out of bounds"},
        Fault{"JudgedBelowZero", "30 days: 0.2}", "30 days: -0.2}", "out of bounds"},
        Fault{"JudgedThatFalls", "30 days: 0.2}", "30 days: 0.6}", "a chance falls with time"},
        Fault{"JudgedTwiceForOneTime", "30 days: 0.2}", "180 days: 0.5}", "two chances for one length of time"},
        Fault{"JudgedByNoTime", "30 days: 0.2}", "soon: 0.2}", "no length of time"},
        Fault{"JudgedWithoutChances", "judged: {chances: {6 months: 0.5, 30 days: 0.2}, never: 0.1}", "judged: {never: 0.1}", "has no 'chances'"},
        Fault{"JudgedChancesEmpty", "{6 months: 0.5, 30 days: 0.2}", "{}", "a judged rate without a chance"},
        Fault{"JudgedAWord", "{6 months: 0.5, 30 days: 0.2}", "likely", "not a mapping"},
        Fault{"NeverOverOne", "never: 0.1", "never: 1.1", "out of bounds"},
        Fault{"NeverAndChancesOverOne", "never: 0.1", "never: 0.6", "sum to more than 1"},
        Fault{"SinceAfterTheCase", "since: 2026-01-20", "since: 2026-03-15", "later than the day of the case (2026-03-14)"},
        Fault{"SinceNoDay", "since: 2026-01-20", "since: January", "is no date"},
        Fault{"WeightOverOne", "weight: 0.25", "weight: 25", "out of bounds"},
        Fault{"WeightARange", "weight: 0.25", "weight: 0.2..0.3", "one number"},
        Fault{"TooManyRounds", "rounds: 2..6", "rounds: 2..61", "rounds of talks a month, from 0 to 60"},
        Fault{"RoundsUpsideDown", "rounds: 2..6", "rounds: 6..2", "upside down"},
        Fault{"CollapseOverOne", "collapse: 0.01..0.05", "collapse: 1..5", "a chance a month, from 0 to 1"},
        Fault{"PrevailsBelowZero", "prevails: 0..0.01", "prevails: -1..0", "out of bounds"},
        Fault{"StallingEndsAWord", "stalling_ends: 0.05..0.3", "stalling_ends: soon", "is not a number"},
        Fault{"LabelOfNoKind", "label: {caucus: [port, union]}}\n", "label: everybody}\n", "is no label"},
        Fault{"ImpatienceOverOne", "impatience: 0.02..0.05", "impatience: 2..5", "a share from 0 to 1"},
        Fault{"AssessedAfterTheCase", "source: wire, on: 2026-03-13, label: team}", "source: wire, on: 2026-03-15, label: team}", "the assessment is later than the day of the case"},
        Fault{"AssessedOverOne", "{\"30 days\": 0.25}", "{\"30 days\": 25}", "out of bounds"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Forecast, ReadsEveryKey) {
  const auto read = read_case(full_case());
  ASSERT_TRUE(read.ok()) << problems_of(full_case());
  const case_model::ForecastSettings& settings = read.value().forecast;
  EXPECT_EQ(settings.reference_class, "");
  EXPECT_EQ(settings.durations, "");
  ASSERT_TRUE(settings.judged);
  EXPECT_THAT(settings.judged->chances, ElementsAre(Pair(30, 0.2), Pair(180, 0.5)));
  EXPECT_EQ(settings.judged->never, 0.1);
  EXPECT_EQ(write_day(*settings.since), "2026-01-20");
  EXPECT_EQ(settings.weight, 0.25);
  EXPECT_EQ(base::write_interval(*settings.rounds), "2..6");
  EXPECT_EQ(base::write_interval(*settings.stalling_ends), "0.05..0.3");
  EXPECT_EQ(settings.label->kind, case_model::Label::Kind::kCaucus);
  EXPECT_EQ(base::write_interval(*read.value().judgments[*read.value().find_party("union")].impatience), "0.02..0.05");
}

TEST(Forecast, TellsAllItsFaultsAtOnce) {
  const std::string text = replaced(full_case(), "weight: 0.25, rounds: 2..6, collapse: 0.01..0.05", "weight: 2, rounds: 99, collapse: 5");
  EXPECT_THAT(problems_of(text), AllOf(HasSubstr("2 is out of bounds"), HasSubstr("99 is out of bounds"), HasSubstr("5 is out of bounds")));
}

TEST(Forecast, TakesChancesThatFillTheRestBesideNever) {
  EXPECT_EQ(problems_of(replaced(full_case(), "{6 months: 0.5, 30 days: 0.2}, never: 0.1", "{30 days: 0.2, 180 days: 0.9}, never: 0.1")), "");
}

TEST(Forecast, IsEditedKeyByKey) {
  const auto subject = read_case(full_case());
  ASSERT_TRUE(subject.ok());
  const auto edited = edit_case(subject.value(), {{"forecast.weight", "0.2"}, {"forecast.judged", {}}, {"forecast.class", "pay-rounds"},
                                                  {"judgments.port.impatience", "0.02..0.05"}});
  ASSERT_TRUE(edited.ok()) << base::describe(edited.problems().front());
  EXPECT_EQ(edited.value().forecast.weight, 0.2);
  EXPECT_EQ(edited.value().forecast.reference_class, "pay-rounds");
  EXPECT_TRUE(edited.value().judgments[*edited.value().find_party("port")].impatience);
  const auto changes = changes_between(subject.value(), edited.value());
  EXPECT_EQ(edit_case(subject.value(), edits_of(changes)).value().forecast.judged, std::nullopt);
}

TEST(Forecast, IsMadeByAnEditWhereThereIsNone) {
  const auto edited = edit_case(read_case(small_case()).value(), {{"forecast.judged.chances.30 days", "0.4"}});
  ASSERT_TRUE(edited.ok()) << base::describe(edited.problems().front());
  EXPECT_THAT(edited.value().forecast.judged->chances, ElementsAre(Pair(30, 0.4)));
}

TEST(Timeline, MayPlanForTheDayOfTheCase) {
  EXPECT_EQ(problems_of(changed("on: 2026-03-20, kind: talks", "on: 2026-03-12..2026-03-14, kind: talks")), "");
}

TEST(Timeline, MayHavePlansGoneByInADraftFromReports) {
  EXPECT_EQ(problems_of(changed("on: 2026-03-20, kind: talks", "on: 2026-03-12, kind: talks")), "");
}

TEST(Timeline, RefusesPlansGoneByInACaseOfAPerson) {
  const std::string text = small_case();
  const std::string own = text.substr(0, text.find("\ndraft:") + 1);
  EXPECT_THAT(problems_of(replaced(own, "on: 2026-03-20, kind: talks", "on: 2026-03-13, kind: talks")),
              AllOf(HasSubstr("'talks' on 2026-03-13 stands as planned, before the day of the case (2026-03-14)"), HasSubstr("leave out 'planned'")));
}

}  // namespace
}  // namespace modus::formats
