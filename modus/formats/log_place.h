/// \file Where the forecast log of a case lies, unless one is named.
#pragma once

#include <string>
#include <string_view>

namespace modus::formats {

/// How the name of a log ends.
inline constexpr std::string_view kLogEnding = ".forecasts.db";

/// Beside the case: its path without ".sealed", then without ".yaml" or ".yml", and ".forecasts.db" behind it. So a case has
/// the same log sealed and unsealed. Precondition: the path of a file, not "-".
[[nodiscard]] std::string log_beside(const std::string& case_file);

}  // namespace modus::formats
