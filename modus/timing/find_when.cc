#include "modus/timing/find_when.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "modus/timing/conventions.h"
#include "modus/timing/cure_curve.h"
#include "modus/timing/forecast_curve.h"

namespace modus::timing {
namespace {

using findings::BaseRate;
using findings::ChanceBy;
using findings::ForecastFinding;

ChanceBy chance_by(case_model::Day as_of, int days, double probability) {
  return {days, as_of + std::chrono::days{days}, probability, probability, probability};
}

void widen(ChanceBy& chance, double other) {
  chance.low = std::min(chance.low, other);
  chance.high = std::max(chance.high, other);
}

BaseRate base_rate_of(const WhenInput& input, case_model::Day as_of, const CurveDays& when, double elapsed) {
  BaseRate base;
  base.kind = input.kind;
  base.reference = input.reference;
  base.sha256 = input.sha256;
  base.since = input.since;
  base.elapsed_days = elapsed;
  if (input.kind == BaseRate::Kind::kNone) return base;
  const auto& curves = input.reference.curves;
  const ForecastCurve usual = base_curve(curves, elapsed, 1, when);
  std::vector<ForecastCurve> others;
  for (findings::CureCurve curve : curves) {
    curve.weight = 1;
    others.push_back(base_curve({curve}, elapsed, 1, when));
  }
  if (const double events = events_later(input.reference, elapsed); input.reference.count > 0 && events > 0) {
    const auto [fewer, more] = count_error(events);
    others.push_back(base_curve(curves, elapsed, fewer, when));
    others.push_back(base_curve(curves, elapsed, more, when));
  }
  for (std::size_t d = 0; d < when.days.size(); ++d) {
    base.chances.push_back(chance_by(as_of, when.days[d], usual.by_day[d]));
    for (const ForecastCurve& other : others) widen(base.chances.back(), other.by_day[d]);
  }
  base.not_at_all = 1 - base.chances.back().probability;
  base.never = never_given(curves, elapsed);
  return base;
}

/// Chances, each with the least and the greatest of what is in range.
void fill_chances(const MovesFrom& from, const std::vector<MovedCurve>& moves, ForecastFinding& finding) {
  const CurveDays& when = from.when;
  const std::size_t weeks = from.curve.by_week.size();
  for (std::size_t d = 0; d < when.days.size(); ++d) finding.chances.push_back(chance_by(finding.as_of, when.days[d], from.curve.by_day[d]));
  for (std::size_t week = 0; week < weeks; ++week) {
    const int day = std::min(kDaysInWeek * static_cast<int>(week), when.horizon_days);
    finding.weekly.push_back(chance_by(finding.as_of, day, from.curve.by_week[week]));
  }
  const auto widen_by = [&](const ForecastCurve& other) {
    for (std::size_t d = 0; d < when.days.size(); ++d) widen(finding.chances[d], other.by_day[d]);
    for (std::size_t week = 0; week < weeks; ++week) widen(finding.weekly[week], other.by_week[week]);
  };
  const auto [low, high] = sampling_range(from);
  widen_by(low);
  widen_by(high);
  for (const MovedCurve& move : moves) {
    if (!move.move.in_range) continue;
    widen_by(move.low);
    widen_by(move.high);
  }
  const ChanceBy& last = finding.chances.back();
  finding.not_at_all = {last.days, last.by, 1 - last.probability, 1 - last.high, 1 - last.low};
}

void fill_moves(std::vector<MovedCurve> moves, ForecastFinding& finding) {
  for (MovedCurve& move : moves) {
    move.move.low = std::move(move.low.by_day);
    move.move.high = std::move(move.high.by_day);
    finding.moves.push_back(std::move(move.move));
  }
  const auto reach = [](const findings::ForecastMove& move) { return std::abs(move.high.back() - move.low.back()); };
  std::ranges::sort(finding.moves, [&](const auto& a, const auto& b) { return reach(a) != reach(b) ? reach(a) > reach(b) : a.key < b.key; });
}

void fill_simulated(const TalksModel& model, const TalksTally& tally, const CurveDays& when, ForecastFinding& finding) {
  const auto paths = static_cast<double>(tally.paths);
  for (std::size_t week = 0; week < tally.deal.size(); ++week) {
    finding.simulated.push_back({tally.deal[week] / paths, tally.collapse[week] / paths, tally.prevails[week] / paths});
  }
  finding.simulated_chances = curve_of(HazardMix({}, 0, 1), share_by_week(tally.deal, tally.paths), when).by_day;
  finding.zone_now = static_cast<double>(tally.paths_with_zone) / paths;
  finding.zone_at_horizon = static_cast<double>(tally.zone_by_horizon) / paths;
  finding.paths = tally.paths;
  finding.rates = model.rates;
}

}  // namespace

ForecastFinding find_when(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const WhenInput& input, const base::Context& context) {
  const CurveDays when = days_of(input.horizon_days);
  const TalksModel model = make_talks_model(drawn, scan, input.horizon_days, context);
  const std::size_t paths_each = std::clamp<std::size_t>(kPaths / model.scenarios, 1, kPathsOfAScenario);
  const TalksTally tally = simulate_talks(model, {}, paths_each, 1, when.days, context);
  const bool alone = input.kind == BaseRate::Kind::kNone;
  const double elapsed = static_cast<double>((drawn.subject.as_of - input.since).count());
  MovesFrom from{model, input, tally, when, elapsed, alone ? 1 : input.weight, {}};
  from.curve = curve_of(HazardMix(input.reference.curves, elapsed, from.weight), share_by_week(tally.deal, tally.paths), when);

  ForecastFinding finding;
  finding.event = input.event;
  finding.horizon_days = input.horizon_days;
  finding.as_of = drawn.subject.as_of;
  finding.weight = from.weight;
  finding.base_rate = base_rate_of(input, finding.as_of, when, elapsed);
  fill_simulated(model, tally, when, finding);
  std::vector<MovedCurve> moves = talks_moves(from, context);
  std::ranges::move(other_moves(from), std::back_inserter(moves));
  fill_chances(from, moves, finding);
  fill_moves(std::move(moves), finding);
  return finding;
}

}  // namespace modus::timing
