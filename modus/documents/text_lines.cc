#include "modus/documents/text_lines.h"

#include <algorithm>

#include "modus/base/text.h"
#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-=_*~# ") == std::string_view::npos;
}

// A line of [begin, end), blanks and unseen letters trimmed from its ends.
TextLine make_line(std::string_view stored, std::size_t begin, std::size_t end) {
  TextLine line;
  const std::string_view whole = stored.substr(begin, end - begin);
  line.hard_break = whole.size() > 2 && whole.substr(whole.size() - 2) == "  ";
  while (begin < end) {
    const Letter letter = first_letter(stored.substr(begin, end - begin));
    if (!is_blank(letter.value) && !is_unseen(letter.value)) break;
    if (is_blank(letter.value)) line.indent += letter.value == '\t' ? 4U : 1U;
    begin += letter.bytes;
  }
  while (end > begin && (stored[end - 1] == ' ' || stored[end - 1] == '\t')) --end;
  line.begin = begin;
  line.end = end;
  line.letters = base::count_code_points(line.of(stored));
  return line;
}

// Letters of the first word of a line.
std::size_t first_word(std::string_view line) {
  return base::count_code_points(line.substr(0, line.find(' ')));
}

bool ends_sentence(std::string_view line) {
  for (const std::string_view mark : {"\"", "'", "\u201D", "\u2019", ")", "\u00BB"}) {
    if (line.ends_with(mark)) line.remove_suffix(mark.size());
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':');
}

}  // namespace

std::vector<TextLine> cut_into_lines(std::string_view stored) {
  std::vector<TextLine> lines;
  for (std::size_t begin = 0; begin < stored.size();) {
    const std::size_t end = std::min(stored.find_first_of("\r\n", begin), stored.size());
    TextLine line = make_line(stored, begin, end);
    line.raw_end = line.end;
    if (is_rule(line.of(stored))) line.end = line.begin;
    lines.push_back(line);
    const bool both = end + 1 < stored.size() && stored[end] == '\r' && stored[end + 1] == '\n';
    begin = end + (both ? 2 : 1);
  }
  return lines;
}

std::size_t list_mark(std::string_view line) {
  std::size_t mark = 0;
  for (const std::string_view bullet : {"-", "*", "+", "\u2022", "\u00B7", "\u2023", "\u25E6", "\u25AA"}) {
    if (line.starts_with(bullet)) mark = bullet.size();
  }
  if (mark == 0) {
    while (mark < line.size() && mark < 2 && is_digit(line[mark])) ++mark;
    if (mark == 0 || mark == line.size() || (line[mark] != '.' && line[mark] != ')')) return 0;
    ++mark;
  }
  const std::size_t text = line.find_first_not_of(" \t", mark);
  return text == std::string_view::npos || text == mark ? 0 : text;
}

std::size_t wrap_width(std::string_view stored, const std::vector<TextLine>& lines) {
  constexpr std::size_t kNarrowest = 40, kWidest = 130, kWordsOfParagraph = 15;
  std::vector<std::size_t> followed;  // lengths of lines that another line follows
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].letters > kWidest && count_words(lines[i].of(stored)) >= kWordsOfParagraph) return 0;
    if (i + 1 < lines.size() && !lines[i].empty() && !lines[i + 1].empty())
      followed.push_back(lines[i].letters);
  }
  if (followed.size() < 2) return 0;
  const auto most = followed.begin() + static_cast<std::ptrdiff_t>(followed.size() * 9 / 10);
  std::nth_element(followed.begin(), most, followed.end());
  return *most < kNarrowest ? 0 : std::min(*most, kWidest);
}

bool continues_line(std::string_view stored, const TextLine& line, const TextLine& next, std::size_t width) {
  const std::string_view text = line.of(stored), following = next.of(stored);
  if (list_mark(following) != 0 && (ends_sentence(text) || list_mark(text) != 0)) return false;
  if (width != 0 && line.letters + 1 + first_word(following) > width) return true;
  return is_small(first_letter(following).value) && !ends_sentence(text);
}

}  // namespace modus::documents
