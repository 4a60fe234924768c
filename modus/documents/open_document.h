/// \file Opening a report: plain text, Markdown or HTML, in whatever encoding, as a Document in English.
#pragma once

#include <string>
#include <string_view>

#include "modus/base/result.h"
#include "modus/documents/document.h"

namespace modus::documents {

struct OpenLimits {
  static constexpr std::size_t kFileBytes = 8U << 20U;
};

/// Reads the bytes of a report. Its kind follows from the name's ending (.html .htm .xhtml; .md .markdown)
/// or, without one, from its first bytes; its encoding from a byte order mark, a meta tag, or the bytes
/// themselves (UTF-8, UTF-16, Windows-1252).
///
/// In the text, blanks run together into one space, lines broken at a width are joined, and letters that are
/// not seen (soft hyphens, joiners, marks of direction, control characters) are passed over: no word is cut
/// by them, and passages still have them. A dateline is a byline block of its own.
///
/// Left out: navigation, advertisements, scripts, styles, forms, asides, footers, comments, "read more"
/// lists, share lines, "leave a comment" tails. Title, authors, publisher and date come from markup (meta,
/// JSON-LD, time, front matter) or from the first lines of the text ("By X | Paper", "Paper, 3 May 2026",
/// datelines).
///
/// Problems, each with the file's name and what would be right: empty, binary, too large (the limit named),
/// broken encoding (with the line), cut off (an unfinished UTF-8 sequence or tag at the end), no readable
/// text in it, another language (by name). Never throws; O(size).
[[nodiscard]] base::Result<Document> open_document(std::string name, std::string_view bytes);

}  // namespace modus::documents
