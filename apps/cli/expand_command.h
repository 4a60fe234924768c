/// \file The verb `expand`: what each idea would change, and who could carry what.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

[[nodiscard]] Answer run_expand(const Command& command, const base::Context& context);

}  // namespace modus::cli
