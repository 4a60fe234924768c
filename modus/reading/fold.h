/// \file Letters as a reader compares them.
#pragma once

#include <string>
#include <string_view>

namespace modus::reading {

/// Lower case without accents ("Leïla" -> "leila", "Łódź" -> "lodz"), straight apostrophes and quotation marks, plain hyphens for dashes
/// within words; invisible marks are dropped. Bytes that are no UTF-8 become U+FFFD. O(size).
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace modus::reading
