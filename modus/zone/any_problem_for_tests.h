/// \file Random small sums of terms, and the answers by listing every package. For tests alone.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <map>
#include <vector>

#include "modus/zone/frontier_search.h"

namespace modus::zone {

/// Small numbers, so that ties are common; up to four terms that tie issues, some of which forbid rows.
inline SumProblem any_problem() {
  SumProblem problem;
  problem.parties = *rc::gen::inRange<std::size_t>(1, 6);
  const auto issues = *rc::gen::inRange<std::size_t>(1, 6);
  for (std::size_t n = 0; n < issues; ++n) problem.options.push_back(*rc::gen::inRange<std::size_t>(1, 5));
  const auto add = [&](std::vector<std::size_t> scope, bool forbids) {
    SumTerm term{std::move(scope), {}, {}};
    const std::size_t rows = rows_of(problem, term.scope);
    term.adds = *rc::gen::container<std::vector<std::int64_t>>(rows * problem.parties, rc::gen::inRange<std::int64_t>(-3, 9));
    if (forbids) term.allowed = *rc::gen::container<std::vector<std::uint8_t>>(rows, rc::gen::element<std::uint8_t>(0, 1, 1, 1));
    problem.terms.push_back(std::move(term));
  };
  for (std::size_t n = 0; n < issues; ++n) add({n}, false);
  const auto ties = issues < 2 ? 0 : *rc::gen::inRange(0, 5);
  for (int n = 0; n < ties; ++n) {
    const auto one = *rc::gen::inRange<std::size_t>(0, issues - 1);
    const auto other = *rc::gen::inRange<std::size_t>(one + 1, issues);
    add({one, other}, *rc::gen::arbitrary<bool>());
  }
  if (*rc::gen::arbitrary<bool>()) problem.least = *rc::gen::container<std::vector<std::int64_t>>(problem.parties, rc::gen::inRange<std::int64_t>(-2, 14));
  return problem;
}

/// Every feasible utility vector that reaches `least`, with its first package and how many come to it.
inline std::map<std::vector<std::int64_t>, FrontierVector> list_vectors(const SumProblem& problem) {
  std::map<std::vector<std::int64_t>, FrontierVector> all;
  std::vector<std::uint32_t> package(problem.options.size(), 0);
  for (bool more = true; more;) {
    std::vector<std::int64_t> sums(problem.parties, 0);
    bool good = true;
    for (const SumTerm& term : problem.terms) {
      std::size_t row = 0;
      for (const std::size_t issue : term.scope) row = row * problem.options[issue] + package[issue];
      good = good && (term.allowed.empty() || term.allowed[row] != 0);
      for (std::size_t p = 0; p < problem.parties; ++p) sums[p] += term.adds[row * problem.parties + p];
    }
    for (std::size_t p = 0; p < problem.least.size(); ++p) good = good && sums[p] >= problem.least[p];
    if (good) ++all.try_emplace(sums, FrontierVector{sums, package, 0}).first->second.packages;
    more = false;
    for (std::size_t n = package.size(); n-- > 0 && !more;) {
      package[n] = package[n] + 1 < problem.options[n] ? package[n] + 1 : 0;
      more = package[n] != 0;
    }
  }
  return all;
}

}  // namespace modus::zone
