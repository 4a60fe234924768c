#include "modus/preference/piecewise_draw.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace modus::preference {
namespace {

double value_at(const Line& base, const std::vector<std::vector<Line>>& groups, double c) {
  double sum = base.value + base.slope * c;
  for (const auto& group : groups) {
    double best = -HUGE_VAL;
    for (const Line& line : group) best = std::max(best, line.value + line.slope * c);
    sum += best;
  }
  return sum;
}

bool contains(const HoldSet& set, double c) {
  const bool inside = c >= set.low && c <= set.high;
  return set.outside ? c <= set.low || c >= set.high : inside;
}

Line random_line() {
  const auto number = [] { return 0.25 * static_cast<double>(*rc::gen::inRange(-20, 21)); };
  return {number(), number()};
}

RC_GTEST_PROP(WhereNotNegative, agreesWithTheFunctionEverywhere, ()) {
  const Line base = random_line();
  std::vector<std::vector<Line>> groups;
  const int count = *rc::gen::inRange(0, 4);
  for (int g = 0; g < count; ++g) {
    groups.emplace_back();
    const int lines = *rc::gen::inRange(1, 5);
    for (int k = 0; k < lines; ++k) groups.back().push_back(random_line());
  }
  const auto set = where_not_negative(base, groups, 0, 3);
  const bool inside = value_at(base, groups, 1e-7) >= 0;  // an end itself may touch zero
  for (int k = 1; k < 300; ++k) {
    const double c = 0.01 * k + 1e-5;  // off the breakpoints
    const double value = value_at(base, groups, c);
    if (std::abs(value) < 1e-9) continue;
    const bool holds = set ? contains(*set, c) : inside;
    RC_ASSERT(holds == (value >= 0));
  }
}

TEST(PiecewiseDraw, DrawsFromItsPriorWhereNothingBears) {
  base::RandomStream random(7, "test");
  PiecewiseDraw draw;
  double sum = 0;
  for (int k = 0; k < 20'000; ++k) {
    draw.start(PiecewiseDraw::Prior::kExponential, 0, 700, 1);
    sum += draw.draw(random);
  }
  EXPECT_NEAR(sum / 20'000, 1.0, 0.04);
}

TEST(PiecewiseDraw, WeighsEachPieceByItsFactor) {
  base::RandomStream random(8, "test");
  PiecewiseDraw draw;
  int low = 0;
  int middle = 0;
  for (int k = 0; k < 20'000; ++k) {
    draw.start(PiecewiseDraw::Prior::kUniform, 0, 1, 0.5);
    draw.add({false, 0.5, 1}, 0.9, 0.1);    // holds on the upper half
    draw.add({true, 0.25, 0.75}, 0.2, 0.8);  // holds outside the middle
    const double c = draw.draw(random);
    low += c < 0.25 ? 1 : 0;
    middle += c >= 0.25 && c < 0.75 ? 1 : 0;
  }
  // pieces: .25 * .1*.2, .25 * .1*.8, .25 * .9*.8, .25 * .9*.2
  EXPECT_NEAR(low / 20'000.0, 0.02, 0.006);
  EXPECT_NEAR(middle / 20'000.0, 0.80, 0.015);
}

TEST(PiecewiseDraw, WeighsAnExponentialByItsMass) {
  base::RandomStream random(9, "test");
  PiecewiseDraw draw;
  int above = 0;
  for (int k = 0; k < 20'000; ++k) {
    draw.start(PiecewiseDraw::Prior::kExponential, 0, 700, 1);
    draw.add({false, 2, 700}, 0.9, 0.1);
    above += draw.draw(random) > 2 ? 1 : 0;
  }
  const double mass = std::exp(-2.0);
  EXPECT_NEAR(above / 20'000.0, 0.9 * mass / (0.9 * mass + 0.1 * (1 - mass)), 0.015);
}

TEST(PiecewiseDraw, StaysWhereItIsConfinedTo) {
  base::RandomStream random(10, "test");
  PiecewiseDraw draw;
  for (int k = 0; k < 1000; ++k) {
    draw.start(PiecewiseDraw::Prior::kUniform, 0, 1, 0.4);
    draw.confine(Line{-0.3, 1});   // c >= 0.3
    draw.confine(Line{0.5, -1});   // c <= 0.5
    const double c = draw.draw(random);
    ASSERT_GE(c, 0.3);
    ASSERT_LE(c, 0.5);
  }
}

TEST(PiecewiseDraw, KeepsItsPlaceWhereThereIsNoRoom) {
  base::RandomStream random(11, "test");
  PiecewiseDraw draw;
  draw.start(PiecewiseDraw::Prior::kUniform, 0.4, 0.4, 0.4);
  EXPECT_EQ(draw.draw(random), 0.4);
}

}  // namespace
}  // namespace modus::preference
