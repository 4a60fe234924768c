/// \file The verb `ask`: what to ask next, and what came back.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

[[nodiscard]] Answer run_ask(const Command& command, const base::Context& context);

}  // namespace modus::cli
