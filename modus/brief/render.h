/// \file A document as terminal text, Markdown or one HTML page. All three show every word of the document;
/// what came from a case file is data: markup in it is escaped, and characters that hide or reorder are
/// written out (make_visible). Same document, same bytes. Thread-safe. O(size of the document).
#pragma once

#include <cstddef>
#include <string>

#include "modus/brief/document.h"

namespace modus::brief {

/// For a terminal: UTF-8, no colour, lines of at most `columns` display columns unless one word is longer.
/// Tables whose columns would get too narrow are written as one block a row.
[[nodiscard]] std::string render_text(const Document& document, std::size_t columns = 80);

/// CommonMark with GitHub's tables. Charts are their captions and tables.
[[nodiscard]] std::string render_markdown(const Document& document);

/// One file that needs nothing else: styles, charts and the library that draws them are inside, and its
/// policy forbids it to load anything. Without scripts the tables say the same. Under 2 MB for any case
/// within case_model::CaseLimits' usual sizes: the library takes 0.9 MB.
[[nodiscard]] std::string render_html(const Document& document);

}  // namespace modus::brief
