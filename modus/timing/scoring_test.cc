#include "modus/timing/scoring.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "modus/timing/cure_curve.h"
#include "modus/timing/jeffreys.h"

namespace modus::timing {
namespace {

using findings::Chances;
using findings::CureCurve;
using Bins = std::vector<double>;

Bins normalised(Bins weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= sum;
  return weights;
}

Bins linear_pool(const std::vector<Bins>& forecasts) {
  Bins pooled(forecasts.front().size(), 0);
  for (const Bins& forecast : forecasts) {
    for (std::size_t bin = 0; bin < pooled.size(); ++bin) pooled[bin] += forecast[bin];
  }
  return normalised(pooled);
}

/// Chances multiplied bin by bin to this power and made to sum to one.
Bins logarithmic_pool(const std::vector<Bins>& forecasts, double power) {
  Bins pooled(forecasts.front().size(), 1);
  for (const Bins& forecast : forecasts) {
    for (std::size_t bin = 0; bin < pooled.size(); ++bin) pooled[bin] *= std::pow(forecast[bin], power / static_cast<double>(forecasts.size()));
  }
  return normalised(pooled);
}

// "When will a bilateral ceasefire or peace agreement first go into effect?" RAND Forecasting Initiative, Metaculus and
// Glimt as published on 9 May 2025; bins April-June, July-September, October-December 2025, not before 2026.
const std::vector<Bins> kEndOfMarch = {normalised({8, 15, 15, 61}), normalised({27, 24, 22, 26}), normalised({9, 12, 22, 56})};
const std::vector<Bins> kEighthOfMay = {normalised({9, 7, 12, 72}), normalised({10, 22, 21, 47}), normalised({7, 13, 20, 60})};
constexpr std::size_t kNotBefore2026 = 3;

TEST(Scoring, GivesThePublishedForecastsOf2025TheirRankedScores) {
  const auto ranked = [](const Bins& bins) { return std::round(ranked_score(bins, kNotBefore2026) * 1000) / 1000; };
  const auto all = [&](const std::vector<Bins>& given) {
    return Bins{ranked(given[0]),         ranked(given[1]), ranked(given[2]), ranked(linear_pool(given)), ranked(logarithmic_pool(given, 1)),
                ranked(logarithmic_pool(given, 1.5))};
  };
  EXPECT_THAT(all(kEndOfMarch), testing::ElementsAre(.069, .294, .081, .131, .128, .071));
  EXPECT_THAT(all(kEighthOfMay), testing::ElementsAre(.037, .131, .068, .074, .070, .024));
  EXPECT_NEAR(ranked({.25, .25, .25, .25}), .292, 1e-9);
}

TEST(Scoring, GivesTheLinearPoolsOf2025TheirBrierScores) {
  EXPECT_NEAR(brier_score(linear_pool(kEndOfMarch), kNotBefore2026), .360, 5e-4);
  EXPECT_NEAR(brier_score(linear_pool(kEighthOfMay), kNotBefore2026), .221, 5e-4);
}

TEST(Scoring, OfALognormalCurveIsAsInClosedForm) {
  const std::vector<CureCurve> curve = {{CureCurve::Tail::kLognormal, 0, 1, 4, 1}};
  const double w = std::log(60) - 4, root_half = std::sqrt(0.5);
  const auto phi = [&](double x) { return std::erfc(-x * root_half) / 2; };
  const double closed = 60 * (2 * phi(w) - 1) - 2 * std::exp(4.5) * (phi(w - 1) + phi(root_half) - 1);
  EXPECT_NEAR(closed, 14.8062, 5e-5);
  EXPECT_NEAR(crps(curve, 1e6, 60), closed, 1e-4);
}

TEST(Scoring, OfACureCurveStopsAtTheHorizon) {
  const std::vector<CureCurve> curve = {{CureCurve::Tail::kLognormal, .4, 1.2, 5, 1}};
  EXPECT_NEAR(crps(curve, 730, 90), 199.42931, 5e-5);  // Simpson's rule, 200,000 steps each side of the event
  EXPECT_NEAR(crps(curve, 730, std::nullopt), 136.01248, 5e-5);
  EXPECT_DOUBLE_EQ(crps(curve, 730, 5000), crps(curve, 730, std::nullopt));
}

TEST(Scoring, OfManyDaysOfACurveComesToThatOfTheCurve) {
  const std::vector<CureCurve> curve = {{CureCurve::Tail::kWeibull, .3, 1.4, 200, 1}};
  Chances chances;
  for (int day = 1; day <= 730; ++day) chances.emplace_back(day, 1 - survival(curve, day));
  EXPECT_NEAR(crps(chances, 90), crps(curve, 730, 90), 0.01);
  EXPECT_NEAR(crps(chances, std::nullopt), crps(curve, 730, std::nullopt), 0.01);
}

TEST(Scoring, CountsTheEventInTheFirstBinThatReachesItsDay) {
  const Chances chances = {{7, .1}, {30, .3}, {90, .6}};
  EXPECT_THAT(bins_of(chances), testing::Pointwise(testing::DoubleNear(1e-12), {.1, .2, .3, .4}));
  EXPECT_EQ(bin_that_came(chances, 0), 0U);
  EXPECT_EQ(bin_that_came(chances, 7), 0U);
  EXPECT_EQ(bin_that_came(chances, 8), 1U);
  EXPECT_EQ(bin_that_came(chances, 90), 2U);
  EXPECT_EQ(bin_that_came(chances, 91), 3U);
  EXPECT_EQ(bin_that_came(chances, std::nullopt), 3U);
}

TEST(Scoring, TakesChancesBetweenDaysFromStraightLines) {
  const Chances chances = {{10, .2}, {30, .6}};
  EXPECT_NEAR(chance_by(chances, 5), .1, 1e-12);
  EXPECT_NEAR(chance_by(chances, 10), .2, 1e-12);
  EXPECT_NEAR(chance_by(chances, 20), .4, 1e-12);
  EXPECT_NEAR(chance_by(chances, 400), .6, 1e-12);
  EXPECT_NEAR(chance_by(chances, 0), 0, 1e-12);
}

TEST(Scoring, OfOneStraightLineIsAsByHand) {
  // F(t) = t / 100 up to 100 days; the event on day 50: the integral is twice that of (t / 100)^2 from 0 to 50.
  EXPECT_NEAR(crps(Chances{{100, 1}}, 50), 2 * 50.0 / 12, 1e-9);
  EXPECT_NEAR(crps(Chances{{100, 1}}, std::nullopt), 100.0 / 3, 1e-9);
  EXPECT_NEAR(crps(Chances{{100, 0}}, 40), 60, 1e-9);
}

TEST(Scoring, SetsAFloorUnderTheChanceOfASurprise) {
  EXPECT_NEAR(logarithmic_score(Bins{1, 0}, 1), -std::log(1e-6), 1e-9);
  EXPECT_NEAR(logarithmic_score(Bins{1, 0}, 0), 0, 1e-12);
}

Bins some_bins(std::size_t count) {
  Bins bins(count);
  for (double& bin : bins) bin = *rc::gen::inRange(1, 1000);
  return normalised(bins);
}

using Score = double (*)(std::span<const double>, std::size_t);

double expected(Score score, const Bins& said, const Bins& truly) {
  double sum = 0;
  for (std::size_t came = 0; came < truly.size(); ++came) sum += truly[came] * score(said, came);
  return sum;
}

RC_GTEST_PROP(Scoring, IsLeastOnAverageForTheTrueChances, ()) {
  const std::size_t count = *rc::gen::inRange<std::size_t>(2, 7);
  const Bins truly = some_bins(count), said = some_bins(count);
  for (const Score score : {brier_score, logarithmic_score, ranked_score}) {
    RC_ASSERT(expected(score, truly, truly) <= expected(score, said, truly) + 1e-12);
  }
}

/// The chances by day 10, 20, ... of bins.
Chances chances_of(const Bins& bins) {
  Chances chances;
  double sum = 0;
  for (std::size_t bin = 0; bin + 1 < bins.size(); ++bin) chances.emplace_back(10 * (bin + 1), sum += bins[bin]);
  return chances;
}

RC_GTEST_PROP(Scoring, OfTheWholeTimeIsLeastOnAverageForTheTrueChances, ()) {
  const Bins truly = some_bins(4), other = some_bins(4);
  const auto on_average = [&](const Chances& said) {
    double sum = truly.back() * crps(said, std::nullopt);
    constexpr int kPoints = 200;  // of each straight piece, evenly: what it says truly happens there
    for (std::size_t bin = 0; bin + 1 < truly.size(); ++bin) {
      for (int point = 0; point < kPoints; ++point) {
        sum += truly[bin] / kPoints * crps(said, 10.0 * (static_cast<double>(bin) + (point + 0.5) / kPoints));
      }
    }
    return sum;
  };
  RC_ASSERT(on_average(chances_of(truly)) <= on_average(chances_of(other)) + 1e-4);
}

RC_GTEST_PROP(Scoring, OfTheWholeTimeIsTheIntegralOfTheSquare, ()) {
  const Chances chances = chances_of(some_bins(*rc::gen::inRange<std::size_t>(2, 6)));
  const double happened = *rc::gen::inRange(0, 60), last = chances.back().first;
  double sum = 0;
  constexpr int kSteps = 20'000;
  for (int step = 0; step < kSteps; ++step) {
    const double day = (step + 0.5) * last / kSteps;
    sum += std::pow(chance_by(chances, day) - (day >= happened ? 1 : 0), 2) * last / kSteps;
  }
  RC_ASSERT(std::abs(sum - crps(chances, happened)) < 0.01);
}

TEST(Jeffreys, IntervalsAreThoseOfTheBetaDistribution) {
  EXPECT_NEAR(incomplete_beta(2, 3, 0.4), 0.5248, 1e-12);
  EXPECT_NEAR(incomplete_beta(0.5, 0.5, 0.25), 1.0 / 3, 1e-12);  // arcsine law: 2/pi asin sqrt x
  EXPECT_NEAR(incomplete_beta(1, 30, 0.02), 1 - std::pow(0.98, 30), 1e-12);
  const auto [low, high] = jeffreys_interval(3, 10);
  EXPECT_NEAR(incomplete_beta(3.5, 7.5, low), 0.05, 1e-9);
  EXPECT_NEAR(incomplete_beta(3.5, 7.5, high), 0.95, 1e-9);
  EXPECT_EQ(jeffreys_interval(0, 4).first, 0);
  EXPECT_EQ(jeffreys_interval(4, 4).second, 1);
  EXPECT_EQ(jeffreys_interval(0, 0), (std::pair<double, double>(0, 1)));
}

RC_GTEST_PROP(Jeffreys, MirrorYesAndNo, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 2000), came = *rc::gen::inRange<std::size_t>(0, count + 1);
  const auto [low, high] = jeffreys_interval(came, count);
  const auto [other_low, other_high] = jeffreys_interval(count - came, count);
  RC_ASSERT(std::abs(low - (1 - other_high)) < 1e-9 && std::abs(high - (1 - other_low)) < 1e-9);
  const double share = static_cast<double>(came) / static_cast<double>(count);
  RC_ASSERT(low <= share && share <= high);
}

}  // namespace
}  // namespace modus::timing
