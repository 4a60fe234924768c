/// \file Scenarios: complete possibilities for what everyone really wants, as drawn by preference/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "modus/base/index.h"
#include "modus/case_model/ids.h"

namespace modus::findings {

/// One party's wants in all scenarios. Values are in units: points times units_per_point. Where a party is
/// point-valued the units make every number here a whole number below 2^53, so that sums and comparisons in
/// double are exact.
struct PartyScenarios {
  bool drawn = false;         ///< false: the party is not asked, follows or consents; nothing else is filled
  bool point_valued = false;  ///< the same wants in every scenario (limits and stalling aside)
  double units_per_point = 1;
  std::size_t options = 0;    ///< over all issues
  std::vector<std::uint32_t> first_option;  ///< by issue: where its options start in a row of `values`
  std::vector<double> weights;  ///< [scenario * issues + issue], shares summing to 1; score = value / (100 * weight)
  std::size_t adjustments_per_scenario = 0;
  /// 100 * weight * score of an option: values[scenario * options + first_option[issue] + option].
  std::vector<double> values;
  std::vector<double> adjustments;  ///< [scenario * adjustments_per_scenario + k], k as in Judgments::adjust
  std::vector<double> no_deal;      ///< [scenario]
  std::vector<std::uint8_t> stalling;      ///< [scenario] 1: it wants no deal at all now
  std::vector<std::uint64_t> real_limits;  ///< [scenario] bit j: limit Standing::limits_of[party][j] is real
};

/// One quantity that was watched while sampling.
struct WatchedQuantity {
  std::string what;
  double split_rhat = 1;      ///< rank-normalised split R-hat (Vehtari et al. 2021); at most 1.01 passes
  double effective_size = 0;  ///< bulk; at least 400 passes
  bool constant = false;      ///< did not move at all; passes
  [[nodiscard]] bool passes() const { return constant || (split_rhat <= 1.01 && effective_size >= 400); }
};

struct SamplingReport {
  int chains = 8;
  std::size_t sweeps_between_draws = 1;
  std::size_t draws = 0;               ///< watched draws over all chains; the scenarios are every k-th of them
  std::vector<WatchedQuantity> watched;  ///< worst first
  [[nodiscard]] bool mixed() const {
    for (const WatchedQuantity& quantity : watched) {
      if (!quantity.passes()) return false;
    }
    return true;
  }
};

/// How one statement fared. All three are probabilities.
struct StatementFinding {
  case_model::StatementIndex statement;
  double said = 1;
  double meant_entered = 0;
  std::optional<double> meant_after;  ///< share of scenarios in which it holds (its limit is real); nothing where no evidence bears on it
  bool counted = true;                ///< false: replaced, or repeated later
};

/// Scenario s is one draw of every party together; all scenarios weigh the same.
/// Scenarios of one chain follow each other: chain c holds s in [c*count/chains, (c+1)*count/chains).
struct Scenarios {
  std::size_t count = 0;
  std::uint64_t seed = 1;
  base::IndexedVector<case_model::PartyIndex, PartyScenarios> parties;
  std::vector<StatementFinding> statements;  ///< by statement index
  SamplingReport sampling;
};

}  // namespace modus::findings
