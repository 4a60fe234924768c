/// \file The verb `diff`: what changed between two states of a case, and what that did.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

[[nodiscard]] Answer run_diff(const Command& command, const base::Context& context);

}  // namespace modus::cli
