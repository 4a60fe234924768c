#include "modus/timing/forecast_curve.h"

#include <algorithm>
#include <cmath>

#include "modus/preference/diagnose.h"
#include "modus/timing/conventions.h"
#include "modus/timing/cure_curve.h"
#include "modus/zone/share.h"

namespace modus::timing {
namespace {

constexpr double kNormal95 = 1.6448536269514722;

struct Ends {
  double low = 0, high = 0;
};

Ends share_range(const std::vector<double>& shares, std::size_t chains) {
  const auto count = static_cast<double>(shares.size());
  double sum = 0, squares = 0;
  for (const double share : shares) {
    sum += share;
    squares += share * share;
  }
  const double mean = sum / count;
  if (mean <= 0 || mean >= 1) {
    const std::vector<zone::Word> set((shares.size() + 63) / 64, 0);
    const double far = zone::share_of(set, shares.size(), 1).high;
    return mean <= 0 ? Ends{0, far} : Ends{1 - far, 1};
  }
  const double variance = std::max(0.0, squares / count - mean * mean);
  const double reach = kNormal95 * std::sqrt(variance / preference::effective_draws(shares, chains));
  return {std::max(0.0, mean - reach), std::min(1.0, mean + reach)};
}

/// The simulated curve bent so that it comes to `share` by that day: its cumulative hazard is multiplied, or where it has
/// none, is a steady one.
std::vector<double> bent(const std::vector<double>& simulated, double now, double share, int day, int horizon) {
  std::vector<double> result = simulated;
  const double held = std::min(share, 1 - 1e-12);
  for (std::size_t week = 1; week < result.size(); ++week) {
    const double until = std::min<double>(kDaysInWeek * static_cast<double>(week), horizon);
    if (now <= 0) result[week] = -std::expm1(std::log1p(-held) * until / day);
    if (now > 0 && now < 1 && result[week] < 1) result[week] = -std::expm1(std::log1p(-result[week]) * std::log1p(-held) / std::log1p(-now));
  }
  return result;
}

double mean_of(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double number : numbers) sum += number;
  return sum / static_cast<double>(numbers.size());
}

}  // namespace

CurveDays days_of(int horizon_days) {
  CurveDays when{horizon_days, {}};
  for (const int day : {7, 30, 90, 365}) {
    if (day < horizon_days) when.days.push_back(day);
  }
  when.days.push_back(horizon_days);
  return when;
}

std::vector<double> share_by_week(const std::vector<std::uint32_t>& counts, std::size_t paths) {
  std::vector<double> shares;
  for (const std::uint32_t count : counts) shares.push_back(static_cast<double>(count) / static_cast<double>(paths));
  return shares;
}

ForecastCurve curve_of(const HazardMix& mix, const std::vector<double>& simulated, const CurveDays& when) {
  ForecastCurve curve{mix.by_week(simulated, when.horizon_days), {}};
  for (const int day : when.days) curve.by_day.push_back(mix.by_day(simulated, when.horizon_days, day));
  return curve;
}

ForecastCurve base_curve(const std::vector<findings::CureCurve>& curves, double elapsed, double power, const CurveDays& when) {
  return curve_of(HazardMix(curves, elapsed, 0, power), std::vector<double>(weeks_to(when.horizon_days) + 1, 0), when);
}

double events_later(const findings::ReferenceClass& reference, double elapsed) {
  const double seen = reference.observed.empty() ? 1 - survival(reference.curves, 1e6) : reference.observed.back().chance;
  const double events = reference.events > 0 ? static_cast<double>(reference.events) : static_cast<double>(reference.count) * seen;
  double never = 0;
  for (const findings::CureCurve& curve : reference.curves) never += curve.weight * curve.never;
  return never >= 1 ? 0 : events * std::max(0.0, survival(reference.curves, elapsed) - never) / (1 - never);
}

std::pair<double, double> count_error(double events) {
  return {gamma_quantile(events + 0.5, 0.05) / events, gamma_quantile(events + 0.5, 0.95) / events};
}

std::pair<ForecastCurve, ForecastCurve> sampling_range(const MovesFrom& from) {
  std::pair<ForecastCurve, ForecastCurve> range{from.curve, from.curve};
  const std::vector<double> simulated = share_by_week(from.tally.deal, from.tally.paths);
  const HazardMix mix(from.input.reference.curves, from.elapsed, from.weight);
  int day_before = -1;
  for (std::size_t d = 0; d < from.when.days.size(); ++d) {
    const int day = from.when.days[d];
    const double now = mean_of(from.tally.deal_of[d]);
    const Ends ends = share_range(from.tally.deal_of[d], from.model.chains);
    const ForecastCurve low = curve_of(mix, bent(simulated, now, ends.low, day, from.when.horizon_days), from.when);
    const ForecastCurve high = curve_of(mix, bent(simulated, now, ends.high, day, from.when.horizon_days), from.when);
    range.first.by_day[d] = low.by_day[d];
    range.second.by_day[d] = high.by_day[d];
    for (std::size_t week = 1; week < simulated.size(); ++week) {
      const int until = std::min(kDaysInWeek * static_cast<int>(week), from.when.horizon_days);
      if (until <= day_before || until > day) continue;
      range.first.by_week[week] = low.by_week[week];
      range.second.by_week[week] = high.by_week[week];
    }
    day_before = day;
  }
  return range;
}

}  // namespace modus::timing
