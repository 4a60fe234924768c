/// \file How many packages there are, and how many are worth no deal to everybody.
#pragma once

#include <cstddef>
#include <optional>

#include "modus/base/big_count.h"
#include "modus/zone/sum_problem.h"

namespace modus::zone {

struct CountLimits {
  double largest_table = 2e6;          ///< rows
  std::size_t sums = 4'000'000;        ///< different sums in all rows of one table
};

/// Feasible packages that give everybody at least SumProblem::least (all feasible ones where it is empty): exact, however
/// many. Nothing where a limit is passed.
///
/// By variable elimination: each table holds the different sums of what has been summed out and how many choices come to
/// each. A part that reaches a party's least with the worst of the rest is told apart from others that do no longer,
/// and one that cannot reach it with the best is dropped; so many sums become one. Cost: the sums in those tables.
[[nodiscard]] std::optional<base::BigCount> count_packages(const SumProblem& problem, const CountLimits& limits = {});

}  // namespace modus::zone
