/// \file The verb `read`: reports in, a draft case or readings out.
#pragma once

#include <optional>
#include <string_view>

#include "apps/cli/run_command.h"
#include "modus/case_model/case.h"

namespace modus::cli {

[[nodiscard]] Answer run_read(const Command& command, const base::Context& context);

/// The draft case of the reports that a command names, for a brief straight from them.
[[nodiscard]] base::Result<case_model::Case> draft_of_reports(const Command& command, const base::Context& context);

/// "2026-05-03"; nothing for anything else.
[[nodiscard]] std::optional<case_model::Day> parse_day(std::string_view text);

}  // namespace modus::cli
