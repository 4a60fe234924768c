/// \file Plain text as stretches. Private to this room.
#pragma once

#include <string_view>
#include <vector>

#include "modus/documents/stretches.h"

namespace modus::documents {

/// Paragraphs, list items and headings of plain text. A file whose lines are broken at some width is put
/// together again; one that has a paragraph a line stays so. O(size).
[[nodiscard]] std::vector<Stretch> read_plain_text(std::string_view stored);

}  // namespace modus::documents
