#include "modus/base/result.h"

#include <gtest/gtest.h>

namespace modus::base {
namespace {

TEST(Result, HoldsAValueOrItsProblems) {
  const Result<int> good = 7;
  const Result<int> bad = Problem{{"a.yaml", 1, 2}, "wrong", "right"};
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good.value(), 7);
  ASSERT_FALSE(bad.ok());
  ASSERT_EQ(bad.problems().size(), 1U);
  EXPECT_EQ(bad.problems().front().what, "wrong");
}

TEST(Result, GivesItsValueAway) {
  Result<std::string> text = std::string("moved");
  EXPECT_EQ(std::move(text).value(), "moved");
}

TEST(Describe, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(describe({{"a.yaml", 3, 5}, "bad", "good"}), "a.yaml:3:5: bad (good)");
  EXPECT_EQ(describe({{"a.yaml", 3, 0}, "bad", ""}), "a.yaml:3: bad");
  EXPECT_EQ(describe({{"a.yaml", 0, 5}, "bad", ""}), "a.yaml: bad");
  EXPECT_EQ(describe({{}, "bad", "good"}), "bad (good)");
}

TEST(SortProblems, OrdersByPlaceThenTextAndDropsRepeats) {
  Problems problems = {{{"b", 1, 1}, "x", ""}, {{"a", 9, 1}, "x", ""}, {{"a", 2, 7}, "x", ""},
                       {{"a", 2, 3}, "z", ""}, {{"a", 2, 3}, "y", ""}, {{"a", 2, 3}, "y", ""}};
  sort_problems(problems);
  std::vector<std::string> described;
  for (const Problem& problem : problems) described.push_back(describe(problem));
  EXPECT_EQ(described,
            (std::vector<std::string>{"a:2:3: y", "a:2:3: z", "a:2:7: x", "a:9:1: x", "b:1:1: x"}));
}

}  // namespace
}  // namespace modus::base
