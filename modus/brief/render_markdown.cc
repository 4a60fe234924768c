#include <fmt/format.h>

#include "modus/brief/render.h"
#include "modus/brief/render_inline.h"
#include "modus/brief/visible.h"

namespace modus::brief {
namespace {

std::string escape(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>|#~$!";
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool bullet = i == 0 && (c == '-' || c == '+' || c == '=');
    if (c == '&') {
      escaped += "&amp;";
      continue;
    }
    if (bullet || kSpecial.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string visible(std::string_view text) { return escape(make_visible(text)); }

const InlineStyle& markdown_style() {
  static const InlineStyle style = {
      escape, "**", "**", "“", "”", [](int number) { return fmt::format("[{}]", number); }, mark_sign};
  return style;
}

struct Writer {
  std::string operator()(const Heading& heading) const {
    const std::string rule = heading.new_page ? "---\n\n" : "";
    return rule + std::string(static_cast<std::size_t>(heading.level), '#') + " " + visible(heading.text) +
           "\n";
  }
  std::string operator()(const Paragraph& paragraph) const {
    return (paragraph.notice ? "> " : "") + write_text(paragraph.text, markdown_style()) + "\n";
  }
  std::string operator()(const Bullets& bullets) const {
    std::string written;
    for (std::size_t i = 0; i < bullets.items.size(); ++i) {
      const std::string sign = bullets.numbered ? fmt::format("{}. ", i + 1) : "- ";
      written += sign + write_text(bullets.items[i], markdown_style()) + "\n";
    }
    return written;
  }
  std::string operator()(const Table& table) const {
    std::string titles = "|", rules = "|", rows;
    for (const Column& column : table.columns) {
      titles += " " + visible(column.title) + " |";
      rules += column.number ? " ---: |" : " --- |";
    }
    for (const auto& row : table.rows) {
      rows += "|";
      for (const Text& cell : row) rows += " " + write_text(cell, markdown_style()) + " |";
      rows += "\n";
    }
    const std::string caption = table.caption.empty() ? "" : visible(table.caption) + "\n\n";
    return caption + titles + "\n" + rules + "\n" + rows;
  }
  std::string operator()(const Chart& chart) const {
    return visible(chart.caption) + "\n\n" + (*this)(chart.table);
  }
};

std::string write_citations(const Document& document) {
  if (document.citations.empty()) return "";
  std::string written = "\n## Cited here\n\n";
  for (std::size_t n = 0; n < document.citations.size(); ++n) {
    const Citation& citation = document.citations[n];
    written += fmt::format("- [{}] ", n + 1);
    if (!citation.about.empty()) written += visible(citation.about) + ": ";
    if (!citation.quote.empty()) written += "“" + visible(citation.quote) + "” ";
    written += visible(citation.source) + "\n";
  }
  return written;
}

}  // namespace

std::string render_markdown(const Document& document) {
  std::string written = Writer{}(Heading{1, "", document.title, false});
  for (const Block& block : document.blocks) written += "\n" + std::visit(Writer{}, block);
  return written + write_citations(document);
}

}  // namespace modus::brief
