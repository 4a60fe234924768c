#include "modus/timing/find_when.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "modus/timing/cure_curve.h"
#include "modus/timing/reference_classes.h"
#include "modus/timing/talks_for_tests.h"

namespace modus::timing {
namespace {

using findings::ChanceBy;
using findings::ForecastFinding;

WhenInput with_class(int horizon_days, double weight) {
  WhenInput input = alone(horizon_days);
  input.kind = findings::BaseRate::Kind::kClass;
  input.reference = *find_reference_class("pax-talks-to-comprehensive");
  input.others = reference_classes();
  input.weight = weight;
  input.since = test_day() - std::chrono::days{100};
  return input;
}

zone::SmallCase mixed_dispute() {
  zone::SmallCase small = open_dispute(3);
  for (std::size_t s = 0; s < 512; s += 2) set_value(small, 0, s, 0, 10);
  add_posed_limit(small, 1, 0);
  for (std::size_t s = 0; s < 512; s += 3) small.scenarios.parties[case_model::PartyIndex(1)].real_limits[s] = 1;
  small.subject.forecast.rounds = interval("0.5..2");
  small.subject.forecast.collapse.reset();
  for (auto& judged : small.subject.judgments) judged.no_deal.cost_per_month = interval("0..3");
  add_event(small, "deadline", 60, false);
  return small;
}

void expect_sound(const std::vector<ChanceBy>& chances) {
  double before = 0;
  for (const ChanceBy& chance : chances) {
    EXPECT_GE(chance.probability, before);
    EXPECT_LE(0, chance.low);
    EXPECT_LE(chance.low, chance.probability);
    EXPECT_LE(chance.probability, chance.high);
    EXPECT_LE(chance.high, 1);
    before = chance.probability;
  }
}

TEST(FindWhen, GivesChancesThatAddUpAndNeverFall) {
  for (const double weight : {0.0, 0.3, 1.0}) {
    for (const int horizon : {1, 7, 20, 90, 400}) {
      const ForecastFinding found = forecast(mixed_dispute(), with_class(horizon, weight));
      expect_sound(found.chances);
      expect_sound(found.weekly);
      EXPECT_EQ(found.chances.back().days, horizon);
      EXPECT_DOUBLE_EQ(found.chances.back().probability + found.not_at_all.probability, 1);
      EXPECT_DOUBLE_EQ(found.not_at_all.low, 1 - found.chances.back().high);
      EXPECT_EQ(found.weekly.size(), found.simulated.size());
    }
  }
}

TEST(FindWhen, TellsTheUsualDaysUpToTheHorizon) {
  const auto days = [](int horizon) {
    std::vector<int> told;
    for (const ChanceBy& chance : forecast(open_dispute(), alone(horizon)).chances) told.push_back(chance.days);
    return told;
  };
  EXPECT_EQ(days(5), (std::vector<int>{5}));
  EXPECT_EQ(days(90), (std::vector<int>{7, 30, 90}));
  EXPECT_EQ(days(400), (std::vector<int>{7, 30, 90, 365, 400}));
}

TEST(FindWhen, IsTheBaseRateAtWeightZero) {
  const ForecastFinding found = forecast(mixed_dispute(), with_class(200, 0));
  for (std::size_t d = 0; d < found.chances.size(); ++d) {
    EXPECT_DOUBLE_EQ(found.chances[d].probability, found.base_rate.chances[d].probability);
    EXPECT_DOUBLE_EQ(found.chances[d].probability, chance_within(found.base_rate.reference.curves, 100, found.chances[d].days));
  }
}

TEST(FindWhen, IsTheSimulationAtWeightOneAndWithoutAClass) {
  const ForecastFinding found = forecast(mixed_dispute(), with_class(200, 1));
  const ForecastFinding bare = forecast(mixed_dispute(), alone(200));
  for (std::size_t d = 0; d < found.chances.size(); ++d) {
    EXPECT_DOUBLE_EQ(found.chances[d].probability, found.simulated_chances[d]);
    EXPECT_DOUBLE_EQ(bare.chances[d].probability, found.simulated_chances[d]);
  }
  EXPECT_EQ(bare.weight, 1);
  EXPECT_TRUE(bare.base_rate.chances.empty());
}

TEST(FindWhen, LiesBetweenTheSimulationAndTheBaseRate) {
  const ForecastFinding found = forecast(mixed_dispute(), with_class(200, 0.3));
  for (std::size_t d = 0; d < found.chances.size(); ++d) {
    const auto [least, most] = std::minmax(found.simulated_chances[d], found.base_rate.chances[d].probability);
    EXPECT_LT(least, found.chances[d].probability);
    EXPECT_LT(found.chances[d].probability, most);
  }
}

TEST(FindWhen, GivesNoChanceWhereNoScenarioHasAZoneAndNothingCanChange) {
  const ForecastFinding found = forecast(quiet_dispute(3), alone(700));
  for (const ChanceBy& chance : found.weekly) EXPECT_EQ(chance.probability, 0);
  EXPECT_EQ(found.not_at_all.probability, 1);
  EXPECT_EQ(found.zone_at_horizon, 0);
}

TEST(FindWhen, SharesOutTheEndsOfTheTalks) {
  const ForecastFinding found = forecast(mixed_dispute(), alone(300));
  double going = 1, deal = 0;
  for (std::size_t week = 1; week < found.simulated.size(); ++week) {
    const auto& before = found.simulated[week - 1];
    const auto& now = found.simulated[week];
    const double at_risk = 1 - before.deal - before.collapse - before.prevails;
    const double hazard = (now.deal - before.deal) / at_risk;
    const double other = (now.collapse - before.collapse + now.prevails - before.prevails) / at_risk;
    deal += hazard * going;
    going *= 1 - hazard - other;
    EXPECT_NEAR(now.deal, deal, 1e-12);
  }
  EXPECT_GT(found.simulated.back().collapse, 0);
}

/// The same dispute with the two parties' names exchanged.
zone::SmallCase with_parties_exchanged(zone::SmallCase small) {
  const case_model::PartyIndex first(0), second(1);
  std::swap(small.scenarios.parties[first], small.scenarios.parties[second]);
  std::swap(small.standing.limits_of[first], small.standing.limits_of[second]);
  for (auto& limit : small.standing.limits) limit.party = limit.party == first ? second : first;
  return small;
}

TEST(FindWhen, DoesNotMindWhichPartyIsNamedFirst) {
  const ForecastFinding one = forecast(mixed_dispute(), alone(200));
  const ForecastFinding other = forecast(with_parties_exchanged(mixed_dispute()), alone(200));
  for (std::size_t d = 0; d < one.chances.size(); ++d) EXPECT_NEAR(one.chances[d].probability, other.chances[d].probability, 0.016);
}

TEST(FindWhen, IsTheSameAtAnyNumberOfThreads) {
  const ForecastFinding one = forecast(mixed_dispute(), with_class(150, 0.3), 1);
  for (const int threads : {2, 5}) {
    const ForecastFinding other = forecast(mixed_dispute(), with_class(150, 0.3), threads);
    for (std::size_t week = 0; week < one.weekly.size(); ++week) {
      EXPECT_EQ(one.weekly[week].probability, other.weekly[week].probability);
      EXPECT_EQ(one.weekly[week].low, other.weekly[week].low);
      EXPECT_EQ(one.weekly[week].high, other.weekly[week].high);
    }
    ASSERT_EQ(one.moves.size(), other.moves.size());
    for (std::size_t m = 0; m < one.moves.size(); ++m) EXPECT_EQ(one.moves[m].low, other.moves[m].low);
  }
}

TEST(FindWhen, HasEveryMoveThatCountsInItsRangeAndTheFurthestFirst) {
  const ForecastFinding found = forecast(mixed_dispute(), with_class(200, 0.3));
  double before = 1;
  for (const findings::ForecastMove& move : found.moves) {
    const double reach = std::abs(move.high.back() - move.low.back());
    EXPECT_LE(reach, before);
    before = reach;
    if (!move.in_range) continue;
    for (std::size_t d = 0; d < found.chances.size(); ++d) {
      EXPECT_LE(found.chances[d].low, std::min(move.low[d], move.high[d]));
      EXPECT_GE(found.chances[d].high, std::max(move.low[d], move.high[d]));
    }
  }
}

TEST(FindWhen, MovesWhatTheCaseLeavesOpenAndNothingElse) {
  const auto keys = [](const ForecastFinding& found) {
    std::vector<std::string> all;
    for (const findings::ForecastMove& move : found.moves) all.push_back(move.key);
    std::ranges::sort(all);
    return all;
  };
  EXPECT_EQ(keys(forecast(open_dispute(), alone(100))), (std::vector<std::string>{"taken"}));
  EXPECT_EQ(keys(forecast(mixed_dispute(), with_class(100, 0.3))),
            (std::vector<std::string>{"class", "collapse", "count", "drift", "impatience", "limits_held", "rounds", "tail", "taken", "weight"}));
}

TEST(FindWhen, WeighsScenariosByTheRangeOfTheZone) {
  zone::SmallCase small = open_dispute();
  for (std::size_t s = 0; s < 512; s += 2) set_value(small, 0, s, 0, 10);
  WhenInput input = alone(300);
  input.zone_range = {0.25, 1.0};
  const ForecastFinding found = forecast(small, input);
  const auto zone = std::ranges::find(found.moves, "zone", &findings::ForecastMove::key);
  ASSERT_NE(zone, found.moves.end());
  EXPECT_NEAR(zone->low.back(), found.chances.back().probability / 2, 1e-9);
  EXPECT_NEAR(zone->high.back(), found.chances.back().probability * 2, 1e-9);
  EXPECT_DOUBLE_EQ(found.zone_now, 0.5);
}

TEST(FindWhen, StartsTheClockOfTheClassWhereItIsSaid) {
  WhenInput later = with_class(90, 0);
  later.since = test_day() - std::chrono::days{3000};
  const double young = forecast(open_dispute(), with_class(90, 0)).chances.back().probability;
  EXPECT_LT(forecast(open_dispute(), later).chances.back().probability, young);
}

}  // namespace
}  // namespace modus::timing
