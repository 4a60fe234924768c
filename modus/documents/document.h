/// \file A report as text to read: what it says, without what surrounds it on its page, with a way back from
/// every letter to its place in the stored file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace modus::documents {

/// Bytes of Document::text, end exclusive; always on code point boundaries.
struct Span {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::size_t size() const { return empty() ? 0 : end - begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// A passage of the stored file: code points from 0, end exclusive, a byte order mark counting as one; and
/// exactly what stands there, markup and entities included.
struct Passage {
  std::size_t start = 0, end = 0;
  std::string text;
  friend bool operator==(const Passage&, const Passage&) = default;
};

enum class BlockKind { kTitle, kByline, kHeading, kParagraph, kListItem };

/// One stretch of text between blank lines or block marks; never empty, never overlapping, rising.
struct Block {
  Span span;
  BlockKind kind = BlockKind::kParagraph;
};

/// What a report says about itself; `span` where it stands in the text, `stored` where it stands in the file
/// (in a markup attribute, say). Both may be absent: a date taken from the file's name.
struct Field {
  std::string value;
  std::optional<Span> span;
  std::optional<Passage> stored;
};

/// Where a run of text comes from: `text_begin` in Document::text is `stored_begin` in the stored file, and
/// the next bytes follow one to one until the next run begins. A run marked `entity` is one piece: all its
/// text stands for the whole of [stored_begin, stored_end) and is never split.
struct Run {
  std::size_t text_begin = 0;                    ///< byte of Document::text
  std::size_t stored_begin = 0, stored_end = 0;  ///< bytes of Document::stored
  bool entity = false;
  std::size_t code_points = 0;  ///< of Document::stored before stored_begin
};

struct Document {
  std::string file;    ///< as the user named it; "-" for standard input
  std::string sha256;  ///< of the file's bytes
  std::size_t file_bytes = 0;
  std::size_t code_points = 0;  ///< of the stored file, decoded
  std::string language;         ///< ISO 639-1: "en"
  std::string stored;           ///< the whole file, decoded to UTF-8; a byte order mark stays
  std::string text;             ///< what it says: blocks with a line feed between them
  std::vector<Block> blocks;
  std::vector<Run> runs;         ///< rising, the first at 0 (unless the text is empty)
  Field title, publisher, date;  ///< date's value: YYYY-MM-DD, or empty
  std::vector<Field> authors;
};

/// The passage a span of the text comes from. The span must lie within one block; what lies between its first
/// and its last letter in the file is included (markup within a sentence, say). O(log runs + size).
[[nodiscard]] Passage passage_of(const Document& document, Span span);

}  // namespace modus::documents
