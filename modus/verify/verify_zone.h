/// \file What is said of the zone, checked from the definitions.
#pragma once

#include "modus/findings/zone.h"
#include "modus/verify/every_package.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks counts of packages, zone probability, best joint acceptance (raw, corrected, whose package), every
/// asked party's acceptance, stalling, no-deal value and zone without it, option shares, the best package and
/// the drafts (verify_package), and the range. Not checked: sampling errors, and zone probabilities under
/// other assumptions, which rest on other scenarios. `every` is null where counting every package was not
/// affordable; then what rests on it is left out.
[[nodiscard]] VerifyReport verify_zone(const NaiveAcceptance& naive, const EveryPackage* every,
                                       const findings::ZoneFinding& zone, const VerifyOptions& options);

}  // namespace modus::verify
