/// \file Moments as they stand in logs: "2026-03-14T10:00:00Z"; days as in iso_day.h.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "modus/formats/iso_day.h"

namespace modus::formats {

/// Nothing for anything else, or no such day or time of day.
[[nodiscard]] std::optional<std::chrono::sys_seconds> read_utc_time(std::string_view text);
/// Precondition: a year of four digits.
[[nodiscard]] std::string write_utc_time(std::chrono::sys_seconds time);

}  // namespace modus::formats
