#include "modus/formats/edit_path.h"

#include <algorithm>
#include <charconv>

namespace modus::formats {
namespace {

constexpr char kQuote = '`';
constexpr std::string_view kEndsName = ".[`=";

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '/' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

// Reads steps off the front of a text; a fault leaves `why` behind.
class PathReader {
 public:
  explicit PathReader(std::string_view text) : rest_(trim(text)) {}

  EditPath read() {
    EditPath path;
    take_text(path);
    while (why_.empty() && !rest_.empty()) {
      if (rest_.front() == '[') {
        take_position(path);
      } else if (rest_.front() == '.') {
        rest_.remove_prefix(1);
        take_text(path);
      } else {
        why_ = "a point or bracket is missing before '" + std::string(rest_.substr(0, 20)) + "'";
      }
    }
    return path;
  }
  [[nodiscard]] const std::string& why() const { return why_; }

 private:
  void take_text(EditPath& path) {
    std::string text;
    if (!rest_.empty() && rest_.front() == kQuote) {
      text = take_quoted();
    } else {
      const std::size_t end = std::min(rest_.size(), rest_.find_first_of(kEndsName));
      text = trim(rest_.substr(0, end));
      rest_.remove_prefix(end);
    }
    if (text.empty() && why_.empty()) why_ = "a step of it is empty";
    path.push_back({std::move(text)});
  }

  std::string take_quoted() {
    std::string text;
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      const bool doubled = c == kQuote && rest_.starts_with(kQuote);
      if (c == kQuote && !doubled) return text;
      if (doubled) rest_.remove_prefix(1);
      text += c;
    }
    why_ = "a backquote opens and never closes";
    return text;
  }

  void take_position(EditPath& path) {
    std::size_t number = 0;
    const std::size_t close = rest_.find(']');
    if (close != std::string_view::npos) {
      const auto [end, error] = std::from_chars(rest_.data() + 1, rest_.data() + close, number);
      if (error != std::errc() || end != rest_.data() + close) number = 0;
    }
    if (number == 0) {
      why_ = "no position stands in the brackets";
      return;
    }
    rest_.remove_prefix(close + 1);
    path.push_back({"", number});
  }

  std::string_view rest_;
  std::string why_;
};

}  // namespace

base::Result<EditPath> read_path(std::string_view text, const std::string& name) {
  PathReader reader(text);
  EditPath path = reader.read();
  if (reader.why().empty()) return path;
  return base::Problem{{name, 0, 0}, "the path is none: " + reader.why(),
                       "write keys and names joined by points, positions in brackets, as in statements.s1.meant or rules[1]"};
}

std::size_t end_of_path(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == kQuote) quoted = !quoted;
    if (text[i] == '=' && !quoted) return i;
  }
  return std::string_view::npos;
}

std::string step_of(std::string_view text) {
  if (!text.empty() && std::ranges::all_of(text, is_bare)) return std::string(text);
  std::string quoted(1, kQuote);
  for (const char c : text) quoted += c == kQuote ? "``" : std::string(1, c);
  return quoted + kQuote;
}

}  // namespace modus::formats
