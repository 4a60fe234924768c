/// \file Unblocking effects and frequencies, from the openings of each scenario. Dropping the points of D
/// opens a zone in a scenario just where some opening is a subset of D; a scenario in which stalling bars
/// every package has no opening, so nothing opens it and no set is minimal in it.
#pragma once

#include <cstddef>
#include <vector>

#include "modus/blockers/openings.h"
#include "modus/findings/blockers.h"

namespace modus::blockers {

/// By point: the scenarios of `openings` in which dropping it alone opens a zone.
[[nodiscard]] std::vector<zone::ScenarioSet> opened_alone(const std::vector<ScenarioOpenings>& openings,
                                                          std::size_t points);

/// The unblocking effect of each point alone: by point.
[[nodiscard]] std::vector<findings::Share> single_effects(const std::vector<ScenarioOpenings>& openings,
                                                          std::size_t points, int chains);

/// The pairs that open a zone together in some scenario where neither does alone; largest effect first, ties
/// by first, then second point.
[[nodiscard]] std::vector<findings::PairEffect> pair_effects(const std::vector<ScenarioOpenings>& openings,
                                                             std::size_t points, int chains);

/// Share of scenarios in which the set is an opening; in which it is a set of incompatible positions.
[[nodiscard]] double frequency_as_opening(const PointSet& set, const std::vector<ScenarioOpenings>& openings);
[[nodiscard]] double frequency_as_incompatible(const PointSet& set,
                                               const std::vector<ScenarioOpenings>& openings);

/// The openings of scenarios without a zone: most frequent first, ties smallest first.
[[nodiscard]] std::vector<findings::StickingSet> most_frequent_openings(
    const std::vector<ScenarioOpenings>& openings, std::size_t at_most);

}  // namespace modus::blockers
