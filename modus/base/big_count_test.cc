#include "modus/base/big_count.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace modus::base {
namespace {

TEST(BigCount, CountsBeyondWhatAWordHolds) {
  BigCount count = 1;
  for (int n = 0; n < 40; ++n) count *= 10;
  EXPECT_EQ(count.text(), "1" + std::string(40, '0'));
  count += 7;
  EXPECT_EQ(count.text(), "1" + std::string(39, '0') + "7");
  EXPECT_NEAR(count.value(), 1e40, 1e25);
}

TEST(BigCount, KnowsNothing) {
  BigCount none;
  EXPECT_EQ(none.text(), "0");
  none += 5;
  none *= 0;
  EXPECT_EQ(none, BigCount());
  EXPECT_EQ(none.text(), "0");
}

RC_GTEST_PROP(BigCount, AgreesWithWideIntegers, (std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint64_t d)) {
  BigCount count = a;
  count *= b;
  count *= c;
  count += d;
  WideCount wide = static_cast<WideCount>(a) * b * c + d;
  std::string text;
  for (; wide > 0; wide /= 10) text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(wide % 10)));
  RC_ASSERT(count.text() == (text.empty() ? "0" : text));
}

}  // namespace
}  // namespace modus::base
