#include "modus/timing/score_log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "modus/base/random.h"
#include "modus/timing/recalibration.h"

namespace modus::timing {
namespace {

using findings::Chances;
using findings::LoggedForecast;
using findings::Resolution;
using findings::ScoreCard;
using findings::ScoreFinding;

constexpr case_model::Day kStart{std::chrono::days(20'000)};

LoggedForecast forecast(std::int64_t id, Chances chances, Chances base_rate = {}) {
  LoggedForecast made;
  made.id = id;
  made.as_of = kStart;
  made.case_title = "Talks";
  made.event = "event " + std::to_string(id);
  made.horizon_days = chances.back().first;
  made.chances = std::move(chances);
  made.base_rate = std::move(base_rate);
  return made;
}

Resolution came(std::int64_t id, int days) { return {id, "", kStart + std::chrono::days(days), "", ""}; }
Resolution not_by_horizon(std::int64_t id) { return {id, "", std::nullopt, "", ""}; }

ScoreFinding score(const std::vector<LoggedForecast>& forecasts, const std::vector<Resolution>& resolutions, int today = 0) {
  return score_log(forecasts, resolutions, kStart + std::chrono::days(today), 1);
}

/// Bold and right beside a base rate that knows nothing; every other event comes on day 20.
struct Log {
  std::vector<LoggedForecast> forecasts;
  std::vector<Resolution> resolutions;
};
Log good_log(std::int64_t count) {
  Log log;
  for (std::int64_t id = 1; id <= count; ++id) {
    const bool comes = id % 2 == 0;
    const double wobble = 0.01 * static_cast<double>(id % 7), chance = comes ? 0.8 + wobble : 0.2 - wobble;
    log.forecasts.push_back(forecast(id, {{30, chance}, {90, chance}}, {{30, 0.4}, {90, 0.5}}));
    log.resolutions.push_back(comes ? came(id, 20) : not_by_horizon(id));
  }
  return log;
}

TEST(ScoreLog, CountsOpenOverdueAndResolved) {
  const std::vector<LoggedForecast> forecasts = {forecast(1, {{30, 0.5}}), forecast(2, {{30, 0.5}}), forecast(3, {{90, 0.5}})};
  const ScoreFinding found = score(forecasts, {came(1, 3)}, 31);
  EXPECT_EQ(found.logged, 3U);
  EXPECT_EQ(found.resolved, 1U);
  EXPECT_EQ(found.overdue, 1U);
  EXPECT_EQ(found.open, 1U);
  EXPECT_EQ(score(forecasts, {came(1, 3)}, 30).overdue, 0U) << "the last day is not over";
}

TEST(ScoreLog, ScoresNothingWhereNothingIsResolved) {
  const ScoreFinding found = score({forecast(1, {{30, 0.5}})}, {});
  EXPECT_TRUE(found.cards.empty());
  EXPECT_TRUE(found.reliability.empty());
}

TEST(ScoreLog, ScoresOneForecastByHand) {
  const ScoreFinding found = score({forecast(1, {{30, 0.2}, {90, 0.5}}, {{30, 0.1}, {90, 0.2}})}, {came(1, 60)});
  const ScoreCard& ours = found.cards.at(0);
  EXPECT_NEAR(ours.brier, 0.04 + 0.49 + 0.25, 1e-12);
  EXPECT_NEAR(ours.logarithmic, -std::log(0.3), 1e-12);
  EXPECT_NEAR(ours.ranked, (0.04 + 0.25) / 2, 1e-12);
  EXPECT_NEAR(found.cards.at(1).ranked, (0.01 + 0.64) / 2, 1e-12);
  EXPECT_NEAR(*ours.skill, 1 - 0.29 / 0.65, 1e-12);
  EXPECT_FALSE(ours.skill_low) << "one event has no range";
  EXPECT_FALSE(found.cards.at(1).skill) << "the base rate is its own measure";
  // 0..30: rises to .2; 30..60: .2 to .35; 60..90: .35 to .5, and it has come.
  const auto under = [](double a, double b) { return 30 * (a * a + a * b + b * b) / 3; };
  EXPECT_NEAR(ours.crps, (under(0, 0.2) + under(0.2, 0.35) + under(0.65, 0.5)) / 90, 1e-12);
}

TEST(ScoreLog, LetsTheLastResolutionCount) {
  const std::vector<LoggedForecast> forecasts = {forecast(1, {{30, 1}})};
  EXPECT_NEAR(score(forecasts, {not_by_horizon(1), came(1, 3)}).cards[0].brier, 0, 1e-12);
  EXPECT_NEAR(score(forecasts, {came(1, 3), not_by_horizon(1)}).cards[0].brier, 2, 1e-12);
}

TEST(ScoreLog, GivesTheBetterForecasterSkillBeyondItsRange) {
  const Log log = good_log(40);
  const ScoreCard ours = score(log.forecasts, log.resolutions).cards[0];
  EXPECT_GT(*ours.skill_low, 0);
  EXPECT_LE(*ours.skill_low, *ours.skill);
  EXPECT_LE(*ours.skill, *ours.skill_high);
  EXPECT_EQ(ours.compared, 40U);
  EXPECT_EQ(ours.events, 40U);
}

TEST(ScoreLog, TellsTheSameInAnyOrderOfForecasts) {
  Log log = good_log(40);
  const ScoreFinding found = score(log.forecasts, log.resolutions);
  std::ranges::reverse(log.forecasts);
  const ScoreFinding turned = score(log.forecasts, log.resolutions);
  EXPECT_NEAR(turned.cards[0].brier, found.cards[0].brier, 1e-12);
  EXPECT_NEAR(*turned.cards[0].skill_low, *found.cards[0].skill_low, 1e-12);
  EXPECT_NEAR(*turned.cards[0].skill_high, *found.cards[0].skill_high, 1e-12);
  EXPECT_NEAR(*turned.recalibration, *found.recalibration, 1e-9);
}

TEST(ScoreLog, TakesForecastsOfOneEventTogether) {
  Log log = good_log(40);
  const ScoreCard apart = score(log.forecasts, log.resolutions).cards[0];
  for (LoggedForecast& made : log.forecasts) made.event = "event " + std::to_string(made.id % 5);
  const ScoreFinding together = score(log.forecasts, log.resolutions);
  EXPECT_EQ(together.events, 5U);
  EXPECT_EQ(together.cards[0].events, 5U);
  EXPECT_DOUBLE_EQ(*together.cards[0].skill, *apart.skill);
  for (LoggedForecast& made : log.forecasts) made.event = "one";
  EXPECT_FALSE(score(log.forecasts, log.resolutions).cards[0].skill_low);
}

TEST(ScoreLog, ScoresASourceOnItsOwnDays) {
  LoggedForecast made = forecast(1, {{30, 0.2}, {90, 0.5}}, {{30, 0.3}, {90, 0.6}});
  made.sources = {{"ministry", "", {{60, 0.9}}}};
  const ScoreFinding found = score({made, forecast(2, {{30, 0.5}})}, {came(1, 70), came(2, 5)});
  ASSERT_EQ(found.cards.size(), 3U);
  const ScoreCard& ministry = found.cards[2];
  EXPECT_EQ(ministry.who, "ministry");
  EXPECT_EQ(ministry.forecasts, 1U);
  EXPECT_NEAR(ministry.ranked, 0.81, 1e-12) << "not by its last day";
  EXPECT_NEAR(*ministry.skill, 1 - 0.81 / (0.45 * 0.45), 1e-12) << "the base rate by day 60 lies half-way";
}

TEST(ScoreLog, LeavesForecastsWithoutABaseRateOutOfSkill) {
  const ScoreFinding found = score({forecast(1, {{30, 0.2}}), forecast(2, {{30, 0.2}}, {{30, 0.5}})}, {came(1, 3), came(2, 3)});
  EXPECT_EQ(found.cards[0].forecasts, 2U);
  EXPECT_EQ(found.cards[0].compared, 1U);
  EXPECT_EQ(found.cards[1].forecasts, 1U);
  const ScoreFinding none = score({forecast(1, {{30, 0.2}})}, {came(1, 3)});
  EXPECT_EQ(none.cards.at(1).forecasts, 0U);
  EXPECT_FALSE(none.cards[0].skill);
}

TEST(ScoreLog, RecalibratesOnNothingLessThanThirty) {
  const Log few = good_log(29), enough = good_log(30);
  EXPECT_FALSE(score(few.forecasts, few.resolutions).recalibration);
  EXPECT_TRUE(score(enough.forecasts, enough.resolutions).recalibration);
}

/// A forecaster whose chances are right, but told `boldness` times as far from one half in log-odds.
ScoreFinding scores_of(double boldness) {
  base::RandomStream stream(7, "calibrated");
  Log log;
  for (std::int64_t id = 1; id <= 20'000; ++id) {
    const double chance = stream.uniform(), told = 1 / (1 + std::pow((1 - chance) / chance, boldness));
    log.forecasts.push_back(forecast(id, {{30, told}}, {{30, 0.5}}));
    log.resolutions.push_back(stream.chance(chance) ? came(id, 10) : not_by_horizon(id));
  }
  return score(log.forecasts, log.resolutions);
}

TEST(ScoreLog, FindsACalibratedForecasterCalibrated) {
  const ScoreFinding found = scores_of(1);
  ASSERT_EQ(found.reliability.size(), 10U);
  int inside = 0;
  for (const findings::ReliabilityBin& bin : found.reliability) inside += bin.came_low <= bin.mean_chance && bin.mean_chance <= bin.came_high ? 1 : 0;
  EXPECT_GE(inside, 7) << "nine of ten on average";
  EXPECT_NEAR(*found.recalibration, 1, 0.04);
  EXPECT_NEAR(*found.cards[0].skill, 1.0 / 3, 0.02) << "1/6 against 1/4";
}

TEST(ScoreLog, FindsTheSlopeThatABoldOneLacks) { EXPECT_NEAR(*scores_of(2).recalibration, 0.5, 0.02); }

TEST(Reliability, PutsTheEndsOfTheScaleIntoTheirBins) {
  const auto bins = reliability_of({{0, false}, {0.7, true}, {1, true}});
  ASSERT_EQ(bins.size(), 3U);
  EXPECT_DOUBLE_EQ(bins[1].low, 0.7);
  EXPECT_DOUBLE_EQ(bins[2].high, 1);
  EXPECT_EQ(bins[0].came_low, 0);
}

TEST(Recalibration, StaysInsideItsRange) {
  EXPECT_FALSE(recalibration_slope({{0.5, true}, {0.5, false}}));
  EXPECT_NEAR(*recalibration_slope({{0.9, true}, {0.1, false}}), kMostSlope, 1e-6);
  EXPECT_NEAR(*recalibration_slope({{0.9, false}, {0.1, true}}), -kMostSlope, 1e-6);
  EXPECT_NEAR(*recalibration_slope({{0.9, false}, {0.9, true}}), 0, 1e-9);
}

}  // namespace
}  // namespace modus::timing
