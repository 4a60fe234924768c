#include "modus/documents/markdown.h"

#include <algorithm>
#include <string>

#include "modus/documents/head_line.h"
#include "modus/documents/letters.h"
#include "modus/documents/markdown_inline.h"
#include "modus/documents/text_lines.h"

namespace modus::documents {
namespace {

std::string_view unquoted(std::string_view text) {
  text = trim(text);
  const bool quoted =
      text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

// Front matter: "key: value" or "key = value" lines between two rules.
class FrontMatter {
 public:
  FrontMatter(std::string_view stored, const std::vector<TextLine>& lines) : stored_(stored), lines_(lines) {}

  // Lines it takes up; 0 where there is none.
  std::size_t read(About& about) {
    if (lines_.empty() || (raw(0) != "---" && raw(0) != "+++")) return 0;
    std::size_t end = 1;
    while (end < lines_.size() && raw(end) != raw(0)) ++end;
    if (end == lines_.size()) return 0;
    bool any = false;
    for (std::size_t i = 1; i < end; ++i) any = read_line(about, i) || any;
    return any ? end + 1 : 0;
  }

 private:
  [[nodiscard]] std::string_view raw(std::size_t i) const {
    return trim(stored_.substr(lines_[i].begin, lines_[i].raw_end - lines_[i].begin));
  }

  bool read_line(About& about, std::size_t i) {
    const std::string_view line = raw(i);
    if (line.starts_with("- ")) {
      if (key_ == "author" || key_ == "authors" || key_ == "by") add_authors(about, line.substr(2));
      return true;
    }
    const std::size_t mark = line.find_first_of(":=");
    if (mark == std::string_view::npos) return line.empty();
    key_ = to_lower(trim(line.substr(0, mark)));
    const std::string_view value = unquoted(line.substr(mark + 1));
    if (value.empty()) return true;
    if (key_ == "title" || key_ == "headline") about.title = field(value);
    if (key_ == "date" || key_ == "published" || key_ == "pubdate" || key_ == "publishdate" ||
        key_ == "published_at")
      about.date = field(value);
    for (const char* name : {"publisher", "publication", "source", "outlet", "site", "newspaper", "paper",
                             "site_name", "website"}) {
      if (key_ == name) about.publisher = field(value);
    }
    if (key_ == "author" || key_ == "authors" || key_ == "by" || key_ == "byline") add_list(about, value);
    return true;
  }

  [[nodiscard]] AboutField field(std::string_view value) const {
    const auto begin = static_cast<std::size_t>(value.data() - stored_.data());
    return {std::string(value), Span{begin, begin + value.size()}};
  }

  // [Ann Lee, "Bo Ray"] or a plain value.
  void add_list(About& about, std::string_view value) {
    const bool listed = value.starts_with('[') && value.ends_with(']');
    if (!listed) return add_authors(about, value);
    value = value.substr(1, value.size() - 2);
    while (!value.empty()) {
      const std::size_t comma = std::min(value.find(','), value.size());
      add_authors(about, value.substr(0, comma));
      value.remove_prefix(std::min(comma + 1, value.size()));
    }
  }

  void add_authors(About& about, std::string_view value) {
    value = unquoted(value);
    if (value.starts_with("name:")) value = unquoted(value.substr(5));
    if (value.empty()) return;
    for (AboutField& author : authors_in(field(value))) about.authors.push_back(std::move(author));
  }

  std::string_view stored_;
  const std::vector<TextLine>& lines_;
  std::string key_;
};

class BlockReader {
 public:
  BlockReader(std::string_view stored, const std::vector<TextLine>& lines)
      : stored_(stored), lines_(lines), writer_(stored) {}

  std::vector<Stretch> read(std::size_t first) {
    for (i_ = first; i_ < lines_.size(); ++i_) read_line();
    flush();
    return writer_.take();
  }

 private:
  [[nodiscard]] std::string_view text(Span span) const { return stored_.substr(span.begin, span.size()); }

  void read_line() {
    Span line{lines_[i_].begin, lines_[i_].raw_end};
    const bool fence = text(line).starts_with("```") || text(line).starts_with("~~~");
    if (fence) return skip_fence(text(line).substr(0, 3));
    const bool quoted = take_quote_marks(line);
    if (line.empty()) return flush();
    if (text(line).starts_with("<!--")) return skip_comment();
    if (!paragraph_.empty() && is_underline(text(line))) return end_underlined(text(line)[0]);
    if (is_rule(text(line)) || is_left_out(line)) return flush();
    if (paragraph_.empty() && !in_list_ && !quoted && lines_[i_].indent >= 4) return;  // code
    if (read_heading(line) || read_item(line)) return;
    if (!paragraph_.empty() && breaks_before(line)) flush();
    if (paragraph_.empty() && lines_[i_].indent < 2) in_list_ = false;
    paragraph_.push_back(line);
    if (lines_[i_].hard_break) flush();
  }

  void skip_fence(std::string_view mark) {
    flush();
    for (++i_; i_ < lines_.size() && !stored_.substr(lines_[i_].begin).starts_with(mark);) ++i_;
  }

  void skip_comment() {
    flush();
    const std::size_t end = stored_.find("-->", lines_[i_].begin);
    while (i_ + 1 < lines_.size() && lines_[i_ + 1].begin <= end) ++i_;
  }

  bool take_quote_marks(Span& line) const {
    bool any = false;
    while (!line.empty() && stored_[line.begin] == '>') {
      any = true;
      ++line.begin;
      while (!line.empty() && (stored_[line.begin] == ' ' || stored_[line.begin] == '\t')) ++line.begin;
    }
    return any;
  }

  static bool only(std::string_view line, char mark, std::size_t least) {
    std::size_t count = 0;
    for (const char c : line) {
      if (c == mark) ++count;
      if (c != mark && c != ' ') return false;
    }
    return count >= least;
  }

  static bool is_rule(std::string_view line) {
    return only(line, '-', 3) || only(line, '*', 3) || only(line, '_', 3) || only(line, '=', 3);
  }

  static bool is_underline(std::string_view line) {
    return line.find(' ') == std::string_view::npos && (only(line, '=', 2) || only(line, '-', 2));
  }

  // Table rows, reference definitions, footnotes.
  [[nodiscard]] bool is_left_out(Span line) const {
    const std::string_view words = text(line);
    if (words.starts_with('|')) return true;
    const std::size_t close = words.find("]:");
    return words.starts_with('[') && close != std::string_view::npos && close < 60;
  }

  // Lines of a head keep apart, though Markdown would join them.
  [[nodiscard]] bool breaks_before(Span line) const {
    if (heads_ > kMostHeads) return false;
    return read_head_line(plain(line)) || read_head_line(plain(paragraph_.back()));
  }

  // Without marks of emphasis around it.
  [[nodiscard]] std::string_view plain(Span line) const {
    std::string_view words = text(line);
    while (!words.empty() && (words.front() == '*' || words.front() == '_')) words.remove_prefix(1);
    while (!words.empty() && (words.back() == '*' || words.back() == '_')) words.remove_suffix(1);
    return words;
  }

  bool read_heading(Span line) {
    const std::string_view words = text(line);
    const std::size_t level = std::min(words.find_first_not_of('#'), words.size());
    if (level == 0 || level > 6 || level == words.size() || words[level] != ' ') return false;
    flush();
    Span heading{line.begin + level, line.end};
    while (!heading.empty() && (stored_[heading.end - 1] == '#' || stored_[heading.end - 1] == ' '))
      --heading.end;
    paragraph_.push_back(heading);
    end_paragraph(heading_kind(level == 1), true);
    return true;
  }

  void end_underlined(char mark) { end_paragraph(heading_kind(mark == '='), true); }

  BlockKind heading_kind(bool first_level) {
    if (!first_level || titled_) return BlockKind::kHeading;
    titled_ = true;
    return BlockKind::kTitle;
  }

  bool read_item(Span line) {
    const std::size_t mark = list_mark(text(line));
    if (mark == 0) return false;
    const bool numbered_within =
        !paragraph_.empty() && !in_list_ && is_digit(text(line)[0]);  // a sentence wrapped before "30. "
    if (numbered_within) return false;
    flush();
    in_list_ = true;
    item_ = true;
    paragraph_.push_back({line.begin + mark, line.end});
    return true;
  }

  void flush() { end_paragraph(item_ ? BlockKind::kListItem : BlockKind::kParagraph, item_); }

  void end_paragraph(BlockKind kind, bool marked) {
    if (!paragraph_.empty()) {
      ++heads_;
      write_markdown(writer_, stored_, paragraph_);
    }
    writer_.end(kind, marked);
    paragraph_.clear();
    item_ = false;
  }

  static constexpr int kMostHeads = 12;

  std::string_view stored_;
  const std::vector<TextLine>& lines_;
  StretchWriter writer_;
  std::vector<Span> paragraph_;
  std::size_t i_ = 0;
  int heads_ = 0;
  bool in_list_ = false, item_ = false, titled_ = false;
};

}  // namespace

MarkdownReport read_markdown(std::string_view stored) {
  const std::vector<TextLine> lines = cut_into_lines(stored);
  MarkdownReport report;
  const std::size_t first = FrontMatter(stored, lines).read(report.about);
  report.stretches = BlockReader(stored, lines).read(first);
  return report;
}

bool looks_like_markdown(std::string_view stored) {
  if (stored.starts_with("\xEF\xBB\xBF")) stored.remove_prefix(3);
  if (stored.starts_with("# ")) return true;
  const std::size_t line = stored.find('\n');
  if (line == std::string_view::npos || trim(stored.substr(0, line)) != "---") return false;
  const std::string_view next =
      stored.substr(line + 1, std::min<std::size_t>(stored.find('\n', line + 1), stored.size()) - line - 1);
  return next.find(": ") != std::string_view::npos;
}

}  // namespace modus::documents
