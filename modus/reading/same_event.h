/// \file One event told twice.
#pragma once

#include <vector>

#include "modus/reading/events.h"

namespace modus::reading {

/// Leaves one of each group of tellings of the same event, the fullest, at its own place in the order.
/// Tellings are the same where their kinds are related and their days are equal, or one lacks a day and their
/// places are equal. O(events^2), with few events.
[[nodiscard]] std::vector<EventMention> once_each(std::vector<EventMention> events, const Text& text,
                                                  const std::vector<DateMention>& dates);

}  // namespace modus::reading
