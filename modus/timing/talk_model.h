/// \file What simulated talks run on: who is asked, what is on the list, and how everybody stands to it in each scenario.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/base/context.h"
#include "modus/findings/forecast.h"
#include "modus/timing/bargaining.h"
#include "modus/timing/talk_rates.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::timing {

/// A limit that a party has stated, as the others see it.
struct StatedLimit {
  std::uint64_t bit = 0;  ///< in PartyScenarios::real_limits
  double real = 0;        ///< share of scenarios in which it is real
  /// The chance that it was stated as reported, given that it is not real: only then is it held out for.
  double stated = 1;
};

struct TalksParty {
  case_model::PartyIndex party;
  bool always_asked = true;      ///< false: a guarantor, asked about packages that commit it
  double drift_low = 0, drift_high = 0;            ///< points a month that its no-deal value falls
  double impatience_low = 0, impatience_high = 0;  ///< a month
  std::vector<StatedLimit> limits;
  std::vector<std::uint64_t> forbidden;  ///< by package on the list: bits of the limits that forbid it
  std::vector<char> asked;               ///< by package on the list
  /// How sure it seems that it means what it says: share of scenarios in which some limit of it is real, kept
  /// kLeastSure away from both ends.
  double sure = 0;
};

/// One drawn scenario in full. Tables have a row a scenario.
struct TalksModel {
  std::size_t scenarios = 0;  ///< number n stands for the drawn scenario n * stride
  std::size_t stride = 1;
  std::size_t chains = 1;
  std::uint64_t seed = 1;
  int horizon_days = 0;
  std::vector<TalksParty> parties;          ///< asked, by party
  std::vector<zone::PackageIndex> packages; ///< on the list, in the order of tabling
  std::vector<float> gains;                 ///< [n][party][package] value less no-deal value, points; 0 or more as exactly as it is
  std::vector<std::uint64_t> real;          ///< [n][party] limits that are real
  std::vector<std::uint8_t> stalling;       ///< [n][party]
  /// [n][party][other] what `other` keeps by giving way to the party, as a share of what it has if it gets its way.
  std::vector<float> kept;
  std::vector<char> zone;                   ///< [n] whether all accept some package of the case now
  findings::TimingRates rates;
  DatesAhead dates;
  HurriedClock clock{{}};
};

/// Gets its way: the best package on the list for it that its stated limits permit, real or not, and that all others
/// could live with if they gave up what they only hold out for; if there is none, the best that its stated limits permit.
/// Each opponent (asked of every package) is measured against that. Scenarios are thinned so that the tables stay below
/// some 100 MB. O(scenarios * parties * (packages + parties)).
[[nodiscard]] TalksModel make_talks_model(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, int horizon_days,
                                          const base::Context& context);

}  // namespace modus::timing
