/// \file Reports that tests of this room open.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "modus/documents/laws_for_tests.h"
#include "modus/documents/open_document.h"

namespace modus::documents {

/// Two paragraphs of English, enough for a report.
inline constexpr std::string_view kBody =
    "The union said on Friday that it would not sign the offer that the company had made in the spring, and "
    "called for a new "
    "round of talks in Geneva.\n\n\u201CWe will not sign,\u201D said Tom Ray, who leads the union. The "
    "company declined to comment.\n";

/// Opens a report that has to open, and keeps to the laws.
inline Document opened(std::string name, std::string_view bytes) {
  auto result = open_document(std::move(name), bytes);
  if (!result.ok()) {
    ADD_FAILURE() << describe(result.problems()[0]);
    return {};
  }
  EXPECT_EQ(broken_law(result.value()).value_or(""), "");
  return std::move(result.value());
}

/// The first problem of a report that must not open.
inline std::string problem_of(std::string name, std::string_view bytes) {
  const auto result = open_document(std::move(name), bytes);
  return result.ok() ? "no problem" : describe(result.problems()[0]);
}

inline std::vector<std::string> texts_of(const Document& document, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) texts.push_back(text_of(document, block.span));
  }
  return texts;
}

inline std::vector<std::string> authors_of(const Document& document) {
  std::vector<std::string> names;
  for (const Field& author : document.authors) names.push_back(author.value);
  return names;
}

}  // namespace modus::documents
