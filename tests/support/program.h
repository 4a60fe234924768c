/// \file Runs the built program as a user's shell would.
#pragma once

#include <string>
#include <string_view>

namespace modus::tests {

struct ProgramRun {
  int status = -1;  ///< exit status; 128 + the signal's number where one ended it
  std::string out, err;
};

/// Runs a line of bash in which `modus` is the built program, in an empty folder of its own unless the line
/// changes it. Standard error is no terminal.
[[nodiscard]] ProgramRun run_shell(std::string_view line, std::string_view input = "");

}  // namespace modus::tests
