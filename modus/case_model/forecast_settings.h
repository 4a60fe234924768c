/// \file How a forecast of the case is to be made: the analyst's choices, key `forecast` of a case file.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modus/base/number.h"
#include "modus/base/result.h"
#include "modus/case_model/basics.h"
#include "modus/case_model/label.h"

namespace modus::case_model {

/// What the analyst holds to be usual in processes like this one, where no counted class fits.
struct JudgedRate {
  std::vector<std::pair<int, double>> chances;  ///< (days, chance by then), both rising; one or more
  std::optional<double> never;                  ///< chance that it never comes
};

/// At most one of `reference_class`, `durations` and `judged` is set; none: no base rate was chosen.
/// Rates are a month of 30.4375 days. Absent rates: the conventions of timing/conventions.h.
struct ForecastSettings {
  std::string reference_class;        ///< id of a class that comes with the program (timing/reference_classes.h)
  std::string durations;              ///< a table of durations, relative to the case file's folder
  std::optional<JudgedRate> judged;
  std::optional<Day> since;           ///< when the clock of the class began to run here; absent: the case's first event
  std::optional<double> weight;       ///< of the simulation against the base rate, 0..1
  std::optional<base::Interval> rounds;        ///< rounds of talks a month
  std::optional<base::Interval> collapse;      ///< chance a month that the talks end for good
  std::optional<base::Interval> prevails;      ///< chance a month that one side prevails, so that no deal is needed any more
  std::optional<base::Interval> stalling_ends; ///< chance a month that a party that stalls ceases to
  std::string why;
  base::Place where;
  std::optional<Label> label = {};    ///< absent: for the team only, as all judgments
};

}  // namespace modus::case_model
