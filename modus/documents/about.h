/// \file What a file tells about its report outside the report's words: front matter, meta tags, scripts, its
/// name. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modus/documents/document.h"
#include "modus/documents/head.h"

namespace modus::documents {

struct AboutField {
  std::string value;
  std::optional<Span> stored;  ///< bytes of the stored file
  [[nodiscard]] bool empty() const { return value.empty(); }
};

struct About {
  AboutField title, publisher, date;  ///< date: as it is written there
  std::vector<AboutField> authors;
};

/// The bytes of the stored file as a passage.
[[nodiscard]] Passage passage_at(std::string_view stored, Span bytes);

/// The names in one author field: "By Ann Lee and Bo Ray" are two. Addresses of pages and mere offices are
/// none.
[[nodiscard]] std::vector<AboutField> authors_in(const AboutField& field);

/// Fills in title, publisher, authors and date: the markup's word first, shown where the text says the same;
/// then the text's; then copyright notices and the file's name. Marks a title that only the markup told.
void fill_fields(Document& document, const About& about, const Head& head,
                 const std::vector<Stretch>& notices);

}  // namespace modus::documents
