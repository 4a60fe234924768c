#include "modus/timing/cure_curve.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace modus::timing {
namespace {

using findings::CureCurve;

const std::vector<CureCurve> kExample = {{CureCurve::Tail::kLognormal, 0.4, 1.2, 5, 1}};

// Figures worked out by hand for pi = 0.4, mu = 5, sigma = 1.2.
TEST(CureCurve, GivesTheSurvivalOfAWorkedExample) {
  EXPECT_NEAR(survival(kExample, 30), 0.9452, 5e-5);
  EXPECT_NEAR(survival(kExample, 180), 0.6617, 5e-5);
  EXPECT_NEAR(survival(kExample, 365), 0.5360, 5e-5);
  EXPECT_NEAR(survival(kExample, 730), 0.4553, 5e-5);
}

TEST(CureCurve, GivesTheChanceOfNeverOnceTimeHasGoneBy) {
  EXPECT_NEAR(never_given(kExample, 30), 0.4232, 5e-5);
  EXPECT_NEAR(never_given(kExample, 180), 0.6045, 5e-5);
  EXPECT_NEAR(never_given(kExample, 365), 0.7463, 5e-5);
  EXPECT_NEAR(never_given(kExample, 730), 0.8785, 5e-5);
}

TEST(CureCurve, LeavesNoChanceToWhatCannotComeAnyMore) {
  const std::vector<CureCurve> never = {{CureCurve::Tail::kWeibull, 1, 1, 10, 1}};
  EXPECT_EQ(chance_within(never, 100, 1000), 0);
  EXPECT_EQ(never_given(never, 100), 1);
}

CureCurve any_curve() {
  CureCurve curve;
  curve.tail = *rc::gen::element(CureCurve::Tail::kWeibull, CureCurve::Tail::kLognormal);
  curve.never = *rc::gen::inRange(0, 101) / 100.0;
  curve.shape = *rc::gen::inRange(1, 40) / 10.0;
  curve.scale = *rc::gen::inRange(1, 80) / 10.0;
  return curve;
}

RC_GTEST_PROP(CureCurve, ChancesRiseWithTimeAndLeaveRoomForNever, ()) {
  std::vector<CureCurve> curves = {any_curve(), any_curve()};
  curves[0].weight = *rc::gen::inRange(0, 11) / 10.0;
  curves[1].weight = 1 - curves[0].weight;
  const double elapsed = *rc::gen::inRange(0, 50);
  double before = 0;
  for (const double days : {0.0, 1.0, 7.0, 30.0, 365.0, 1e5}) {
    const double chance = chance_within(curves, elapsed, days);
    RC_ASSERT(chance >= before - 1e-12 && chance <= 1);
    RC_ASSERT(chance + never_given(curves, elapsed) <= 1 + 1e-9);
    before = chance;
  }
}

RC_GTEST_PROP(CureCurve, DensityIsTheSlopeOfTheSurvival, ()) {
  const CureCurve curve = any_curve();
  const double days = *rc::gen::inRange(5, 400) / 10.0;
  const double step = days * 1e-5;
  const double slope = (survival(curve, days - step) - survival(curve, days + step)) / (2 * step);
  RC_ASSERT(std::abs(slope - density(curve, days)) <= 1e-4 * (std::abs(slope) + 1e-3));
}

}  // namespace
}  // namespace modus::timing
