/// \file Forecasts as they were made, what came of them, and how good they were.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modus/case_model/basics.h"
#include "modus/findings/common.h"

namespace modus::findings {

/// Chances by rising days after the forecast's date; the last one is at the horizon.
using Chances = std::vector<std::pair<int, double>>;

struct LoggedSource {
  std::string by;       ///< party or source id
  std::string origin;
  Chances chances;
};

/// One forecast as it was logged; never changed afterwards.
struct LoggedForecast {
  std::int64_t id = 0;        ///< given by the log, rising
  std::string made_at;        ///< UTC, 2026-03-14T10:00:00Z
  std::string version;
  std::string case_title, case_sha256;
  case_model::Day as_of;
  std::string event;
  int horizon_days = 0;
  std::uint64_t seed = 1;
  std::size_t scenarios = 0;
  Chances chances;            ///< ours; not at all is 1 less the last
  Chances base_rate;          ///< same days; empty where none was chosen
  std::string base_rate_class;
  double weight = 0;
  std::vector<LoggedSource> sources;
};

/// What came of a forecast. Logged beside it; a correction is a further entry, the latest counts.
struct Resolution {
  std::int64_t forecast = 0;
  std::string made_at;
  std::optional<case_model::Day> happened;  ///< nothing: not by the horizon
  std::string by, why;
};

/// Scores of one forecaster, each the mean over the resolved forecasts that it has figures for. Lower is better.
struct ScoreCard {
  std::string who;           ///< "ours", "base_rate", or the id of a party or source
  std::size_t forecasts = 0;
  double brier = 0;          ///< over the bins, sum of squares (Brier 1950): 0..2
  double logarithmic = 0;    ///< -ln of the chance of what came, nats; chances below 1e-6 count as that
  double ranked = 0;         ///< ranked probability score over the bins in order (Epstein 1969), divided by bins - 1
  double crps = 0;           ///< to its last day, in days (Matheson and Winkler 1976), divided by that day: 0..1
  /// 1 - ranked / that of the base rate for the same days of the same forecasts (those with a base rate). The ends are of its
  /// 90 % interval (bootstrap over events); nothing with fewer than two events, or where the base rate alone may be without fault.
  std::optional<double> skill, skill_low, skill_high;
  std::size_t compared = 0, events = 0;  ///< forecasts that skill rests on, and their different events
};

/// Of the forecasts of one kind that gave a chance between low and high: how many, what they said and what came.
struct ReliabilityBin {
  double low = 0, high = 1;
  std::size_t count = 0;
  double mean_chance = 0, share_came = 0;
  double came_low = 0, came_high = 1;  ///< 90 % Jeffreys interval, as if each stood alone: too narrow where they hang together
};

struct ScoreFinding {
  std::string version, log, seal;  ///< the log: its file, and the hash of its last entry
  case_model::Day as_of;           ///< the day it is taken to be
  std::size_t logged = 0, resolved = 0, open = 0, overdue = 0;  ///< overdue: horizon passed, no resolution; logged = the sum of the others
  std::size_t late = 0;                    ///< of the logged: made so long after the day they are for that what came may have been known
  std::size_t events = 0;                  ///< of the resolved ones; forecasts of one case's one event hang together
  std::vector<ScoreCard> cards;            ///< ours, base_rate, then the others by id; empty where none is resolved
  std::vector<ReliabilityBin> reliability; ///< ours, at all days of the resolved; bins a tenth wide with any, rising
  /// Whether there are enough resolved forecasts to recalibrate on.
  static constexpr std::size_t kLeastToRecalibrate = 30;
  /// The slope b in log-odds of ours that would have been right, by maximum likelihood: above 1, further from one half.
  /// Within -10..10; only from kLeastToRecalibrate resolved on.
  std::optional<double> recalibration;
};

}  // namespace modus::findings
