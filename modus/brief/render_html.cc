#include <fmt/format.h>

#include <array>

#include "modus/base/text.h"
#include "modus/brief/chart_library.h"
#include "modus/brief/page_style.h"
#include "modus/brief/render.h"
#include "modus/brief/render_inline.h"
#include "modus/brief/visible.h"

namespace modus::brief {
namespace {

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string visible(std::string_view text) { return escape(make_visible(text)); }

std::string write_citation_link(int number) {
  return fmt::format(R"(<a class="cite" href="#cited-{0}">[{0}]</a>)", number);
}

std::string write_mark(Mark mark) {
  return fmt::format(R"(<abbr class="mark" title="{}">{}</abbr>)", mark_meaning(mark), mark_sign(mark));
}

const InlineStyle& html_style() {
  static const InlineStyle style = {escape,    "<strong>",          "</strong>", "“<bdi>",
                                    "</bdi>”", write_citation_link, write_mark};
  return style;
}

/// JSON inside a script element: no "<" may end it.
std::string inside_script(std::string_view json) {
  std::string safe;
  for (const char c : json) safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return safe;
}

struct Writer {
  std::string operator()(const Heading& heading) const {
    return fmt::format("<h{0} id=\"{1}\"{2}>{3}</h{0}>\n", heading.level, visible(heading.id),
                       heading.new_page ? " class=\"new-page\"" : "", visible(heading.text));
  }
  std::string operator()(const Paragraph& paragraph) const {
    return fmt::format("<p{}>{}</p>\n", paragraph.notice ? " class=\"notice\"" : "",
                       write_text(paragraph.text, html_style()));
  }
  std::string operator()(const Bullets& bullets) const {
    const std::string_view list = bullets.numbered ? "ol" : "ul";
    std::string written = fmt::format("<{}>\n", list);
    for (const Text& item : bullets.items) written += "<li>" + write_text(item, html_style()) + "</li>\n";
    return written + fmt::format("</{}>\n", list);
  }
  std::string operator()(const Table& table) const {
    std::string written =
        fmt::format("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n<table>\n",
                    visible(table.caption.empty() ? "Table" : table.caption));
    if (!table.caption.empty()) written += "<caption>" + visible(table.caption) + "</caption>\n";
    return written + write_head(table) + write_body(table) + "</table>\n</div>\n";
  }
  std::string operator()(const Chart& chart) const {
    std::string written = fmt::format("<figure>\n<figcaption>{}</figcaption>\n", visible(chart.caption));
    written += fmt::format("<div class=\"drawing\" id=\"chart-{0}\" role=\"img\" aria-label=\"{1}\"></div>\n",
                           chart.id, visible(chart.caption));
    written += fmt::format("<script type=\"application/json\" data-chart=\"chart-{}\">{}</script>\n",
                           chart.id, inside_script(chart.specification));
    return written + (*this)(chart.table) + "</figure>\n";
  }

 private:
  static std::string write_head(const Table& table) {
    std::string written = "<thead><tr>";
    for (const Column& column : table.columns) {
      written += fmt::format("<th scope=\"col\"{}>{}</th>", column.number ? " class=\"n\"" : "",
                             visible(column.title));
    }
    return written + "</tr></thead>\n";
  }
  static std::string write_body(const Table& table) {
    std::string written = "<tbody>\n";
    for (const auto& row : table.rows) {
      written += "<tr>";
      for (std::size_t c = 0; c < row.size(); ++c) {
        const std::string words = write_text(row[c], html_style());
        const std::string_view kind = table.columns[c].number ? " class=\"n\"" : "";
        written +=
            c == 0 ? "<th scope=\"row\">" + words + "</th>" : fmt::format("<td{}>{}</td>", kind, words);
      }
      written += "</tr>\n";
    }
    return written + "</tbody>\n";
  }
};

std::string write_contents(const Document& document) {
  std::string written = "<nav aria-label=\"Contents\"><ul>\n";
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading == nullptr || heading->level != 2) continue;
    written += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", visible(heading->id), visible(heading->text));
  }
  return written + "</ul></nav>\n";
}

std::string write_citations(const Document& document) {
  if (document.citations.empty()) return "";
  std::string written = "<h2 id=\"cited\">Cited here</h2>\n<ol class=\"sources\">\n";
  for (std::size_t n = 0; n < document.citations.size(); ++n) {
    const Citation& citation = document.citations[n];
    written += fmt::format("<li id=\"cited-{}\">", n + 1);
    if (!citation.about.empty()) written += visible(citation.about) + ": ";
    if (!citation.quote.empty()) written += "“<bdi>" + visible(citation.quote) + "</bdi>” ";
    written += visible(citation.source) + "</li>\n";
  }
  return written + "</ol>\n";
}

unsigned hex_digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); }

/// Base 64 of the hash, as a content security policy wants it.
std::string policy_hash(std::string_view script) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hex = base::sha256_hex(script);
  std::string written;
  for (std::size_t i = 0; i < hex.size(); i += 3) {  // 3 hexadecimal digits are 12 bits: two of base 64
    const bool last = i + 3 > hex.size();            // 256 bits leave one digit over: 4 bits, then "="
    const unsigned bits = last
                              ? hex_digit(hex[i]) << 8U
                              : hex_digit(hex[i]) << 8U | hex_digit(hex[i + 1]) << 4U | hex_digit(hex[i + 2]);
    written += kDigits[bits >> 6U];
    if (!last) written += kDigits[bits & 63U];
  }
  return written + "=";
}

/// Nothing may be loaded from anywhere, and no script but the library may run.
std::string write_policy() {
  static const std::string hash = policy_hash(chart_library());
  return fmt::format(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "img-src data:; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n",
      hash);
}

bool has_chart(const Document& document) {
  for (const Block& block : document.blocks) {
    if (std::holds_alternative<Chart>(block)) return true;
  }
  return false;
}

std::string write_library() {
  return fmt::format("<script type=\"text/plain\" id=\"licences\">{}</script>\n<script>{}</script>\n",
                     inside_script(chart_library_licences()), chart_library());
}

}  // namespace

std::string render_html(const Document& document) {
  std::string page =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" + write_policy();
  page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  page += fmt::format("<title>{}</title>\n<style>{}</style>\n", visible(document.title), page_style());
  page += "<noscript><style>.drawing { display: none; }</style></noscript>\n</head>\n<body>\n";
  page += "<a class=\"skip\" href=\"#main\">Skip to the brief</a>\n";
  page += fmt::format("<header><h1>{}</h1></header>\n", visible(document.title));
  page += write_contents(document) + "<main id=\"main\">\n";
  for (const Block& block : document.blocks) page += std::visit(Writer{}, block);
  page += write_citations(document) + "</main>\n";
  if (has_chart(document)) page += write_library();
  return page + "</body>\n</html>\n";
}

}  // namespace modus::brief
