/// \file What the doings of `modus log` share.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "apps/cli/run_command.h"
#include "modus/formats/forecast_log.h"

namespace modus::cli {

/// "1 entry", "3 entries"
[[nodiscard]] std::string counted(std::size_t number, const char* one, const char* many);

/// What came of each forecast that has an entry on it: the latest counts. Points into the entries.
using LastResolutions = std::map<std::int64_t, const findings::Resolution*>;
[[nodiscard]] LastResolutions last_resolutions(const std::vector<formats::LogEntry>& entries);
/// Null where there is none.
[[nodiscard]] const findings::Resolution* resolution_of(const LastResolutions& last, std::int64_t forecast);

/// `told` as text, a line each; or with --json all of the log.
[[nodiscard]] Answer tell_log(const Command& command, const std::string& file, const formats::ForecastLog& log, const std::vector<std::string>& told);

}  // namespace modus::cli
