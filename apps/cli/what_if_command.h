/// \file The verb `what-if`: the figures of a case beside those with edits; the judgment that matters most.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

[[nodiscard]] Answer run_what_if(const Command& command, const base::Context& context);

}  // namespace modus::cli
