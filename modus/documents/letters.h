/// \file Code points and words of text as files have it. Private to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace modus::documents {

struct Letter {
  char32_t value = 0;
  std::size_t bytes = 1;
};

/// The first code point of well-formed UTF-8. Precondition: not empty.
[[nodiscard]] Letter first_letter(std::string_view text);
void append_utf8(std::string& text, char32_t value);

/// Blanks of all widths, no-break ones included, and everything that ends a line.
[[nodiscard]] bool is_blank(char32_t value);
/// Control characters, marks of direction, soft hyphens, joiners and spaces of no width: they stand in the
/// file but are no part of a word or between words.
[[nodiscard]] bool is_unseen(char32_t value);
[[nodiscard]] bool is_digit(char c);
[[nodiscard]] bool is_capital(char32_t value);  ///< of Latin, Greek or Cyrillic script
[[nodiscard]] bool is_small(char32_t value);

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::string to_lower(std::string_view text);  ///< ASCII letters only
[[nodiscard]] bool starts_with_no_case(std::string_view text, std::string_view lower);
/// Whether a title is `wanted`, or its beginning, whatever the blanks and capitals.
[[nodiscard]] bool says_title(std::string_view title, std::string_view wanted);
/// The words between blanks.
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace modus::documents
