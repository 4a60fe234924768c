#include "modus/formats/csv_line.h"

#include <algorithm>

namespace modus::formats {
namespace {

constexpr std::string_view kSpaces = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

/// The value that begins with a quote, taken off the front; nothing where the quote is not closed.
std::optional<std::string> take_quoted(std::string_view& line) {
  std::string value;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (line[at] != '"') {
      value += line[at];
    } else if (at + 1 < line.size() && line[at + 1] == '"') {
      value += line[at++];
    } else {
      line = line.substr(at + 1);
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<std::string>> split_csv(std::string_view line) {
  std::vector<std::string> values;
  for (bool more = true; more;) {
    line = line.substr(std::min(line.find_first_not_of(kSpaces), line.size()));
    std::optional<std::string> quoted;
    if (line.starts_with('"')) {
      quoted = take_quoted(line);
      if (!quoted) return std::nullopt;
    }
    const std::size_t comma = line.find(',');
    const std::string_view rest = trimmed(line.substr(0, comma));
    if (quoted && !rest.empty()) return std::nullopt;
    values.push_back(quoted ? std::move(*quoted) : std::string(rest));
    more = comma != std::string_view::npos;
    if (more) line = line.substr(comma + 1);
  }
  return values;
}

}  // namespace modus::formats
