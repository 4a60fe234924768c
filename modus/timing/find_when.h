/// \file When? The forecast: simulated talks over the scenarios, mixed with what is usual in processes of a chosen kind.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modus/base/context.h"
#include "modus/findings/forecast.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::timing {

/// What the analyst chose, resolved and checked (catalogue/when.h does both).
struct WhenInput {
  std::string event;      ///< what counts as a deal
  int horizon_days = 0;   ///< 1 to 20 years
  /// kNone: the simulation stands alone, whatever the weight.
  findings::BaseRate::Kind kind = findings::BaseRate::Kind::kNone;
  findings::ReferenceClass reference;              ///< unless kNone
  std::string sha256;                              ///< of the table of durations, where there is one
  case_model::Day since;                           ///< when the clock of the class began to run; not after as_of
  std::vector<findings::ReferenceClass> others;    ///< what else could have been chosen
  double weight = 0.3;                             ///< of the simulation, 0..1
  std::optional<std::pair<double, double>> zone_range;  ///< of the zone probability (ZoneFinding::range_low, range_high)
};

/// `scan` is scan_zone of the same acceptance. Fills everything but `sources` and `pooled` (assessments.h, pool.h).
///
/// Promise: sampled. Chances never fall over time, and the last and `not_at_all` sum to one. Weight 0 gives the base
/// rate and weight 1 the simulation, exactly; without the base rate the chance is exactly 0 where no scenario has a
/// zone and nothing can change. low..high joins the 90 % interval of sampling with every move that is in_range, one at
/// a time. Same answer at any thread count.
/// Cost: some 16,000 paths (simulate_talks.h), and a quarter as many for each end of a rate.
[[nodiscard]] findings::ForecastFinding find_when(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const WhenInput& input,
                                                  const base::Context& context);

}  // namespace modus::timing
