/// \file What can each side live with? The zone of possible agreement and what that answer rests on.
#pragma once

#include <vector>

#include "modus/base/context.h"
#include "modus/findings/zone.h"
#include "modus/zone/contested.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/rests_on.h"
#include "modus/zone/scan_zone.h"

namespace modus::zone {

struct FindZoneOptions {
  std::vector<case_model::Package> packages;  ///< to be described after the drafts; each meets the rules
  bool rests_on = true;                       ///< false: only the headline's own interval makes the range
  RestsOnOptions variations;
};

/// The zone of a case, from scenarios drawn once. `scan` is scan_zone of the same acceptance, `contested` is
/// find_contested of the same case.
///
/// Shares have the effective size of their own autocorrelation inside the chains. The range goes from the
/// least to the greatest of the headline's interval and the variations (rests_on entries with in_range);
/// earlier stages and what is left out are shown beside it. A party whose acceptance is not its own has no
/// acceptance here, and the zone without it is the zone. Verdict: kProven where all wants are exact and no
/// limit or stalling is uncertain: every scenario is the same, and shares are 0 or 1 without error. Else
/// kSampled. Cost: scan_zone is done; rests_on (rests_on.h) takes the longest of what is left. Deterministic:
/// same answer at any thread count.
[[nodiscard]] findings::ZoneFinding find_zone(const DrawnCase& drawn, const ZoneScan& scan,
                                              const Contested& contested, const FindZoneOptions& options,
                                              const base::Context& context);

/// Whether every scenario is the same: all wants are exact and no limit or stalling is uncertain.
[[nodiscard]] bool is_exact(const DrawnCase& drawn);

}  // namespace modus::zone
