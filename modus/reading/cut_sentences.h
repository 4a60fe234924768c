/// \file Where sentences end.
#pragma once

#include <string_view>

#include "modus/reading/text.h"

namespace modus::reading {

/// Whether the word, folded and without its full stop, is an abbreviation that is written with one ("mr", "gen", "inc", "jan").
[[nodiscard]] bool is_abbreviation(std::string_view lower);

/// A sentence of more than 400 tokens is cut there. Appends the sentences of one block, whose tokens are the last ones of `text`, and numbers its tokens. O(tokens).
void cut_sentences(std::string_view text_of_document, std::uint32_t block, Tokens tokens, Text& text);

}  // namespace modus::reading
