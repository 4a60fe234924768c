#include "modus/timing/pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace modus::timing {
namespace {

using findings::BaseRate;
using findings::ChanceBy;
using findings::SourceForecast;
using testing::DoubleNear;

SourceForecast said(const std::string& origin, std::vector<std::pair<int, double>> chances) {
  SourceForecast source;
  source.by = source.origin = origin;
  source.chances = std::move(chances);
  return source;
}

std::vector<ChanceBy> by_days(const std::vector<int>& days) {
  std::vector<ChanceBy> all;
  for (const int day : days) all.push_back({day, {}, 0.5, 0, 1});
  return all;
}

BaseRate base_of(double chance) {
  BaseRate base;
  base.kind = BaseRate::Kind::kClass;
  base.chances = {{100, {}, chance, 0, 1}};
  return base;
}

double pooled(const std::vector<SourceForecast>& sources, const BaseRate& base = {}, bool extremise = false) {
  return pool_forecasts(sources, by_days({100}), base, extremise)->chances.front().value();
}

// The worked figures of the formula.
TEST(ExtremisingFactor, RisesFromOneTowardsTheRootOfThree) {
  EXPECT_DOUBLE_EQ(extremising_factor(1), 1);
  EXPECT_NEAR(extremising_factor(2), 1.2915, 5e-5);
  EXPECT_NEAR(extremising_factor(5), 1.5290, 5e-5);
  EXPECT_NEAR(extremising_factor(10), 1.6250, 5e-5);
  EXPECT_NEAR(extremising_factor(1'000'000), std::sqrt(3.0), 1e-5);
}

TEST(ChanceBySource, RunsAtASteadyHazardBetweenTheDaysGiven) {
  const SourceForecast source = said("a", {{30, 0.2}, {90, 0.5}});
  EXPECT_EQ(chance_by(source, 30), 0.2);
  EXPECT_NEAR(*chance_by(source, 15), 1 - std::sqrt(0.8), 1e-12);
  EXPECT_NEAR(*chance_by(source, 60), 1 - 0.8 * std::sqrt(0.5 / 0.8), 1e-12);
  EXPECT_EQ(chance_by(source, 91), std::nullopt);
  EXPECT_EQ(chance_by(said("a", {}), 1), std::nullopt);
  EXPECT_EQ(chance_by(said("a", {{30, 1.0}, {90, 1.0}}), 60), 1);
}

TEST(Pool, IsTheMeanOfLogOddsWithoutABaseRate) {
  EXPECT_NEAR(pooled({said("a", {{100, 0.2}}), said("b", {{100, 0.8}})}), 0.5, 1e-12);
  const double odds = std::sqrt(0.2 / 0.8 * 0.6 / 0.4);
  EXPECT_NEAR(pooled({said("a", {{100, 0.2}}), said("b", {{100, 0.6}})}), odds / (1 + odds), 1e-12);
}

TEST(Pool, IsAnchoredToTheBaseRateWhereExtremised) {
  const std::vector<SourceForecast> sources = {said("a", {{100, 0.2}}), said("b", {{100, 0.3}})};
  const double plain = pooled(sources);
  EXPECT_NEAR(pooled(sources, base_of(0.05)), plain, 1e-12);
  const auto odds = [](double p) { return std::log(p / (1 - p)); };
  const double expected = odds(0.05) + extremising_factor(2) * (odds(plain) - odds(0.05));
  EXPECT_NEAR(odds(pooled(sources, base_of(0.05), true)), expected, 1e-9);
  EXPECT_LT(pooled(sources, base_of(0.6), true), plain);
  EXPECT_NEAR(pooled(sources, {}, true), plain, 1e-12);
}

TEST(Pool, CountsThoseOfOneOriginOnce) {
  const std::vector<SourceForecast> once = {said("a", {{100, 0.2}}), said("b", {{100, 0.6}})};
  std::vector<SourceForecast> thrice = once;
  thrice.push_back(once.front());
  thrice.push_back(once.front());
  EXPECT_EQ(pooled(thrice), pooled(once));
  EXPECT_EQ(pool_forecasts(thrice, by_days({100}), {}, false)->origins, 2U);
}

TEST(Pool, SaysNothingWhereNobodyGivesAFigure) {
  EXPECT_EQ(pool_forecasts({said("a", {})}, by_days({100}), {}, false), std::nullopt);
  EXPECT_EQ(pool_forecasts({said("a", {{30, 0.2}})}, by_days({100}), {}, false)->chances.front(), std::nullopt);
}

TEST(Pool, NeverFallsOverTimeAlsoWhereFewerSpeakOfLaterDays) {
  const auto found = pool_forecasts({said("a", {{30, 0.9}}), said("b", {{300, 0.1}})}, by_days({30, 300}), {}, false);
  EXPECT_GT(*found->chances[0], 0.1);
  EXPECT_EQ(found->chances[1], found->chances[0]);
}

std::vector<SourceForecast> any_sources() {
  const std::size_t count = *rc::gen::inRange<std::size_t>(1, 6);
  std::vector<SourceForecast> sources;
  for (std::size_t i = 0; i < count; ++i)
    sources.push_back(said(std::string(1, *rc::gen::element('a', 'b', 'c')), {{100, *rc::gen::inRange(1, 100) / 100.0}}));
  return sources;
}

RC_GTEST_PROP(Pool, LiesBetweenTheLeastAndTheGreatestAndForgetsTheOrder, ()) {
  std::vector<SourceForecast> sources = any_sources();
  const auto [least, greatest] = std::ranges::minmax(sources, {}, [](const SourceForecast& s) { return s.chances.front().second; });
  const double found = pooled(sources, base_of(0.1));
  RC_ASSERT(found >= least.chances.front().second - 1e-12);
  RC_ASSERT(found <= greatest.chances.front().second + 1e-12);
  std::ranges::reverse(sources);
  RC_ASSERT(pooled(sources, base_of(0.1)) == found);
}

}  // namespace
}  // namespace modus::timing
