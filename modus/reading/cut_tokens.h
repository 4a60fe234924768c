/// \file Words, numbers, quotation marks and other marks of one block.
#pragma once

#include <string_view>
#include <vector>

#include "modus/reading/text.h"

namespace modus::reading {

/// Appends the tokens of one block. O(size).
void cut_tokens(std::string_view text, Span block, std::vector<Token>& tokens);

}  // namespace modus::reading
