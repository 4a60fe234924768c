/// \file Scenarios of one case read as scenarios of another, by weights, where the two differ little enough.
#pragma once

#include <optional>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/findings/scenarios.h"

namespace modus::preference {

/// Below this effective number of scenarios (effective_size in draw.h) weights are not to be used: draw afresh.
inline constexpr double kLeastEffectiveSize = 400;

/// Weights, one a scenario, mean 1, that turn scenarios of `before` into scenarios of `after` (importance
/// re-weighting): the ratio of the two posteriors in each. All 1 where nothing differs that a scenario depends on; all
/// zero where none is possible in `after`.
///
/// The scenarios go on being looked at through `before` (its limits, its packages). So nothing where that would be
/// wrong, or where scenarios that `after` allows were never drawn: other parties, roles, issues, options or rules;
/// another answer to whose consent is asked; a limit that no limit of `before` forbids the like of, or that is newly
/// possible or newly uncertain; another order, scale, belief, lottery or set of adjustments; a range that is wider or
/// elsewhere, or exact in one of the two only. What is left: statements added, dropped or changed in any way that
/// leaves the limits; how sure they are, `unstated` and defaults; stalling; no-deal values, weights, scores and
/// adjustments narrowed to a range inside the old one.
///
/// `drawn` must be of `before`, without a variation. Contradictions in `after` are not looked for.
/// O(scenarios * what changed), and a comparison of the cases. Kish (1965) for the effective size.
[[nodiscard]] std::optional<std::vector<double>> weights_for(const case_model::Case& before, const findings::Scenarios& drawn,
                                                             const case_model::Case& after);

}  // namespace modus::preference
