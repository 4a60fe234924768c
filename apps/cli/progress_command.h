/// \file modus progress: how near a deal would have been judged to be at each date of a case.
#pragma once

#include "apps/cli/run_command.h"
#include "modus/base/context.h"

namespace modus::cli {

[[nodiscard]] Answer run_progress(const Command& command, const base::Context& context);

}  // namespace modus::cli
