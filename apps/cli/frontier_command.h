/// \file The verb `frontier`.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

/// Of a case, or of a domain in one of the field's own files.
[[nodiscard]] Answer run_frontier(const Command& command, const base::Context& context);

}  // namespace modus::cli
