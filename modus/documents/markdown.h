/// \file Markdown as stretches. Private to this room.
#pragma once

#include <string_view>
#include <vector>

#include "modus/documents/about.h"
#include "modus/documents/stretches.h"

namespace modus::documents {

struct MarkdownReport {
  About about;  ///< from its front matter
  std::vector<Stretch> stretches;
};

/// Headings, paragraphs, list items and quoted paragraphs without their marks; code, tables, pictures,
/// comments and footnote marks are left out. The first heading of the first level is the title. O(size).
[[nodiscard]] MarkdownReport read_markdown(std::string_view stored);

/// Whether a text without a name's ending begins like Markdown: front matter, or a heading.
[[nodiscard]] bool looks_like_markdown(std::string_view stored);

}  // namespace modus::documents
