/// \file Which packages a facilitator would table, in which order, so that every refusal narrows what is left.
#pragma once

#include <vector>

#include "modus/base/context.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::timing {

/// Packages by greedy coverage: the one that all accept in most scenarios; then, given that it was refused, the one that
/// all accept in most of the scenarios left; and so on, while a package adds a scenario, kPackagesOnList at most. First by
/// what each accepts now, then by what it would accept `months` later: no-deal values fallen by the middle of their stated
/// cost a month, nobody stalling. Ties to the lower package number.
///
/// They are chosen from a short list: the drafts, the packages most accepted, and for some scenarios with a zone, evenly
/// spaced, the package of that zone that is most accepted over all; so a scenario that has a zone may be left without a
/// package. Empty where no scenario has a zone in either state. For simulated talks, not advice: refusals leak and anchor.
/// Same answer at any thread count. Cost: two or three scans of some hundred scenarios, and the short list in all.
[[nodiscard]] std::vector<zone::PackageIndex> packages_to_table(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, double months,
                                                                const base::Context& context);

}  // namespace modus::timing
