/// \file A forecast log as comma-separated values, for spreadsheets and statistics; docs/forecast-log.md has the columns.
///
/// The first line names the columns; then a line an entry, in the order of the log. Figures stand as "7=0.05 30=0.1";
/// sources as "by|origin|figures", parted by " ; ". Cells are quoted where they must be (RFC 4180); lines end in "\n". A cell that a
/// spreadsheet would run as a formula, or that begins with an apostrophe, gets an apostrophe in front, which reading
/// takes off again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/formats/forecast_log.h"

namespace modus::formats {

/// Precondition: the entries are those of a log.
[[nodiscard]] std::string write_forecast_csv(const std::vector<LogEntry>& entries);

/// The very entries of which write_forecast_csv makes this text; lines may also end in "\r\n", and a byte order mark is passed
/// over. All problems at once (the first kMaxProblems of read_case.h), each with its line: other columns, cells that are no days, numbers or figures,
/// ids twice or of no forecast before, and all that forecast_rules.h refuses.
[[nodiscard]] base::Result<std::vector<LogEntry>> read_forecast_csv(std::string_view text, const std::string& file);

}  // namespace modus::formats
