/// \file Whether chains have mixed: rank-normalised split R-hat and bulk effective sample size.
/// After Vehtari, Gelman, Simpson, Carpenter and Buerkner, "Rank-normalization, folding, and localization: an
/// improved R-hat", Bayesian Analysis 16 (2021), sections 3 and 4; autocorrelations summed by Geyer's initial
/// monotone sequence (1992).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "modus/findings/scenarios.h"

namespace modus::preference {

/// Normal scores of the ranks 1, 1.5, 2, ... count; reused for every quantity of one run.
class NormalScores {
 public:
  explicit NormalScores(std::size_t count);
  /// Ranks the values (ties share their mean rank) and returns a normal score for each, in their order.
  [[nodiscard]] std::vector<double> of(std::span<const double> values) const;

 private:
  std::vector<double> by_half_rank_;
};

/// `values` holds one chain after the other, all equally long, at least 8 draws each; `scores` was made for its
/// length. Each chain is split in two. O(n log n).
[[nodiscard]] findings::WatchedQuantity watch_quantity(std::string what, std::span<const double> values, std::size_t chains,
                                                       const NormalScores& scores);

/// Effective number of independent draws behind the mean of `values` (no ranks), chains as above; at least 1,
/// at most the number of draws. For a constant: the number of draws.
[[nodiscard]] double effective_draws(std::span<const double> values, std::size_t chains);

}  // namespace modus::preference
