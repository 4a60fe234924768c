/// \file How good a forecast of a time was: proper scores of one forecast, lower is better.
///
/// A forecast gives chances by rising days; its bins are the stretches up to each of those days, in order, and last
/// "not by the last day", which get what the chances leave between them. Each score is proper: expected over what may
/// come, it is least for the true chances. Pure functions; O(days) each.
/// Sources: Brier 1950; Good 1952 (logarithmic); Epstein 1969 (ranked); Matheson and Winkler 1976 (continuous ranked);
/// Gneiting and Raftery 2007 on all of them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "modus/findings/base_rate.h"
#include "modus/findings/forecast_log.h"

namespace modus::timing {

/// Chances below this count as this in the logarithmic score, so that one surprise does not outweigh all the rest.
inline constexpr double kLeastChance = 1e-6;

/// One bin a day and one for "not by the last day"; they sum to 1. Precondition: not empty, days and chances rising.
[[nodiscard]] std::vector<double> bins_of(const findings::Chances& chances);
/// The bin that came: the first whose day is not before the event, counted from the forecast's date; else the last.
[[nodiscard]] std::size_t bin_that_came(const findings::Chances& chances, std::optional<int> happened);

/// Sum over bins of (chance - 1 for what came, 0 for the others), squared: 0..2.
[[nodiscard]] double brier_score(std::span<const double> bins, std::size_t came);
/// -ln of the chance of what came, in nats: 0..13.8.
[[nodiscard]] double logarithmic_score(std::span<const double> bins, std::size_t came);
/// Mean over the days of (chance by then - whether it had come), squared: 0..1. Precondition: at least two bins.
[[nodiscard]] double ranked_score(std::span<const double> bins, std::size_t came);

/// The chance by a day in between: on a straight line from 0 at day 0 through the given days; after the last one as there.
[[nodiscard]] double chance_by(const findings::Chances& chances, double day);
/// The integral from 0 to the last day of (chance by then - whether it had come by then), squared, in days; exact for
/// those straight lines. An event after the last day is none.
[[nodiscard]] double crps(const findings::Chances& chances, std::optional<double> happened);
/// The same for a mixture of cure curves, to `horizon` days; numeric, good to about 1e-6 of the horizon.
[[nodiscard]] double crps(const std::vector<findings::CureCurve>& curves, double horizon, std::optional<double> happened);

}  // namespace modus::timing
