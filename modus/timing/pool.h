/// \file One figure out of many assessments: on request only, since it hides where they disagree.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "modus/findings/forecast.h"

namespace modus::timing {

/// The chance by then, as the source has it: between the days it gives at a steady hazard from one to the next (none has
/// come by day 0), and nothing beyond the last of them or where it gives none.
[[nodiscard]] std::optional<double> chance_by(const findings::SourceForecast& source, int days);

/// How far to go beyond the mean of `origins` independent log-odds, from a common baseline (Neyman and Roughgarden 2022,
/// "Are you smarter than a random expert? The robust aggregation of substitutable signals"): rises from 1 for one origin
/// (1.29 for 2, 1.63 for 10) to the root of 3. Precondition: at least 1.
[[nodiscard]] double extremising_factor(std::size_t origins);

/// The logarithmic pool (Genest 1984) of all who give a figure, for each of `chances` (rising days): log-odds, held 0.001
/// away from sure, are averaged within an origin and then over origins, so that who repeats another adds nothing to it.
///
/// With a base rate (beside `chances`) the mean is moved away from its log-odds by the factor for the origins with a
/// figure by that day where `extremise`, else left where it is; without one it stands as it is. A chance by a later day is
/// never below one by an earlier day, also where fewer say anything by then. `extremised` is the greatest factor used.
///
/// Promises: without extremising between the least and the greatest figure (of that day or an earlier one); the order of
/// sources and repetitions within an origin, figure by figure, change nothing. Nothing where nobody gives any figure.
[[nodiscard]] std::optional<findings::PooledForecast> pool_forecasts(const std::vector<findings::SourceForecast>& sources,
                                                                     const std::vector<findings::ChanceBy>& chances,
                                                                     const findings::BaseRate& base_rate, bool extremise);

}  // namespace modus::timing
