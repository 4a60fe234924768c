#include "modus/zone/share.h"

#include <gtest/gtest.h>

#include "modus/base/random.h"

namespace modus::zone {
namespace {

std::vector<Word> set_of(std::size_t count, auto in_set) {
  std::vector<Word> set((count + 63) / 64);
  for (std::size_t s = 0; s < count; ++s) {
    if (in_set(s)) set[s / 64] |= Word{1} << (s % 64);
  }
  return set;
}

TEST(ShareTest, IndependentDrawsCountInFull) {
  base::RandomStream random(1, "share test");
  const auto set = set_of(4096, [&](std::size_t) { return random.chance(0.3); });
  const findings::Share share = share_of(set, 4096, 8);
  EXPECT_NEAR(share.value, 0.3, 0.03);
  EXPECT_GT(share.effective_size, 3500);
  EXPECT_LE(share.effective_size, 4096);
  EXPECT_NEAR(share.high - share.low, 2 * 1.6449 * share.standard_error, 1e-4);
}

TEST(ShareTest, DrawsThatStickTogetherCountLess) {
  base::RandomStream random(2, "share test");
  bool now = false;
  const auto set =
      set_of(4096, [&](std::size_t) { return now = random.chance(0.1) ? random.chance(0.5) : now; });
  const findings::Share share = share_of(set, 4096, 8);  // correlation 0.9 a step: time 19
  EXPECT_GT(share.effective_size, 4096 / 38.0);
  EXPECT_LT(share.effective_size, 4096 / 9.0);
}

TEST(ShareTest, AtNothingAndAtAllTheIntervalIsThatOfJeffreys) {
  const findings::Share none = share_of(set_of(100, [](std::size_t) { return false; }), 100, 1);
  EXPECT_EQ(none.value, 0);
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, 0.01898, 0.0002);  // 95 % quantile of Beta(0.5, 100.5)
  const findings::Share all = share_of(set_of(100, [](std::size_t) { return true; }), 100, 1);
  EXPECT_EQ(all.high, 1);
  EXPECT_NEAR(all.low, 1 - none.high, 1e-12);
}

TEST(ShareTest, EqualWeightsChangeNothing) {
  const auto set = set_of(256, [](std::size_t s) { return s % 3 == 0; });
  const findings::Share plain = share_of(set, 256, 8);
  const findings::Share weighted = weighted_share(set, std::vector<double>(256, 1.0), 8);
  EXPECT_DOUBLE_EQ(plain.value, weighted.value);
  EXPECT_DOUBLE_EQ(plain.effective_size, weighted.effective_size);
}

TEST(ShareTest, WeightsCountWhatTheyWeigh) {
  const auto set = set_of(64, [](std::size_t s) { return s < 32; });
  std::vector<double> weights(64, 0.0);
  for (std::size_t s = 0; s < 64; ++s) weights[s] = s < 32 ? 1.5 : 0.5;
  EXPECT_DOUBLE_EQ(weighted_share(set, weights, 8).value, 0.75);
  const findings::Share nothing_left = weighted_share(set, std::vector<double>(64, 0.0), 8);
  EXPECT_EQ(nothing_left.low, 0);
  EXPECT_EQ(nothing_left.high, 1);
}

TEST(ShareTest, SpreadIsMedianAndOuterPercentiles) {
  std::vector<double> numbers;
  for (int i = 100; i >= 1; --i) numbers.push_back(i);
  const findings::Spread spread = spread_of(numbers);
  EXPECT_DOUBLE_EQ(spread.median, 50.5);
  EXPECT_DOUBLE_EQ(spread.low, 5);
  EXPECT_DOUBLE_EQ(spread.high, 95);
  EXPECT_DOUBLE_EQ(spread_of({7}).low, 7);
}

}  // namespace
}  // namespace modus::zone
