// Builds the tree from yaml-cpp's events, not from its nodes: events come one at a time, so depth and number
// can be checked before anything is stored, and yaml-cpp never expands an alias.
#include "modus/formats/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>

#include "modus/base/text.h"
#include "modus/case_model/case.h"

namespace modus::formats {
namespace {

using base::Place;
using base::Problem;
using case_model::CaseLimits;

// Ends the reading from inside an event; caught in read_yaml.
struct Stop {
  YAML::Mark mark;
  std::string what, fix;
};

// Turns yaml-cpp's marks (bytes) into places (code points). Marks mostly rise, so it walks from the last one.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  void place(const YAML::Mark& mark, int& line, int& column) {
    move_to(std::min(text_.size(), static_cast<std::size_t>(std::max(0, mark.pos))));
    last(line, column);
  }
  void last(int& line, int& column) const {
    line = line_;
    column = static_cast<int>(code_points_) + 1;
  }

 private:
  void move_to(std::size_t target) {
    if (target < at_) back_to(target);
    for (; at_ < target; ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        code_points_ = 0;
      } else if (starts_code_point(at_)) {
        ++code_points_;
      }
    }
  }
  void back_to(std::size_t target) {
    bool crossed = false;
    while (at_ > target) {
      --at_;
      if (text_[at_] == '\n') {
        --line_;
        crossed = true;
      } else if (starts_code_point(at_) && !crossed) {
        --code_points_;
      }
    }
    if (!crossed) return;
    const std::size_t before = at_ == 0 ? std::string_view::npos : text_.rfind('\n', at_ - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    code_points_ = base::count_code_points(text_.substr(start, at_ - start));
  }
  [[nodiscard]] bool starts_code_point(std::size_t i) const {
    return (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U;
  }

  std::string_view text_;
  std::size_t at_ = 0, code_points_ = 0;
  int line_ = 1;
};

bool is_control(const std::string& text, std::size_t i) {
  const auto byte = [&](std::size_t j) { return static_cast<unsigned char>(text[j]); };
  if (byte(i) < 0x20) return text[i] != '\n' && text[i] != '\t';
  if (byte(i) == 0x7F) return true;
  return byte(i) == 0xC2 && i + 1 < text.size() && byte(i + 1) < 0xA0;  // U+0080 .. U+009F
}

bool has_control(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_control(text, i)) return true;
  }
  return false;
}

// Hands the text to yaml-cpp piece by piece. Where brackets might turn out to be a key, yaml-cpp reads on to
// their end before it reports anything, at over a hundred bytes of memory for each byte of text; so the text
// ends where too much of it was taken without a report.
class MeteredText : public std::streambuf {
 public:
  explicit MeteredText(std::string_view text) : text_(text) {}
  void report() { reported_ = given_; }
  [[nodiscard]] bool cut_off() const { return cut_off_; }

 protected:
  int_type underflow() override {
    constexpr std::size_t kPiece = 2048;
    cut_off_ = cut_off_ || given_ - reported_ > kMaxYamlUnreported;
    if (cut_off_ || given_ == text_.size()) return traits_type::eof();
    piece_.assign(text_.substr(given_, kPiece));
    given_ += piece_.size();
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return traits_type::to_int_type(piece_.front());
  }

 private:
  std::string_view text_;
  std::string piece_;
  std::size_t given_ = 0, reported_ = 0;
  bool cut_off_ = false;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, MeteredText& metered) : text_(text), places_(text), metered_(metered) {}

  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (started_) throw Stop{mark, "a second document starts here", "one case a file: remove '---'"};
    started_ = true;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(make(mark, YamlNode::Kind::kEmpty)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_alias(mark); }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_alias(mark); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    refuse_tag(mark, tag);
    if (has_control(value)) throw Stop{mark, "a control character in a text", "remove it"};
    YamlNode node = make(mark, YamlNode::Kind::kText);
    node.text = value;
    node.quoted = starts_with_quote(mark);
    if (node.quoted && !ends_with_quote(mark))
      throw Stop{mark, "a quotation mark opens here and never closes",
                 "close it; perhaps the file was cut off"};
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, YamlNode::Kind::kList);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, YamlNode::Kind::kMap);
  }
  void OnMapEnd() override { close(); }

  void place(const YAML::Mark& mark, int& line, int& column) { places_.place(mark, line, column); }
  void last_place(int& line, int& column) const { places_.last(line, column); }

 private:
  static void refuse_alias(const YAML::Mark& mark) {
    throw Stop{mark, "anchors (&name) and aliases (*name) are not read", "write the text out, or quote it"};
  }
  static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    throw Stop{mark, "tags (!name) are not read", "remove the tag, or quote the text"};
  }

  [[nodiscard]] bool starts_with_quote(const YAML::Mark& mark) const {
    const char c =
        static_cast<std::size_t>(mark.pos) < text_.size() ? text_[static_cast<std::size_t>(mark.pos)] : ' ';
    return c == '"' || c == '\'';
  }
  // yaml-cpp takes the end of the file for the end of a quoted text.
  [[nodiscard]] bool ends_with_quote(const YAML::Mark& mark) const {
    std::size_t i = static_cast<std::size_t>(mark.pos);
    const char quote = text_[i];
    while (++i < text_.size()) {
      const bool doubled = quote == '\'' && text_.substr(i, 2) == "''";
      const bool escaped = quote == '"' && text_[i] == '\\';
      if (doubled || escaped) {
        ++i;
      } else if (text_[i] == quote) {
        return true;
      }
    }
    return false;
  }

  YamlNode make(const YAML::Mark& mark, YamlNode::Kind kind) {
    if (++count_ > kMaxYamlNodes) {
      throw Stop{mark, "more than " + std::to_string(kMaxYamlNodes) + " values in one file",
                 "split the case"};
    }
    metered_.report();
    YamlNode node;
    node.kind = kind;
    places_.place(mark, node.line, node.column);
    return node;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YamlNode::Kind kind) {
    refuse_tag(mark, tag);
    if (open_.size() >= CaseLimits::kNesting) {
      throw Stop{mark, "nested more than " + std::to_string(CaseLimits::kNesting) + " levels deep",
                 "no part of a case goes so deep"};
    }
    if (key_expected())
      throw Stop{mark, "a list or mapping where a key belongs",
                 "keys are texts; perhaps a bracket or quotation mark that opens here never closes"};
    open_.push_back(make(mark, kind));
  }

  void close() {
    YamlNode done = std::move(open_.back());
    open_.pop_back();
    add(std::move(done));
  }

  [[nodiscard]] bool key_expected() const {
    return !open_.empty() && open_.back().is_map() && open_.back().keys.size() == open_.back().items.size();
  }

  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (key_expected()) {
      open_.back().keys.push_back(std::move(node));
    } else {
      open_.back().items.push_back(std::move(node));
    }
  }

  std::string_view text_;
  Places places_;
  MeteredText& metered_;
  YamlNode root_;
  std::vector<YamlNode> open_;
  std::size_t count_ = 0;
  bool started_ = false;
};

// Line and column of a byte, for faults found before the text is YAML.
Place place_of_byte(std::string_view text, std::size_t byte, const std::string& file) {
  const std::string_view before = text.substr(0, byte);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t newline = before.rfind('\n');
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return {file, static_cast<int>(line), static_cast<int>(base::count_code_points(before.substr(start))) + 1};
}

std::size_t first_byte_that_is_not_utf8(std::string_view text) {
  std::size_t good = 0, length = text.size();  // the prefix `good` is UTF-8; `length` bytes are not
  while (length > 1) {
    const std::size_t half = length / 2;
    std::size_t cut = good + half;
    while (cut < good + length && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) ++cut;
    if (cut >= good + length) {  // a run of continuation bytes to the end: look one code point at a time
      cut = good + 1;
      while (cut < good + length && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) ++cut;
      if (cut >= good + length) return good;
    }
    if (base::is_utf8(text.substr(good, cut - good))) {
      length -= cut - good;
      good = cut;
    } else {
      length = cut - good;
    }
  }
  return good;
}

std::optional<Problem> unreadable_bytes(std::string_view text, const std::string& file) {
  if (text.size() > CaseLimits::kFileBytes) {
    return Problem{{file, 0, 0},
                   "the file has " + std::to_string(text.size()) + " bytes",
                   "at most " + std::to_string(CaseLimits::kFileBytes) + " are read"};
  }
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    return Problem{place_of_byte(text, zero, file), "a zero byte: this is no text file",
                   "a case is YAML in UTF-8"};
  }
  if (!base::is_utf8(text)) {
    const std::size_t byte = first_byte_that_is_not_utf8(text);
    return Problem{place_of_byte(text, byte, file), "bytes that are not UTF-8", "save the file as UTF-8"};
  }
  return std::nullopt;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].text == key) return items[i].is_empty() ? nullptr : &items[i];
  }
  return nullptr;
}

base::Result<YamlNode> read_yaml(std::string_view text, const std::string& file) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  if (const auto problem = unreadable_bytes(text, file)) return *problem;

  MeteredText metered(text);
  TreeBuilder builder(text, metered);
  Place where{file, 0, 0};
  const auto cut_off = [&] {
    builder.last_place(where.line, where.column);
    return Problem{
        where,
        "the text or brackets after this have more than " + std::to_string(kMaxYamlUnreported) + " bytes",
        "close them, or write the part over several lines without brackets"};
  };
  try {
    std::istream stream(&metered);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    if (metered.cut_off()) return cut_off();
    return builder.take();
  } catch (const Stop& stop) {
    if (metered.cut_off()) return cut_off();
    builder.place(stop.mark, where.line, where.column);
    return Problem{where, stop.what, stop.fix};
  } catch (const YAML::Exception& error) {
    if (metered.cut_off()) return cut_off();
    if (!error.mark.is_null()) builder.place(error.mark, where.line, where.column);
    return Problem{where, "not YAML: " + error.msg,
                   "check indentation, brackets and quotation marks just before this place"};
  }
}

}  // namespace modus::formats
