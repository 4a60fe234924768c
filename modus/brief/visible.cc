#include "modus/brief/visible.h"

#include <fmt/format.h>

#include "modus/base/text.h"

namespace modus::brief {
namespace {

constexpr char32_t kStrayByte = 0x11'0000;

bool between(char32_t c, char32_t low, char32_t high) { return low <= c && c <= high; }

bool is_space(char32_t c) { return c == '\t' || c == '\n' || c == '\r'; }

bool must_be_written_out(char32_t c) {
  return c < 0x20 || between(c, 0x7F, 0x9F) || between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x206F) ||
         c == 0x200B || between(c, 0x2028, 0x2029) || between(c, 0x2060, 0x2064) || c == 0xFEFF ||
         between(c, 0xFFF9, 0xFFFB) || between(c, 0xE0000, 0xE007F);
}

bool has_no_width(char32_t c) {
  return between(c, 0x0300, 0x036F) || between(c, 0x0483, 0x0489) || between(c, 0x0591, 0x05BD) ||
         between(c, 0x064B, 0x065F) || between(c, 0x200C, 0x200F) || between(c, 0x20D0, 0x20FF) ||
         between(c, 0xFE00, 0xFE0F);
}

bool is_wide(char32_t c) {
  return between(c, 0x1100, 0x115F) || between(c, 0x2E80, 0x303E) || between(c, 0x3041, 0xA4CF) ||
         between(c, 0xAC00, 0xD7A3) || between(c, 0xF900, 0xFAFF) || between(c, 0xFE30, 0xFE6F) ||
         between(c, 0xFF00, 0xFF60) || between(c, 0xFFE0, 0xFFE6) || between(c, 0x1F300, 0x1FAFF) ||
         between(c, 0x20000, 0x3FFFD);
}

std::size_t length_announced(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xF0) return 4;
  return lead >= 0xE0 ? 3 : 2;
}

}  // namespace

CodePoint next_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = length_announced(lead);
  if (length == 1) return {lead, 1};
  if (length > text.size() || !base::is_utf8(text.substr(0, length))) return {kStrayByte + lead, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i)
    value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return {value, length};
}

std::string make_visible(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const CodePoint next = next_code_point(text);
    if (next.value >= kStrayByte) {
      shown += fmt::format("\\x{{{:02X}}}", static_cast<unsigned>(next.value - kStrayByte));
    } else if (is_space(next.value)) {
      if (shown.empty() || shown.back() != ' ') shown += ' ';
    } else if (must_be_written_out(next.value)) {
      shown += fmt::format("\\u{{{:04X}}}", static_cast<unsigned>(next.value));
    } else {
      shown += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  return shown;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const CodePoint next = next_code_point(text);
    if (!has_no_width(next.value)) width += is_wide(next.value) ? 2U : 1U;
    text.remove_prefix(next.bytes);
  }
  return width;
}

std::string with_plain_spaces(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  std::string plain;
  for (std::size_t at = text.find(kNoBreakSpace); at != std::string_view::npos;
       at = text.find(kNoBreakSpace)) {
    plain.append(text.substr(0, at)).append(" ");
    text.remove_prefix(at + kNoBreakSpace.size());
  }
  return plain.append(text);
}

}  // namespace modus::brief
