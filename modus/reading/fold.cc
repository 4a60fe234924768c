#include "modus/reading/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>

namespace modus::reading {
namespace {

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_plain(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return made;
}

/// Letters that have no decomposition, and the marks that are written several ways. 0: dropped.
UChar32 plain_letter(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x201A: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212: return '-';
    case 0x00F8: return 'o';
    case 0x0142: return 'l';
    case 0x0111: return 'd';
    case 0x0131: return 'i';
    case 0x00E6: return 'a';
    case 0x0153: return 'o';
    case 0x00DF: return 's';
    case 0x00A0:
    case 0x202F:
    case 0x2009: return ' ';
    default: return c;
  }
}

bool is_dropped(UChar32 c) {
  const int8_t type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR;
}

std::string fold_any(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString all = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_SUCCESS(status)) all = decompose->normalize(all, status);
  icu::UnicodeString made;
  for (int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
    const UChar32 c = all.char32At(at);
    if (!is_dropped(c)) made.append(plain_letter(u_tolower(c)));
  }
  std::string bytes;
  made.toUTF8String(bytes);
  return bytes;
}

}  // namespace

std::string fold(std::string_view text) { return is_plain(text) ? lower_plain(text) : fold_any(text); }

}  // namespace modus::reading
