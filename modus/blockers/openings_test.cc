#include "modus/blockers/openings.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/blockers/any_case_for_tests.h"
#include "modus/blockers/naive_for_tests.h"

namespace modus::blockers {
namespace {

using findings::StickingPoint;

std::vector<StickingPoint> points_of(const tests::SmallCase& made) {
  return list_sticking_points(made.subject, made.standing, *made.acceptance);
}

RC_GTEST_PROP(Openings, AreThoseThatBruteForceFindsInEveryScenario, ()) {
  const auto made = tests::any_case(tests::any_shape());
  const std::vector<StickingPoint> points = points_of(*made);
  const PackageClasses classes(*made->acceptance, points);
  OpeningsFinder finder(*made->acceptance, points, classes);
  for (std::size_t scenario = 0; scenario < made->scenarios.count; ++scenario) {
    RC_ASSERT(finder.find(scenario, 1000).sets == tests::naive_openings(*made, points, scenario));
  }
}

RC_GTEST_PROP(Openings, ThatAreCutAreTheSmallest, ()) {
  const auto made = tests::any_case(tests::any_shape());
  const std::vector<StickingPoint> points = points_of(*made);
  const PackageClasses classes(*made->acceptance, points);
  OpeningsFinder finder(*made->acceptance, points, classes);
  const ScenarioOpenings all = finder.find(0, 1000);
  const ScenarioOpenings two = finder.find(0, 2);
  RC_ASSERT(two.capped == (all.sets.size() > 2));
  RC_ASSERT(std::equal(two.sets.begin(), two.sets.end(), all.sets.begin()));
}

TEST(ScenarioChoice, TakesAllScenariosOfFewPackages) {
  const ScenarioChoice choice = choose_scenarios(10'000, 500, 4096);
  EXPECT_EQ(choice.count, 4096U);
  EXPECT_EQ(choice.stride, 1U);
}

TEST(ScenarioChoice, SpreadsFewerOverAllScenariosOfManyPackages) {
  const ScenarioChoice choice = choose_scenarios(10'000'000, 1'000'000, 4096);
  EXPECT_GE(choice.count, 64U);
  EXPECT_LE(choice.count, 128U);
  EXPECT_LT(choice.scenario(choice.count - 1), 4096U);
  EXPECT_GE(choice.scenario(choice.count - 1) + choice.stride, 4096U);
  EXPECT_EQ(choose_scenarios(10'000'000, 0, 10).count, 10U);
}

}  // namespace
}  // namespace modus::blockers
