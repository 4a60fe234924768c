#include "modus/timing/mix_hazards.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "modus/timing/conventions.h"
#include "modus/timing/cure_curve.h"

namespace modus::timing {
namespace {

constexpr double kLeastChance = 1e-12;

}  // namespace

double log_odds(double p) {
  const double held = std::clamp(p, kLeastChance, 1 - kLeastChance);
  return std::log(held / (1 - held));
}

double from_log_odds(double odds) { return 1 / (1 + std::exp(-odds)); }

HazardMix::HazardMix(std::vector<findings::CureCurve> curves, double elapsed_days, double weight, double base_power)
    : curves_(std::move(curves)), elapsed_(elapsed_days), weight_(curves_.empty() ? 1 : weight), base_power_(base_power) {}

double HazardMix::base_by(double day) const { return base_hazard(0, day); }

double HazardMix::base_hazard(double first_day, double last_day) const {
  const double chance = chance_within(curves_, elapsed_ + first_day, last_day - first_day);
  return base_power_ == 1 ? chance : -std::expm1(base_power_ * std::log1p(-chance));
}

double HazardMix::mixed(double base, double deals, double at_risk) const {
  const double smoothed = (deals + kSmoothing * base) / (at_risk + kSmoothing);
  return from_log_odds((1 - weight_) * log_odds(base) + weight_ * log_odds(smoothed));
}

/// The chance by `day`; with `weekly`, all whole weeks before are noted too.
double HazardMix::walk(const std::vector<double>& simulated, int horizon_days, int day, std::vector<double>* weekly) const {
  double without = 1;
  for (std::size_t week = 1; week < simulated.size(); ++week) {
    const int first = kDaysInWeek * static_cast<int>(week - 1);
    const int last = std::min(first + kDaysInWeek, horizon_days);
    const int until = std::min(last, day);
    if (until <= first) break;
    const double at_risk = 1 - simulated[week - 1];
    const double hazard = at_risk > 0 ? std::min(1.0, (simulated[week] - simulated[week - 1]) / at_risk) : 0;
    const double part = until == last ? hazard : -std::expm1(std::log1p(-hazard) * (until - first) / (last - first));
    without *= 1 - mixed(base_hazard(first, until), part * at_risk, at_risk);
    if (weekly != nullptr) weekly->push_back(1 - without);
  }
  return 1 - without;
}

std::vector<double> HazardMix::by_week(const std::vector<double>& simulated, int horizon_days) const {
  if (weight_ >= 1) return simulated;
  std::vector<double> chances = {0};
  if (weight_ > 0) {
    walk(simulated, horizon_days, horizon_days, &chances);
    return chances;
  }
  for (std::size_t week = 1; week < simulated.size(); ++week) {
    chances.push_back(base_by(std::min(kDaysInWeek * static_cast<int>(week), horizon_days)));
  }
  return chances;
}

double HazardMix::by_day(const std::vector<double>& simulated, int horizon_days, int day) const {
  if (weight_ <= 0) return base_by(day);
  if (weight_ < 1) return walk(simulated, horizon_days, day, nullptr);
  const auto week = std::min(static_cast<std::size_t>((day + kDaysInWeek - 1) / kDaysInWeek), simulated.size() - 1);
  if (week == 0) return 0;
  const int first = kDaysInWeek * static_cast<int>(week - 1);
  const int last = std::min(first + kDaysInWeek, horizon_days);
  if (day >= last || simulated[week - 1] >= 1) return simulated[week];
  const double hazard = (simulated[week] - simulated[week - 1]) / (1 - simulated[week - 1]);
  const double part = -std::expm1(std::log1p(-hazard) * (day - first) / (last - first));
  return simulated[week - 1] + (1 - simulated[week - 1]) * part;
}

}  // namespace modus::timing
