/// \file Text from elsewhere made safe to show: nothing in it may hide, reorder or pretend.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace modus::brief {

/// The text with every control character, bidirectional override, embedding or isolate, invisible space and
/// tag character written out as \u{202E}, and stray bytes as \x{FF}. Tabs and line ends become one space.
/// Marks that scripts need (joiners, direction marks) stay. The answer is valid UTF-8.
[[nodiscard]] std::string make_visible(std::string_view text);

/// Columns a terminal needs for the text: combining marks 0, wide East Asian characters 2, others 1.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Every no-break space as an ordinary one.
[[nodiscard]] std::string with_plain_spaces(std::string_view text);

/// The next code point of well-formed or broken UTF-8 and its length in bytes (at least 1). A stray byte
/// gives a code point above 0x10FFFF whose low byte is the stray one. Precondition: the text is not empty.
struct CodePoint {
  char32_t value;
  std::size_t bytes;
};
[[nodiscard]] CodePoint next_code_point(std::string_view text);

}  // namespace modus::brief
