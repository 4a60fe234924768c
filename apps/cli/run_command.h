/// \file From a command to what the user gets.
#pragma once

#include <string>

#include "apps/cli/command_line.h"
#include "modus/base/context.h"

namespace modus::cli {

/// Exit status (0 done, 1 wrong input or output, 2 wrong command line, 3 stopped) and what to write where.
struct Answer {
  int status = 0;
  std::string out, err;
};

/// Reads the case, asks the engine, writes the file where one is asked for (whole or not at all).
[[nodiscard]] Answer run_command(const Command& command, const base::Context& context);

}  // namespace modus::cli
