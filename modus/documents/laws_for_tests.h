/// \file What must hold of every document, for tests and the fuzzer.
#pragma once

#include <optional>
#include <string>

#include "modus/base/text.h"
#include "modus/documents/document.h"

namespace modus::documents {

inline std::string text_of(const Document& document, Span span) {
  return document.text.substr(span.begin, span.size());
}

inline bool starts_code_point(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// Whether the passage is what stands at its place in the stored file.
inline bool stands_there(const Document& document, const Passage& passage) {
  const std::size_t begin = base::byte_of_code_point(document.stored, passage.start);
  const std::size_t end = base::byte_of_code_point(document.stored, passage.end);
  return passage.start < passage.end && document.stored.substr(begin, end - begin) == passage.text;
}

/// The first law a document breaks, in words.
inline std::optional<std::string> broken_law(const Document& document) {
  if (!base::is_utf8(document.text) || !base::is_utf8(document.stored)) return "texts are UTF-8";
  if (document.code_points != base::count_code_points(document.stored)) return "code points are counted";
  if (document.blocks.empty()) return "a document has a block";
  std::size_t end = 0;
  for (const Block& block : document.blocks) {
    if (block.span.empty() || block.span.begin < end || block.span.end > document.text.size())
      return "blocks rise and have text";
    if (!starts_code_point(document.text, block.span.begin) ||
        !starts_code_point(document.text, block.span.end))
      return "blocks are cut between code points";
    if (!stands_there(document, passage_of(document, block.span))) return "a block stands in the file";
    end = block.span.end;
  }
  for (const Field* field : {&document.title, &document.publisher, &document.date}) {
    if (field->span && field->stored != passage_of(document, *field->span)) return "fields stand in the file";
    if (field->stored && !stands_there(document, *field->stored)) return "fields stand in the file";
  }
  for (const Field& author : document.authors) {
    if (author.value.empty()) return "authors have names";
    if (author.stored && !stands_there(document, *author.stored)) return "authors stand in the file";
  }
  return std::nullopt;
}

}  // namespace modus::documents
