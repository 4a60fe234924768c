#include "modus/timing/fit_cure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "modus/timing/cure_curve.h"
#include "modus/timing/durations_for_tests.h"

namespace modus::timing {
namespace {

using findings::CureCurve;
using findings::Duration;
using Tail = CureCurve::Tail;

constexpr std::size_t kWeibull = 0, kWeibullNever = 1, kLognormal = 2, kLognormalNever = 3;

const CureCurve kTalks{Tail::kLognormal, 0.4, 1.2, 5, 1};
const CureCurve kStrikes{Tail::kWeibull, 0.2, 0.8, 60, 1};

CureFits fitted(const std::vector<Duration>& rows) {
  auto fits = fit_cure(rows);
  EXPECT_TRUE(fits.ok());
  return fits.ok() ? fits.value() : CureFits();
}

TEST(FitCure, GivesThePublishedWeibullCurvesOfTheLeukaemiaStudy) {
  const CureFit untreated = fitted(untreated_leukaemia()).all[kWeibull], treated = fitted(treated_leukaemia()).all[kWeibull];
  EXPECT_NEAR(untreated.curve.shape, 1.370, 2e-3);
  EXPECT_NEAR(untreated.curve.scale, 9.482, 2e-2);
  EXPECT_NEAR(treated.curve.shape, 1.354, 2e-3);
  EXPECT_NEAR(treated.curve.scale, 33.77, 3e-2);
}

TEST(FitCure, FitsLognormalDurationsWithoutCensoringByMeanAndDeviation) {
  const std::vector<Duration> rows = untreated_leukaemia();
  double mean = 0, square = 0;
  for (const Duration& row : rows) mean += std::log(row.days) / static_cast<double>(rows.size());
  for (const Duration& row : rows) square += std::pow(std::log(row.days) - mean, 2) / static_cast<double>(rows.size());
  const CureCurve curve = fitted(rows).all[kLognormal].curve;
  EXPECT_NEAR(curve.scale, mean, 1e-5);
  EXPECT_NEAR(curve.shape, std::sqrt(square), 1e-5);
}

// Mean over many samples: the error of the mean is a twentieth of one sample's, or so.
void expect_recovered(const CureCurve& truth, std::size_t which, double watched) {
  constexpr int kSamples = 30;
  double never = 0, shape = 0, scale = 0;
  for (int seed = 0; seed < kSamples; ++seed) {
    const CureCurve curve = fitted(draw_durations(truth, 800, watched, static_cast<std::uint64_t>(seed))).all[which].curve;
    never += curve.never / kSamples;
    shape += curve.shape / kSamples;
    scale += curve.scale / kSamples;
  }
  EXPECT_NEAR(never, truth.never, 0.012);
  EXPECT_NEAR(shape / truth.shape, 1, 0.03);
  EXPECT_NEAR(scale / truth.scale, 1, 0.03);
}

TEST(FitCure, RecoversALognormalCurve) { expect_recovered(kTalks, kLognormalNever, 3000); }
TEST(FitCure, RecoversAWeibullCurve) { expect_recovered(kStrikes, kWeibullNever, 500); }

TEST(FitCure, TellsAShareThatNeverComesFromNoneWhereItIsLargeAndTheWaitLong) {
  EXPECT_TRUE(fitted(draw_durations(kTalks, 800, 3000, 1)).never_told_apart);
  int told = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    told += fitted(draw_durations({Tail::kWeibull, 0, 0.8, 60, 1}, 200, 500, seed)).never_told_apart ? 1 : 0;
  }
  EXPECT_LE(told, 6) << "one in twenty by the test's level";
}

TEST(FitCure, CarriesTheTailOfALargeSampleAloneAndBothOfASmallOne) {
  const CureFits large = fitted(draw_durations(kStrikes, 5000, 500, 3));
  ASSERT_EQ(large.carried.size(), 1U);
  EXPECT_EQ(large.carried[0].tail, Tail::kWeibull);
  EXPECT_EQ(large.carried[0].weight, 1);
  const CureFits small = fitted(draw_durations(kStrikes, 20, 500, 4));
  ASSERT_EQ(small.carried.size(), 2U);
  EXPECT_NEAR(small.carried[0].weight + small.carried[1].weight, 1, 1e-12);
  EXPECT_GE(small.carried[0].weight, small.carried[1].weight);
}

TEST(FitCure, WeighsTwoTailsByTheirAic) {
  const CureFits fits = fitted(untreated_leukaemia());
  const double behind = std::abs(std::min(fits.all[0].aic, fits.all[1].aic) - std::min(fits.all[2].aic, fits.all[3].aic));
  ASSERT_EQ(fits.carried.size(), 2U);
  EXPECT_NEAR(fits.carried[0].weight, 1 / (1 + std::exp(-behind / 2)), 0.0051);
}

TEST(FitCure, FitsATableOfChancesMuchAsTheSingleProcesses) {
  const std::vector<Duration> rows = draw_durations(kTalks, 4000, 3000, 5);
  std::vector<std::pair<double, double>> table;
  for (const double day : {15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 960.0, 3000.0}) {
    const auto came = std::ranges::count_if(rows, [&](const Duration& row) { return row.came && row.days <= day; });
    table.emplace_back(day, static_cast<double>(came) / static_cast<double>(rows.size()));
  }
  const auto fits = fit_cure(4000, table);
  ASSERT_TRUE(fits.ok());
  const CureCurve by_table = fits.value().all[kLognormalNever].curve, by_rows = fitted(rows).all[kLognormalNever].curve;
  EXPECT_NEAR(by_table.never, by_rows.never, 0.01);
  EXPECT_NEAR(by_table.shape, by_rows.shape, 0.05);
  EXPECT_NEAR(by_table.scale, by_rows.scale, 0.05);
}

TEST(FitCure, RefusesWhatNoCurveGoesThrough) {
  const std::vector<Duration> none(30, {10, false, ""}), one_day(30, {10, true, ""});
  EXPECT_FALSE(fit_cure(none).ok());
  EXPECT_FALSE(fit_cure(one_day).ok());
  EXPECT_FALSE(fit_cure({{10, true, ""}}).ok());
  EXPECT_FALSE(fit_cure(std::vector<Duration>()).ok());
  EXPECT_FALSE(fit_cure({{-1, true, ""}, {2, true, ""}, {3, true, ""}, {4, true, ""}, {5, true, ""}}).ok());
  EXPECT_FALSE(fit_cure({{NAN, true, ""}, {2, true, ""}, {3, true, ""}, {4, true, ""}, {5, true, ""}}).ok());
}

TEST(FitCure, RefusesTablesThatFallOrAreTooShort) {
  using Table = std::vector<std::pair<double, double>>;
  EXPECT_FALSE(fit_cure(50, Table{{30, 0.4}, {60, 0.3}, {90, 0.6}}).ok());
  EXPECT_FALSE(fit_cure(50, Table{{60, 0.3}, {30, 0.4}}).ok());
  EXPECT_FALSE(fit_cure(50, Table{{30, 0.4}, {60, 1.2}}).ok());
  EXPECT_FALSE(fit_cure(50, Table{{30, 0.4}, {60, 0.4}}).ok());
  EXPECT_FALSE(fit_cure(0, Table{{30, 0.4}, {60, 0.5}}).ok());
  EXPECT_TRUE(fit_cure(50, Table{{30, 0.4}, {60, 0.5}}).ok());
}

TEST(FitCure, TakesAnEventOnTheFirstDayAsOneWithinIt) {
  std::vector<Duration> rows = untreated_leukaemia(), halved = rows;
  rows.push_back({0, true, ""});
  halved.push_back({0.5, true, ""});
  EXPECT_EQ(fitted(rows).carried[0].scale, fitted(halved).carried[0].scale);
}

std::vector<Duration> any_rows() {
  std::vector<Duration> rows;
  for (int row = *rc::gen::inRange(8, 40); row > 0; --row) {
    rows.push_back({static_cast<double>(*rc::gen::inRange(1, 2000)), *rc::gen::inRange(0, 3) > 0, ""});
  }
  for (int row = 0; row < 5; ++row) rows.push_back({10.0 + row, true, ""});
  return rows;
}

RC_GTEST_PROP(FitCure, LiesNoLowerThanAnyOtherCurve, ()) {
  const std::vector<Duration> rows = any_rows();
  const CureFits fits = fitted(rows);
  CureCurve other;
  other.never = *rc::gen::inRange(0, 90) / 100.0;
  other.shape = *rc::gen::inRange(2, 40) / 10.0;
  other.tail = Tail::kWeibull;
  other.scale = *rc::gen::inRange(1, 3000);
  RC_ASSERT(fits.all[kWeibullNever].log_likelihood >= log_likelihood(other, rows) - 1e-6);
  other.tail = Tail::kLognormal;
  other.scale = *rc::gen::inRange(0, 90) / 10.0;
  RC_ASSERT(fits.all[kLognormalNever].log_likelihood >= log_likelihood(other, rows) - 1e-6);
}

RC_GTEST_PROP(FitCure, IsATopAndSaysItsLikelihood, ()) {
  const std::vector<Duration> rows = any_rows();
  for (const CureFit& fit : fitted(rows).all) {
    RC_ASSERT(std::abs(log_likelihood(fit.curve, rows) - fit.log_likelihood) < 1e-6);
    RC_ASSERT(std::isfinite(fit.aic) && fit.curve.never >= 0 && fit.curve.never < 1);
    RC_ASSERT(fit.curve.shape >= kLeastShape * 0.999 && fit.curve.shape <= kMostShape * 1.001);
    for (const double more : {-0.01, 0.01}) {
      CureCurve near = fit.curve;
      near.shape *= 1 + more;
      const bool inside = near.shape > kLeastShape && near.shape < kMostShape;
      RC_ASSERT(!inside || log_likelihood(near, rows) <= fit.log_likelihood + 1e-6);
    }
  }
}

RC_GTEST_PROP(FitCure, LeavingTheShareThatNeverComesOutGainsNothing, ()) {
  const CureFits fits = fitted(any_rows());
  RC_ASSERT(fits.all[kWeibullNever].log_likelihood >= fits.all[kWeibull].log_likelihood - 1e-9);
  RC_ASSERT(fits.all[kLognormalNever].log_likelihood >= fits.all[kLognormal].log_likelihood - 1e-9);
}

RC_GTEST_PROP(FitCure, DoesNotMindTheUnitOfTimeOrTheOrderOfRows, ()) {
  std::vector<Duration> rows = any_rows();
  const CureFits before = fitted(rows);
  const double unit = *rc::gen::element(1.0 / 7, 24.0, 365.25);
  for (Duration& row : rows) row.days *= unit;
  std::ranges::reverse(rows);
  const CureFits after = fitted(rows);
  for (std::size_t k = 0; k < 4; ++k) {
    for (const double days : {5.0, 50.0, 500.0}) {
      RC_ASSERT(std::abs(survival(before.all[k].curve, days) - survival(after.all[k].curve, days * unit)) < 2e-4);
    }
  }
  RC_ASSERT(before.never_told_apart == after.never_told_apart);
}

}  // namespace
}  // namespace modus::timing
