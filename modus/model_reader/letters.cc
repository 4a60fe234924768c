#include "modus/model_reader/letters.h"

#include <unicode/uchar.h>

namespace modus::model_reader {

Letter first_letter(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  if (lead < 0xF0) return {((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  return {((lead & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU), 4};
}

bool is_blank(char32_t value) { return u_isUWhiteSpace(static_cast<UChar32>(value)) != 0; }

bool is_unseen(char32_t value) {
  if (is_blank(value)) return false;
  const auto type = u_charType(static_cast<UChar32>(value));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

std::string plain_letter(std::string_view letter) {
  const char32_t value = first_letter(letter).value;
  if (value < 0x80) return is_unseen(value) ? "" : std::string(letter);
  switch (value) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
    case 0x00B4:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    default:
      return is_unseen(value) ? "" : std::string(letter);
  }
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (Letter letter; !text.empty(); text.remove_prefix(letter.bytes)) {
    letter = first_letter(text);
    if (is_blank(letter.value)) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (!is_unseen(letter.value)) {
      line += text.substr(0, letter.bytes);
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace modus::model_reader
