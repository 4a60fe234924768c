/// \file A document made of paragraphs, for tests that need no file.
#pragma once

#include <string>
#include <utility>

#include "modus/base/text.h"
#include "modus/documents/document.h"

namespace modus::reading {

/// One block a line; empty lines count for nothing. The text stands in the "file" as it is.
inline documents::Document plain_document(std::string text, std::string file = "test.txt") {
  documents::Document made;
  made.file = std::move(file);
  made.file_bytes = text.size();
  made.code_points = base::count_code_points(text);
  made.language = "en";
  made.sha256 = base::sha256_hex(text);
  made.stored = text;
  made.text = std::move(text);
  for (std::size_t begin = 0; begin < made.text.size();) {
    std::size_t end = made.text.find('\n', begin);
    if (end == std::string::npos) end = made.text.size();
    if (end > begin) made.blocks.push_back({{begin, end}, documents::BlockKind::kParagraph});
    begin = end + 1;
  }
  made.runs = {{0, 0, made.stored.size(), false}};
  return made;
}

}  // namespace modus::reading
