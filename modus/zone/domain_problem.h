/// \file A domain as a sum of terms in whole numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/domain.h"
#include "modus/zone/sum_problem.h"

namespace modus::zone {

/// Utilities are counted in whole multiples of 1 / scale: with scale 10^12 decimals of up to twelve places are exact, and
/// ties among their sums are ties. What has more places is rounded there, term by term.
struct DomainProblem {
  SumProblem problem;
  std::vector<std::size_t> parties;   ///< of the domain, by party of the problem
  double scale = 1e12;                ///< smaller where utilities are so large that sums would not fit
  [[nodiscard]] double utility(std::int64_t units) const { return static_cast<double>(units) / scale; }
};

/// The parties asked for, by their place in the domain; no `least`. Problems: none or more than eight parties;
/// boxes whose issues have too many combinations together; utilities cut at a cap that can be passed.
[[nodiscard]] base::Result<DomainProblem> problem_of(const case_model::Domain& domain, const std::vector<std::size_t>& parties);

/// The whole number a utility is counted as.
[[nodiscard]] std::int64_t units_of(double utility, double scale);

}  // namespace modus::zone
