#include "modus/brief/text_table.h"

#include <algorithm>
#include <numeric>

#include "modus/brief/visible.h"

namespace modus::brief {
namespace {

using Row = std::vector<std::string>;
constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 14;  ///< a column of prose below this is hard to read

/// Up to and with the first hyphen, colon or slash inside the word; all of it where there is none.
std::string_view first_piece(std::string_view word) {
  const std::size_t sign = word.find_first_of("-:/_", 1);
  return sign == std::string_view::npos ? word : word.substr(0, sign + 1);
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t used = display_width(text);
  const std::string space(used < width ? width - used : 0, ' ');
  return right ? space + text : text + space;
}

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0;
  for (const std::string& word : wrap(text, 1)) longest = std::max(longest, display_width(word));
  return longest;
}

struct Widths {
  std::vector<std::size_t> natural, least;
};

Widths measure(const Row& titles, const std::vector<bool>& numbers, const std::vector<Row>& rows) {
  Widths widths{std::vector<std::size_t>(titles.size(), 1), std::vector<std::size_t>(titles.size(), 1)};
  const auto add = [&](const Row& row) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      widths.natural[c] = std::max(widths.natural[c], display_width(row[c]));
      widths.least[c] = std::max(widths.least[c], longest_word(row[c]));
    }
  };
  add(titles);
  for (const Row& row : rows) add(row);
  for (std::size_t c = 0; c < titles.size(); ++c) {
    const std::size_t narrowest = numbers[c] || c == 0 ? 0 : kNarrowest;
    widths.least[c] = std::min(widths.natural[c], std::max(widths.least[c], narrowest));
  }
  return widths;
}

std::size_t total(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + kGap * (widths.size() - 1);
}

/// The widest column that may still give way; as many as there are columns where none may.
std::size_t widest_of(const std::vector<std::size_t>& fitted, const Widths& widths,
                      const std::vector<bool>& may) {
  std::size_t widest = fitted.size();
  for (std::size_t c = 0; c < fitted.size(); ++c) {
    if (!may[c] || fitted[c] <= widths.least[c]) continue;
    if (widest == fitted.size() || fitted[c] > fitted[widest]) widest = c;
  }
  return widest;
}

/// Numbers give way before prose, the widest first, one column at a time, none below its least. Empty where
/// it cannot fit.
std::vector<std::size_t> fit(const Widths& widths, const std::vector<bool>& numbers, std::size_t columns) {
  std::vector<std::size_t> fitted = widths.natural;
  if (total(widths.least) > columns) return {};
  const std::vector<bool> all(fitted.size(), true);
  while (total(fitted) > columns) {
    std::size_t widest = widest_of(fitted, widths, numbers);
    if (widest == fitted.size()) widest = widest_of(fitted, widths, all);
    --fitted[widest];
  }
  return fitted;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string write_row(const Row& row, const std::vector<bool>& numbers,
                      const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t c = 0; c < row.size(); ++c) {
    cells.push_back(wrap(row[c], widths[c]));
    height = std::max(height, cells.back().size());
  }
  std::string written;
  for (std::size_t l = 0; l < height; ++l) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c > 0) line += std::string(kGap, ' ');
      line += padded(l < cells[c].size() ? cells[c][l] : "", widths[c], numbers[c]);
    }
    written += without_trailing_spaces(line) + "\n";
  }
  return written;
}

std::string rule(const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (c > 0) line += std::string(kGap, ' ');
    for (std::size_t i = 0; i < widths[c]; ++i) line += "─";
  }
  return line + "\n";
}

bool is_tall(const Row& row, const std::vector<std::size_t>& widths) {
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (wrap(row[c], widths[c]).size() > 2) return true;
  }
  return false;
}

std::string write_grid(const Row& titles, const std::vector<bool>& numbers, const std::vector<Row>& rows,
                       const std::vector<std::size_t>& widths) {
  std::string written = write_row(titles, numbers, widths) + rule(widths);
  const bool spaced =
      std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return is_tall(row, widths); });
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (spaced && r > 0) written += "\n";
    written += write_row(rows[r], numbers, widths);
  }
  return written;
}

std::string write_block(const Row& titles, const Row& row, std::size_t columns) {
  std::string written;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (row[c].empty()) continue;
    const std::string words = c == 0 ? row[c] : titles[c] + ": " + row[c];
    const std::string indent(c == 0 ? 0 : 2, ' ');
    const std::vector<std::string> lines = wrap(words, columns - 4);
    for (std::size_t l = 0; l < lines.size(); ++l) written += indent + (l > 0 ? "  " : "") + lines[l] + "\n";
  }
  return written;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  const auto add = [&](std::string_view piece, bool after_space) {
    const std::size_t width = display_width(piece), space = after_space && used > 0 ? 1 : 0;
    if (used > 0 && used + space + width > columns) {
      lines.emplace_back();
      used = 0;
    }
    if (space > 0 && used > 0) lines.back() += ' ';
    lines.back() += piece;
    used += width + (used > 0 ? space : 0);
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    bool after_space = true;
    while (!word.empty()) {
      const std::string_view piece = display_width(word) > columns ? first_piece(word) : word;
      add(piece, after_space);
      word.remove_prefix(piece.size());
      after_space = false;
    }
  }
  return lines;
}

std::string layout_table(const Row& titles, const std::vector<bool>& numbers, const std::vector<Row>& rows,
                         std::size_t columns) {
  const std::vector<std::size_t> widths = fit(measure(titles, numbers, rows), numbers, columns);
  if (!widths.empty()) return write_grid(titles, numbers, rows, widths);
  std::string written;
  for (std::size_t r = 0; r < rows.size(); ++r)
    written += (r > 0 ? "\n" : "") + write_block(titles, rows[r], columns);
  return written;
}

}  // namespace modus::brief
