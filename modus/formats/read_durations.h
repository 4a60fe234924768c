/// \file Tables of durations, as CSV: how long processes of the user's own choice took.
///
/// UTF-8 with or without a byte order mark, lines ended either way; empty lines and lines that begin with # are left out.
/// The first line names the columns, parted by commas, in any order and in small or large letters:
///   days, event [, id]         the event came after so many days (event 1, yes, true) or had not by then (0, no, false)
///   start, end [, event] [, id]   days of the calendar; an empty end is the latest day the table names, without the event
/// A value may stand in double quotes, doubled inside it. Values go with their columns: no column may lack a name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "modus/base/result.h"
#include "modus/findings/durations.h"

namespace modus::formats {

inline constexpr std::size_t kMostDurations = 1'000'000;
inline constexpr std::size_t kMostDurationBytes = 64'000'000;
inline constexpr double kMostDays = 100'000;  ///< nothing observed takes longer: 270 years

/// `file` is its name in problems and in the table. All problems at once, each with its line, up to kMaxProblems
/// (read_case.h): text that is no UTF-8, columns that are unknown, missing or named twice, rows of another length, days that are
/// no number from 0 to kMostDays, an end before its start, an id given twice, no row at all, too many.
[[nodiscard]] base::Result<findings::DurationTable> read_durations(std::string_view text, const std::string& file);

}  // namespace modus::formats
