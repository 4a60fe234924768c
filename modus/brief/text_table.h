/// \file Tables for terminals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace modus::brief {

/// Breaks at spaces into lines of at most `columns` display columns. A longer word is broken after its
/// hyphens and colons; what is longer still gets a line of its own. No-break spaces do not break. At least
/// one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// A grid of cells already put into words; rows as long as titles. Columns shrink to fit; where they would
/// get too narrow to read, every row becomes a block of "title: cell" lines.
[[nodiscard]] std::string layout_table(const std::vector<std::string>& titles,
                                       const std::vector<bool>& numbers,
                                       const std::vector<std::vector<std::string>>& rows,
                                       std::size_t columns);

}  // namespace modus::brief
