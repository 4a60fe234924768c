#include "modus/base/index.h"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

namespace modus::base {
namespace {

using Apple = Index<struct AppleTag>;
using Pear = Index<struct PearTag>;

static_assert(!std::is_convertible_v<int, Apple>, "an index is never made of a bare number by accident");
static_assert(!std::is_constructible_v<Pear, Apple>, "an index of one kind is none of another");

TEST(Index, OrdersByPosition) {
  EXPECT_LT(Apple(1), Apple(2));
  EXPECT_EQ(Apple(3), Apple(3));
  EXPECT_EQ(Apple(), Apple(0));
}

TEST(IndexedVector, OpensWithItsIndexAndCountsThroughIt) {
  IndexedVector<Apple, std::string> names = {"a", "b"};
  names.push_back("c");
  names[Apple(0)] = "z";
  std::string joined;
  for (const Apple apple : names.indices()) joined += names[apple];
  EXPECT_EQ(joined, "zbc");
  EXPECT_EQ(names.raw(), (std::vector<std::string>{"z", "b", "c"}));
}

TEST(IndexedVector, StartsWithAsManyCopiesAsAsked) {
  IndexedVector<Apple, int> numbers(3, 7);
  EXPECT_EQ(numbers, (IndexedVector<Apple, int>{7, 7, 7}));
  numbers.assign(2, 1);
  EXPECT_EQ(numbers.size(), 2U);
  EXPECT_FALSE(numbers.empty());
}

TEST(IndexedVector, HoldsTruthValues) {
  IndexedVector<Apple, bool> marks(2, false);
  marks[Apple(1)] = true;
  EXPECT_EQ(marks.raw(), (std::vector<bool>{false, true}));
}

}  // namespace
}  // namespace modus::base
