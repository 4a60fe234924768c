#include "modus/inquiry/headline.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "modus/blockers/find_blockers.h"
#include "modus/inquiry/scan_judgments.h"
#include "modus/zone/find_zone.h"
#include "modus/zone/zone_test_support.h"

namespace modus::inquiry {
namespace {

using case_model::PartyIndex;
using findings::Headline;
using zone::SmallCase;
using zone::SmallCaseMaker;
using zone::SmallCaseShape;

/// Sticking points go by the statements that make them: each limit gets one.
SmallCase with_statements(SmallCase made) {
  for (std::size_t k = 0; k < made.standing.limits.size(); ++k) {
    case_model::Statement statement;
    statement.id = "l" + std::to_string(k);
    statement.party = made.standing.limits[k].party;
    statement.kind = case_model::StatementKind::kRedLine;
    statement.what = made.standing.limits[k].forbids;
    made.subject.statements.push_back(std::move(statement));
  }
  made.standing = weigh_statements(made.subject);  // alike limits become one
  return made;
}

/// A small case with all that is made of it.
struct Measured {
  explicit Measured(SmallCase made)
      : small(with_statements(std::move(made))), list(std::move(zone::PackageList::make(small.subject).value())),
        acceptance(small.subject, small.standing, list, small.scenarios), drawn{small.subject, small.standing, acceptance},
        scan(zone::scan_zone(acceptance, {})), measures(measure_scenarios(drawn, scan, {})) {}
  SmallCase small;
  zone::PackageList list;
  zone::Acceptance acceptance;
  zone::DrawnCase drawn;
  zone::ZoneScan scan;
  Measures measures;
};

Measured any_case(std::uint64_t seed) {
  SmallCaseShape shape;
  shape.scenarios = 64 + seed % 3 * 32;
  return Measured(SmallCaseMaker(seed, shape).make());
}

/// Whole numbers, so that a scenario of weight n is just n scenarios.
std::vector<double> any_weights(std::uint64_t seed, std::size_t count) {
  base::RandomStream random(seed, "weights");
  std::vector<double> weights(count);
  for (double& weight : weights) weight = static_cast<double>(random.below(4));
  weights[0] = weights[1] = 1;
  return weights;
}

void expect_same(const Headline& a, const Headline& b) {
  EXPECT_DOUBLE_EQ(a.zone_probability.value, b.zone_probability.value);
  EXPECT_DOUBLE_EQ(a.best_joint_acceptance, b.best_joint_acceptance);
  EXPECT_EQ(a.best, b.best);
  ASSERT_EQ(a.parties.size(), b.parties.size());
  for (std::size_t k = 0; k < a.parties.size(); ++k) {
    EXPECT_NEAR(a.parties[k].acceptance, b.parties[k].acceptance, 1e-12);
    EXPECT_DOUBLE_EQ(a.parties[k].zone_without.value, b.parties[k].zone_without.value);
  }
  ASSERT_EQ(a.sticking_points.size(), b.sticking_points.size());
  for (std::size_t k = 0; k < a.sticking_points.size(); ++k) {
    EXPECT_EQ(a.sticking_points[k].id, b.sticking_points[k].id);
    EXPECT_NEAR(a.sticking_points[k].unblocking_effect.value, b.sticking_points[k].unblocking_effect.value, 1e-12);
  }
}

RC_GTEST_PROP(HeadlineOf, SaysWhatZoneAndBlockersSay, (std::uint64_t seed)) {
  const Measured one = any_case(seed);
  const Headline headline = headline_of(one.measures);
  zone::FindZoneOptions options;
  options.rests_on = false;
  const auto zone = zone::find_zone(one.drawn, one.scan, zone::find_contested(one.drawn), options, {});
  const auto blockers = blockers::find_blockers(one.drawn, {});
  EXPECT_DOUBLE_EQ(headline.zone_probability.value, zone.zone_probability.value);
  EXPECT_DOUBLE_EQ(headline.best_joint_acceptance, zone.max_joint_acceptance);
  EXPECT_EQ(headline.package_count, zone.package_count);
  for (std::size_t k = 0; k < one.measures.parties.size(); ++k) {
    EXPECT_DOUBLE_EQ(headline.parties[k].acceptance, zone.parties[one.measures.parties[k]].acceptance);
    EXPECT_DOUBLE_EQ(headline.parties[k].zone_without.value, zone.parties[one.measures.parties[k]].zone_without.value);
  }
  for (const findings::StickingPoint& point : blockers.sticking_points) {
    const auto found = std::find_if(headline.sticking_points.begin(), headline.sticking_points.end(),
                                    [&](const findings::NamedEffect& effect) { return effect.id == point.id; });
    ASSERT_NE(found, headline.sticking_points.end());
    EXPECT_DOUBLE_EQ(found->unblocking_effect.value, point.unblocking_effect.value);
  }
}

RC_GTEST_PROP(HeadlineOf, WithEqualWeightsIsTheSame, (std::uint64_t seed)) {
  const Measured one = any_case(seed);
  expect_same(headline_of(one.measures, std::vector<double>(one.measures.count, 1.0), one.small.subject), headline_of(one.measures));
}

/// Straight from the definition, one package and one scenario at a time.
RC_GTEST_PROP(HeadlineOf, CountsAScenarioByItsWeight, (std::uint64_t seed)) {
  const Measured one = any_case(seed);
  const std::vector<double> weights = any_weights(seed, one.measures.count);
  const auto packages = zone::every_combination(one.small);
  std::vector<double> even(packages.size(), 0), odd(packages.size(), 0);
  double all_even = 0, all_odd = 0, zone = 0;
  for (std::size_t s = 0; s < weights.size(); ++s) {
    const bool is_odd = s % (weights.size() / 8) % 2 == 1;  // eight chains
    (is_odd ? all_odd : all_even) += weights[s];
    bool any = false;
    for (std::size_t x = 0; x < packages.size(); ++x) {
      if (!zone::naive_all_accept(one.small, s, packages[x])) continue;
      any = true;
      (is_odd ? odd : even)[x] += weights[s];
    }
    if (any) zone += weights[s];
  }
  const auto most = [](const std::vector<double>& sums) { return static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin()); };
  zone /= all_even + all_odd;
  const double corrected = std::min(zone, (odd[most(even)] / all_odd + even[most(odd)] / all_even) / 2);
  const Headline headline = headline_of(one.measures, weights, one.small.subject);
  EXPECT_NEAR(headline.zone_probability.value, zone, 1e-12);
  EXPECT_NEAR(headline.best_joint_acceptance, zone > 0 ? corrected : 0, 1e-12);
}

TEST(MovementBetween, ComparesWhatBothHave) {
  Headline before, after;
  before.zone_probability = {0.4, 0.03, 0.35, 0.45, 300};
  after.zone_probability = {0.6, 0.04, 0.5, 0.7, 300};
  before.parties = {{"port", 0.5, {}}, {"union", 0.25, {}}};
  after.parties = {{"city", 0.9, {}}, {"union", 0.5, {}}};
  before.package_count = 20;
  after.package_count = 12;
  before.best = {{"crews", "cut"}};
  after.best = {{"crews", "keep"}};
  const findings::HeadlineMovement moved = movement_between(before, after);
  EXPECT_NEAR(moved.zone_probability.value, 0.2, 1e-12);
  EXPECT_NEAR(moved.zone_probability.standard_error, 0.05, 1e-12);
  EXPECT_TRUE(moved.zone_probability.is_told());
  EXPECT_TRUE(moved.best_differs);
  EXPECT_EQ(moved.package_count, -8);
  ASSERT_EQ(moved.acceptance.size(), 1U);
  EXPECT_EQ(moved.acceptance[0].id, "union");
  EXPECT_NEAR(moved.acceptance[0].value, 0.25, 1e-12);
}

TEST(ZoneMovedBy, HasNoErrorWhereNothingMoves) {
  const Measured one = any_case(3);
  const findings::Movement moved = zone_moved_by(one.measures, std::vector<double>(one.measures.count, 1.0));
  EXPECT_EQ(moved.value, 0);
  EXPECT_EQ(moved.standard_error, 0);
  EXPECT_FALSE(moved.is_told());
  EXPECT_EQ(zone_moved_between(one.measures, one.measures).standard_error, 0);
}

/// Scenarios where the zone depends on one no-deal value alone.
TEST(ScanJudgments, PutTheQuantityFirstThatDecides) {
  SmallCaseShape shape;
  shape.guarantor = false;
  shape.issues = 1;
  shape.limits_each = 0;
  shape.adjustments_each = 0;
  shape.rules = 0;
  shape.scenarios = 768;
  SmallCase made = SmallCaseMaker(1, shape).make();
  for (const PartyIndex party : made.subject.parties.indices()) {
    findings::PartyScenarios& wants = made.scenarios.parties[party];
    std::fill(wants.values.begin(), wants.values.end(), 50);
    std::fill(wants.stalling.begin(), wants.stalling.end(), 0);
    base::RandomStream random(7, "no deal", party.value);
    for (double& value : wants.no_deal) value = party.value == 0 ? 100 * random.uniform() : 10 * random.uniform();
  }
  const Measured one(std::move(made));
  const findings::JudgmentScan scan = scan_judgments(one.drawn, one.measures, {});
  ASSERT_FALSE(scan.effects.empty());
  EXPECT_EQ(scan.effects[0].path, "judgments.p0.no_deal.value");
  EXPECT_EQ(scan.effects[0].zone_if_low.value, 1);
  EXPECT_EQ(scan.effects[0].zone_if_high.value, 0);
  EXPECT_NEAR(scan.effects[0].low_end, 33, 5);
  EXPECT_NEAR(scan.effects[0].high_start, 67, 5);
  EXPECT_EQ(scan.effects.size(), 1U);
  EXPECT_GT(scan.looked_at, 1U);
}

}  // namespace
}  // namespace modus::inquiry
