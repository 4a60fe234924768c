#include "modus/documents/head_line.h"

#include "modus/documents/letters.h"

namespace modus::documents {

bool looks_like_head_line(std::string_view line) {
  if (line.size() > 120) return false;
  if (starts_with_no_case(line, "by ") && line.size() > 3) return is_capital(first_letter(line.substr(3)).value);
  for (const std::string_view label : {"published", "updated", "posted", "last updated"}) {
    if (starts_with_no_case(line, label)) return line.find_first_of("0123456789") != std::string_view::npos;
  }
  return false;
}

}  // namespace modus::documents
