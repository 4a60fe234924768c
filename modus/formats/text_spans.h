/// \file Where the nodes of a YAML text begin and end in it. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/formats/yaml_tree.h"

namespace modus::formats {

class TextSpans {
 public:
  /// `text` must outlive it, and be the one the nodes were read from.
  explicit TextSpans(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t begin_of(const YamlNode& node) const;
  /// Whether a list or mapping stands in brackets.
  [[nodiscard]] bool is_flow(const YamlNode& node) const;
  /// Behind a value that stands in brackets or quotation marks, or as a plain word within brackets.
  [[nodiscard]] std::size_t end_of_token(const YamlNode& node) const;

  /// How many characters stand before this one in its line.
  [[nodiscard]] std::size_t column_of(std::size_t at) const;
  [[nodiscard]] std::size_t line_start(std::size_t at) const;
  [[nodiscard]] std::size_t line_end(std::size_t at) const;
  /// The end of the last line that belongs to the key or dash at `at`: lines indented deeper, and dashes below a key;
  /// blank lines and comments that follow it less deep do not count.
  [[nodiscard]] std::size_t end_of_part(std::size_t at) const;
  /// The dash of a list item outside brackets.
  [[nodiscard]] std::optional<std::size_t> dash_of(const YamlNode& item) const;
  /// Where a comment begins on the rest of a line, its blanks included; else the line's end.
  [[nodiscard]] std::size_t comment_after(std::size_t at) const;

 private:
  [[nodiscard]] std::size_t end_of_quoted(std::size_t at) const;
  [[nodiscard]] std::size_t end_of_brackets(std::size_t at) const;
  [[nodiscard]] std::size_t end_of_word(std::size_t at) const;

  std::string_view text_;
  std::vector<std::size_t> lines_;  ///< where each begins
};

}  // namespace modus::formats
