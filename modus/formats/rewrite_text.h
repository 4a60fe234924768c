/// \file A changed case put back into the text that a person wrote.
#pragma once

#include <string>
#include <string_view>

#include "modus/case_model/case.h"

namespace modus::formats {

struct RewrittenText {
  std::string text;
  bool kept = false;  ///< layout and comments of the original stand; else it is the canonical text
};

/// A text that reads as `after`: the original with only what changed put in, where the changes are statements, rounds
/// of the text and other items added to lists and mappings, values replaced, and items dropped; new parts look like
/// their neighbours (in brackets where those are). The text is read back: what would not be exactly `after` is not
/// kept, and the canonical text is given whole.
///
/// Precondition: the original reads as `before`. Never fails; an original that is no YAML gives the canonical text.
/// Time: linear in the text, and in the changes.
[[nodiscard]] RewrittenText rewrite_text(std::string_view original, const case_model::Case& before, const case_model::Case& after);

/// Whether a text has comments, which canonical text would lose.
[[nodiscard]] bool has_comments(std::string_view text);

}  // namespace modus::formats
