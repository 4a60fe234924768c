// A forecast made by hand: three weeks, a class with a steady rate, and a simulation that comes to a deal in the second week.
#include "modus/verify/verify_forecast.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace modus::verify {
namespace {

using findings::ChanceBy;
using findings::ForecastFinding;

ChanceBy chance(int days, double probability) { return {days, case_model::Day{} + std::chrono::days{days}, probability, probability, probability}; }

/// Weight 0: the class alone, half of which comes by day 20.
ForecastFinding sound() {
  ForecastFinding made;
  made.horizon_days = 20;
  made.weight = 0;
  made.base_rate.kind = findings::BaseRate::Kind::kClass;
  made.base_rate.reference.curves = {{findings::CureCurve::Tail::kWeibull, 0, 1, 20 / std::log(2.0), 1}};
  made.simulated = {{0, 0, 0}, {0, 0.1, 0}, {0.25, 0.1, 0.05}, {0.3, 0.2, 0.1}};
  const auto by = [](int days) { return 1 - std::pow(0.5, days / 20.0); };
  for (const int days : {7, 20}) made.base_rate.chances.push_back(chance(days, by(days)));
  made.chances = made.base_rate.chances;
  for (const int days : {0, 7, 14, 20}) made.weekly.push_back(chance(days, by(days)));
  made.chances.back().low = 0.4;
  made.not_at_all = {20, made.chances.back().by, 0.5, 0.5, 0.6};
  made.moves = {{"count", "", "", "", {by(7), 0.4}, {by(7), 0.5}, true}, {"weight", "", "", "", {by(7), 0.5}, {0.1, 0.55}, false}};
  return made;
}

bool disagrees(const std::function<void(ForecastFinding&)>& spoil) {
  ForecastFinding spoilt = sound();
  spoil(spoilt);
  return !verify_forecast(spoilt, {}).problems.empty();
}

TEST(VerifyForecast, ConfirmsWhatIsSound) {
  for (const base::Problem& problem : verify_forecast(sound(), {}).problems) ADD_FAILURE() << base::describe(problem);
}

TEST(VerifyForecast, ConfirmsAMixtureWorkedOutByHand) {
  ForecastFinding mixed = sound();
  mixed.weight = 0.5;
  // First week: base 0.2154, smoothed simulation 0.01 * 0.2154 / 1.01.
  const double base = 1 - std::pow(0.5, 0.35), simulated = 0.01 * base / 1.01;
  const double odds = std::sqrt(base / (1 - base) * simulated / (1 - simulated));
  mixed.chances.front() = mixed.weekly[1] = chance(7, odds / (1 + odds));
  std::size_t about_the_first_week = 0;
  for (const base::Problem& problem : verify_forecast(mixed, {}).problems) {
    about_the_first_week += problem.what.find("chance by day 7 is given") != std::string::npos ? 1U : 0U;
  }
  EXPECT_EQ(about_the_first_week, 0U);
}

TEST(VerifyForecast, FindsEachKindOfFault) {
  EXPECT_TRUE(disagrees([](auto& f) { f.chances.back().probability += 1e-6; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.chances.front().low = 0.9; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.not_at_all.probability = 0.4; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.not_at_all.high = 0.7; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.weekly[2].probability = 0; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.weekly.pop_back(); }));
  EXPECT_TRUE(disagrees([](auto& f) { f.simulated[3].deal = 0.2; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.base_rate.chances[0].probability = 0.3; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.base_rate.elapsed_days = 5, f.base_rate.reference.curves[0].shape = 2; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.weight = 0.5; }));
  EXPECT_TRUE(disagrees([](auto& f) { f.moves[0].low.back() = 0.3; }));
  EXPECT_TRUE(disagrees([](auto& f) { std::swap(f.moves[0], f.moves[1]); }));
  EXPECT_TRUE(disagrees([](auto& f) { f.moves[0].high.pop_back(); }));
}

}  // namespace
}  // namespace modus::verify
