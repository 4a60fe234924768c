#include "modus/documents/markdown_inline.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_digit(c) && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}
bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_plain(char c) { return !is_gap(c) && !is_punctuation(c); }

struct NamedLetter {
  std::string_view name, letter;
};
constexpr std::array<NamedLetter, 16> kEntities = {{{"&amp;", "&"},
                                                    {"&lt;", "<"},
                                                    {"&gt;", ">"},
                                                    {"&quot;", "\""},
                                                    {"&apos;", "'"},
                                                    {"&nbsp;", " "},
                                                    {"&ndash;", "\u2013"},
                                                    {"&mdash;", "\u2014"},
                                                    {"&lsquo;", "\u2018"},
                                                    {"&rsquo;", "\u2019"},
                                                    {"&ldquo;", "\u201C"},
                                                    {"&rdquo;", "\u201D"},
                                                    {"&hellip;", "\u2026"},
                                                    {"&euro;", "\u20AC"},
                                                    {"&pound;", "\u00A3"},
                                                    {"&shy;", "\u00AD"}}};

class InlineReader {
 public:
  InlineReader(StretchWriter& writer, std::string_view stored, const std::vector<Span>& lines)
      : writer_(writer), stored_(stored) {
    for (const Span& line : lines) {
      if (!text_.empty()) put('\n', line.begin);
      for (std::size_t at = line.begin; at < line.end; ++at) put(stored_[at], at);
    }
    what_.assign(text_.size(), What::kText);
    linked_.assign(text_.size(), false);
  }

  void write() {
    mark_code();
    mark_escapes();
    mark_tags();
    mark_links();
    mark_emphasis();
    emit();
  }

 private:
  enum class What : std::uint8_t { kText, kDropped, kLiteral };  // literal: shown, but no mark of anything

  void put(char c, std::size_t at) {
    text_ += c;
    place_.push_back(at);
  }

  [[nodiscard]] bool is(std::size_t i, char c) const {
    return i < text_.size() && text_[i] == c && what_[i] == What::kText;
  }

  void set(std::size_t begin, std::size_t end, What what) {
    std::fill(what_.begin() + static_cast<std::ptrdiff_t>(begin),
              what_.begin() + static_cast<std::ptrdiff_t>(std::min(end, what_.size())), what);
  }

  [[nodiscard]] std::size_t run_end(std::size_t i) const {
    const char c = text_[i];
    while (i < text_.size() && text_[i] == c) ++i;
    return i;
  }

  // `code`: its ticks go, what is between them stays as it is.
  void mark_code() {
    std::map<std::size_t, std::vector<std::size_t>>
        runs;  // length of a run of ticks -> places, the last first
    for (std::size_t i = text_.rfind('`'); i != std::string::npos;
         i = i == 0 ? std::string::npos : text_.rfind('`', i - 1)) {
      const std::size_t end = i + 1;
      while (i > 0 && text_[i - 1] == '`') --i;
      runs[end - i].push_back(i);
    }
    for (std::size_t i = text_.find('`'); i != std::string::npos; i = text_.find('`', i)) {
      const std::size_t end = run_end(i), length = end - i;
      auto& places = runs[length];
      while (!places.empty() && places.back() <= i) places.pop_back();
      if (!places.empty()) {
        const std::size_t close = places.back();
        set(i, end, What::kDropped);
        set(end, close, What::kLiteral);
        set(close, close + length, What::kDropped);
        i = close + length;
      } else {
        i = end;
      }
    }
  }

  void mark_escapes() {
    for (std::size_t i = 0; i + 1 < text_.size(); ++i) {
      if (!is(i, '\\') || !is_punctuation(text_[i + 1])) continue;
      what_[i] = What::kDropped;
      what_[i + 1] = What::kLiteral;
      ++i;
    }
  }

  // "<b>", "<https://...>", "<!-- ... -->"
  void mark_tags() {
    for (std::size_t i = 0; i + 1 < text_.size(); ++i) {
      if (!is(i, '<')) continue;
      const char next = text_[i + 1];
      const bool tag =
          next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
      if (!tag) continue;
      const bool comment = text_.compare(i, 4, "<!--") == 0;
      const std::size_t close = comment ? text_.find("-->", i) : text_.find('>', i);
      if (close == std::string::npos) return;
      const std::size_t end = close + (comment ? 3 : 1);
      set(i, end, What::kDropped);
      i = end - 1;
    }
  }

  // [text](address), ![picture](address), [text][reference], [^note]
  void mark_links() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (is(i, '[')) open.push_back(i);
      if (!is(i, ']') || open.empty()) continue;
      const std::size_t begin = open.back();
      open.pop_back();
      const std::size_t end = link_end(i);
      const bool note = begin + 1 < i && text_[begin + 1] == '^';
      if (note) {
        set(begin, i + 1, What::kDropped);
      } else if (end > i + 1) {
        const bool picture = begin > 0 && is(begin - 1, '!');
        if (picture) set(begin - 1, end, What::kDropped);
        what_[begin] = What::kDropped;
        set(i, end, What::kDropped);
        std::fill(linked_.begin() + static_cast<std::ptrdiff_t>(begin),
                  linked_.begin() + static_cast<std::ptrdiff_t>(end), true);
        i = end - 1;
      }
    }
  }

  // The end of "(address)" or "[reference]" right after the ']' at i; i + 1 where there is none.
  [[nodiscard]] std::size_t link_end(std::size_t i) const {
    constexpr std::size_t kLongest = 2000;
    if (i + 1 == text_.size() || (text_[i + 1] != '(' && text_[i + 1] != '[')) return i + 1;
    const char open = text_[i + 1], close = open == '(' ? ')' : ']';
    int depth = 0;
    for (std::size_t at = i + 1; at < std::min(text_.size(), i + kLongest); ++at) {
      if (text_[at] == open) ++depth;
      if (text_[at] == close && --depth == 0) return at + 1;
    }
    return i + 1;
  }

  // *, _ and ~~ that open before a word and close after one.
  void mark_emphasis() {
    struct Open {
      std::size_t begin, end;
    };
    std::map<char, std::vector<Open>> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!is(i, '*') && !is(i, '_') && !is(i, '~')) continue;
      const char c = text_[i];
      const std::size_t end = run_end(i);
      const char before = i == 0 ? ' ' : text_[i - 1], after = end == text_.size() ? ' ' : text_[end];
      const bool inside_word = c == '_' && is_plain(before) && is_plain(after);
      const bool may_close = !is_gap(before) && !inside_word, may_open = !is_gap(after) && !inside_word;
      auto& waiting = open[c];
      std::size_t begin = i;
      while (may_close && begin < end && !waiting.empty()) {
        Open& last = waiting.back();
        const std::size_t length = std::min(last.end - last.begin, end - begin);
        set(last.end - length, last.end, What::kDropped);
        set(begin, begin + length, What::kDropped);
        last.end -= length;
        begin += length;
        if (last.begin == last.end) waiting.pop_back();
      }
      if (may_open && begin < end) waiting.push_back({begin, end});
      i = end - 1;
    }
  }

  void emit() {
    for (std::size_t i = 0; i < text_.size();) {
      if (what_[i] == What::kDropped) {
        ++i;
      } else if (text_[i] == '\n') {
        writer_.add_blank(place_[i - 1] + 1, place_[i]);
        ++i;
      } else if (const std::size_t entity = emit_entity(i); entity > 0) {
        i += entity;
      } else {
        i = emit_run(i);
      }
    }
    writer_.set_linked(false);
  }

  std::size_t emit_entity(std::size_t i) {
    if (!is(i, '&')) return 0;
    const std::size_t close = text_.find(';', i);
    if (close == std::string::npos || close - i > 10) return 0;
    const std::size_t length = close + 1 - i;
    const std::string_view name = std::string_view(text_).substr(i, length);
    const auto known = std::find_if(kEntities.begin(), kEntities.end(),
                                    [&](const NamedLetter& entity) { return entity.name == name; });
    const std::string letter = known != kEntities.end() ? std::string(known->letter) : numbered(name);
    if (letter.empty()) return 0;
    writer_.set_linked(linked_[i]);
    writer_.add_piece(letter, place_[i], place_[close] + 1);
    return length;
  }

  // "&#8217;", "&#x2019;"
  static std::string numbered(std::string_view name) {
    if (name.size() < 4 || name[1] != '#') return {};
    const bool hex = name[2] == 'x' || name[2] == 'X';
    char32_t value = 0;
    for (const char c : name.substr(hex ? 3 : 2, name.size() - (hex ? 4 : 3))) {
      const char lower = static_cast<char>(c | 0x20);
      const bool letter = hex && lower >= 'a' && lower <= 'f';
      if (!is_digit(c) && !letter) return {};
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(letter ? lower - 'a' + 10 : c - '0');
    }
    std::string text;
    if (value != 0 && value < 0x110000 && (value < 0xD800 || value >= 0xE000)) append_utf8(text, value);
    return text;
  }

  // Text up to the next mark, line or entity.
  std::size_t emit_run(std::size_t i) {
    std::size_t end = i + 1;
    const bool linked = linked_[i];
    while (end < text_.size() && what_[end] != What::kDropped && text_[end] != '\n' && !is(end, '&') &&
           linked_[end] == linked)
      ++end;
    writer_.set_linked(linked);
    writer_.add(place_[i], place_[end - 1] + 1);
    return end;
  }

  StretchWriter& writer_;
  std::string_view stored_;
  std::string text_;                // the paragraph, a line feed between its lines
  std::vector<std::size_t> place_;  // of each byte in the file; of a line feed, where the next line begins
  std::vector<What> what_;
  std::vector<bool> linked_;
};

}  // namespace

void write_markdown(StretchWriter& writer, std::string_view stored, const std::vector<Span>& lines) {
  InlineReader(writer, stored, lines).write();
}

}  // namespace modus::documents
