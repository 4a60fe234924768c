/// \file What blocks a deal, and the least that would have to move.
#pragma once

#include <string>
#include <vector>

#include "modus/findings/common.h"

namespace modus::findings {

/// A limit or a no-deal value, seen as an obstacle.
struct StickingPoint {
  enum class Kind { kLimit, kNoDeal };
  Kind kind = Kind::kLimit;
  std::string id;  ///< "<party>:<first statement>" for limits, "<party>:no_deal"; stable
  case_model::PartyIndex party;
  case_model::LimitIndex limit;  ///< limits only
  double probability = 1;        ///< share of scenarios in which it is real (limits); 1 for no-deal values
  Share unblocking_effect;       ///< zone probability without it, less zone probability; 0 or more
};

/// Positions of ZoneFinding's nominal scenario: incompatible, or an opening.
struct StickingSet {
  std::vector<std::size_t> points;  ///< indices into BlockersFinding::sticking_points, rising
  double frequency = 0;             ///< share of scenarios in which just this set is minimal
};

struct PairEffect {
  std::size_t first = 0, second = 0;
  Share unblocking_effect;   ///< of dropping both
  double only_together = 0;  ///< what neither does alone: share of scenarios where only both open a zone
};

struct IssueEffect {
  case_model::IssueIndex issue;
  Share unblocking_effect;  ///< limits naming it dropped, and everyone given its best there
  std::vector<case_model::PartyIndex> silent;  ///< principals with no statement and no judgment on it
};

/// How far one party would have to go for one package, in the nominal scenario.
struct Move {
  case_model::PartyIndex party;
  double points = 0;  ///< by how much the package falls short of its no-deal value; 0: not at all
  std::vector<case_model::LimitIndex> limits_given_up;
};

struct LeastMoves {
  case_model::Package package;
  std::vector<Move> moves;  ///< of parties that would have to move, by party
  double total = 0;         ///< points over all parties; a limit given up counts kPointsPerLimit times its probability
  double largest = 0;       ///< of one party
};

/// Shares and frequencies are of all scenarios, or where there are very many packages of every scenario_stride-th.
struct BlockersFinding {
  /// What giving up a limit that is sure counts for, in points, beside falling short of a no-deal value.
  static constexpr double kPointsPerLimit = 25;
  std::vector<StickingPoint> sticking_points;  ///< limits by party and statement, then no-deal values by party
  bool nominal_has_zone = false;
  std::vector<StickingSet> incompatible;       ///< MUS of the nominal scenario, smallest first
  std::vector<StickingSet> openings;           ///< MCS of the nominal scenario, smallest first
  bool capped = false;                         ///< more sets than are listed
  std::vector<StickingSet> frequent_openings;  ///< over all scenarios without a zone, most frequent first
  std::vector<PairEffect> pairs;               ///< with only_together > 0, largest effect first
  std::vector<IssueEffect> hardest_issues;     ///< largest effect first, ties by issue
  std::vector<LeastMoves> cheapest;            ///< least total first; at most 3, different packages
  std::vector<LeastMoves> balanced;            ///< least largest first; at most 3
  Share stalling;                              ///< share of scenarios in which some party that must accept wants no deal at all
  std::size_t scenario_stride = 1;             ///< of effects, pairs, issues and frequencies: 1 for all scenarios
  bool confirmed = false;                      ///< the naive routine found each set minimal
  Verdict verdict = Verdict::kSampled;
};

}  // namespace modus::findings
