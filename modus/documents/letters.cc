#include "modus/documents/letters.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace modus::documents {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string without_blanks(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') made += lower(c);
  }
  return made;
}

}  // namespace

Letter first_letter(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  const std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes == 1 || text.size() < bytes) return {lead, 1};
  char32_t value = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) value = (value << 6U) | (byte_at(text, i) & 0x3FU);
  return {value, bytes};
}

void append_utf8(std::string& text, char32_t value) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto put_rest = [&](int shift) { put(0x80U | ((value >> shift) & 0x3FU)); };
  if (value < 0x80) return put(value);
  if (value < 0x800) {
    put(0xC0U | (value >> 6U));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put_rest(6);
  } else {
    put(0xF0U | (value >> 18U));
    put_rest(12);
    put_rest(6);
  }
  put_rest(0);
}

bool is_blank(char32_t value) {
  if (value < 0x80) return value == ' ' || (value >= '\t' && value <= '\r');
  return value == 0x85 || value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200A) ||
         value == 0x2028 || value == 0x2029 || value == 0x202F || value == 0x205F || value == 0x3000;
}

bool is_unseen(char32_t value) {
  if (value < 0x20 || (value >= 0x7F && value < 0xA0)) return !is_blank(value);
  return value == 0xAD || (value >= 0x200B && value <= 0x200F) || (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF || value == 0x61C || value == 0x180E ||
         (value >= 0xFFF9 && value <= 0xFFFB) || (value >= 0xE0000 && value <= 0xE007F);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char32_t value) { return u_isupper(static_cast<UChar32>(value)) != 0; }
bool is_small(char32_t value) { return u_islower(static_cast<UChar32>(value)) != 0; }

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string to_lower(std::string_view text) {
  std::string made(text);
  std::transform(made.begin(), made.end(), made.begin(), lower);
  return made;
}

bool starts_with_no_case(std::string_view text, std::string_view lower_start) {
  return text.size() >= lower_start.size() &&
         std::equal(lower_start.begin(), lower_start.end(), text.begin(),
                    [](char want, char have) { return want == lower(have); });
}

bool says_title(std::string_view title, std::string_view wanted) {
  constexpr std::size_t kShortest = 8;  // of a beginning
  const std::string have = without_blanks(title), want = without_blanks(wanted);
  return have == want || (have.size() > kShortest && want.starts_with(have));
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank && !inside) ++count;
    inside = !blank;
  }
  return count;
}

}  // namespace modus::documents
