/// \file The forecast's curve under one set of assumptions, and how far it moves under others. Private to this room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "modus/findings/forecast.h"
#include "modus/timing/find_when.h"
#include "modus/timing/mix_hazards.h"
#include "modus/timing/simulate_talks.h"

namespace modus::timing {

/// Chances by week (week 0 first) and by the days of the answer.
struct ForecastCurve {
  std::vector<double> by_week, by_day;
};

struct CurveDays {
  int horizon_days = 0;
  std::vector<int> days;  ///< of the answer, rising; the last one is the horizon
};

/// 7, 30, 90, 365 as far as they lie before the horizon, and the horizon.
[[nodiscard]] CurveDays days_of(int horizon_days);

[[nodiscard]] ForecastCurve curve_of(const HazardMix& mix, const std::vector<double>& simulated, const CurveDays& when);
/// The class by itself, with its cumulative hazard times `power`.
[[nodiscard]] ForecastCurve base_curve(const std::vector<findings::CureCurve>& curves, double elapsed, double power, const CurveDays& when);
/// Counts over all paths.
[[nodiscard]] std::vector<double> share_by_week(const std::vector<std::uint32_t>& counts, std::size_t paths);

/// The two ends of an assumption, each a curve.
struct MovedCurve {
  findings::ForecastMove move;  ///< its low and high are filled from the curves
  ForecastCurve low, high;
};

/// What all moves start from.
struct MovesFrom {
  const TalksModel& model;
  const WhenInput& input;
  const TalksTally& tally;
  const CurveDays& when;
  double elapsed = 0;
  double weight = 1;
  ForecastCurve curve;
};

/// Other rates of the talks, each at both ends of its range while the others vary in theirs: run again on fewer paths, and what
/// changes there is added to the curve. Only assumptions that bear on this case.
[[nodiscard]] std::vector<MovedCurve> talks_moves(const MovesFrom& from, const base::Context& context);
/// The zone's own range; the class's tails and count; and, as choices (not in_range), weights and classes of the same event.
[[nodiscard]] std::vector<MovedCurve> other_moves(const MovesFrom& from);

/// How many events of a class still bear on a process that has gone on for so long: those that came later.
[[nodiscard]] double events_later(const findings::ReferenceClass& reference, double elapsed);
/// By how much the class's cumulative hazard may be off (90 %), from that number alone: Gamma(events + 1/2) over events.
[[nodiscard]] std::pair<double, double> count_error(double events);

/// The 90 % interval of sampling alone, lower and upper curve, by the effective number of scenarios (their autocorrelation
/// inside the chains); where no path came to a deal the upper end is Jeffreys'.
[[nodiscard]] std::pair<ForecastCurve, ForecastCurve> sampling_range(const MovesFrom& from);

}  // namespace modus::timing
