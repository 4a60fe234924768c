#include "modus/timing/bargaining.h"

#include <gtest/gtest.h>

#include <cmath>

#include "modus/base/random.h"
#include "modus/timing/conventions.h"

namespace modus::timing {
namespace {

TEST(Rubinstein, SplitsAsPublished) {
  EXPECT_NEAR(rubinstein_share(0.9, 0.8), 0.7142857, 1e-7);
  EXPECT_NEAR(rubinstein_share(0.8, 0.9), 0.1 / 0.28, 1e-12);
  EXPECT_DOUBLE_EQ(rubinstein_share(1, 1), 0.5);
}

TEST(Rubinstein, TendsToThePatientShareAsOffersFollowEachOtherFaster) {
  const double step = 1e-6;
  EXPECT_NEAR(rubinstein_share(std::exp(-0.3 * step), std::exp(-0.1 * step)), patient_share(0.3, 0.1), 1e-6);
  EXPECT_DOUBLE_EQ(patient_share(0.3, 0.1), 0.25);
}

TEST(OutsideOptions, CountOnlyWhereTheyAreWorthMore) {
  EXPECT_DOUBLE_EQ(share_with_outside(0.5, 0.3, 0.2), 0.5);
  EXPECT_DOUBLE_EQ(share_with_outside(0.5, 0.6, 0.2), 0.6);
  EXPECT_DOUBLE_EQ(share_with_outside(0.5, 0.1, 0.7), 1 - 0.7);
}

TEST(InsideOptions, MoveTheSplitByTheirFlows) {
  EXPECT_DOUBLE_EQ(worth_with_inside(1, 0.1, 0.1, 0, 0), 0.5);
  EXPECT_NEAR(worth_with_inside(1, 0.1, 0.1, 0.02, 0), 0.2 + 0.5 * 0.8, 1e-12);
}

TEST(WarOfAttrition, HasTheRatesOfAbreuAndGul) {
  const double a = 0.7, b = 0.6, impatience = 0.05;
  EXPECT_NEAR(concession_rate(impatience, (1 - a) / b), impatience * (1 - a) / (a + b - 1), 1e-12);
}

TEST(WarOfAttrition, OnlyTheOneExhaustedLaterGivesWayAtOnce) {
  const HoldsOut strong{0.3, 0.1}, weak{0.1, 0.1};
  EXPECT_DOUBLE_EQ(gives_way_at_once(strong, weak.exhausted()), 0);
  EXPECT_NEAR(gives_way_at_once(weak, strong.exhausted()), 1 - 0.1 / 0.3, 1e-12);
}

TEST(WarOfAttrition, TimesOfGivingWayFollowTheRate) {
  const HoldsOut one{0.1, 0.2};
  const double end = HoldsOut{0.3, 0.2}.exhausted();
  base::RandomStream random(1, "giving way");
  constexpr int kDraws = 200'000;
  int at_once = 0, by_two = 0;
  double last = 0;
  for (int i = 0; i < kDraws; ++i) {
    const double month = month_of_giving_way(one, end, random.uniform());
    at_once += month <= 0 ? 1 : 0;
    by_two += month <= 2 ? 1 : 0;
    last = std::max(last, month);
  }
  const double given_a_pose = 1 / (1 - one.real);
  EXPECT_NEAR(at_once / static_cast<double>(kDraws), gives_way_at_once(one, end) * given_a_pose, 0.004);
  EXPECT_NEAR(by_two / static_cast<double>(kDraws), (1 - one.real * std::exp(one.rate * (end - 2))) * given_a_pose, 0.004);
  EXPECT_LE(last, end);
}

TEST(HurriedClock, RunsFasterBeforeDeadlinesAndTurnsBack) {
  const HurriedClock clock({30, 35, 90});
  EXPECT_DOUBLE_EQ(clock.felt(16), 16);
  EXPECT_DOUBLE_EQ(clock.felt(35), 35 + 2 * 19);
  EXPECT_DOUBLE_EQ(clock.felt(60) - clock.felt(50), 10);
  double before = -1;
  for (double day = 0; day < 120; day += 0.37) {
    EXPECT_NEAR(clock.day_of(clock.felt(day)), day, 1e-9);
    EXPECT_GT(clock.felt(day), before);
    before = clock.felt(day);
  }
}

TEST(HurriedClock, FeelsTheDeadlineFromTheFirstDayOn) { EXPECT_DOUBLE_EQ(HurriedClock({5}).felt(5), 5 * kDeadlineSpeed); }

}  // namespace
}  // namespace modus::timing
