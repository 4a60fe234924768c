/// \file `text`: the single text, and what was done with it at the table.
#pragma once

#include "apps/cli/command_line.h"
#include "apps/cli/run_command.h"
#include "modus/base/context.h"

namespace modus::cli {

[[nodiscard]] Answer run_text(const Command& command, const base::Context& context);

}  // namespace modus::cli
