/// \file What would have to be true for a package: the central scenario. Private to this room.
#pragma once

#include <vector>

#include "modus/findings/common.h"
#include "modus/zone/drawn_case.h"

namespace modus::zone {

/// Means of everything uncertain, over all scenarios and over some of them. Reads scenarios as it needs them
/// and keeps only one number a quantity.
class CentralScenario {
 public:
  explicit CentralScenario(const DrawnCase& drawn);

  /// What is different in the scenarios of the set; see describe_package.h. Empty for an empty set.
  [[nodiscard]] std::vector<findings::Belief> beliefs_in(const ScenarioSet& set) const;

 private:
  void add_quantities(case_model::PartyIndex party);
  void read_scenario(std::size_t scenario, std::vector<double>& numbers) const;
  void read_wants(const findings::PartyScenarios& wants, std::size_t scenario,
                  std::vector<double>& numbers) const;
  [[nodiscard]] std::vector<double> means_over(const ScenarioSet& set) const;

  const DrawnCase& drawn_;
  std::vector<findings::Belief> quantities_;  ///< `before` filled
  std::vector<double> deviations_;            ///< standard deviation over all scenarios
};

}  // namespace modus::zone
