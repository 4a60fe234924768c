#include "modus/timing/mix_hazards.h"

#include <gtest/gtest.h>

#include <cmath>

#include "modus/timing/cure_curve.h"
#include "modus/timing/judged_curve.h"

namespace modus::timing {
namespace {

using findings::CureCurve;

const std::vector<CureCurve> kCurves = {{CureCurve::Tail::kLognormal, 0.4, 1.2, 5, 1}};

/// A deal at a steady rate a week, by week, the last one cut.
std::vector<double> steady(double rate, int horizon_days) {
  std::vector<double> by_week;
  for (int day = 0; day < horizon_days; day += 7) by_week.push_back(1 - std::exp(-rate * day / 7));
  by_week.push_back(1 - std::exp(-rate * horizon_days / 7));
  return by_week;
}

TEST(HazardMix, IsTheBaseRateAtWeightZero) {
  const HazardMix mix(kCurves, 40, 0);
  for (const int day : {1, 7, 30, 99, 100}) EXPECT_DOUBLE_EQ(mix.by_day(steady(0.1, 100), 100, day), chance_within(kCurves, 40, day));
  EXPECT_DOUBLE_EQ(mix.by_week(steady(0.1, 100), 100).back(), chance_within(kCurves, 40, 100));
}

TEST(HazardMix, IsTheSimulationAtWeightOne) {
  const auto simulated = steady(0.1, 100);
  EXPECT_EQ(HazardMix(kCurves, 40, 1).by_week(simulated, 100), simulated);
  EXPECT_NEAR(HazardMix(kCurves, 40, 1).by_day(simulated, 100, 30), 1 - std::exp(-3.0 / 7), 1e-12);
}

TEST(HazardMix, IsTheSimulationWithoutAClass) {
  const auto simulated = steady(0.1, 100);
  EXPECT_EQ(HazardMix({}, 0, 0.3).by_week(simulated, 100), simulated);
}

TEST(HazardMix, TakesTwoEqualHazardsForWhatTheyAre) {
  const std::vector<CureCurve> same = {{CureCurve::Tail::kWeibull, 0, 1, 70, 1}};
  const auto simulated = steady(0.1, 300);
  for (const double weight : {0.1, 0.3, 0.9}) EXPECT_NEAR(HazardMix(same, 0, weight).by_day(simulated, 300, 200), 1 - std::exp(-200 / 70.0), 1e-9);
}

TEST(HazardMix, LiesBetweenTheTwoAndNeverFalls) {
  const auto simulated = steady(0.02, 200);
  const auto mixed = HazardMix(kCurves, 0, 0.3).by_week(simulated, 200);
  for (std::size_t week = 1; week < mixed.size(); ++week) {
    EXPECT_GE(mixed[week], mixed[week - 1]);
    const double base = chance_within(kCurves, 0, std::min(200.0, 7.0 * static_cast<double>(week)));
    EXPECT_GE(mixed[week], std::min(base, simulated[week]) - 1e-12);
    EXPECT_LE(mixed[week], std::max(base, simulated[week]) + 1e-12);
  }
}

TEST(HazardMix, StaysOnTheWayFromOneWeekToTheNext) {
  const auto simulated = steady(0.2, 60);
  const HazardMix mix(kCurves, 3, 0.3);
  const auto weekly = mix.by_week(simulated, 60);
  EXPECT_NEAR(mix.by_day(simulated, 60, 28), weekly[4], 1e-12);
  EXPECT_GT(mix.by_day(simulated, 60, 30), weekly[4]);
  EXPECT_LT(mix.by_day(simulated, 60, 30), weekly[5]);
  EXPECT_NEAR(mix.by_day(simulated, 60, 60), weekly.back(), 1e-12);
}

TEST(HazardMix, KeepsAChanceWhereNoPathCameToADeal) {
  const std::vector<double> none(15, 0.0);
  const double mixed = HazardMix(kCurves, 0, 0.3).by_week(none, 98).back();
  EXPECT_GT(mixed, 0);
  EXPECT_LT(mixed, chance_within(kCurves, 0, 98));
}

TEST(HazardMix, DoublesTheHazardOfTheClass) {
  const double once = HazardMix(kCurves, 0, 0).base_by(90);
  EXPECT_NEAR(HazardMix(kCurves, 0, 0, 2).base_by(90), 1 - (1 - once) * (1 - once), 1e-12);
}

TEST(JudgedCurve, GoesThroughOneOrTwoChances) {
  const auto one = judged_class({{{90, 0.3}}, {}}).curves;
  EXPECT_NEAR(1 - survival(one, 90), 0.3, 1e-12);
  EXPECT_NEAR(1 - survival(one, 180), 1 - 0.7 * 0.7, 1e-12);
  const auto two = judged_class({{{30, 0.1}, {365, 0.3}}, 0.5}).curves;
  EXPECT_NEAR(1 - survival(two, 30), 0.1, 1e-12);
  EXPECT_NEAR(1 - survival(two, 365), 0.3, 1e-12);
  EXPECT_NEAR(survival(two, 1e12), 0.5, 1e-6);
}

TEST(JudgedCurve, FindsAWeibullCurveThroughManyChances) {
  const CureCurve curve{CureCurve::Tail::kWeibull, 0.2, 0.7, 200, 1};
  case_model::JudgedRate judged;
  judged.never = 0.2;
  for (const int day : {10, 50, 100, 400}) judged.chances.emplace_back(day, 1 - survival(curve, day));
  const CureCurve found = judged_class(judged).curves.front();
  EXPECT_NEAR(found.shape, 0.7, 1e-9);
  EXPECT_NEAR(found.scale, 200, 1e-6);
}

TEST(JudgedCurve, BearsChancesAtTheirEnds) {
  const auto sure = judged_class({{{10, 0.0}, {20, 1.0}}, {}}).curves;
  EXPECT_NEAR(1 - survival(sure, 20), 1, 1e-6);
  EXPECT_NEAR(1 - survival(sure, 10), 0, 1e-6);
}

}  // namespace
}  // namespace modus::timing
