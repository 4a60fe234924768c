#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/render.h"
#include "modus/brief/render_inline.h"
#include "modus/brief/text_table.h"
#include "modus/brief/visible.h"

namespace modus::brief {
namespace {

const InlineStyle& terminal_style() {
  static const InlineStyle style = {
      [](std::string_view text) { return std::string(text); }, "",       "", "“", "”",
      [](int number) { return fmt::format("[{}]", number); },  mark_sign};
  return style;
}

/// Lines with a first-line prefix and the same depth of indent after it.
std::string indented(const std::string& words, std::string_view prefix, std::size_t columns) {
  std::string written;
  const std::string indent(display_width(prefix), ' ');
  const std::vector<std::string> lines = wrap(words, columns - indent.size());
  for (std::size_t l = 0; l < lines.size(); ++l)
    written += (l == 0 ? std::string(prefix) : indent) + lines[l] + "\n";
  return written;
}

struct Writer {
  std::size_t columns;

  std::string operator()(const Heading& heading) const {
    std::string title = make_visible(heading.text);
    std::string written = heading.new_page ? "\n" + std::string(columns, '=') + "\n" : "";
    for (const std::string& line : wrap(title, columns)) written += line + "\n";
    if (heading.level > 2) return "\n" + written;
    const std::size_t width = std::min(display_width(title), columns);
    return "\n" + written + std::string(width, heading.level == 1 ? '=' : '-') + "\n";
  }
  std::string operator()(const Paragraph& paragraph) const {
    return indented(write_text(paragraph.text, terminal_style()), paragraph.notice ? "!! " : "", columns);
  }
  std::string operator()(const Bullets& bullets) const {
    std::string written;
    for (std::size_t i = 0; i < bullets.items.size(); ++i) {
      const std::string sign = bullets.numbered ? fmt::format("{}. ", i + 1) : "- ";
      written += indented(write_text(bullets.items[i], terminal_style()), sign, columns);
    }
    return written;
  }
  std::string operator()(const Table& table) const {
    std::vector<std::string> titles;
    std::vector<bool> numbers;
    for (const Column& column : table.columns) {
      titles.push_back(make_visible(column.title));
      numbers.push_back(column.number);
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : table.rows) {
      rows.emplace_back();
      for (const Text& cell : row) rows.back().push_back(write_text(cell, terminal_style()));
    }
    const std::string caption =
        table.caption.empty() ? "" : indented(make_visible(table.caption), "", columns) + "\n";
    return caption + layout_table(titles, numbers, rows, columns);
  }
  std::string operator()(const Chart& chart) const {
    return indented(make_visible(chart.caption), "", columns) + "\n" + (*this)(chart.table);
  }
};

std::string write_citations(const Document& document, std::size_t columns) {
  if (document.citations.empty()) return "";
  std::string written = Writer{columns}(Heading{2, "cited", "Cited here", false}) + "\n";
  for (std::size_t n = 0; n < document.citations.size(); ++n) {
    const Citation& citation = document.citations[n];
    std::string words = citation.about.empty() ? "" : citation.about + ": ";
    if (!citation.quote.empty()) words += "“" + citation.quote + "” ";
    written += indented(make_visible(words + citation.source), fmt::format("[{}] ", n + 1), columns);
  }
  return written;
}

}  // namespace

std::string render_text(const Document& document, std::size_t columns) {
  const Writer write{std::max<std::size_t>(columns, 40)};
  std::string written = write(Heading{1, "", document.title, false}).substr(1);
  for (const Block& block : document.blocks) written += "\n" + std::visit(write, block);
  return written + "\n" + write_citations(document, write.columns);
}

}  // namespace modus::brief
