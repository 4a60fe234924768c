/// \file Marks within a paragraph of Markdown. Private to this room.
#pragma once

#include <string_view>
#include <vector>

#include "modus/documents/document.h"
#include "modus/documents/stretches.h"

namespace modus::documents {

/// Writes the lines of one paragraph (bytes of the stored file, rising) without the marks of emphasis, links,
/// pictures, code and HTML; a blank between lines. O(size).
void write_markdown(StretchWriter& writer, std::string_view stored, const std::vector<Span>& lines);

}  // namespace modus::documents
