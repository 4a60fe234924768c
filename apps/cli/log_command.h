/// \file modus log: forecasts kept as they were made.
#pragma once

#include "apps/cli/run_command.h"
#include "modus/base/context.h"

namespace modus::cli {

/// Makes the case's forecast and adds it to the log; or lists, resolves, exports or imports.
[[nodiscard]] Answer run_log(const Command& command, const base::Context& context);

}  // namespace modus::cli
