#include "modus/base/random.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace modus::base {
namespace {

// The generator again, from its description, to compare with.
struct Xoshiro {
  std::array<std::uint64_t, 4> s;
  std::uint64_t next() {
    const std::uint64_t result = std::rotl(s[0] + s[3], 23) + s[0];
    const std::uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = std::rotl(s[3], 45);
    return result;
  }
};

std::uint64_t split_mix(std::uint64_t& x) {
  std::uint64_t z = (x += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

Xoshiro seeded(std::uint64_t seed, const std::string& purpose, std::uint64_t number) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : purpose) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  hash ^= split_mix(seed);
  hash = split_mix(hash) ^ number;
  Xoshiro generator{};
  for (auto& word : generator.s) word = split_mix(hash);
  return generator;
}

TEST(RandomStream, IsThePublishedGenerator) {
  Xoshiro published{{1, 2, 3, 4}};
  for (const std::uint64_t expected : {41943041ULL, 58720359ULL, 3588806011781223ULL, 3591011842654386ULL,
                                       9228616714210784205ULL, 9973669472204895162ULL}) {
    EXPECT_EQ(published.next(), expected);
  }
  std::uint64_t zero = 0;
  EXPECT_EQ(split_mix(zero), 0xe220a8397b1dcdafULL);
}

RC_GTEST_PROP(RandomStream, IsAFunctionOfSeedPurposeAndNumber,
              (std::uint64_t seed, const std::string& purpose, std::uint64_t number)) {
  RandomStream stream(seed, purpose, number);
  Xoshiro again = seeded(seed, purpose, number);
  for (int i = 0; i < 5; ++i) RC_ASSERT(stream.next() == again.next());
}

TEST(RandomStream, DiffersBySeedPurposeAndNumber) {
  const std::uint64_t first = RandomStream(1, "weights", 0).next();
  EXPECT_NE(first, RandomStream(2, "weights", 0).next());
  EXPECT_NE(first, RandomStream(1, "scores", 0).next());
  EXPECT_NE(first, RandomStream(1, "weights", 1).next());
}

// Chi-square of 100 bins: 99 degrees of freedom, standard deviation 14; the seed is fixed, so this never
// flickers.
TEST(RandomStream, SpreadsUniformly) {
  constexpr int kDraws = 100'000;
  RandomStream stream(5, "uniform");
  std::vector<double> bins(100, 0);
  for (int i = 0; i < kDraws; ++i) {
    const double u = stream.uniform();
    ASSERT_GT(u, 0.0);
    ASSERT_LT(u, 1.0);
    bins[static_cast<std::size_t>(u * 100)] += 1;
  }
  double chi_square = 0;
  for (const double bin : bins) chi_square += (bin - 1000) * (bin - 1000) / 1000;
  EXPECT_LT(chi_square, 99 + 4 * 14);
  EXPECT_GT(chi_square, 99 - 4 * 14);
}

TEST(RandomStream, DrawsExponentialsOfMeanOne) {
  constexpr int kDraws = 100'000;
  RandomStream stream(6, "exponential");
  double sum = 0;
  int above_median = 0;
  for (int i = 0; i < kDraws; ++i) {
    const double x = stream.exponential();
    ASSERT_GT(x, 0.0);
    sum += x;
    above_median += x > std::log(2.0) ? 1 : 0;
  }
  EXPECT_NEAR(sum / kDraws, 1, 4 / std::sqrt(kDraws));
  EXPECT_NEAR(above_median, kDraws / 2, 4 * std::sqrt(kDraws) / 2);
}

TEST(RandomStream, MeetsAChanceAsOftenAsItSays) {
  RandomStream stream(7, "chance");
  int met = 0;
  for (int i = 0; i < 10'000; ++i) met += stream.chance(0.3) ? 1 : 0;
  EXPECT_NEAR(met, 3000, 4 * std::sqrt(10'000 * 0.21));
  EXPECT_FALSE(stream.chance(0));
  EXPECT_TRUE(stream.chance(1));
}

TEST(RandomStream, PicksEachOfAFewEquallyOften) {
  RandomStream stream(8, "below");
  std::map<std::uint64_t, int> seen;
  for (int i = 0; i < 7000; ++i) ++seen[stream.below(7)];
  ASSERT_EQ(seen.size(), 7U);
  for (const auto& [value, count] : seen) {
    EXPECT_LT(value, 7U);
    EXPECT_NEAR(count, 1000, 4 * std::sqrt(1000.0));
  }
}

// With a range of 3/4 of all numbers, a remainder without rejection would favour the lower third.
TEST(RandomStream, PicksWithoutBiasFromHugeRanges) {
  constexpr std::uint64_t kCount = 0xC000000000000000;
  RandomStream stream(9, "below");
  int low = 0;
  for (int i = 0; i < 9000; ++i) low += stream.below(kCount) < kCount / 3 ? 1 : 0;
  EXPECT_NEAR(low, 3000, 4 * std::sqrt(2000.0));
}

}  // namespace
}  // namespace modus::base
