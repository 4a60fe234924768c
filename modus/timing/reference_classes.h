/// \file The reference classes that come with the program: how long processes like the one in hand took.
///
/// docs/rates.md lists them with their sources. What counts as the event differs: within a month of the start of talks
/// a ceasefire agreement came in 7 of 100 peace processes and a comprehensive one in 1, so the event must fit the question.
///
/// `observed` has the chances as published. Where the source gives no error, low and high are those of the count alone,
/// as if no process had been lost sight of before that day: a little too narrow where many were.
#pragma once

#include <string_view>
#include <vector>

#include "modus/findings/base_rate.h"

namespace modus::timing {

/// In the order of the list: ends of fighting, then talks to what they are about. The same at every call.
[[nodiscard]] const std::vector<findings::ReferenceClass>& reference_classes();

/// Null where there is none of that id.
[[nodiscard]] const findings::ReferenceClass* find_reference_class(std::string_view id);

}  // namespace modus::timing
