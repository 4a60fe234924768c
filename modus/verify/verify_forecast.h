/// \file A second, naive look at a forecast.
#pragma once

#include "modus/findings/forecast.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// From the simulated weeks and the class's curves alone, by the formulas of docs/method.md ("When"): that chances add up,
/// never fall and lie in their ranges; that the hazards of the three ends multiply up to the simulated shares; the base
/// rate; the mixture by week and by day; that the range holds every move that counts, and the order of the moves. The
/// simulation itself is not run again.
[[nodiscard]] VerifyReport verify_forecast(const findings::ForecastFinding& forecast, const VerifyOptions& options);

}  // namespace modus::verify
