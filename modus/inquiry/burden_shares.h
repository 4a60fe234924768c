/// \file How the cost of an option could be shared among those who could carry it.
///
/// The parties are those the option needs and those its burden names. The cost of a group, c(S), is the least
/// that S pays where it splits into groups whose cost is entered and single parties (one without an entry
/// pays the total); all together pay the total. The Shapley value (Shapley 1953) gives each party what it
/// adds to the cost of those before it, on average over all orders: what all pay adds up to the total,
/// parties that add alike pay alike, and one that adds nothing pays nothing. Where no group's cost is below
/// what is asked of it, shares are in the core (Gillies 1959). Costs are only told beside the answers: no
/// acceptance changes with them.
#pragma once

#include <cstddef>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/findings/burden.h"

namespace modus::inquiry {

inline constexpr std::size_t kMostCarriers = 12;

/// Of every option with a burden, by issue, then option. Values are worked out in whole numbers and rounded
/// once, at the end; whether a group would pay less is exact. Problems: more than kMostCarriers parties; none
/// at all; numbers whose places after the point differ by so much that whole numbers do not hold them. Cost:
/// 3^parties.
[[nodiscard]] base::Result<std::vector<findings::BurdenFinding>> share_burdens(
    const case_model::Case& subject);

}  // namespace modus::inquiry
