/// \file Preferences that are sums of terms, each over few issues: what elimination works on.
///
/// Numbers are whole: utilities times one scale a party, so that sums are exact in any order and ties are ties.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace modus::zone {

/// What one choice of options on a few issues adds to each party's utility, or that it is not allowed.
/// Rows run through the options of the scope, the last issue fastest.
struct SumTerm {
  std::vector<std::size_t> scope;      ///< issues, rising, one or more
  std::vector<std::int64_t> adds;      ///< [row * parties + party]
  std::vector<std::uint8_t> allowed;   ///< [row]; empty: every row is
};

/// A package takes one option of every issue; its utility for a party is the sum of what the terms add. A package is
/// feasible where every term allows its row.
/// Promise wanted of whoever fills it: all sums stay below 2^62 in size.
struct SumProblem {
  std::size_t parties = 2;             ///< 1 to 8
  std::vector<std::size_t> options;    ///< by issue, one or more each
  std::vector<SumTerm> terms;
  /// Packages that give some party less are left out; by party, or empty for none.
  std::vector<std::int64_t> least;
};

/// Rows of a scope: the product of its options.
[[nodiscard]] std::size_t rows_of(const SumProblem& problem, const std::vector<std::size_t>& scope);

/// Which issues to sum out, first to last, and how large the largest table gets on the way.
struct EliminationOrder {
  std::vector<std::size_t> issues;  ///< a permutation
  std::size_t width = 0;            ///< issues in the widest table, the one summed out among them
  double largest_table = 1;         ///< rows of the largest
};

/// Greedy min-fill: the issue whose neighbours lack the fewest ties among each other; then the one with the smaller
/// table, then the lower number (Kjaerulff 1990; Dechter 1999, section 3). O(issues^3).
[[nodiscard]] EliminationOrder order_by_fill(const SumProblem& problem);

}  // namespace modus::zone
