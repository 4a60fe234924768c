/// \file Letters that a terminal would obey instead of showing.
#pragma once

#include <string>
#include <string_view>

namespace modus::reading {

/// The JSON text with control and format characters (marks of direction, zero widths) and separators of lines in its strings written
/// as \uXXXX; it means the same. Precondition: well-formed UTF-8, and the strings hold no raw control characters below U+0020. O(size).
[[nodiscard]] std::string escape_unseen(std::string_view json);

}  // namespace modus::reading
