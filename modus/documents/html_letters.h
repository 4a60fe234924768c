/// \file The letters of a page's text nodes and where they stand in its source. Private to this room.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace modus::documents {

/// Some bytes of a node's text and the bytes of its source they stand for.
struct LetterPair {
  std::size_t text_begin = 0, text_end = 0;
  std::size_t source_begin = 0, source_end = 0;
  bool same = false;  ///< byte for byte
};

/// Pairs the text of a node with the source it was read from: entities, line ends of two bytes, tags and
/// comments that the parser passed over. One pair for all of it where they cannot be brought together.
/// O(size).
[[nodiscard]] std::vector<LetterPair> pair_letters(std::string_view text, std::string_view source);

}  // namespace modus::documents
