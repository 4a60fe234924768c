#include "modus/reading/escape_unseen.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdio>

namespace modus::reading {
namespace {

bool is_unseen(UChar32 c) {
  if (c < 0x7F) return false;
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return true;
    default: return false;
  }
}

icu::UnicodeString escape(UChar32 c) {
  const icu::UnicodeString units(c);
  icu::UnicodeString escaped;
  for (int32_t i = 0; i < units.length(); ++i) {
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "\\u%04x", static_cast<unsigned>(units.charAt(i)));
    escaped.append(icu::UnicodeString(digits.data(), -1, US_INV));
  }
  return escaped;
}

}  // namespace

std::string escape_unseen(std::string_view json) {
  const auto all = icu::UnicodeString::fromUTF8(icu::StringPiece(json.data(), static_cast<int32_t>(json.size())));
  icu::UnicodeString shown;
  for (int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
    const UChar32 c = all.char32At(at);
    if (is_unseen(c)) {
      shown.append(escape(c));
    } else {
      shown.append(c);
    }
  }
  std::string bytes;
  return shown.toUTF8String(bytes);
}

}  // namespace modus::reading
