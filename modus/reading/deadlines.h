/// \file Dates that something has to be done by: "has until Friday", "if there is no deal by May 26".
#pragma once

#include <optional>
#include <string_view>

#include "modus/reading/dates.h"
#include "modus/reading/text.h"

namespace modus::reading {

/// The preposition a date depends on: "by", "until", "since", "from", "beyond", "before", "after", "to";
/// empty for "on" and none.
[[nodiscard]] std::string_view preposition_of(const Text& text, const DateMention& date, Tokens sentence);

/// What a date of a sentence sets: "deadline" or "adjournment" ("deferred until 3 February"); empty for
/// neither. O(sentence).
[[nodiscard]] std::string_view deadline_kind(const Text& text, const DateMention& date, Tokens sentence);

}  // namespace modus::reading
