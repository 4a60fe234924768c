/// \file The word tables built into the reader: a row a line, columns between tabs, '#' begins a remark.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace modus::reading {

/// Up to eight columns; those a line lacks are empty.
using Row = std::array<std::string_view, 8>;

/// Calls `use(row)` for each line that is neither empty nor a remark. The views point into `table`.
template <class Use>
void for_each_row(std::string_view table, const Use& use) {
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    std::string_view line = table.substr(0, end);
    table = end == std::string_view::npos ? std::string_view() : table.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    Row row;
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::size_t tab = line.find('\t');
      row[column] = line.substr(0, tab);
      if (tab == std::string_view::npos) break;
      line = line.substr(tab + 1);
    }
    use(row);
  }
}

/// Calls `use(item)` for each part of a column between bars: "Kyiv|Kiev".
template <class Use>
void for_each_item(std::string_view column, const Use& use) {
  while (!column.empty()) {
    const std::size_t bar = column.find('|');
    if (bar != 0) use(column.substr(0, bar));
    column = bar == std::string_view::npos ? std::string_view() : column.substr(bar + 1);
  }
}

}  // namespace modus::reading
