/// \file The lines of a file, and which of them belong together. Private to this room.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace modus::documents {

struct TextLine {
  std::size_t begin = 0, end = 0;  ///< bytes of the file, without blanks at either end and without the line's
                                   ///< end; a mere rule counts as empty
  std::size_t raw_end = 0;         ///< like end, also for a line that is a mere rule, such as "---"
  std::size_t indent = 0;          ///< columns before begin; a tab counts four
  std::size_t letters = 0;         ///< code points
  bool hard_break = false;         ///< ends with two blanks or more
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::string_view of(std::string_view stored) const {
    return stored.substr(begin, end - begin);
  }
};

/// All lines, empty ones too. Lines end with LF, CR LF or CR.
[[nodiscard]] std::vector<TextLine> cut_into_lines(std::string_view stored);

/// Bytes of a list mark at the start of a line with the blanks after it ("- ", "2) "), or 0.
[[nodiscard]] std::size_t list_mark(std::string_view line);

/// The width at which the lines of a text were broken; 0 where it is not broken at any.
[[nodiscard]] std::size_t wrap_width(std::string_view stored, const std::vector<TextLine>& lines);

/// Whether `next`, which follows without an empty line between, goes on with the sentence or paragraph of
/// `line`.
[[nodiscard]] bool continues_line(std::string_view stored, const TextLine& line, const TextLine& next,
                                  std::size_t width);

}  // namespace modus::documents
