/// \file A case as a verb works with it, and the way back into its file.
#pragma once

#include <string>

#include "apps/cli/command_line.h"
#include "apps/cli/run_command.h"
#include "modus/base/context.h"
#include "modus/case_model/case.h"

namespace modus::cli {

struct CaseInput {
  case_model::Case whole;  ///< as the file has it
  case_model::Case seen;   ///< as the audience of --for may see it; every answer is made from this one
  std::string audience = "team";
  std::string text;        ///< of the file, in the clear
};

/// The case named first on the command line, or on standard input.
[[nodiscard]] base::Result<CaseInput> read_case_input(const Command& command);
/// Any other case file, for the same audience.
[[nodiscard]] base::Result<CaseInput> read_case_input(const Command& command, const std::string& file);

/// Puts the case, as `after` has it, into the file it came from, whole or not at all; `told` is what the answer then
/// says. Refused for standard input and for any audience but the team.
[[nodiscard]] Answer rewrite_case(const Command& command, const CaseInput& input, const case_model::Case& after, std::string told);

}  // namespace modus::cli
