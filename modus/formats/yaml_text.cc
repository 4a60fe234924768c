#include "modus/formats/yaml_text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace modus::formats {
namespace {

// Words that this or another reader of YAML takes for something else than text.
constexpr std::array<std::string_view, 9> kTakenWords = {"null", "true", "false", "yes", "no",
                                                         "on",   "off",  "y",     "n"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_taken_word(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(kTakenWords.begin(), kTakenWords.end(), lower) != kTakenWords.end();
}

// Line and paragraph separators and the byte order mark, which some readers take for line ends or drop.
bool is_separator(std::string_view three) {
  return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" || three == "\xEF\xBB\xBF";
}

bool may_start(std::string_view text) {
  const char c = text.front();
  const bool number = c == '-' && text.size() > 1 && is_digit(text[1]);
  return number || is_digit(c) || is_letter(c) || c == '_' || c == '(' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_plain_at(std::string_view text, std::size_t i, bool flow) {
  constexpr std::string_view kFlow = ",?[]{}";  // yaml-cpp ends a text in brackets at a question mark, too
  const char c = text[i];
  const char next = i + 1 < text.size() ? text[i + 1] : ' ';
  if (static_cast<unsigned char>(c) < 0x20 || is_separator(text.substr(i, 3))) return false;
  if (c == ':') return next != ' ' && kFlow.find(next) == std::string_view::npos;
  if (c == '#') return text[i - 1] != ' ';
  return !flow || kFlow.find(c) == std::string_view::npos;
}

bool is_plain(std::string_view text, bool flow) {
  if (text.empty() || !may_start(text) || text.back() == ' ' || is_taken_word(text)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_plain_at(text, i, flow)) return false;
  }
  return true;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_separator(text.substr(i, 3))) {
      result += text[i] == '\xEF' ? "\\uFEFF" : text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else if (c == '\n' || c == '\t') {
      result += c == '\n' ? "\\n" : "\\t";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + "\"";
}

}  // namespace

std::string scalar(std::string_view text, bool flow) {
  return is_plain(text, flow) ? std::string(text) : quoted(text);
}

std::string flow_list(const std::vector<std::string>& texts) {
  std::string result = "[";
  for (const std::string& text : texts) {
    if (result.size() > 1) result += ", ";
    result += scalar(text, true);
  }
  return result + "]";
}

void put_text(Lines& lines, std::string_view key, std::string_view text) {
  if (!text.empty()) put_yaml(lines, key, scalar(text));
}

void put_yaml(Lines& lines, std::string_view key, std::string_view yaml) {
  if (!yaml.empty()) lines.push_back(std::string(key) + ": " + std::string(yaml));
}

void put_part(Lines& lines, std::string_view key, const Lines& part) {
  if (part.empty()) return;
  lines.push_back(std::string(key) + ":");
  for (const std::string& line : part) lines.push_back("  " + line);
}

void put_item(Lines& lines, const Lines& part) {
  if (part.empty()) lines.emplace_back("- {}");
  for (std::size_t i = 0; i < part.size(); ++i) lines.push_back((i == 0 ? "- " : "  ") + part[i]);
}

}  // namespace modus::formats
