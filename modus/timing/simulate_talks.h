/// \file Simulated talks: how they end, path by path, and by which week.
///
/// A path is one scenario and one way in which things fall out: rates within their ranges, which rounds of talks there
/// are and when, when a party that stalls stops, when each limit that is only held out for is given up, when talks
/// collapse or one side prevails. At a round the facilitator tables the next kPackagesARound packages on the list (from the
/// start again when it is through) and the first one of the list. The party accepts one from the day on which it is worth
/// its no-deal value (which drifts), while it does not stall, if no limit that is real forbids it, and not before it has
/// given up the limits that are not real and forbid it. If all who are asked accept one that is tabled, the round agrees
/// with the chance kTaken. Talks planned for a day are rounds with the chance kPlannedTalksHappen. What comes first ends
/// the path.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "modus/base/context.h"
#include "modus/timing/talk_model.h"

namespace modus::timing {

/// Other assumptions than the model's own. Ends are places in a range: 0 its low end, 1 its high end.
struct TalksVariation {
  enum class Limits { kWarOfAttrition, kGivenUpAtOnce, kHeldToTheEnd };
  Limits limits = Limits::kWarOfAttrition;
  std::optional<double> rounds, collapse, prevails, stalling_ends, impatience, taken;
  double drift_factor = 1;
};

/// How many paths had ended in which way by each week; week 0 is the case's date, the last one ends at the horizon.
struct TalksTally {
  std::size_t paths = 0;
  std::vector<std::uint32_t> deal, collapse, prevails;  ///< cumulative, by week
  std::vector<std::uint32_t> deal_with_zone;            ///< of `deal` those whose scenario has a zone now
  std::size_t paths_with_zone = 0;                      ///< now
  std::size_t zone_by_horizon = 0;  ///< paths with a zone now, or with a package on the list that all could live with later
  /// By the days asked for: share of a scenario's paths with a deal by then, [day][n].
  std::vector<std::vector<double>> deal_of;
};

/// Weeks to the horizon, a started one counting whole.
[[nodiscard]] constexpr std::size_t weeks_to(int horizon_days) { return static_cast<std::size_t>((horizon_days + 6) / 7); }

/// `paths_each` for every scenario_step-th scenario; the first ones of a scenario are the same paths however many there
/// are, and under any variation the same chances decide them, so differences have little noise. Counts are exact for these
/// paths; the same at any thread count. Cost: paths * (packages * parties + rounds * kPackagesARound).
[[nodiscard]] TalksTally simulate_talks(const TalksModel& model, const TalksVariation& variation, std::size_t paths_each,
                                        std::size_t scenario_step, const std::vector<int>& days, const base::Context& context);

}  // namespace modus::timing
