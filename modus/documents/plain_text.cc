#include "modus/documents/plain_text.h"

#include "modus/documents/head_line.h"
#include "modus/documents/names.h"
#include "modus/documents/text_lines.h"

namespace modus::documents {
namespace {

bool ends_with_hyphenated(std::string_view line) {
  return line.size() > 1 && line.back() == '-' && line[line.size() - 2] != '-' &&
         line[line.size() - 2] != ' ';
}

// Lines at a file's start may tell about the report, each for itself.
class HeadLines {
 public:
  bool parts(std::string_view line, std::string_view next) {
    constexpr int kMost = 24;
    if (++lines_ > kMost) return false;
    return read_head_line(line) || read_head_line(next) || is_outlet_name(line) || is_outlet_name(next);
  }

 private:
  int lines_ = 0;
};

}  // namespace

std::vector<Stretch> read_plain_text(std::string_view stored) {
  const std::vector<TextLine> lines = cut_into_lines(stored);
  const std::size_t width = wrap_width(stored, lines);
  StretchWriter writer(stored);
  HeadLines heads;
  BlockKind kind = BlockKind::kParagraph;
  const TextLine* before = nullptr;  // the line before, if not empty
  for (const TextLine& line : lines) {
    const bool follows = before != nullptr && !line.empty();
    const bool goes_on = follows && !heads.parts(before->of(stored), line.of(stored)) &&
                         continues_line(stored, *before, line, width);
    if (!goes_on) writer.end(kind, false);
    if (!line.empty()) {
      const std::size_t mark = goes_on ? 0 : list_mark(line.of(stored));
      if (!goes_on) kind = mark == 0 ? BlockKind::kParagraph : BlockKind::kListItem;
      if (goes_on && !ends_with_hyphenated(before->of(stored))) writer.add_blank(before->end, line.begin);
      writer.add(line.begin + mark, line.end);
      writer.set_tight(follows && !goes_on);
    }
    before = line.empty() ? nullptr : &line;
  }
  writer.end(kind, false);
  return writer.take();
}

}  // namespace modus::documents
