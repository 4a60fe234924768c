/// \file What others say about the chances, as figures from the case's day on.
#pragma once

#include <vector>

#include "modus/case_model/case.h"
#include "modus/findings/forecast.h"

namespace modus::timing {

/// One for each assessment of the case, in its order.
///
/// A word of the scale stands for its number by the horizon. A chance "by 30 days" counts from the day on which it was
/// said: the last of `on`, else the day its source was published (the source it stands in, else the one that says it),
/// else the case's day; never later than that. Days that have gone by since are left out. A quote alone has no number.
///
/// Origin: of a source the one it goes back to (case_model::origin_of), of a party its own id, whoever spoke for it and
/// wherever it was reported. O(assessments * steps of heard_from).
[[nodiscard]] std::vector<findings::SourceForecast> source_forecasts(const case_model::Case& subject, int horizon_days);

}  // namespace modus::timing
