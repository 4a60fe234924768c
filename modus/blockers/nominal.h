/// \file The nominal scenario: everybody's mean wants, with every standing limit real.
#pragma once

#include "modus/case_model/standing.h"
#include "modus/findings/scenarios.h"

namespace modus::blockers {

/// One scenario with the means over all scenarios of option values, adjustments and no-deal values, every
/// standing limit real and nobody stalling. What is the same in all scenarios is taken over exactly, so a
/// point-valued party stays so. Precondition: at least one scenario. O(size of the scenarios).
[[nodiscard]] findings::Scenarios nominal_scenario(const findings::Scenarios& scenarios,
                                                   const case_model::Standing& standing);

}  // namespace modus::blockers
