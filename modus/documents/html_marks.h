/// \file What the tags of a page say about their content: report, byline, or furniture. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "modus/documents/html_tree.h"

namespace modus::documents {

/// The words of an element's class and id, in lower case: "post-Byline" gives "post", "byline".
[[nodiscard]] std::vector<std::string> mark_words(const GumboNode& element);

/// Its tag or role never holds a report's text: nav, aside, footer, script, form; or it is hidden.
[[nodiscard]] bool is_never_text(const GumboNode& element);
/// Its class or id names what surrounds reports: share, newsletter, related, comments.
[[nodiscard]] bool is_marked_as_furniture(const GumboNode& element);
/// Its class or id names readers' comments.
[[nodiscard]] bool is_marked_as_comments(const GumboNode& element);
[[nodiscard]] bool is_marked_as_byline(const GumboNode& element);
/// article, main, or an element marked as the body of one.
[[nodiscard]] bool may_hold_report(const GumboNode& element);
/// Begins and ends a block of text.
[[nodiscard]] bool is_block(const GumboNode& element);
/// 1 to 6 for headings, else 0.
[[nodiscard]] int heading_level(const GumboNode& element);

}  // namespace modus::documents
