#include "modus/timing/reference_classes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "modus/timing/cure_curve.h"
#include "modus/timing/fit_cure.h"

namespace modus::timing {
namespace {

using findings::CureCurve;
using findings::ObservedChance;
using findings::ReferenceClass;

std::vector<std::pair<double, double>> table_of(const ReferenceClass& one) {
  std::vector<std::pair<double, double>> table;
  for (const ObservedChance& by : one.observed) table.emplace_back(by.days, by.chance);
  return table;
}

TEST(ReferenceClasses, SayWhatTheyAreAndWhereTheyComeFrom) {
  std::set<std::string> ids;
  for (const ReferenceClass& one : reference_classes()) {
    EXPECT_TRUE(ids.insert(one.id).second) << one.id << " stands twice";
    EXPECT_FALSE(one.name.empty() || one.from.empty() || one.event.empty() || one.source.empty() || one.caution.empty()) << one.id;
    EXPECT_GE(one.count, one.events) << one.id;
    EXPECT_GE(one.observed.size(), 5U) << one.id;
    EXPECT_EQ(find_reference_class(one.id), &one);
  }
  EXPECT_EQ(ids.size(), 13U);
  EXPECT_EQ(find_reference_class("talks"), nullptr);
}

TEST(ReferenceClasses, HaveChancesThatRiseWithinTheirIntervals) {
  for (const ReferenceClass& one : reference_classes()) {
    ObservedChance before;
    for (const ObservedChance& by : one.observed) {
      EXPECT_GT(by.days, before.days) << one.id;
      EXPECT_GE(by.chance, before.chance) << one.id;
      EXPECT_LT(by.low, by.chance) << one.id;
      EXPECT_GT(by.high, by.chance) << one.id;
      before = by;
    }
  }
}

TEST(ReferenceClasses, CarryCurvesWithinTheErrorOfWhatWasObserved) {
  for (const ReferenceClass& one : reference_classes()) {
    double weight = 0;
    for (const CureCurve& curve : one.curves) weight += curve.weight;
    EXPECT_NEAR(weight, 1, 1e-9) << one.id;
    for (const ObservedChance& by : one.observed) {
      EXPECT_NEAR(1 - survival(one.curves, by.days), by.chance, 0.11) << one.id << " by day " << by.days;
    }
  }
}

TEST(ReferenceClasses, CarryTheCurvesThatTheirChancesGive) {
  for (const ReferenceClass& one : reference_classes()) {
    if (one.curves_published) continue;
    const auto fits = fit_cure(static_cast<double>(one.count), table_of(one));
    ASSERT_TRUE(fits.ok()) << one.id;
    const std::vector<CureCurve>& carried = fits.value().carried;
    ASSERT_EQ(one.curves.size(), carried.size()) << one.id;
    for (std::size_t k = 0; k < carried.size(); ++k) {
      EXPECT_EQ(one.curves[k].tail, carried[k].tail) << one.id;
      EXPECT_NEAR(one.curves[k].never, carried[k].never, 5e-4) << one.id;
      EXPECT_NEAR(one.curves[k].shape / carried[k].shape, 1, 1e-3) << one.id;
      EXPECT_NEAR(one.curves[k].scale / carried[k].scale, 1, 1e-3) << one.id;
      EXPECT_NEAR(one.curves[k].weight, carried[k].weight, 1e-9) << one.id;
    }
  }
}

// The source gives the likelihood of both tails, but the numbers of one: the other is fitted to its table.
TEST(ReferenceClasses, CarryTheTailTheSourceLeavesOutAsItsTableGivesIt) {
  const ReferenceClass& one = *find_reference_class("pax-talks-to-substantive");
  const auto fits = fit_cure(static_cast<double>(one.count), table_of(one));
  ASSERT_TRUE(fits.ok());
  const CureCurve& fitted = fits.value().all[3].curve;
  ASSERT_EQ(one.curves.size(), 2U);
  EXPECT_EQ(one.curves[1].tail, CureCurve::Tail::kLognormal);
  EXPECT_NEAR(one.curves[1].never, fitted.never, 5e-4);
  EXPECT_NEAR(one.curves[1].shape, fitted.shape, 2e-3);
  EXPECT_NEAR(one.curves[1].scale, fitted.scale, 2e-3);
  EXPECT_NEAR(one.curves[1].weight, std::exp((938.6 - 941.1) / 2) / (1 + std::exp((938.6 - 941.1) / 2)), 0.005);
}

TEST(ReferenceClasses, KeepACeasefireApartFromASettlement) {
  const ReferenceClass& ceasefire = *find_reference_class("pax-talks-to-ceasefire");
  const ReferenceClass& settlement = *find_reference_class("pax-talks-to-comprehensive");
  EXPECT_GT(ceasefire.observed.front().chance, 5 * settlement.observed.front().chance);
  EXPECT_GT(chance_within(ceasefire.curves, 0, 30), 5 * chance_within(settlement.curves, 0, 30));
}

}  // namespace
}  // namespace modus::timing
