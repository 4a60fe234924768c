/// \file A case whose wants are points as a sum of terms in whole numbers.
#pragma once

#include <optional>
#include <vector>

#include "modus/zone/domain_problem.h"
#include "modus/zone/drawn_case.h"

namespace modus::zone {

struct CaseProblem {
  SumProblem problem;                          ///< issues as in the case; `least` are the no-deal values
  std::vector<case_model::PartyIndex> parties; ///< principals and ratifiers whose acceptance is their own, by id
  std::vector<double> units_per_point;         ///< beside `parties`
};

/// Rules and limits that are real are what is not allowed. Nothing where the wants of somebody asked are not exact
/// (is_exact in find_zone.h), where somebody stalls, where a guarantor has wants of its own, or where a condition ties
/// more than a million combinations together.
[[nodiscard]] std::optional<CaseProblem> problem_of(const DrawnCase& drawn);

}  // namespace modus::zone
