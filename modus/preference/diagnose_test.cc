#include "modus/preference/diagnose.h"

#include <gtest/gtest.h>

#include <cmath>

#include "modus/base/random.h"

namespace modus::preference {
namespace {

constexpr std::size_t kChains = 8;
constexpr std::size_t kDraws = 4096;

// An autoregressive series a chain; `apart` shifts the first chain.
std::vector<double> series(double memory, double apart) {
  std::vector<double> values;
  for (std::size_t chain = 0; chain < kChains; ++chain) {
    base::RandomStream random(3, "series", chain);
    double now = 0;
    for (int k = 0; k < 100; ++k) now = memory * now + (random.uniform() - 0.5);
    for (std::size_t t = 0; t < kDraws / kChains; ++t) {
      now = memory * now + (random.uniform() - 0.5);
      values.push_back(now + (chain == 0 ? apart : 0));
    }
  }
  return values;
}

findings::WatchedQuantity watch(const std::vector<double>& values) {
  return watch_quantity("it", values, kChains, NormalScores(values.size()));
}

TEST(Watch, PassesIndependentDraws) {
  const auto found = watch(series(0, 0));
  EXPECT_TRUE(found.passes());
  EXPECT_LT(found.split_rhat, 1.005);
  EXPECT_NEAR(found.effective_size, kDraws, 0.15 * kDraws);
}

TEST(Watch, CountsSlowDrawsForLess) {
  const auto found = watch(series(0.5, 0));  // (1 - .5) / (1 + .5) of the draws
  EXPECT_NEAR(found.effective_size, kDraws / 3.0, 250);
}

TEST(Watch, FailsChainsThatDisagree) {
  const auto found = watch(series(0, 1));
  EXPECT_GT(found.split_rhat, 1.05);
  EXPECT_FALSE(found.passes());
}

TEST(Watch, PassesWhatNeverMoves) {
  const auto found = watch(std::vector<double>(kDraws, 3.0));
  EXPECT_TRUE(found.constant);
  EXPECT_TRUE(found.passes());
}

TEST(Watch, FailsChainsThatEachStandStill) {
  std::vector<double> values;
  for (std::size_t k = 0; k < kDraws; ++k) values.push_back(k < kDraws / 2 ? 0 : 1);
  EXPECT_FALSE(watch(values).passes());
}

TEST(Watch, DoesNotCareForTheScale) {
  std::vector<double> values = series(0.3, 0);
  const auto before = watch(values);
  for (double& value : values) value = std::exp(3 * value);
  const auto after = watch(values);
  EXPECT_DOUBLE_EQ(before.split_rhat, after.split_rhat);
  EXPECT_DOUBLE_EQ(before.effective_size, after.effective_size);
}

TEST(NormalScores, AreSymmetricAndShareTies) {
  const NormalScores scores(5);
  const std::vector<double> found = scores.of(std::vector<double>{3, 1, 2, 2, 9});
  EXPECT_NEAR(found[4], -found[1], 1e-12);
  EXPECT_EQ(found[2], found[3]);
  EXPECT_LT(found[2], found[0]);
  EXPECT_NEAR(found[4], 1.1797611, 1e-6);  // normal quantile of (5 - 3/8) / 5.25
}

TEST(EffectiveDraws, AreAllWhereNothingMoves) { EXPECT_EQ(effective_draws(std::vector<double>(64, 1.0), 8), 64); }

}  // namespace
}  // namespace modus::preference
