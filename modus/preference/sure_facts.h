/// \file What linear programming says for sure, over the judgments alone.
#pragma once

#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/findings/common.h"

namespace modus::preference {

/// For each package, whether the party accepts it in all (certain), some (possible) or none (impossible) of the
/// wants that its judgments allow. A limit that forbids the package bars `certain` if its probability is above 0
/// and makes it impossible at 1; stalling that may be above 0 bars `certain` likewise.
/// Exact up to linear-programming tolerance (1e-7 points), except: where chances of a lottery or shares of a mix are
/// ranges, each vertex of them is one program; more than 64 vertices: `possible`.
/// Parties that are not asked or consent: certain.
[[nodiscard]] std::vector<findings::Sureness> sureness_of(const case_model::Case& subject, case_model::PartyIndex party,
                                                          const std::vector<case_model::Package>& packages);

/// Judgments that cannot all hold (with statements at certainty): one problem a minimal set, at the place of its
/// first member, naming the place of each other. Empty: none.
[[nodiscard]] base::Problems find_contradictions(const case_model::Case& subject);

}  // namespace modus::preference
