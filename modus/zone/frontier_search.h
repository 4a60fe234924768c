/// \file Every undominated utility vector of a sum of terms, by variable elimination.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "modus/zone/sum_problem.h"

namespace modus::zone {

struct FrontierVector {
  std::vector<std::int64_t> utilities;   ///< by party
  std::vector<std::uint32_t> package;    ///< option by issue: of those that come to it, the one with the lowest number
  std::uint64_t packages = 1;            ///< how many come to it; 2^64 - 1 stands for that and more
};

struct FrontierLimits {
  double largest_table = 2e6;            ///< rows; wider problems are not begun
  std::size_t points = 20'000'000;       ///< in all tables of one step together
};

/// The frontier among packages that give everybody at least SumProblem::least: exact, by falling utilities of the first
/// party, then the second, and so on; empty where no package is feasible. Nothing where a limit is passed.
///
/// Issues are summed out one by one (bucket elimination; Dechter 1999), each table holding, for every choice on the
/// issues it is tied to, the undominated sums of what has been summed out: a beaten part can be exchanged for the one
/// that beats it in any package. Parts that cannot reach `least` with the best of the rest are dropped. Parts of the
/// problem that nothing ties together are joined at the end. Cost: the sizes of those tables; for untied issues
/// O(issues * options * frontier) with two parties.
[[nodiscard]] std::optional<std::vector<FrontierVector>> search_frontier(const SumProblem& problem, const FrontierLimits& limits = {});

}  // namespace modus::zone
