#include "modus/documents/plain_text.h"

#include "modus/documents/letters.h"
#include "modus/documents/text_lines.h"

namespace modus::documents {
namespace {

bool ends_with_hyphenated(std::string_view line) {
  return line.size() > 1 && line.back() == '-' && line[line.size() - 2] != '-' && line[line.size() - 2] != ' ';
}

}  // namespace

std::vector<Stretch> read_plain_text(std::string_view stored) {
  const std::vector<TextLine> lines = cut_into_lines(stored);
  const std::size_t width = wrap_width(stored, lines);
  StretchWriter writer(stored);
  BlockKind kind = BlockKind::kParagraph;
  const TextLine* before = nullptr;   // the line before in the same paragraph
  for (const TextLine& line : lines) {
    if (before != nullptr && (line.empty() || !continues_line(stored, *before, line, width))) {
      writer.end(kind, false);
      before = nullptr;
    }
    if (line.empty()) continue;
    const std::size_t mark = before == nullptr ? list_mark(line.of(stored)) : 0;
    if (before == nullptr) {
      kind = mark == 0 ? BlockKind::kParagraph : BlockKind::kListItem;
    } else if (!ends_with_hyphenated(before->of(stored))) {
      writer.add_blank(before->end, line.begin);
    }
    writer.add(line.begin + mark, line.end);
    before = &line;
  }
  writer.end(kind, false);
  return writer.take();
}

}  // namespace modus::documents
