/// \file How good the forecasts of a log were, and how well the base rate and the sources did beside them.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/findings/forecast_log.h"

namespace modus::timing {

/// Resamples of the skill's interval, and the most groups that they are drawn from: where there are more events, these are
/// dealt out to so many groups, and groups are drawn.
inline constexpr std::size_t kResamples = 1000;
inline constexpr std::size_t kMostGroups = 1000;

/// Everything of a ScoreFinding but version, log, seal and late. Scores are exact; the ends of skill are sampled (percentile bootstrap,
/// Efron 1979, over events, since forecasts of one event of one case come true or fail together: a cluster bootstrap, Davison and
/// Hinkley 1997, section 3.8). Of several resolutions of a forecast the last one counts; those of unknown forecasts are passed over.
/// A source has its own days: it is scored on bins of these, and the base rate for these days is read off its straight lines.
/// The order of the forecasts changes nothing but rounding. Recalibration: Cox 1958 (slope alone), Newton's method.
/// Cost: 10^5 forecasts take well under a second. Precondition: ids differ; forecasts as formats/forecast_rules.h lets them in.
[[nodiscard]] findings::ScoreFinding score_log(const std::vector<findings::LoggedForecast>& forecasts,
                                               const std::vector<findings::Resolution>& resolutions, case_model::Day today, std::uint64_t seed);

}  // namespace modus::timing
