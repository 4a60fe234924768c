/// \file How far what a case leaves open could move the zone probability of its dates. Private to this room.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/findings/progress.h"
#include "modus/findings/scenarios.h"
#include "modus/zone/package_list.h"

namespace modus::timing {

/// How far the ends of a range lie from the value, in log-odds; 0 or more.
struct RangeDistances {
  double down = 0, up = 0;
};
/// Values 0 and 1 are taken half a scenario further in, out of `scenarios`; an end at the value is at no distance.
[[nodiscard]] RangeDistances distances_of(double value, double low, double high, double scenarios);
/// Widens the range of a date by the distances; never narrower than before.
void widen(findings::ProgressDate& date, const RangeDistances& by);

/// All variations of zone/rests_on.h, of the case as it stood, from 1,024 scenarios of its own and 512 of each
/// variation. Nothing where the case
/// as it stood contradicts itself. `like` says seed and sweeps.
[[nodiscard]] std::optional<RangeDistances> vary(const case_model::Case& past, const zone::PackageList& list,
                                                 const findings::Scenarios& like, const base::Context& context);

/// Of the dates whose distances are known, the one whose zone probability is nearest in log-odds, since what is left open
/// matters most where little is decided; of equally near ones the latest. Nothing where none are known.
[[nodiscard]] std::optional<std::size_t> most_like(const std::vector<findings::ProgressDate>& dates,
                                                   const std::vector<std::optional<RangeDistances>>& known, std::size_t date);

}  // namespace modus::timing
