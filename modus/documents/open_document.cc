#include "modus/documents/open_document.h"

#include <utility>

#include "modus/base/text.h"
#include "modus/documents/plain_text.h"
#include "modus/documents/stretches.h"

namespace modus::documents {
namespace {

Field field_at(const Document& document, std::size_t begin, std::size_t end) {
  const Span span{begin, end};
  return {document.text.substr(begin, end - begin), span, passage_of(document, span)};
}

void read_head(Document& document) {
  if (document.blocks.size() < 2) return;
  document.blocks[0].kind = BlockKind::kTitle;
  document.title = field_at(document, document.blocks[0].span.begin, document.blocks[0].span.end);
  Block& next = document.blocks[1];
  if (document.text.compare(next.span.begin, 3, "By ") != 0 || next.span.size() > 120) return;
  next.kind = BlockKind::kByline;
  const std::size_t bar = document.text.find(" | ", next.span.begin);
  const bool named = bar != std::string::npos && bar < next.span.end;
  document.authors.push_back(field_at(document, next.span.begin + 3, named ? bar : next.span.end));
  if (named) document.publisher = field_at(document, bar + 3, next.span.end);
}

}  // namespace

base::Result<Document> open_document(std::string name, std::string_view bytes) {
  const base::Place where{name, 0, 0};
  if (bytes.empty()) return base::Problem{where, "the file is empty", "name a file with a report in it"};
  if (bytes.size() > OpenLimits::kFileBytes)
    return base::Problem{where, "the file is too large",
                         "at most " + std::to_string(OpenLimits::kFileBytes) + " bytes are read"};
  if (!base::is_utf8(bytes)) return base::Problem{where, "the text is not UTF-8", "save it as UTF-8"};
  Document document;
  document.file = std::move(name);
  document.sha256 = base::sha256_hex(bytes);
  document.file_bytes = bytes.size();
  document.code_points = base::count_code_points(bytes);
  document.language = "en";
  document.stored = std::string(bytes);
  assemble(document, read_plain_text(document.stored));
  read_head(document);
  return document;
}

}  // namespace modus::documents
