#include "modus/base/context.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace modus::base {
namespace {

class ParallelFor : public testing::TestWithParam<int> {};

TEST_P(ParallelFor, RunsEachBodyOnce) {
  std::vector<int> runs(1000, 0);
  parallel_for(GetParam(), runs.size(), [&](std::size_t i) { ++runs[i]; });
  EXPECT_EQ(runs, std::vector<int>(1000, 1));
}

TEST_P(ParallelFor, MayBeNested) {
  std::vector<std::atomic<int>> sums(8);
  parallel_for(GetParam(), sums.size(), [&](std::size_t i) {
    parallel_for(GetParam(), 10, [&](std::size_t j) { sums[i] += static_cast<int>(j); });
  });
  for (const auto& sum : sums) EXPECT_EQ(sum.load(), 45);
}

TEST_P(ParallelFor, PassesExceptionsOn) {
  const auto body = [](std::size_t i) {
    if (i == 17) throw std::runtime_error("body 17");
  };
  EXPECT_THROW(parallel_for(GetParam(), 100, body), std::runtime_error);
}

TEST_P(ParallelFor, DoesNothingForNoBodies) {
  int runs = 0;
  parallel_for(GetParam(), 0, [&](std::size_t) { ++runs; });
  EXPECT_EQ(runs, 0);
}

INSTANTIATE_TEST_SUITE_P(Threads, ParallelFor, testing::Values(0, 1, 2, 7));

TEST(Context, StopsOnlyWhenToldTo) {
  std::atomic<bool> cancelled = false;
  Context context;
  EXPECT_FALSE(context.stop());
  context.cancelled = &cancelled;
  EXPECT_FALSE(context.stop());
  cancelled = true;
  EXPECT_TRUE(context.stop());
}

TEST(Context, ReportsToWhoeverListens) {
  Context context;
  context.report("nobody listens", 0.5);
  std::string heard;
  context.progress = [&](std::string_view step, double) { heard = step; };
  context.report("drawing", 1);
  EXPECT_EQ(heard, "drawing");
}

}  // namespace
}  // namespace modus::base
