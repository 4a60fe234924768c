/// \file What a reference class says, in full.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modus/findings/base_rate.h"

namespace modus::findings {

/// One curve fitted to durations by maximum likelihood.
struct CureFit {
  CureCurve curve;            ///< its weight is 0 where it is not carried
  bool with_never = false;    ///< whether `never` was fitted; otherwise it is 0
  double log_likelihood = 0;  ///< of densities a day
  double aic = 0;             ///< 2 * parameters - 2 * log_likelihood
};

/// The chances of a class, given that so much time has gone by without the event.
struct ClassRates {
  ReferenceClass reference;
  double elapsed_days = 0;
  std::vector<ObservedChance> chances;  ///< within 7, 30, 90, 180, 365 and 730 days from then, by the curves
  std::optional<double> median_days;    ///< days from then until the chance is one half; absent: more never come to it, or not in 200 years
  double never = 0;                     ///< chance that it never comes, as fitted
  bool beyond_data = false;             ///< the time gone is longer than anything observed
  std::vector<CureFit> fits;            ///< all that were tried; empty where the source's own curves are used
  bool never_told_apart = false;        ///< of fits: whether the data tell a share that never comes from none
  /// Chance by day since the start of the clock, for drawing: (days, one chance for each curve of the class).
  std::vector<std::pair<double, std::vector<double>>> drawn;
};

struct RatesFinding {
  std::string version;
  bool in_full = false;            ///< one class in full; otherwise the list
  std::vector<ClassRates> classes;
};

}  // namespace modus::findings
