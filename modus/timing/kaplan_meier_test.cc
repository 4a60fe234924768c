#include "modus/timing/kaplan_meier.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "modus/timing/durations_for_tests.h"

namespace modus::timing {
namespace {

using findings::Duration;
using findings::ObservedChance;

/// Greenwood's standard error of the survival, back from the interval.
double error_of(const ObservedChance& step) {
  const double survival = 1 - step.chance;
  const double reach = std::log(std::log(1 - step.high) / std::log(survival));
  return reach / 1.6448536269514722 * survival * std::abs(std::log(survival));
}

TEST(KaplanMeier, GivesThePublishedCurveOfTheLeukaemiaStudy) {
  const auto steps = kaplan_meier(treated_leukaemia());
  const std::vector<std::array<double, 3>> published = {{6, .857, .0764},  {7, .807, .0869},  {10, .753, .0963}, {13, .690, .1068},
                                                        {16, .627, .1141}, {22, .538, .1282}, {23, .448, .1346}};
  ASSERT_EQ(steps.size(), published.size());
  for (std::size_t k = 0; k < steps.size(); ++k) {
    EXPECT_EQ(steps[k].days, published[k][0]);
    EXPECT_NEAR(1 - steps[k].chance, published[k][1], 6e-4);
    EXPECT_NEAR(error_of(steps[k]), published[k][2], 6e-5);
  }
}

TEST(KaplanMeier, IsThePlainShareWhereAllCameToIt) {
  const auto steps = kaplan_meier(untreated_leukaemia());
  EXPECT_NEAR(steps.front().chance, 2.0 / 21, 1e-12);
  EXPECT_NEAR(steps[5].chance, 13.0 / 21, 1e-12);
  EXPECT_EQ(steps[5].days, 8);
  EXPECT_EQ(steps.back().chance, 1);
}

TEST(KaplanMeier, EndsAtOneWithTheLowEndOfTheStepBefore) {
  const auto steps = kaplan_meier(untreated_leukaemia());
  EXPECT_EQ(steps.back().low, steps[steps.size() - 2].low);
  EXPECT_EQ(steps.back().high, 1);
  const auto single = kaplan_meier({{5, true, ""}});
  ASSERT_EQ(single.size(), 1U);
  EXPECT_EQ(single[0].low, 0);
  EXPECT_EQ(single[0].high, 1);
}

TEST(KaplanMeier, HasNoStepWhereNoEventCame) {
  EXPECT_TRUE(kaplan_meier({{3, false, ""}, {8, false, ""}}).empty());
  EXPECT_TRUE(kaplan_meier({}).empty());
}

TEST(KaplanMeier, CountsAmongThoseAtRiskWhoWasLastSeenOnTheDayOfTheEvent) {
  EXPECT_NEAR(kaplan_meier({{5, false, ""}, {5, true, ""}, {9, true, ""}}).front().chance, 1.0 / 3, 1e-12);
}

std::vector<Duration> any_rows() {
  std::vector<Duration> rows;
  const int count = *rc::gen::inRange(1, 30);
  for (int row = 0; row < count; ++row) rows.push_back({static_cast<double>(*rc::gen::inRange(0, 12)), *rc::gen::arbitrary<bool>(), ""});
  return rows;
}

/// Written from the definition: the product over days of the share of those still watched that did not come to it.
double naive_chance(const std::vector<Duration>& rows, double by) {
  std::set<double> days;
  for (const Duration& row : rows) days.insert(row.days);
  double survival = 1;
  for (const double day : days) {
    if (day > by) continue;
    const auto watched = std::ranges::count_if(rows, [&](const Duration& row) { return row.days >= day; });
    const auto came = std::ranges::count_if(rows, [&](const Duration& row) { return row.days == day && row.came; });
    survival *= 1 - static_cast<double>(came) / static_cast<double>(watched);
  }
  return 1 - survival;
}

RC_GTEST_PROP(KaplanMeier, AgreesWithTheDefinition, ()) {
  const std::vector<Duration> rows = any_rows();
  double before = 0;
  for (const ObservedChance& step : kaplan_meier(rows)) {
    RC_ASSERT(std::abs(step.chance - naive_chance(rows, step.days)) < 1e-12);
    RC_ASSERT(step.chance > before);
    RC_ASSERT(step.low >= 0 && step.low <= step.chance && step.chance <= step.high && step.high <= 1);
    before = step.chance;
  }
}

}  // namespace
}  // namespace modus::timing
