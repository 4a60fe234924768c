/// \file Which words stand between quotation marks.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/reading/text.h"

namespace modus::reading {

struct Quotation {
  Tokens inside;        ///< without its marks
  Tokens with_marks;
  bool whole = false;   ///< a sentence or more of somebody's own, not words within another's sentence
  bool open_ended = false;   ///< runs on in the next block, which begins with an opening mark
};

/// The outermost quotations, in order. A mark that is never closed opens one only where the next block goes on with it.
/// O(tokens).
[[nodiscard]] std::vector<Quotation> find_quotations(const Text& text);

/// For every token the quotation it stands in (its marks included), or kNone.
inline constexpr std::uint32_t kNoQuotation = 0xffffffff;
[[nodiscard]] std::vector<std::uint32_t> quotation_of_tokens(const Text& text, const std::vector<Quotation>& quotations);

}  // namespace modus::reading
