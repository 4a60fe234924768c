/// \file Clauses, cut just finely enough that a date, a place and an event in one of them belong together.
#pragma once

#include <vector>

#include "modus/reading/dates.h"
#include "modus/reading/text.h"

namespace modus::reading {

/// The clauses of a sentence, in order, without gaps: what somebody says is a clause of its own ("said Monday
/// that | nurses would walk out on June 1"), and so are relative clauses and what follows "but", "when",
/// "if". A relative clause about an event ("the talks, which open in Oslo on Friday") stays with it.
/// O(sentence + dates).
[[nodiscard]] std::vector<Tokens> event_clauses(const Text& text, Tokens sentence,
                                                const std::vector<DateMention>& dates);

/// For each token whether it stands in a quotation of at least six words. O(tokens).
[[nodiscard]] std::vector<bool> quoted_tokens(const Text& text);

}  // namespace modus::reading
