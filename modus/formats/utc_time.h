/// \file Moments and days as they stand in logs: "2026-03-14T10:00:00Z", "2026-03-14".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "modus/case_model/basics.h"

namespace modus::formats {

/// Nothing for anything else, or no such day or time of day.
[[nodiscard]] std::optional<std::chrono::sys_seconds> read_utc_time(std::string_view text);
[[nodiscard]] std::optional<case_model::Day> read_iso_day(std::string_view text);
/// Precondition: a year of four digits.
[[nodiscard]] std::string write_utc_time(std::chrono::sys_seconds time);

}  // namespace modus::formats
