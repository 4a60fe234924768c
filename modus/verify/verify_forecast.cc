#include "modus/verify/verify_forecast.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace modus::verify {
namespace {

using findings::ChanceBy;
using findings::CureCurve;
using findings::ForecastFinding;

constexpr double kSmoothedBy = 0.01;  ///< of all paths
constexpr double kLeast = 1e-12;      ///< how near a hazard comes to 0 and 1 in log-odds

std::string at_day(int days) { return "by day " + std::to_string(days); }

double naive_survival(const std::vector<CureCurve>& curves, double days) {
  double all = 0;
  for (const CureCurve& curve : curves) {
    double waiting = 1;
    if (days > 0 && curve.tail == CureCurve::Tail::kWeibull) waiting = 1 / std::exp(std::pow(days / curve.scale, curve.shape));
    if (days > 0 && curve.tail == CureCurve::Tail::kLognormal) {
      waiting = 0.5 - 0.5 * std::erf((std::log(days) - curve.scale) / (curve.shape * std::sqrt(2.0)));
    }
    all += curve.weight * (curve.never + waiting - curve.never * waiting);
  }
  return all;
}

/// The chance of the class within a stretch of days after the case's date, given that it has not come by its start.
double naive_base(const ForecastFinding& forecast, double first, double last) {
  const double start = forecast.base_rate.elapsed_days + first;
  const double still = naive_survival(forecast.base_rate.reference.curves, start);
  return still > 0 ? 1 - naive_survival(forecast.base_rate.reference.curves, start + last - first) / still : 0;
}

double held(double p) { return std::min(std::max(p, kLeast), 1 - kLeast); }

/// Both hazards as odds, to the power of their weights.
double naive_mix(double base, double simulated, double weight) {
  const double odds = std::pow(held(base) / (1 - held(base)), 1 - weight) * std::pow(held(simulated) / (1 - held(simulated)), weight);
  return odds / (1 + odds);
}

/// The chance by a day, week by week from the case's date.
double naive_chance(const ForecastFinding& forecast, int day) {
  const bool alone = forecast.base_rate.kind == findings::BaseRate::Kind::kNone;
  if (!alone && forecast.weight <= 0) return naive_base(forecast, 0, day);
  double without = 1;
  for (int week = 1; 7 * (week - 1) < day; ++week) {
    const int first = 7 * (week - 1);
    const int end = std::min(first + 7, forecast.horizon_days);
    const int last = std::min(end, day);
    const double before = forecast.simulated[static_cast<std::size_t>(week) - 1].deal;
    const double after = forecast.simulated[static_cast<std::size_t>(week)].deal;
    const double whole = before < 1 ? (after - before) / (1 - before) : 0;
    const double part = last == end ? whole : 1 - std::pow(1 - whole, static_cast<double>(last - first) / (end - first));
    double hazard = part;
    if (!alone && forecast.weight < 1) {
      const double base = naive_base(forecast, first, last);
      hazard = naive_mix(base, (part * (1 - before) + kSmoothedBy * base) / (1 - before + kSmoothedBy), forecast.weight);
    }
    without *= 1 - hazard;
  }
  return 1 - without;
}

void check_curve(const std::vector<ChanceBy>& chances, const ForecastFinding& forecast, const std::string& name, Check& check) {
  double before = 0;
  for (const ChanceBy& chance : chances) {
    const std::string what = name + " " + at_day(chance.days);
    check.holds(what + " is a chance that does not fall", chance.probability >= before - 1e-12 && chance.probability <= 1);
    const bool in_range = 0 <= chance.low && chance.low <= chance.probability && chance.probability <= chance.high && chance.high <= 1;
    check.holds(what + " lies in its range", in_range);
    check.holds(what + " names its day", chance.by == forecast.as_of + std::chrono::days{chance.days});
    before = chance.probability;
  }
}

void check_sums(const ForecastFinding& forecast, VerifyReport& report, const VerifyOptions& options) {
  Check check(report, options, "chances add up");
  check.holds("the last chance is the horizon's", !forecast.chances.empty() && forecast.chances.back().days == forecast.horizon_days);
  if (forecast.chances.empty()) return;
  check_curve(forecast.chances, forecast, "the chance", check);
  check_curve(forecast.weekly, forecast, "the weekly chance", check);
  const ChanceBy& last = forecast.chances.back();
  check.near("the chance by the horizon and of not at all", last.probability + forecast.not_at_all.probability, 1);
  check.near("the low end of not at all", forecast.not_at_all.low, 1 - last.high);
  check.near("the high end of not at all", forecast.not_at_all.high, 1 - last.low);
}

/// Each end has a hazard among the paths still going; together they multiply up to the shares.
void check_hazards(const ForecastFinding& forecast, VerifyReport& report, const VerifyOptions& options) {
  Check check(report, options, "competing ends");
  double going = 1, deal = 0;
  for (std::size_t week = 0; week < forecast.simulated.size(); ++week) {
    const findings::SimulatedWeek before = week == 0 ? findings::SimulatedWeek{} : forecast.simulated[week - 1];
    const findings::SimulatedWeek& now = forecast.simulated[week];
    const double deals = now.deal - before.deal, collapse = now.collapse - before.collapse, prevail = now.prevails - before.prevails;
    check.holds("ends by week " + std::to_string(week) + " do not fall", deals >= 0 && collapse >= 0 && prevail >= 0);
    const double at_risk = 1 - before.deal - before.collapse - before.prevails;
    if (at_risk <= 1e-9) continue;
    deal += deals / at_risk * going;
    going *= 1 - (deals + collapse + prevail) / at_risk;
    check.near("deals by week " + std::to_string(week), now.deal, deal);
  }
}

void check_mixture(const ForecastFinding& forecast, VerifyReport& report, const VerifyOptions& options) {
  Check check(report, options, "simulation and base rate mixed");
  for (const auto* chances : {&forecast.chances, &forecast.weekly}) {
    for (const ChanceBy& chance : *chances) {
      check.near("the chance " + at_day(chance.days), chance.probability, naive_chance(forecast, chance.days));
    }
  }
  for (const ChanceBy& chance : forecast.base_rate.chances) {
    check.near("the base rate " + at_day(chance.days), chance.probability, naive_base(forecast, 0, chance.days));
  }
  check_curve(forecast.base_rate.chances, forecast, "the base rate", check);
}

void check_moves(const ForecastFinding& forecast, VerifyReport& report, const VerifyOptions& options) {
  Check check(report, options, "what moves the forecast");
  double before = 2;
  for (const findings::ForecastMove& move : forecast.moves) {
    check.equal("number of chances of " + move.key, move.low.size() + move.high.size(), 2 * forecast.chances.size());
    if (move.low.size() != forecast.chances.size() || move.high.size() != forecast.chances.size()) continue;
    for (std::size_t d = 0; d < forecast.chances.size(); ++d) {
      const auto [least, most] = std::minmax(move.low[d], move.high[d]);
      check.holds(move.key + " stays within 0..1", least >= 0 && most <= 1);
      if (!move.in_range) continue;
      check.at_most("the low end " + at_day(forecast.chances[d].days) + " beside " + move.key, forecast.chances[d].low, least);
      check.at_most(move.key + " " + at_day(forecast.chances[d].days), most, forecast.chances[d].high);
    }
    const double reach = std::abs(move.high.back() - move.low.back());
    check.at_most("the reach of " + move.key, reach, before);
    before = reach;
  }
}

}  // namespace

VerifyReport verify_forecast(const ForecastFinding& forecast, const VerifyOptions& options) {
  VerifyReport report;
  check_sums(forecast, report, options);
  const bool fits = !forecast.simulated.empty() && forecast.simulated.size() == forecast.weekly.size() &&
                    forecast.simulated.size() == static_cast<std::size_t>((forecast.horizon_days + 6) / 7) + 1;
  Check(report, options, "weeks to the horizon").holds("there is a simulated share for each week", fits);
  if (!fits || forecast.chances.empty()) return report;
  check_hazards(forecast, report, options);
  check_mixture(forecast, report, options);
  check_moves(forecast, report, options);
  return report;
}

}  // namespace modus::verify
