/// \file Lines that tell about a report: who wrote it, for whom, when. Private to this room.
#pragma once

#include <string_view>

namespace modus::documents {

/// A quick guess for single lines: whether this is a byline, a date, or a line that begins with either.
[[nodiscard]] bool looks_like_head_line(std::string_view line);

}  // namespace modus::documents
