/// \file One entry of a forecast log as text: JSON on one line, keys in a fixed order, numbers that read back the same.
/// Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "modus/base/result.h"
#include "modus/formats/forecast_log.h"

namespace modus::formats {

[[nodiscard]] std::string write_entry(const LogEntry& entry);
/// The forecast's id, or that of the forecast resolved.
[[nodiscard]] std::int64_t forecast_id_of(const LogEntry& entry);

/// Exactly what write_entry gives for it; anything else is a problem at `where`. Says nothing of whether the figures make
/// sense (forecast_rules.h).
[[nodiscard]] base::Result<LogEntry> read_entry(std::string_view text, bool resolution, const base::Place& where);

}  // namespace modus::formats
