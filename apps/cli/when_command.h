/// \file modus when: when a deal might come, or not at all.
#pragma once

#include <string>

#include "apps/cli/case_input.h"
#include "apps/cli/run_command.h"
#include "modus/base/context.h"
#include "modus/catalogue/when.h"
#include "modus/timing/class_rates.h"

namespace modus::cli {

/// What the options of `when` on the command line come to. All problems at once.
[[nodiscard]] base::Result<catalogue::WhenOptions> when_options_of(const Command& command, const CaseInput& input);

[[nodiscard]] Answer run_when(const Command& command, const base::Context& context);

/// A table of durations as a class, and the hash of its bytes.
struct OwnDurations {
  timing::OwnClass own;
  std::string sha256;
};
/// The table that the case names in what the audience may see (`forecast.durations`), beside its file; nothing where it
/// names none. Problems: it cannot be read, or is no such table.
[[nodiscard]] base::Result<std::optional<OwnDurations>> read_named_durations(const CaseInput& input);

}  // namespace modus::cli
