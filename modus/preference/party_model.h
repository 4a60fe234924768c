/// \file One party's wants as a probability model: what is drawn, from which prior, and what bears on it.
/// Built once from the case; the sampler (party_chain.h) and the table evaluation (reweight.cc) both read it.
///
/// Scores of an issue are linear in its *nodes*: for named options a node an option; for scales five knots, and
/// an option between two of them takes both in proportion. Nodes are fixed, free on an interval, or rise along a
/// chain between two fixed values (uniform in order). A mix has no node: it takes those of its branches in the shares
/// they have, which are exact or uniform where none is below its range and the last, which takes what the others
/// leave, is not below 0.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/preference/draw.h"

namespace modus::preference {

/// score = first_share * node[first] + second_share * node[second], and so on for mixes of three branches and more
struct OptionScore {
  struct Further {
    std::uint32_t node = 0;
    double share = 0;
  };
  std::uint32_t first = 0, second = 0;
  double first_share = 1, second_share = 0;
  std::vector<Further> further = {};

  [[nodiscard]] double of(const std::vector<double>& nodes) const {
    double score = first_share * nodes[first] + second_share * nodes[second];
    for (const Further& one : further) score += one.share * nodes[one.node];
    return score;
  }
  // By branch, for mixes:
  [[nodiscard]] std::size_t branches() const { return 2 + further.size(); }
  [[nodiscard]] std::uint32_t node(std::size_t branch) const {
    return branch == 0 ? first : branch == 1 ? second : further[branch - 2].node;
  }
  [[nodiscard]] double share(std::size_t branch) const {
    return branch == 0 ? first_share : branch == 1 ? second_share : further[branch - 2].share;
  }
  void set_share(std::size_t branch, double share) {
    (branch == 0 ? first_share : branch == 1 ? second_share : further[branch - 2].share) = share;
  }
};

/// By issue and option.
using OptionPlaces = std::vector<std::vector<OptionScore>>;

/// The shares of a mix that may vary.
struct MixShares {
  std::uint32_t option = 0;
  std::vector<double> low, high;  ///< by branch, all but the last
  [[nodiscard]] bool exact() const { return low == high; }
};

/// Nodes that rise strictly between low and high; uniform in that order.
struct RisingNodes {
  double low = 0, high = 1;
  std::vector<std::uint32_t> nodes;
};

struct FreeNode {
  std::uint32_t node = 0;
  double low = 0, high = 1;
};

/// A node of a chain that a judgment confines.
struct ConfinedNode {
  std::uint32_t node = 0;
  double low = 0, high = 1;
};

struct IssueScores {
  std::vector<double> fixed;  ///< by node; the value of fixed nodes, a valid start for the others
  std::vector<OptionScore> options;
  std::vector<RisingNodes> chains;
  std::vector<FreeNode> free;
  std::vector<ConfinedNode> confined;
  std::vector<MixShares> mixes;  ///< rising; `options` holds shares that fit
  /// Options among which a best or worst one of any condition's options always is; rising.
  std::vector<std::uint32_t> candidates;
};

/// Terms of one package or part, counted with a sign.
struct SignedRow {
  double sign = 1;
  case_model::Part terms;
  std::vector<std::uint32_t> adjustments;
};

/// One way to settle the issues of a component.
struct Combination {
  std::vector<std::uint32_t> options;  ///< parallel to Component::issues
  std::uint64_t forbidden_by = 0;      ///< bits of the party's limits
  std::vector<std::uint32_t> adjustments;
};

/// Issues that rules, limits and adjustments tie together; the best combination is chosen for each component
/// by itself.
struct Component {
  std::vector<std::uint32_t> issues;
  std::vector<Combination> combinations;
};

/// Options of one issue that a demand asks for, and the others.
struct WantedOptions {
  std::uint32_t issue = 0;
  std::vector<std::uint32_t> wanted, others;
};

/// What one statement says of the wants: a factor on the density, by whether it holds.
///   kMargin: sum of rows + best of each component (+ weight terms) [- no-deal value] >= 0, and no real limit
///            of `forbidden_by`.
///   kWanted: in every entry, each wanted option scores at least as high as each other one.
struct Evidence {
  enum class Kind { kMargin, kWanted };
  Kind kind = Kind::kMargin;
  std::optional<case_model::StatementIndex> statement;  ///< nothing: a judgment on weights
  double if_holds = 1, if_not = 1;
  std::vector<SignedRow> rows;
  std::vector<Component> components;
  std::vector<std::pair<std::uint32_t, double>> weight_terms;  ///< issue, coefficient on its weight
  double constant = 0;
  bool against_no_deal = false;
  bool refusal = false;  ///< the statement holds where the margin does not (`rejects` of a complete package)
  std::uint64_t forbidden_by = 0;
  std::vector<WantedOptions> wanted;
};

struct LotteryRow {
  SignedRow row;      ///< sign 1
  double low = 0, high = 1;
};

struct PartyModel {
  case_model::PartyIndex party;
  std::vector<IssueScores> scores;            ///< by issue
  std::vector<std::optional<double>> fixed_weights;
  double fixed_weight_sum = 0;
  std::size_t free_weights = 0;
  double dirichlet = 1;
  std::vector<std::pair<double, double>> adjustments;  ///< low, high
  double no_deal_low = 0, no_deal_high = 100;          ///< value, where there is no lottery
  std::vector<LotteryRow> lottery;                     ///< the last one's chance is what the others leave
  double cost_low = 0, cost_high = 0;
  double stalling = 0;                       ///< chance
  std::vector<double> limit_probability;     ///< by bit
  std::vector<Evidence> evidence;            ///< statements, then judgments on weights
};

/// Builds the model of a party that is asked. Problems: a statement whose completion ties too many combinations
/// together to be weighed (over 20,000 in one component).
base::Result<PartyModel> build_party_model(const case_model::Case& subject, const case_model::Standing& standing,
                                           case_model::PartyIndex party, const Variation& variation);

/// The evidence that one statement gives, if any (limits apart), under the standing given.
base::Result<std::vector<Evidence>> evidence_of(const case_model::Case& subject, const case_model::Standing& standing,
                                                case_model::StatementIndex statement);

/// The nodes, chains and candidates of one issue for one party.
IssueScores issue_scores(const case_model::Case& subject, case_model::PartyIndex party, case_model::IssueIndex issue);

[[nodiscard]] OptionPlaces places_of(const PartyModel& model);

/// Probability that a limit is real under the variation.
double limit_probability(const case_model::Case& subject, const case_model::Standing& standing,
                         case_model::LimitIndex limit, const Variation& variation);

}  // namespace modus::preference
