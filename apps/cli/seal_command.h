/// \file The verbs `seal` and `unseal`.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

/// A sealed copy of a file; the file itself stays, and the answer says so.
[[nodiscard]] Answer run_seal(const Command& command);
/// The text of a sealed file.
[[nodiscard]] Answer run_unseal(const Command& command);

}  // namespace modus::cli
