/// \file What all sides can already be said to share.
#pragma once

#include <vector>

#include "modus/findings/packages.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::zone {

/// An option counts as common where the zone has it in at least this share of the scenarios with a zone...
inline constexpr double kCommonShare = 0.8;
/// ... if there are at least so many.
inline constexpr std::size_t kFewestScenarios = 20;

/// Options of issues that leave a choice, which every principal has offered, accepted or asked for in a
/// statement that counts, or which the zone has nearly always. Those said by all first, then by issue and
/// option.
///
/// Asked for is what a demand names (case_model::asked_for). Statements listed are those in which principals
/// said so.
[[nodiscard]] std::vector<findings::CommonElement> find_common_ground(const DrawnCase& drawn,
                                                                      const ZoneScan& scan);

}  // namespace modus::zone
