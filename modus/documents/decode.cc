#include "modus/documents/decode.h"

#include <algorithm>
#include <array>
#include <optional>

#include "modus/base/text.h"
#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

using base::Place;
using base::Problem;

unsigned byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

int line_at(std::string_view bytes, std::size_t at) {
  return 1 +
         static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// What the first bytes of files that hold no plain text look like.
struct Mark {
  std::string_view bytes, what;
};
constexpr std::array<Mark, 13> kMarks = {{
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "a packed file, such as a word processor's document"},
    {"{\\rtf", "a document in Rich Text Format"},
    {"\xD0\xCF\x11\xE0", "an old word processor's document"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
    {"\x1F\x8B", "a packed file"},
    {"7z\xBC\xAF", "a packed file"},
    {"BZh", "a packed file"},
    {"\x7F"
     "ELF",
     "a program"},
    {"OggS", "a recording"},
    {"ID3", "a recording"},
}};

std::optional<std::string_view> other_kind(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return mark.what;
  }
  return std::nullopt;
}

// More control characters than a text has by accident.
bool is_binary(std::string_view bytes) {
  const auto is_control = [](char c) {
    const auto value = static_cast<unsigned char>(c);
    return value < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && value != 0x1B;
  };
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  return controls * 50 > bytes.size();
}

// Bytes of the well-formed sequence at `at`; 0 where there is none.
std::size_t sequence_at(std::string_view bytes, std::size_t at) {
  for (std::size_t length = 1; length <= 4 && at + length <= bytes.size(); ++length) {
    if (base::is_utf8(bytes.substr(at, length))) return length;
  }
  return 0;
}

struct Utf8Look {
  std::size_t good = 0, bad = 0;  // sequences of several bytes; stray bytes
  std::optional<std::size_t> first_bad;
  bool unfinished = false;  // nothing is wrong but that the last sequence breaks off
};

Utf8Look look_at_utf8(std::string_view bytes) {
  Utf8Look look;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_at(bytes, at);
    if (length > 1) ++look.good;
    if (length == 0) {
      if (!look.first_bad) look.first_bad = at;
      ++look.bad;
    }
    at += std::max<std::size_t>(length, 1);
  }
  if (look.first_bad && byte_at(bytes, *look.first_bad) >= 0xC2) {
    const unsigned lead = byte_at(bytes, *look.first_bad);
    const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    const std::string_view rest = bytes.substr(*look.first_bad + 1);
    look.unfinished = rest.size() + 1 < wanted && std::all_of(rest.begin(), rest.end(), [](char c) {
                        return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
                      });
  }
  return look;
}

// Windows-1252: what 0x80 to 0x9F stand for; 0 stands for nothing.
constexpr std::array<char32_t, 32> kUpper = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                             0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_1252(char c) {
  const auto value = static_cast<unsigned char>(c);
  return value >= 0x80 && value < 0xA0 ? kUpper[value - 0x80U] : value;
}

bool is_1252(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0' || from_1252(c) != 0; });
}

std::string decode_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) append_utf8(text, from_1252(c));
  return text;
}

base::Result<std::string> decode_utf16(const std::string& name, std::string_view bytes, bool little) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    return little ? first | (second << 8U) : (first << 8U) | second;
  };
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit(at);
    if (value >= 0xD800 && value < 0xE000) {
      const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (value >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
        return Problem{Place{name, line_at(text, text.size()), 0},
                       "half of a UTF-16 character stands alone here", "save the file as UTF-8"};
      value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
      at += 2;
    }
    append_utf8(text, value);
  }
  if (bytes.size() % 2 != 0)
    return Problem{Place{name, line_at(text, text.size()), 0},
                   "the file breaks off within a UTF-16 character", "fetch the whole file again"};
  return text;
}

// The encoding a page or an XML file declares, in lower case.
std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kLook = 4096;
  const std::string start = to_lower(bytes.substr(0, kLook));
  if (start.find('<') == std::string::npos) return {};
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = start.find(key);
    if (at == std::string::npos) continue;
    at = start.find_first_not_of("\"' ", at + key.size());
    if (at == std::string::npos) continue;
    return start.substr(at, std::min(start.find_first_of("\"' />;?", at), start.size()) - at);
  }
  return {};
}

bool is_western(std::string_view encoding) {
  constexpr std::array<std::string_view, 8> kNames = {"windows-1252", "cp1252",  "iso-8859-1", "iso8859-1",
                                                      "latin1",       "latin-1", "us-ascii",   "ascii"};
  return std::find(kNames.begin(), kNames.end(), encoding) != kNames.end();
}

base::Result<std::string> decode_bytes(const std::string& name, std::string_view bytes) {
  const std::string declared = declared_encoding(bytes);
  if (is_western(declared) && is_1252(bytes)) return decode_1252(bytes);
  const Utf8Look look = look_at_utf8(bytes);
  const Place where{name, line_at(bytes, *look.first_bad), 0};
  const bool says_utf8 = declared == "utf-8" || declared == "utf8" || bytes.starts_with("\xEF\xBB\xBF");
  if (look.unfinished && look.bad <= 3)
    return Problem{where, "the file breaks off within a character", "fetch the whole file again"};
  if (!declared.empty() && !says_utf8 && !is_western(declared))
    return Problem{where, "the file says that its encoding is " + declared + ", which is not read here",
                   "save it as UTF-8"};
  const bool mostly_utf8 = look.good * 4 >= look.bad;
  if (says_utf8 || mostly_utf8 || !is_1252(bytes))
    return Problem{where, "this is not UTF-8: a stray byte stands on this line", "save the file as UTF-8"};
  return decode_1252(bytes);
}

}  // namespace

base::Result<std::string> decode(const std::string& name, std::string_view bytes) {
  const Place where{name, 0, 0};
  if (const auto what = other_kind(bytes))
    return Problem{where, "this is no text but " + std::string(*what), "save its text as .txt, .md or .html"};
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
      bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
    return Problem{where, "the file is in UTF-32, which is not read here", "save it as UTF-8"};
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(name, bytes, true);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(name, bytes, false);
  if (bytes.find('\0') != std::string_view::npos || is_binary(bytes))
    return Problem{where, "this is no text: it has bytes that no text has",
                   "save the report as plain text in UTF-8"};
  if (base::is_utf8(bytes)) return std::string(bytes);
  return decode_bytes(name, bytes);
}

}  // namespace modus::documents
