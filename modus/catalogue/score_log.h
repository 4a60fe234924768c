/// \file How good the forecasts of a log were: the answer of `score`.
#pragma once

#include <string>

#include "modus/base/result.h"
#include "modus/findings/forecast_log.h"

namespace modus::catalogue {

/// The log that `file` means: of a case (.yaml, .yml, .sealed) the one beside it (formats/log_place.h); otherwise the file itself.
[[nodiscard]] std::string log_of(const std::string& file);

/// The scores of the log that `file` means, as timing/score_log.h has them. `today` parts open forecasts from overdue ones. The log is
/// opened for reading alone. Problems: those of formats::ForecastLog::open.
[[nodiscard]] base::Result<findings::ScoreFinding> score_log(const std::string& file, case_model::Day today);

}  // namespace modus::catalogue
