/// \file The least that would have to move.
#pragma once

#include <vector>

#include "modus/blockers/sticking_points.h"
#include "modus/findings/blockers.h"

namespace modus::blockers {

struct MovesFound {
  std::vector<findings::LeastMoves>
      cheapest;  ///< least total first, then least largest, then lowest package number
  std::vector<findings::LeastMoves>
      balanced;  ///< least largest first, then least total, then lowest package number
};

/// Over all packages that meet the rules, in scenario 0 of `nominal`, with every one of its limits real: how
/// far each asked party would have to go. A party moves by what the package falls short of its no-deal value,
/// in points, and by kPointsPerLimit times its probability for each of its limits that forbids the package.
/// At most `at_most` packages each, all different within a list. The value of a limit beside points is a
/// convention. `points` and `classes` are those of `nominal`, but with the probabilities to be used.
/// O(packages * parties).
[[nodiscard]] MovesFound find_least_moves(const zone::Acceptance& nominal,
                                          const std::vector<findings::StickingPoint>& points,
                                          const PackageClasses& classes, std::size_t at_most,
                                          const base::Context& context);

}  // namespace modus::blockers
