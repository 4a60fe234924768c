#include "modus/timing/class_rates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "modus/timing/cure_curve.h"
#include "modus/timing/durations_for_tests.h"
#include "modus/timing/kaplan_meier.h"
#include "modus/timing/reference_classes.h"

namespace modus::timing {
namespace {

using findings::ClassRates;
using findings::CureCurve;
using findings::ObservedChance;
using findings::ReferenceClass;

const ReferenceClass& class_named(std::string_view id) { return *find_reference_class(id); }

TEST(ClassRates, GivesTheChancesOfALongWarBetweenStates) {
  const ReferenceClass& wars = class_named("ucdp-interstate");
  const std::vector<std::pair<double, double>> worked = {{7, .006}, {30, .026}, {90, .074}, {180, .14}, {365, .26}};
  for (const auto& [days, expected] : worked) EXPECT_NEAR(chance_of(wars, 1095, days).chance, expected, 0.006) << days;
}

TEST(ClassRates, HoldsEveryCurveInItsRange) {
  for (const ReferenceClass& one : reference_classes()) {
    for (const double elapsed : {0.0, 100.0, 3000.0}) {
      for (const ObservedChance& by : rates_of(one, elapsed).chances) {
        EXPECT_LE(0, by.low);
        EXPECT_LE(by.low, by.chance) << one.id;
        EXPECT_LE(by.chance, by.high) << one.id;
        EXPECT_LE(by.high, 1);
        for (const CureCurve& curve : one.curves) {
          const double alone = chance_within({{curve.tail, curve.never, curve.shape, curve.scale, 1}}, elapsed, by.days);
          EXPECT_TRUE(by.low <= alone && alone <= by.high) << one.id;
        }
      }
    }
  }
}

TEST(ClassRates, GetsWiderTheFewerWereCounted) {
  ReferenceClass few = class_named("ucdp-intrastate");
  const ObservedChance before = chance_of(few, 0, 90);
  few.count = 20;
  const ObservedChance after = chance_of(few, 0, 90);
  EXPECT_LT(after.low, before.low);
  EXPECT_GT(after.high, before.high);
  few.count = 0;
  EXPECT_EQ(chance_of(few, 0, 90).low, chance_of(few, 0, 90).high);
}

// Wilson's interval of 10 out of 100 at 90 %, worked out by hand.
TEST(ClassRates, TakesWilsonsIntervalForTheErrorOfTheCount) {
  ReferenceClass one;
  one.count = 100;
  one.curves = {{CureCurve::Tail::kWeibull, 0.9, 1, 1, 1}};
  const ObservedChance ever = chance_of(one, 0, 1000);
  EXPECT_NEAR(ever.chance, 0.1, 1e-9);
  EXPECT_NEAR(ever.low, 0.0607, 5e-4);
  EXPECT_NEAR(ever.high, 0.1604, 5e-4);
}

TEST(ClassRates, HasAMedianWhereHalfComeToIt) {
  const ClassRates strikes = rates_of(class_named("strike-us-manufacturing"), 0);
  ASSERT_TRUE(strikes.median_days.has_value());
  EXPECT_NEAR(chance_within(strikes.reference.curves, 0, *strikes.median_days), 0.5, 1e-5);
  EXPECT_FALSE(rates_of(class_named("pax-talks-to-comprehensive"), 0).median_days.has_value());
}

TEST(ClassRates, SaysWhereNothingWasObservedForSoLong) {
  EXPECT_FALSE(rates_of(class_named("ucdp-interstate"), 1825).beyond_data);
  EXPECT_TRUE(rates_of(class_named("ucdp-interstate"), 1826).beyond_data);
}

TEST(ClassRates, MakesAClassOfATable) {
  const auto rows = treated_leukaemia();
  const auto own = class_of({rows, "own.csv", "abc"});
  ASSERT_TRUE(own.ok());
  const ReferenceClass& reference = own.value().reference;
  EXPECT_EQ(reference.count, 21U);
  EXPECT_EQ(reference.events, 9U);
  EXPECT_EQ(reference.observed.size(), kaplan_meier(rows).size());
  EXPECT_EQ(own.value().fits.size(), 4U);
  EXPECT_FALSE(reference.curves.empty());
  EXPECT_NE(reference.caution.find("9 events"), std::string::npos);
}

TEST(ClassRates, KeepsSomeStepsOfALongCurveAndItsLast) {
  const auto rows = draw_durations({CureCurve::Tail::kWeibull, 0.1, 0.8, 60, 1}, 20'000, 500, 1);
  const auto all = kaplan_meier(rows);
  const auto kept = class_of({rows, "own.csv", ""}).value().reference.observed;
  EXPECT_LE(kept.size(), 1001U);
  EXPECT_EQ(kept.back().days, all.back().days);
  EXPECT_EQ(kept.back().chance, all.back().chance);
}

TEST(ClassRates, NamesTheTableThatNoCurveGoesThrough) {
  const auto own = class_of({{{10, true, ""}}, "own.csv", ""});
  ASSERT_FALSE(own.ok());
  EXPECT_EQ(own.problems().front().where.file, "own.csv");
}

}  // namespace
}  // namespace modus::timing
