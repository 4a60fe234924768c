/// \file `modus score`.
#pragma once

#include "apps/cli/command_line.h"
#include "apps/cli/run_command.h"

namespace modus::cli {

/// Scores the forecasts of a log, or of the log beside a case.
[[nodiscard]] Answer run_score(const Command& command);

}  // namespace modus::cli
