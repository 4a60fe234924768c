/// \file A forecast as the log keeps it.
#pragma once

#include <string>

#include "modus/case_model/case.h"
#include "modus/findings/brief.h"
#include "modus/findings/forecast_log.h"

namespace modus::catalogue {

/// Of the forecast in `brief` (precondition: there is one): title, hash, event and figures; nothing else of the case. Of a
/// source that speaks more than once the latest figures count (of one day the later in the case), as far as they reach
/// into the horizon; sources without any are left out. `made_at`: 2026-03-14T10:00:00Z. Its id is given by the log.
[[nodiscard]] findings::LoggedForecast forecast_for_log(const case_model::Case& subject, const findings::BriefFinding& brief, std::string made_at);

}  // namespace modus::catalogue
