/// \file What is said to block a deal, checked from the definitions.
#pragma once

#include "modus/findings/blockers.h"
#include "modus/verify/blocker_points.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// All checks of blockers; sampling errors and silent parties are not among them.
[[nodiscard]] VerifyReport verify_blockers(const NaiveAcceptance& naive,
                                           const findings::BlockersFinding& blockers,
                                           const VerifyOptions& options);

/// Checks the nominal scenario (means of values, adjustments and no-deal values; every standing limit real;
/// nobody stalling): whether it has a zone; that the openings are just the minimal sets that open one; that
/// each set of incompatible positions is one, and with few points that none is missing; and the least moves.
/// Where rounding could decide about some package, none of this is done.
[[nodiscard]] VerifyReport verify_nominal(const NaiveAcceptance& naive,
                                          const findings::BlockersFinding& blockers,
                                          const VerifyOptions& options);

/// Checks, over all scenarios: unblocking effects of points, and of the first 200 pairs; that no pair is
/// missing; how often the first 50 sets of each list are minimal. `all` are the packages that meet the rules.
[[nodiscard]] VerifyReport verify_effects(const NaiveAcceptance& naive, const PackagesWithFacts& all,
                                          const findings::BlockersFinding& blockers,
                                          const VerifyOptions& options);

/// Checks the unblocking effect of each issue: limits naming it dropped, and each party values each package
/// as if its own best option of that issue were in it (adjustments as with that option; rules and who is
/// asked as in the package).
[[nodiscard]] VerifyReport verify_issue_effects(const NaiveAcceptance& naive, const PackagesWithFacts& all,
                                                const findings::BlockersFinding& blockers,
                                                const VerifyOptions& options);

}  // namespace modus::verify
