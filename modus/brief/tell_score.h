/// \file Scores of past forecasts told: how good they were, beside the base rate and the sources, and how much so few can say.
#pragma once

#include "modus/brief/document.h"
#include "modus/findings/forecast_log.h"

namespace modus::brief {

/// In full. Of few resolved forecasts it says that they are few; it never ranks sources: they stand by id. Promises as of tell.h.
[[nodiscard]] Document tell_score(const findings::ScoreFinding& finding);

/// What was said beside what came, in one drawing and as a table. Precondition: some forecast is resolved.
[[nodiscard]] Chart reliability_chart(const std::vector<findings::ReliabilityBin>& reliability);

}  // namespace modus::brief
