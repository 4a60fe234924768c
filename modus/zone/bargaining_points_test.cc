#include "modus/zone/bargaining_points.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "modus/zone/find_frontier.h"

namespace modus::zone {
namespace {

using findings::FrontierPoint;

std::vector<FrontierPoint> points_at(const std::vector<std::vector<double>>& utilities) {
  std::vector<FrontierPoint> points;
  for (const auto& at : utilities) points.push_back({at, {}, 1});
  return points;
}

// Figures worked out by hand.
TEST(BargainingPoints, FollowTheirDefinitions) {
  const auto points = points_at({{10, 0}, {8, 3}, {5, 5}, {3, 5.5}, {0, 6}});
  const BargainingPoints found = bargaining_points(points, {0, 0});
  EXPECT_EQ(found.nash->point, 2U);               // 25 against 24 and 16.5
  EXPECT_EQ(found.egalitarian->point, 2U);        // 5
  EXPECT_EQ(found.kalai_smorodinsky->point, 2U);  // shares 0.5 and 0.83; (8, 3) has 0.5 and 0.8: the least ties, the next does not
  EXPECT_EQ(found.utilitarian->point, 1U);        // 11
}

TEST(BargainingPoints, CountGainsFromNoDeal) {
  const auto points = points_at({{10, 0}, {8, 3}, {5, 5}, {0, 6}});
  const BargainingPoints found = bargaining_points(points, {6, 0});
  EXPECT_EQ(found.nash->point, 1U);
  EXPECT_EQ(found.leximin->point, 1U);
}

TEST(BargainingPoints, AreNoneWithoutAPoint) {
  const BargainingPoints found = bargaining_points({}, {0, 0});
  EXPECT_FALSE(found.nash.has_value());
  EXPECT_FALSE(opposition({}, {0, 0}).has_value());
}

TEST(Opposition, IsNoneWhereOnePackageGivesEverybodyTheMost) {
  EXPECT_EQ(opposition(points_at({{3, 4, 5}}), {0, 0, 0}), 0.0);
  EXPECT_NEAR(*opposition(points_at({{1, 0}, {0, 1}}), {0, 0}), 1, 1e-12);
}

std::vector<FrontierPoint> any_points(std::size_t parties) {
  std::vector<std::vector<double>> all;
  const auto count = *rc::gen::inRange(1, 12);
  for (int n = 0; n < count; ++n) {
    std::vector<double> at;
    for (std::size_t p = 0; p < parties; ++p) at.push_back(*rc::gen::inRange(1, 1000));
    all.push_back(std::move(at));
  }
  return points_at(all);
}

// Nash 1950 and Kalai and Smorodinsky 1975: neither hangs on the units or the zero of anybody's scale.
RC_GTEST_PROP(BargainingPoints, NashAndKalaiSmorodinskyDoNotHangOnScales, ()) {
  const auto points = any_points(3);
  std::vector<double> by, to;
  for (int p = 0; p < 3; ++p) {
    by.push_back(std::exp2(*rc::gen::inRange(-3, 4)));
    to.push_back(*rc::gen::inRange(-50, 50));
  }
  auto moved = points;
  std::vector<double> no_deal(3, 0);
  for (int p = 0; p < 3; ++p) {
    const auto at = static_cast<std::size_t>(p);
    no_deal[at] = to[at];
    for (FrontierPoint& point : moved) point.utilities[at] = point.utilities[at] * by[at] + to[at];
  }
  const BargainingPoints before = bargaining_points(points, {0, 0, 0});
  const BargainingPoints after = bargaining_points(moved, no_deal);
  const auto product = [&](std::size_t n) { return points[n].utilities[0] * points[n].utilities[1] * points[n].utilities[2]; };
  RC_ASSERT(std::abs(product(before.nash->point) - product(after.nash->point)) <= 1e-9 * product(before.nash->point));
  RC_ASSERT(points[before.kalai_smorodinsky->point].utilities == points[after.kalai_smorodinsky->point].utilities);
}

RC_GTEST_PROP(BargainingPoints, LeximinReachesTheGreatestLeastGain, ()) {
  const auto points = any_points(4);
  const BargainingPoints found = bargaining_points(points, {0, 0, 0, 0});
  const auto least = [&](std::size_t n) { return *std::ranges::min_element(points[n].utilities); };
  for (std::size_t n = 0; n < points.size(); ++n) RC_ASSERT(least(found.leximin->point) >= least(n));
  RC_ASSERT(least(found.leximin->point) == least(found.egalitarian->point));
}

case_model::Domain seller_and_buyer() {
  case_model::Domain domain;
  domain.name = "sale";
  domain.issues = {{"price", {"low", "high"}, {}, 0, 0}, {"date", {"soon", "late"}, {}, 0, 0}};
  domain.parties = {{"buyer", "Buyer", {0.7, 0.3}, {{1, 0}, {1, 0}}, 0, {}, {}, 0.3, {}}, {"seller", "Seller", {0.6, 0.4}, {{0, 1}, {0, 1}}, 0, {}, {}, {}, {}}};
  return domain;
}

TEST(FindFrontier, AnswersForADomain) {
  const auto found = find_frontier(seller_and_buyer());
  ASSERT_TRUE(found.ok());
  const findings::FrontierFinding& frontier = found.value();
  ASSERT_EQ(frontier.points.size(), 3U);  // high and late is worth less than no deal to the buyer
  EXPECT_EQ(frontier.points[0].utilities, (std::vector<double>{1, 0}));
  EXPECT_EQ(frontier.points[1].utilities, (std::vector<double>{0.7, 0.4}));
  EXPECT_EQ(frontier.points[2].utilities, (std::vector<double>{0.3, 0.6}));
  EXPECT_EQ(frontier.package_count, "4");
  EXPECT_EQ(frontier.acceptable_count, "3");
  EXPECT_FALSE(frontier.parties[1].no_deal_known);
  EXPECT_EQ(frontier.verdict, findings::Verdict::kProven);
}

TEST(FindFrontier, LooksBelowNoDealWhereAsked) {
  const auto found = find_frontier(seller_and_buyer(), {{}, true, true});
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found.value().points.size(), 4U);
  EXPECT_EQ(found.value().acceptable_count, "3");
  EXPECT_EQ(found.value().nash->point, 1U);
}

TEST(FindFrontier, SaysWhereNoPackageIsWorthNoDealToAll) {
  case_model::Domain domain = seller_and_buyer();
  domain.parties[1].reservation = 0.9;
  const auto found = find_frontier(domain);
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found.value().verdict, findings::Verdict::kImpossible);
  EXPECT_EQ(found.value().acceptable_count, "0");
}

TEST(FindFrontier, RefusesMorePartiesThanItCanCompare) {
  case_model::Domain domain = seller_and_buyer();
  domain.parties.resize(9, domain.parties.front());
  EXPECT_FALSE(find_frontier(domain).ok());
}

}  // namespace
}  // namespace modus::zone
