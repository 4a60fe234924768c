/// \file One Markov chain over one party's wants: Gibbs sweeps that draw every coordinate exactly.
///
/// Weights are free / (sum of all free) of independent exponentials, rising scores likewise of gaps, so that
/// every margin, multiplied by that sum, is linear in each single coordinate; the best way to complete a part is
/// a maximum of such lines. Written once as "sum of lines + sum over components of the highest line", a margin
/// changes sign at one or two places found exactly (piecewise_draw.h). Weight priors Dirichlet(a), a != 1, are
/// exponentials with a slice for the power (Damien, Wakefield and Walker 1999).
#pragma once

#include <cstdint>
#include <vector>

#include "modus/base/random.h"
#include "modus/preference/party_model.h"
#include "modus/preference/piecewise_draw.h"

namespace modus::preference {

class PartyChain {
 public:
  /// Where the numbers of one chain come from. Shares of mixes have their own, so that a mix that no evidence touches
  /// leaves all else as it was without it.
  struct Randomness {
    base::RandomStream wants, shares;
  };
  /// `limits_apart`: limits are decided from outside, by set_limits.
  PartyChain(const PartyModel& model, Randomness random, bool limits_apart);

  /// Draws every coordinate once, in a fixed order.
  void sweep();

  // What the state is now:
  [[nodiscard]] double weight(std::size_t issue) const;
  [[nodiscard]] double score(std::size_t issue, std::size_t option) const;
  [[nodiscard]] double adjustment(std::size_t k) const { return adjustments_[k]; }
  [[nodiscard]] double no_deal() const;
  [[nodiscard]] double chance(std::size_t outcome) const { return chances_[outcome]; }
  [[nodiscard]] double share(std::size_t issue, std::size_t mix, std::size_t branch) const { return places_[issue][mix].share(branch); }
  [[nodiscard]] double cost() const { return cost_; }
  [[nodiscard]] std::uint64_t limits() const { return limits_; }
  void set_limits(std::uint64_t limits);
  /// Product of the factors of all evidence that some limit bears on, as if these limits were real.
  [[nodiscard]] double limit_factor(std::uint64_t limits) const;
  /// Whether a piece of evidence holds now.
  [[nodiscard]] bool holds(std::size_t evidence) const;
  /// Margin of evidence of kind kMargin, in points; limits as they are. -infinity where no completion is left.
  [[nodiscard]] double margin(std::size_t evidence) const;
  /// The limits and score nodes some evidence bears on: the others have their prior.
  [[nodiscard]] std::uint64_t touched_limits() const { return touched_limits_; }
  [[nodiscard]] bool touches_scores(std::size_t issue) const { return !by_issue_[issue].empty() || !wanted_[issue].empty(); }

 private:
  // A margin's linear part, times the sum of the free weights: sum of free_i * pull_i + total * constant.
  struct Margin {
    std::vector<double> difference;   // by issue: signed sum of scores
    std::vector<double> weight_term;  // by issue
    std::vector<std::vector<double>> share;  // by issue and node: d difference / d node
    double constant = 0;
    double linear = 0;       // the linear part now
    std::vector<double> best;  // by component: its highest line now; -infinity where none is allowed
    double best_sum = 0;     // of those that are finite
    std::size_t dead = 0;    // how many are not
  };
  // A margin an issue bears on, and the components of it that move with the issue's scores or with its weight.
  struct Bearing {
    std::size_t evidence = 0;
    bool linear = false;  // its linear part knows the issue's scores
    std::vector<std::size_t> by_score, by_weight;
  };
  // How a coordinate moves things: everything not named moves by `rest` times itself.
  struct Move {
    double current = 0;
    double scale = 1;  // what margins are multiplied with while the coordinate is free
    double rest = 0;   // d scale / d coordinate
  };

  void start_weights();
  void start_rest();
  void index_evidence();
  void index_margin(std::size_t evidence);
  void refresh();
  void refresh_margin(std::size_t evidence);
  void refresh_linear(std::size_t evidence);
  void refresh_component(std::size_t evidence, std::size_t component);
  void set_best(std::size_t evidence, std::size_t component, double best);
  void refresh_worth(std::size_t issue);
  [[nodiscard]] double combination_value(const Component& component, const Combination& one) const;
  [[nodiscard]] double issue_scale(std::size_t issue) const;
  [[nodiscard]] double row_value(const SignedRow& row) const;
  [[nodiscard]] bool is_allowed(const Evidence& evidence) const { return (evidence.forbidden_by & limits_) == 0; }

  // Puts the evidence on the coordinate being drawn: the linear part moves with `linear_slope`, combinations of the
  // active components each with slope(component, combination), everything else with the move's `rest`.
  template <class Slope>
  void consider(std::size_t evidence, const Move& move, double linear_slope, const std::vector<std::size_t>& active,
                Slope slope);
  void put(const Evidence& evidence, const Line& base, std::size_t groups);
  template <class OptionSlope>
  void consider_wanted(std::size_t issue, const Move& move, OptionSlope option_slope);
  [[nodiscard]] bool others_wanted_hold(const Evidence& evidence, std::size_t issue) const;
  [[nodiscard]] bool wanted_holds(const WantedOptions& wanted) const;

  // How the issue's scores move with the coordinate: each option's, and (by evidence) the signed sum in its linear part.
  template <class OptionSlope, class LinearSlope>
  void consider_scores(std::size_t issue, const Move& move, OptionSlope option_slope, LinearSlope linear_slope);
  void consider_nodes(std::size_t issue, const Move& move, const std::vector<double>& node_slopes);
  void draw_weight(std::size_t issue);
  void consider_weight(std::size_t issue, double now, const Bearing& bearing);
  [[nodiscard]] double weight_slope(std::size_t issue, const Margin& margin) const;
  void draw_free_node(std::size_t issue, const FreeNode& node);
  void draw_gap(std::size_t issue, std::size_t chain, std::size_t gap);
  void start_shares(std::size_t issue);
  void draw_share(std::size_t issue, const MixShares& mix, std::size_t branch);
  [[nodiscard]] double times_in(const Evidence& evidence, std::size_t issue, std::uint32_t option) const;
  void after_scores(std::size_t issue);
  void draw_adjustment(std::size_t k);
  [[nodiscard]] double adjustment_share(const Evidence& evidence, std::uint32_t k) const;
  void draw_no_deal();
  double draw_no_deal_term(double& coordinate, double low, double high, double slope);
  void draw_no_deal_evidence(double current, double slope);
  void shift_no_deal(double points);
  void draw_chance(std::size_t outcome);
  void draw_limit(std::size_t bit);
  [[nodiscard]] double best_under(const Component& component, std::uint64_t limits) const;
  [[nodiscard]] double factor_under(std::size_t evidence, std::uint64_t limits) const;

  const PartyModel& model_;
  base::RandomStream random_, share_random_;
  bool limits_apart_;
  std::vector<double> free_;   // by issue; unused where the weight is fixed
  double total_ = 1;           // sum of the free ones
  double spread_ = 1;          // what the free weights share
  OptionPlaces places_;                                 // the shares of mixes move
  std::vector<std::vector<double>> nodes_;              // by issue
  std::vector<std::vector<std::vector<double>>> gaps_;  // by issue and chain
  std::vector<double> adjustments_, chances_;
  double no_deal_value_ = 50, cost_ = 0;
  std::uint64_t limits_ = 0, touched_limits_ = 0;
  std::vector<Margin> margins_;                       // by evidence
  std::vector<std::vector<double>> worth_;            // by issue and option: issue scale * score; candidates only
  std::vector<std::vector<Bearing>> by_issue_;        // margins that an issue's scores bear on
  std::vector<std::vector<Bearing>> by_weight_;       // all margins, for each issue's weight
  std::vector<std::vector<std::size_t>> wanted_;      // wanted evidence, by issue
  std::vector<std::size_t> margin_evidence_;          // all of kind kMargin
  std::vector<std::size_t> limit_evidence_;           // those some limit bears on
  std::vector<std::vector<std::size_t>> tilting_;     // by evidence: components whose lines tilt with the total, for
                                                      // they hold adjustments or fixed weights
  PiecewiseDraw draw_;
  std::vector<std::vector<Line>> groups_;             // scratch
  std::vector<double> slopes_;                        // scratch
};

}  // namespace modus::preference
