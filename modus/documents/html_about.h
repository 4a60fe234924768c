/// \file What the head of a page tells about its report. Private to this room.
#pragma once

#include <string_view>

#include "modus/documents/about.h"
#include "modus/documents/html_tree.h"

namespace modus::documents {

/// Title, publisher, authors and date from meta tags (Open Graph, article:, plain), JSON-LD, the title tag,
/// <time> and the page's own address. O(size).
[[nodiscard]] About read_html_about(const HtmlTree& tree, std::string_view stored);

}  // namespace modus::documents
