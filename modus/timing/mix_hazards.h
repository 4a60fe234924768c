/// \file The simulation and the base rate in one curve: hazards of the event mixed in log-odds, week by week.
///
/// The hazard is that of the event with every other end left in the risk set (subdistribution hazard; Fine and Gray 1999),
/// since a class's curve already has in it all the ways in which such processes come to nothing: to mix it with the
/// simulation's hazard among those still talking would count those twice.
#pragma once

#include <vector>

#include "modus/findings/base_rate.h"

namespace modus::timing {

/// log(p / (1 - p)), with p held 1e-12 away from 0 and 1, and back.
[[nodiscard]] double log_odds(double p);
[[nodiscard]] double from_log_odds(double odds);

class HazardMix {
 public:
  /// No curves: the simulation alone, whatever the weight. `base_power` multiplies the class's cumulative hazard.
  HazardMix(std::vector<findings::CureCurve> curves, double elapsed_days, double weight, double base_power = 1);

  /// `simulated`: share of all paths with a deal by each week, week 0 first, the last one at the horizon. Gives the chance
  /// by each of those: in each week
  ///     h = from_log_odds((1 - weight) * log_odds(h_base) + weight * log_odds(h_sim)),
  /// where h_sim, deals over paths without one so far, is first smoothed towards h_base as if kSmoothing of all paths had
  /// run by that. Weight 0 gives the base rate and weight 1 the simulation, neither mixed nor smoothed. Never falls.
  [[nodiscard]] std::vector<double> by_week(const std::vector<double>& simulated, int horizon_days) const;

  /// By a day inside: the simulated hazard of a week spread evenly over it, the base rate's own. 0 <= day <= horizon.
  [[nodiscard]] double by_day(const std::vector<double>& simulated, int horizon_days, int day) const;

  /// The class alone.
  [[nodiscard]] double base_by(double day) const;

 private:
  [[nodiscard]] double base_hazard(double first_day, double last_day) const;
  [[nodiscard]] double mixed(double base, double deals, double at_risk) const;
  double walk(const std::vector<double>& simulated, int horizon_days, int day, std::vector<double>* weekly) const;

  std::vector<findings::CureCurve> curves_;
  double elapsed_, weight_, base_power_;
};

}  // namespace modus::timing
