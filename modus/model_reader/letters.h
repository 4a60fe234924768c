/// \file Letters of report and answer, as they are compared. Private to this room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace modus::model_reader {

struct Letter {
  char32_t value = 0;
  std::size_t bytes = 1;
};

/// The first code point. Precondition: not empty, well-formed UTF-8.
[[nodiscard]] Letter first_letter(std::string_view text);

[[nodiscard]] bool is_blank(char32_t value);   ///< of any width, and line ends
[[nodiscard]] bool is_unseen(char32_t value);  ///< control characters, marks of direction, spaces of no width

/// How the letter is compared: all quotation marks and apostrophes of a sort alike, all dashes and hyphens alike; empty for what
/// is not seen.
[[nodiscard]] std::string plain_letter(std::string_view letter);

/// On one line with single blanks, without what is not seen.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace modus::model_reader
