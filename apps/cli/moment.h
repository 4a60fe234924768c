/// \file The moment at which a verb that keeps records is run.
#pragma once

#include <chrono>

#include "apps/cli/command_line.h"
#include "modus/base/result.h"

namespace modus::cli {

/// That of --at, else the clock's. A problem where --at is no moment.
[[nodiscard]] base::Result<std::chrono::sys_seconds> moment_of(const Command& command);

}  // namespace modus::cli
