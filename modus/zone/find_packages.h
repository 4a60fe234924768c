/// \file What could be tabled? Families of packages with the risks of each, and common ground.
#pragma once

#include "modus/base/context.h"
#include "modus/findings/packages.h"
#include "modus/zone/contested.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::zone {

/// From the same scan as the zone. Families are told apart by as many contested issues (the most important
/// first) as make three to eight of them (families.h); each lists its best members: highest joint acceptance,
/// of equals the one with the larger least median gain, then the lower number. One-sided packages stand after
/// the others in their family, and families that have only such after the others. No families where no
/// scenario has a zone. Cost: some passes over all packages, and describe_packages for those listed.
/// Deterministic: same answer at any thread count.
[[nodiscard]] findings::PackagesFinding find_packages(const DrawnCase& drawn, const ZoneScan& scan,
                                                      const Contested& contested,
                                                      const base::Context& context);

}  // namespace modus::zone
