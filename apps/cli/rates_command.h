/// \file `modus rates`.
#pragma once

#include "apps/cli/command_line.h"
#include "apps/cli/run_command.h"

namespace modus::cli {

/// Lists the reference classes, or tells one, or the class of a table of durations.
[[nodiscard]] Answer run_rates(const Command& command);

}  // namespace modus::cli
