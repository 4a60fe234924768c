#include "modus/zone/frontier_search.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/zone/any_problem_for_tests.h"
#include "modus/zone/count_packages.h"

namespace modus::zone {
namespace {

bool beats(const std::vector<std::int64_t>& one, const std::vector<std::int64_t>& other) {
  for (std::size_t p = 0; p < one.size(); ++p) {
    if (one[p] < other[p]) return false;
  }
  return one != other;
}

std::vector<FrontierVector> frontier_by_listing(const SumProblem& problem) {
  const auto all = list_vectors(problem);
  std::vector<FrontierVector> kept;
  for (auto at = all.rbegin(); at != all.rend(); ++at) {
    bool beaten = false;
    for (const auto& [sums, vector] : all) beaten = beaten || beats(sums, at->first);
    if (!beaten) kept.push_back(at->second);
  }
  return kept;
}

RC_GTEST_PROP(Frontier, IsWhatListingEveryPackageGives, ()) {
  const SumProblem problem = any_problem();
  const auto listed = frontier_by_listing(problem);
  const auto found = search_frontier(problem);
  RC_ASSERT(found.has_value());
  RC_ASSERT(found->size() == listed.size());
  for (std::size_t n = 0; n < listed.size(); ++n) {
    RC_ASSERT((*found)[n].utilities == listed[n].utilities);
    RC_ASSERT((*found)[n].package == listed[n].package);
    RC_ASSERT((*found)[n].packages == listed[n].packages);
  }
}

RC_GTEST_PROP(Count, IsWhatListingEveryPackageGives, ()) {
  const SumProblem problem = any_problem();
  std::uint64_t listed = 0;
  for (const auto& [sums, vector] : list_vectors(problem)) listed += vector.packages;
  const auto found = count_packages(problem);
  RC_ASSERT(found.has_value());
  RC_ASSERT(*found == base::BigCount(listed));
}

RC_GTEST_PROP(Elimination, TakesEachIssueOnce, ()) {
  const SumProblem problem = any_problem();
  EliminationOrder order = order_by_fill(problem);
  std::ranges::sort(order.issues);
  for (std::size_t n = 0; n < order.issues.size(); ++n) RC_ASSERT(order.issues[n] == n);
  RC_ASSERT(order.issues.size() == problem.options.size());
  RC_ASSERT(order.width >= 1U);
}

SumProblem ladder(std::size_t issues, std::size_t options) {
  SumProblem problem{2, std::vector<std::size_t>(issues, options), {}, {}};
  for (std::size_t n = 0; n < issues; ++n) {
    SumTerm term{{n}, {}, {}};
    for (std::size_t o = 0; o < options; ++o) {
      term.adds.push_back(static_cast<std::int64_t>(o));
      term.adds.push_back(static_cast<std::int64_t>(options - 1 - o));
    }
    problem.terms.push_back(std::move(term));
  }
  return problem;
}

// Forty issues of ten steps each, all of which only move points from one party to the other: every sum from 0 to 360 is
// on the frontier.
TEST(Frontier, IsExactWhereNobodyCouldListThePackages) {
  const auto found = search_frontier(ladder(40, 10));
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->size(), 361U);
  EXPECT_EQ(found->front().utilities, (std::vector<std::int64_t>{360, 0}));
  EXPECT_EQ(found->front().packages, 1U);
  EXPECT_EQ((*found)[1].packages, 40U);
  EXPECT_EQ(count_packages(ladder(40, 10))->text(), "1" + std::string(40, '0'));
}

TEST(Frontier, SaysWhenIssuesAreTiedTooCloselyTogether) {
  SumProblem problem = ladder(9, 10);
  SumTerm all{{0, 1, 2, 3, 4, 5}, std::vector<std::int64_t>(2'000'000, 0), {}};
  problem.terms.push_back(all);
  EXPECT_FALSE(search_frontier(problem, {1e5, 1000}).has_value());
  EXPECT_FALSE(count_packages(problem, {1e5, 1000}).has_value());
}

TEST(Frontier, IsEmptyWhereNothingIsFeasible) {
  SumProblem problem = ladder(2, 3);
  problem.least = {5, 0};
  const auto found = search_frontier(problem);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->empty());
  EXPECT_EQ(count_packages(problem)->text(), "0");
}

}  // namespace
}  // namespace modus::zone
