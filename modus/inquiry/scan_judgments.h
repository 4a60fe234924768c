/// \file Which open judgment matters most: the answer where it is low, and where it is high.
#pragma once

#include "modus/findings/what_if.h"
#include "modus/inquiry/headline.h"
#include "modus/zone/drawn_case.h"

namespace modus::inquiry {

/// With fewer scenarios on one side nothing is said of a quantity.
inline constexpr std::size_t kFewestOnASide = 64;
/// How many standard errors (of a difference where there is none) the two answers must lie apart, since many are looked at.
inline constexpr double kBeyondChance = 3;

/// For every quantity of a party that is asked which differs between scenarios: no-deal values, stalling, weights,
/// scores (of scales that of the option in the middle), adjustments, and limits. Scenarios are sorted by it (ties by
/// scenario) and the zone probability is counted in the lower and in the upper third; of limits in those without and
/// with it. Stalling is open where its chance is judged by a range; scenarios are weighted as if it was in the middle of
/// the lower and of the upper third of that. So it is the answer given that the quantity is low, or high, with all that goes with that in
/// the scenarios; from the scenarios drawn, nothing is drawn anew.
///
/// Told are those whose two zone probabilities lie more than kBeyondChance standard errors apart, furthest first, ties
/// by path. Best joint acceptance is corrected by choosing on one half of the side and valuing on the other, on the
/// short list of `measures`. `measures` are of `drawn`. Same answer at any thread count.
/// Cost: a sort of the scenarios for each quantity; for those told a pass over the short list.
[[nodiscard]] findings::JudgmentScan scan_judgments(const zone::DrawnCase& drawn, const Measures& measures,
                                                    const base::Context& context);

}  // namespace modus::inquiry
