/// \file What must hold of the case reader for any bytes at all.
#pragma once

#include <string_view>

namespace modus::tests {

/// Reads the bytes as a case. Ends the program where there is neither a case nor a problem in words, or where
/// a case does not survive being written and read again.
void check_reading(std::string_view text);

}  // namespace modus::tests
