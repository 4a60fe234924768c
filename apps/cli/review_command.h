/// \file `modus read --review`: the open passages of a drafted case, one by one.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

/// Asks on standard output, reads answers from standard input, saves the case after every decision: whoever stops can go on
/// later. Every decision is recorded with who (--by) and when.
[[nodiscard]] Answer run_review(const Command& command);

}  // namespace modus::cli
