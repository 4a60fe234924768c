/// \file Days as they stand in files.
#pragma once

#include <optional>
#include <string_view>

#include "modus/case_model/basics.h"

namespace modus::formats {

/// A day of the calendar, written 2026-03-11; nothing for anything else.
[[nodiscard]] std::optional<case_model::Day> read_iso_day(std::string_view text);

}  // namespace modus::formats
