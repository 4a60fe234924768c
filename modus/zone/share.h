/// \file From yes/no over scenarios to a share with its sampling error.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "modus/findings/common.h"
#include "modus/zone/package_list.h"

namespace modus::zone {

/// The share of scenarios in a set (a bit a scenario), with standard error and 90 % interval by the effective
/// number of scenarios: autocorrelations inside the chains, initial monotone sequence (Geyer 1992), never
/// more than `count`. Where all or no scenario is in the set: Jeffreys' interval, at the full number. Chain c
/// holds scenarios [c*count/chains, (c+1)*count/chains).
[[nodiscard]] findings::Share share_of(std::span<const Word> set, std::size_t count, int chains);

/// The same where scenarios weigh differently (one weight a scenario, mean about 1); the effective number is
/// multiplied by Kish's ratio. All weights zero: the interval 0..1, effective size 0.
[[nodiscard]] findings::Share weighted_share(std::span<const Word> set, const std::vector<double>& weights,
                                             int chains);

/// Median, 5th and 95th percentile; of an even number the mean of the two middle ones for the median, else
/// the value at rank ceil(q * n). Precondition: not empty.
[[nodiscard]] findings::Spread spread_of(std::vector<double> numbers);

}  // namespace modus::zone
