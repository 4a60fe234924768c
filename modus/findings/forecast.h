/// \file When a deal might come, or not at all.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "modus/case_model/basics.h"
#include "modus/findings/base_rate.h"
#include "modus/findings/common.h"

namespace modus::findings {

/// The chance that the event has come by then. low..high: from least to greatest over sampling (90 %) and over
/// everything the case leaves open (ForecastFinding::moves with in_range).
struct ChanceBy {
  int days = 0;          ///< after the case's date
  case_model::Day by;
  double probability = 0, low = 0, high = 1;
};

/// How the talks of a simulated process ended by each week; shares of all simulated processes. Week 0 is the case's
/// date, the last one the horizon. deal + collapse + prevails <= 1; the rest goes on.
struct SimulatedWeek {
  double deal = 0, collapse = 0, prevails = 0;
};

/// The chances under another assumption.
struct ForecastMove {
  std::string key;   ///< stable: "rounds", "collapse", "limits_meant", "weight", "class", "zone", ...
  std::string what;  ///< in words: "rounds of talks a month: 1 / 4"
  std::string low_is, high_is;      ///< what the two ends stand for: "1 a month", "4 a month"
  std::vector<double> low, high;    ///< beside ForecastFinding::chances: chances at the two ends
  bool in_range = true;             ///< whether it counts for low and high of the chances
};

/// What the chosen class says, given the time already gone.
struct BaseRate {
  enum class Kind { kNone, kClass, kDurations, kJudged };
  Kind kind = Kind::kNone;
  ReferenceClass reference;       ///< of kJudged only the curve, its name and its source ("judged")
  std::string sha256;             ///< kDurations: of the table
  double elapsed_days = 0;
  case_model::Day since;
  std::vector<ChanceBy> chances;  ///< beside ForecastFinding::chances; low and high over the curves and the count
  double not_at_all = 1;          ///< by the horizon
  double never = 0;               ///< ever
};

/// What one speaker or source says about the chances, as it was said; never averaged into the forecast.
struct SourceForecast {
  std::size_t assessment = 0;     ///< its number in Case::assessments
  std::string by;                 ///< party or source id
  std::string speaker;            ///< may be empty
  std::string word, quote;        ///< as in the case; either may be empty
  std::optional<case_model::Day> on;
  /// (days after the case's date, chance by then), rising days; days already gone are left out. A word of the scale
  /// stands for its number by the horizon. Empty where what was said means no number.
  std::vector<std::pair<int, double>> chances;
  std::string origin;             ///< id of the source it goes back to, or of the party: those of one origin count once
};

/// One figure out of many, on request: log-odds of all origins, equally weighted, moved from the base rate by
/// `extremised` times their mean distance from it (1: no extremising; Neyman and Roughgarden 2022).
struct PooledForecast {
  std::vector<std::optional<double>> chances;  ///< beside ForecastFinding::chances; nothing where nobody gave a figure by then
  std::size_t origins = 0;
  double extremised = 1;
};

/// The rates the simulation ran with, a month; ranges are what was judged or, where `assumed`, a convention.
struct TimingRates {
  struct Rate {
    double low = 0, high = 0;
    bool assumed = true;
    std::string from;  ///< what it rests on, in words: "3 rounds of talks in 40 days"
  };
  Rate rounds, collapse, prevails, stalling_ends;
  base::IndexedVector<case_model::PartyIndex, Rate> impatience;  ///< of parties that are asked; others 0
};

struct ForecastFinding {
  std::string event;
  int horizon_days = 0;
  case_model::Day as_of;
  std::vector<ChanceBy> chances;   ///< by 7, 30, 90, 365 days, clipped to the horizon, without repeats: the last is the horizon's
                                   ///< where that is at most 365 days; else the horizon is added
  ChanceBy not_at_all;             ///< by the horizon: 1 less the last chance; its low and high mirror that one's
  std::vector<ChanceBy> weekly;    ///< chance by week, for the chart: week 0 .. last, the last at the horizon
  std::vector<SimulatedWeek> simulated;  ///< beside `weekly`: the simulation by itself
  std::vector<double> simulated_chances; ///< beside `chances`
  double weight = 0.3;             ///< of the simulation in log-odds
  BaseRate base_rate;
  std::vector<SourceForecast> sources;   ///< in the order of Case::assessments
  std::optional<PooledForecast> pooled;
  std::vector<ForecastMove> moves; ///< what moves the last chance most first; ties by key
  TimingRates rates;
  double zone_now = 0, zone_at_horizon = 0;  ///< share of simulated processes with a zone at the start, and ever by the horizon
  std::size_t paths = 0;           ///< simulated processes
  Verdict verdict = Verdict::kSampled;
};

}  // namespace modus::findings
