/// \file One line of comma-separated values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modus::formats {

/// The values of a line, without the spaces around them; what stands in double quotes is kept whole, a quote inside is doubled.
/// Nothing where a quote is not closed or is followed by more than spaces.
[[nodiscard]] std::optional<std::vector<std::string>> split_csv(std::string_view line);

}  // namespace modus::formats
