#include "modus/formats/quote_place.h"

#include "modus/base/text.h"

namespace modus::formats {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The byte of `text` that byte `target` of its joined form comes from.
std::size_t byte_before_joining(std::string_view text, std::size_t target) {
  std::size_t byte = 0;
  for (std::size_t joined = 0; joined < target && byte < text.size(); ++joined) {
    const bool blank = is_blank(text[byte]);
    ++byte;
    while (blank && byte < text.size() && is_blank(text[byte])) ++byte;
  }
  return byte;
}

}  // namespace

std::string join_blanks(std::string_view text) {
  std::string joined;
  joined.reserve(text.size());
  for (const char c : text) {
    if (!is_blank(c)) {
      joined += c;
    } else if (joined.empty() || joined.back() != ' ') {
      joined += ' ';
    }
  }
  return joined;
}

bool stands_at(std::string_view text, const Span& span, std::string_view quote) {
  const std::size_t first = base::byte_of_code_point(text, span.first);
  const std::string_view rest = text.substr(first);
  return join_blanks(rest.substr(0, base::byte_of_code_point(rest, span.second - span.first))) ==
         join_blanks(quote);
}

std::optional<Span> find_quote(std::string_view text, std::string_view joined, std::string_view quote) {
  const std::string wanted = join_blanks(quote);
  const std::size_t found = joined.find(wanted);
  if (found == std::string_view::npos) return std::nullopt;
  const std::size_t first = byte_before_joining(text, found);
  const std::size_t last = byte_before_joining(text, found + wanted.size());
  const std::size_t points = base::count_code_points(text.substr(0, first));
  return Span{points, points + base::count_code_points(text.substr(first, last - first))};
}

}  // namespace modus::formats
