/// \file The figures a case is known by, under names, so that cases of different structure compare.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "modus/findings/common.h"

namespace modus::findings {

/// Issue id and option id, by issue.
using NamedPackage = std::vector<std::pair<std::string, std::string>>;

struct PartyHeadline {
  std::string id;
  double acceptance = 0;  ///< mean over packages that meet the rules, by its own test
  Share zone_without;     ///< zone probability if it need not accept
};

/// How far the zone probability would rise without it.
struct NamedEffect {
  std::string id;  ///< of a sticking point (StickingPoint::id), or of an issue
  Share unblocking_effect;
};

struct Headline {
  Share zone_probability;
  double best_joint_acceptance = 0;  ///< corrected as ZoneFinding::max_joint_acceptance
  NamedPackage best;                 ///< the package most often accepted by all; ties to the lowest number
  std::vector<PartyHeadline> parties;       ///< whose acceptance is its own, by id
  std::vector<NamedEffect> sticking_points; ///< all; largest effect first, ties by id
  std::vector<NamedEffect> hardest_issues;  ///< all, as BlockersFinding::hardest_issues; ties by id
  std::uint64_t package_count = 0;          ///< meeting the rules
  std::size_t scenarios = 0;          ///< they are counted from
  std::size_t effect_scenarios = 0;   ///< of which the effects of sticking points and issues are counted from
  bool reweighted = false;            ///< scenarios of another case, weighted anew
};

/// How far a figure moved; may be below 0.
struct Movement {
  double value = 0;
  double standard_error = 0;  ///< from sampling, scenario by scenario where both come from the same random numbers
  /// Whether it can be told from no movement at all: beyond kTold standard errors.
  static constexpr double kTold = 2;
  [[nodiscard]] bool is_told() const { return value > kTold * standard_error || -value > kTold * standard_error; }
};

/// One figure of those that a headline has by name. Where only one side has the thing, there is no movement.
struct NamedMovement {
  std::string id;
  double value = 0;
};

/// From one headline to another.
struct HeadlineMovement {
  Movement zone_probability;
  double best_joint_acceptance = 0;
  bool best_differs = false;                    ///< another package is accepted most often
  std::vector<NamedMovement> acceptance;        ///< mean acceptance, by party in both
  std::vector<NamedMovement> zone_without;      ///< by party in both
  std::vector<NamedMovement> sticking_points;   ///< unblocking effects of those in both, by id
  std::vector<NamedMovement> hardest_issues;    ///< of those in both, by id
  std::int64_t package_count = 0;
};

}  // namespace modus::findings
