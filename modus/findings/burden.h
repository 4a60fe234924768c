/// \file Who could carry what of an option's cost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modus/base/number.h"
#include "modus/case_model/ids.h"

namespace modus::findings {

/// A group that would pay less by itself than the shares ask of it.
struct CheaperAlone {
  std::vector<case_model::PartyIndex> who;  ///< rising
  double asked = 0, alone = 0;              ///< in the burden's unit
};

struct BurdenShare {
  case_model::PartyIndex party;
  std::optional<base::Decimal> capacity;
  std::optional<double>
      by_capacity;  ///< proportional to capacity; nothing where somebody's capacity is not entered
  double shapley = 0;
  double alone = 0;            ///< what it would pay by itself
  bool alone_entered = false;  ///< false: nothing was entered, and it is taken to pay the whole
};

/// An option's cost among those who could carry it. Shares of one rule add up to `total`.
struct BurdenFinding {
  case_model::IssueIndex issue;
  case_model::OptionIndex option;
  base::Decimal total;
  std::string unit;
  std::string why;
  std::vector<BurdenShare> shares;  ///< by party
  /// Of the groups that would pay less by themselves the one that would save most; ties to the smaller group,
  /// then by party. Nothing where no group would: the shares are in the core.
  std::optional<CheaperAlone> against_capacity, against_shapley;
};

}  // namespace modus::findings
