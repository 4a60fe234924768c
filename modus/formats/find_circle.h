/// \file Circles among things that point at each other. Private to this room.
#pragma once

#include <cstddef>
#include <vector>

namespace modus::formats {

/// One circle, from its lowest member on: each points at the next and the last at the first. Empty: there is
/// none. points_at[i] lists what i points at. O(things + pointers).
[[nodiscard]] std::vector<std::size_t> find_circle(const std::vector<std::vector<std::size_t>>& points_at);

}  // namespace modus::formats
