/// \file The chance of an event by each day, from processes some of which were lost sight of before it came.
#pragma once

#include <vector>

#include "modus/findings/base_rate.h"
#include "modus/findings/durations.h"

namespace modus::timing {

/// One step for each day on which an event came, by day: the product-limit estimate, exact. Of one day events count before
/// processes that were last seen on it. Each with its 90 % interval from Greenwood's error on the log(-log) scale
/// (observed_chance.h); where the chance is 1 the interval runs from the low end of the step before (0 without one) to 1.
/// Empty where no event came. O(n log n). Source: Kaplan and Meier 1958; Greenwood 1926.
[[nodiscard]] std::vector<findings::ObservedChance> kaplan_meier(std::vector<findings::Duration> rows);

}  // namespace modus::timing
