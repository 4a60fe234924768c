/// \file Where a quote stands in a text. Private to this room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace modus::formats {

/// Code points [first, last) of a text.
using Span = std::pair<std::size_t, std::size_t>;

/// A text with every run of blanks and line ends made one blank, so that line breaks do not matter.
[[nodiscard]] std::string join_blanks(std::string_view text);

/// Whether the span of the text is the quote, but for kinds and numbers of blanks.
[[nodiscard]] bool stands_at(std::string_view text, const Span& span, std::string_view quote);

/// The first place in the text where the quote stands, likewise. `joined` is join_blanks(text).
[[nodiscard]] std::optional<Span> find_quote(std::string_view text, std::string_view joined,
                                             std::string_view quote);

}  // namespace modus::formats
