#include "modus/formats/text_spans.h"

#include <algorithm>

#include "modus/base/text.h"

namespace modus::formats {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

TextSpans::TextSpans(std::string_view text) : text_(text), lines_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') lines_.push_back(i + 1);
  }
}

std::size_t TextSpans::begin_of(const YamlNode& node) const {
  const std::size_t line = std::min(lines_.size(), static_cast<std::size_t>(std::max(1, node.line))) - 1;
  const std::string_view rest = text_.substr(lines_[line], line_end(lines_[line]) - lines_[line]);
  return lines_[line] + base::byte_of_code_point(rest, static_cast<std::size_t>(std::max(1, node.column)) - 1);
}

bool TextSpans::is_flow(const YamlNode& node) const {
  if (node.is_text() || node.is_empty()) return false;
  const std::size_t at = begin_of(node);
  return at < text_.size() && (text_[at] == '[' || text_[at] == '{');
}

std::size_t TextSpans::end_of_token(const YamlNode& node) const {
  const std::size_t at = begin_of(node);
  if (at >= text_.size()) return text_.size();
  if (node.quoted) return end_of_quoted(at);
  return is_flow(node) ? end_of_brackets(at) : end_of_word(at);
}

std::size_t TextSpans::end_of_quoted(std::size_t at) const {
  const char quote = text_[at];
  for (std::size_t i = at + 1; i < text_.size(); ++i) {
    const bool escaped = quote == '"' ? text_[i] == '\\' : text_.substr(i, 2) == "''";
    if (escaped) {
      ++i;
    } else if (text_[i] == quote) {
      return i + 1;
    }
  }
  return text_.size();
}

std::size_t TextSpans::end_of_brackets(std::size_t at) const {
  std::size_t depth = 0;
  for (std::size_t i = at; i < text_.size(); ++i) {
    const char c = text_[i];
    const char before = i == 0 ? ' ' : text_[i - 1];
    const bool starts_token = is_blank(before) || before == '[' || before == '{' || before == ',';
    if ((c == '"' || c == '\'') && starts_token) {
      i = end_of_quoted(i) - 1;
    } else if (c == '#' && is_blank(before)) {
      i = line_end(i);
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return i + 1;
    }
  }
  return text_.size();
}

std::size_t TextSpans::end_of_word(std::size_t at) const {
  std::size_t end = at;
  for (std::size_t i = at; i < text_.size() && std::string_view(",]}\n").find(text_[i]) == kNone; ++i) {
    const bool key = text_[i] == ':' && (i + 1 == text_.size() || is_blank(text_[i + 1]));
    if (key || (text_[i] == '#' && i > at && is_blank(text_[i - 1]))) break;
    if (!is_blank(text_[i])) end = i + 1;
  }
  return end;
}

std::size_t TextSpans::line_start(std::size_t at) const { return *(std::upper_bound(lines_.begin(), lines_.end(), at) - 1); }

std::size_t TextSpans::line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }

std::size_t TextSpans::column_of(std::size_t at) const {
  const std::size_t start = line_start(at);
  return base::count_code_points(text_.substr(start, at - start));
}

std::size_t TextSpans::end_of_part(std::size_t at) const {
  const std::size_t indent = column_of(at);
  const bool is_key = text_[at] != '-';
  std::size_t last = line_end(at);
  for (std::size_t next = last + 1; next < text_.size(); next = line_end(next) + 1) {
    const std::size_t first = text_.find_first_not_of(' ', next);
    if (first == kNone || text_[first] == '\n' || text_[first] == '\r') continue;
    const std::size_t own = first - next;
    if (text_[first] == '#' && own <= indent) continue;
    const bool dash = text_[first] == '-' && (first + 1 == text_.size() || is_blank(text_[first + 1]));
    if (own < indent || (own == indent && !(is_key && dash))) break;
    last = line_end(first);
  }
  if (last > 0 && last <= text_.size() && text_[last - 1] == '\r') --last;
  return last;
}

std::optional<std::size_t> TextSpans::dash_of(const YamlNode& item) const {
  const std::size_t at = begin_of(item), start = line_start(at);
  const std::size_t dash = at == 0 ? kNone : text_.find_last_not_of(' ', at - 1);
  if (dash == kNone || dash < start || text_[dash] != '-') return std::nullopt;
  return text_.find_first_not_of(' ', start) == dash ? std::optional(dash) : std::nullopt;
}

std::size_t TextSpans::comment_after(std::size_t at) const {
  const std::size_t end = line_end(at);
  for (std::size_t i = at + 1; i < end; ++i) {
    if (text_[i] != '#' || !is_blank(text_[i - 1])) continue;
    while (i > at && is_blank(text_[i - 1])) --i;
    return i;
  }
  return end;
}

}  // namespace modus::formats
