/// \file The verb `convert`.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

/// Between cases and the field's own files.
[[nodiscard]] Answer run_convert(const Command& command, const base::Context& context);

}  // namespace modus::cli
