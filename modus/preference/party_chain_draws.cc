#include <algorithm>
#include <cmath>
#include <limits>

#include "modus/preference/party_chain.h"

namespace modus::preference {
namespace {

constexpr double kNone = -std::numeric_limits<double>::infinity();
constexpr double kMostExponential = 700;  // beyond it the mass of an exponential is below any double

bool contains(const std::vector<std::uint32_t>& values, std::uint32_t value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Of parallel lines only the highest counts.
void add_line(const Line& line, std::vector<Line>& lines) {
  for (Line& other : lines) {
    if (other.slope != line.slope) continue;
    other.value = std::max(other.value, line.value);
    return;
  }
  lines.push_back(line);
}

}  // namespace

template <class Slope>
void PartyChain::consider(std::size_t j, const Move& move, double linear_slope, const std::vector<std::size_t>& active,
                          Slope slope) {
  const Evidence& one = model_.evidence[j];
  const Margin& margin = margins_[j];
  if (!is_allowed(one) || margin.dead > 0) return;
  double rest = margin.best_sum;
  std::size_t used = 0;
  for (const std::size_t c : active) {
    rest -= margin.best[c];
    const Component& component = one.components[c];
    if (groups_.size() <= used) groups_.emplace_back();
    std::vector<Line>& lines = groups_[used++];
    lines.clear();
    for (const Combination& way : component.combinations) {
      if ((way.forbidden_by & limits_) != 0) continue;
      const double gradient = slope(component, way);
      add_line({combination_value(component, way) * move.scale - gradient * move.current, gradient}, lines);
    }
  }
  const double tilt = linear_slope + rest * move.rest;
  put(one, {(margin.linear + rest) * move.scale - tilt * move.current, tilt}, used);
}

void PartyChain::put(const Evidence& evidence, const Line& base, std::size_t groups) {
  if (!evidence.statement) {
    draw_.confine(base);
    return;
  }
  const auto set = where_not_negative(base, std::span(groups_).first(groups), draw_.low(), draw_.high());
  if (!set) return;
  const bool refusal = evidence.refusal;
  draw_.add(*set, refusal ? evidence.if_not : evidence.if_holds, refusal ? evidence.if_holds : evidence.if_not);
}

double PartyChain::weight_slope(std::size_t issue, const Margin& margin) const {
  double sum = spread_ * (100 * margin.difference[issue] + margin.weight_term[issue]) + margin.constant;
  if (model_.fixed_weight_sum == 0) return sum;
  for (std::size_t one = 0; one < margin.difference.size(); ++one) {
    if (model_.fixed_weights[one]) sum += *model_.fixed_weights[one] * (100 * margin.difference[one] + margin.weight_term[one]);
  }
  return sum;
}

void PartyChain::consider_weight(std::size_t issue, double now, const Bearing& bearing) {
  const Margin& margin = margins_[bearing.evidence];
  const Move move{now, 1, 0};
  const Evidence& one = model_.evidence[bearing.evidence];
  // A component of this issue alone just grows in proportion: its best option stays the best.
  if (tilting_[bearing.evidence].empty() && bearing.by_weight.size() == 1 &&
      one.components[bearing.by_weight[0]].issues.size() == 1 && now > 0) {
    if (!is_allowed(one) || margin.dead > 0) return;
    const double tilt = weight_slope(issue, margin) + margin.best[bearing.by_weight[0]] / now;
    put(one, {margin.linear + margin.best_sum - tilt * now, tilt}, 0);
    return;
  }
  const auto slope = [&](const Component& component, const Combination& way) {
    double sum = 0;
    for (std::size_t k = 0; k < component.issues.size(); ++k) {
      const std::uint32_t member = component.issues[k];
      if (member == issue) sum += 100 * spread_ * score(member, way.options[k]);
      if (model_.fixed_weights[member]) sum += 100 * *model_.fixed_weights[member] * score(member, way.options[k]);
    }
    for (const std::uint32_t k : way.adjustments) sum += adjustments_[k];
    return sum;
  };
  consider(bearing.evidence, move, weight_slope(issue, margin), bearing.by_weight, slope);
}

void PartyChain::draw_weight(std::size_t issue) {
  const double now = free_[issue];
  draw_.start(PiecewiseDraw::Prior::kExponential, 0, kMostExponential, now);
  if (model_.dirichlet != 1) {
    const double level = now * std::pow(random_.uniform(), 1 / (model_.dirichlet - 1));
    if (model_.dirichlet > 1) {
      draw_.confine(level, kMostExponential);
    } else {
      draw_.confine(0, level);
    }
  }
  for (const Bearing& bearing : by_weight_[issue]) consider_weight(issue, now, bearing);
  free_[issue] = draw_.draw(random_);
  const double change = free_[issue] - now;
  total_ += change;
  refresh_worth(issue);
  if (model_.fixed_weight_sum > 0) {
    for (std::size_t one = 0; one < free_.size(); ++one) refresh_worth(one);
  }
  for (const Bearing& bearing : by_weight_[issue]) {
    Margin& margin = margins_[bearing.evidence];
    margin.linear += change * weight_slope(issue, margin);
    for (const std::size_t c : bearing.by_weight) refresh_component(bearing.evidence, c);
  }
}

// Evidence that wanted options score no lower than others: each pair of options confines the coordinate.
template <class OptionSlope>
void PartyChain::consider_wanted(std::size_t issue, const Move& move, OptionSlope option_slope) {
  for (const std::size_t j : wanted_[issue]) {
    const Evidence& one = model_.evidence[j];
    if (!others_wanted_hold(one, issue)) continue;
    HoldSet set{false, draw_.low(), draw_.high()};
    bool possible = true;
    const auto line_of = [&](std::uint32_t option) {
      const double slope = option_slope(option);
      return Line{score(issue, option) * move.scale - slope * move.current, slope};
    };
    const auto keep_above = [&](const Line& upper, const Line& lower) {
      const Line gap{upper.value - lower.value, upper.slope - lower.slope};
      if (std::abs(gap.slope) < 1e-300) {
        possible = possible && gap.value >= 0;
      } else if (gap.slope > 0) {
        set.low = std::max(set.low, -gap.value / gap.slope);
      } else {
        set.high = std::min(set.high, -gap.value / gap.slope);
      }
    };
    for (const WantedOptions& wanted : one.wanted) {
      if (wanted.issue != issue) continue;
      for (const std::uint32_t liked : wanted.wanted) {
        const Line upper = line_of(liked);
        for (const std::uint32_t other : wanted.others) keep_above(upper, line_of(other));
      }
    }
    const bool everywhere = set.low <= draw_.low() && set.high >= draw_.high();
    if (possible && !everywhere && set.low < set.high) draw_.add(set, one.if_holds, one.if_not);
  }
}

// After scores of an issue moved: everything that reads them.
void PartyChain::after_scores(std::size_t issue) {
  refresh_worth(issue);
  for (const Bearing& bearing : by_issue_[issue]) {
    Margin& margin = margins_[bearing.evidence];
    for (const std::size_t c : bearing.by_score) refresh_component(bearing.evidence, c);
    if (!bearing.linear) continue;
    const std::vector<double>& share = margin.share[issue];
    double difference = 0;
    for (std::size_t node = 0; node < share.size(); ++node) difference += share[node] * nodes_[issue][node];
    margin.linear += issue_scale(issue) * (difference - margin.difference[issue]);
    margin.difference[issue] = difference;
  }
}

template <class OptionSlope, class LinearSlope>
void PartyChain::consider_scores(std::size_t issue, const Move& move, OptionSlope option_slope, LinearSlope linear_slope) {
  const double scale = issue_scale(issue);
  // While a gap is free, what does not depend on it moves with the sum of the gaps.
  const auto slope = [&](const Component& component, const Combination& way) {
    std::size_t k = 0;
    while (component.issues[k] != issue) ++k;
    const double own = worth_[issue][way.options[k]];
    const double rest = move.rest == 0 ? 0 : move.rest * (combination_value(component, way) - own);
    return rest + scale * option_slope(way.options[k]);
  };
  for (const Bearing& bearing : by_issue_[issue]) {
    const Margin& margin = margins_[bearing.evidence];
    const double tilt = bearing.linear ? linear_slope(bearing.evidence) : 0.0;
    const double rest = move.rest * (margin.linear - scale * margin.difference[issue]);
    consider(bearing.evidence, move, rest + scale * tilt, bearing.by_score, slope);
  }
  consider_wanted(issue, move, option_slope);
}

void PartyChain::consider_nodes(std::size_t issue, const Move& move, const std::vector<double>& node_slopes) {
  const auto linear_slope = [&](std::size_t j) {
    const std::vector<double>& share = margins_[j].share[issue];
    double tilt = 0;
    for (std::size_t node = 0; node < node_slopes.size(); ++node) tilt += share[node] * node_slopes[node];
    return tilt;
  };
  consider_scores(issue, move, [&](std::uint32_t option) { return places_[issue][option].of(node_slopes); }, linear_slope);
}

// How often the linear part of a margin takes the option, with its sign.
double PartyChain::times_in(const Evidence& evidence, std::size_t issue, std::uint32_t option) const {
  const auto takes = [&](const SignedRow& row) {
    return std::any_of(row.terms.begin(), row.terms.end(),
                       [&](const auto& term) { return term.first.value == issue && term.second.value == option; });
  };
  double times = 0;
  for (const SignedRow& row : evidence.rows) times += takes(row) ? row.sign : 0;
  if (!evidence.against_no_deal) return times;
  for (std::size_t outcome = 0; outcome < chances_.size(); ++outcome) {
    if (takes(model_.lottery[outcome].row)) times -= chances_[outcome];
  }
  return times;
}

// The last branch takes what the others leave, so that it moves against each of them.
void PartyChain::draw_share(std::size_t issue, const MixShares& mix, std::size_t branch) {
  OptionScore& place = places_[issue][mix.option];
  const std::size_t last = mix.low.size();
  const double now = place.share(branch);
  const double both = now + place.share(last);
  draw_.start(PiecewiseDraw::Prior::kUniform, mix.low[branch], std::min(mix.high[branch], both), now);
  if (!draw_.is_open()) return;
  const bool touched = touches_scores(issue);
  if (touched) {
    const double gain = nodes_[issue][place.node(branch)] - nodes_[issue][place.node(last)];
    const auto option_slope = [&](std::uint32_t option) { return option == mix.option ? gain : 0.0; };
    const auto linear_slope = [&](std::size_t j) { return gain * times_in(model_.evidence[j], issue, mix.option); };
    consider_scores(issue, {now, 1, 0}, option_slope, linear_slope);
  }
  const double drawn = draw_.draw(share_random_);
  place.set_share(branch, drawn);
  place.set_share(last, both - drawn);
  if (touched) refresh();
}

void PartyChain::draw_free_node(std::size_t issue, const FreeNode& node) {
  draw_.start(PiecewiseDraw::Prior::kUniform, node.low, node.high, nodes_[issue][node.node]);
  if (touches_scores(issue)) {
    slopes_.assign(nodes_[issue].size(), 0);
    slopes_[node.node] = 1;
    consider_nodes(issue, {nodes_[issue][node.node], 1, 0}, slopes_);
  }
  nodes_[issue][node.node] = draw_.draw(random_);
  after_scores(issue);
}

void PartyChain::draw_gap(std::size_t issue, std::size_t chain, std::size_t gap) {
  const RisingNodes& rising = model_.scores[issue].chains[chain];
  std::vector<double>& gaps = gaps_[issue][chain];
  double sum = 0;
  for (const double one : gaps) sum += one;
  const double now = gaps[gap];
  draw_.start(PiecewiseDraw::Prior::kExponential, 0, kMostExponential, now);
  // Times the sum of gaps, a node of the chain is low * sum + (high - low) * (gaps up to it); others are node * sum.
  slopes_ = nodes_[issue];
  for (std::size_t k = 0; k < rising.nodes.size(); ++k) {
    slopes_[rising.nodes[k]] = rising.low + (k >= gap ? rising.high - rising.low : 0);
  }
  for (const ConfinedNode& band : model_.scores[issue].confined) {
    if (!contains(rising.nodes, band.node)) continue;
    const double value = nodes_[issue][band.node] * sum;
    const double slope = slopes_[band.node];
    draw_.confine({value - band.low * sum - (slope - band.low) * now, slope - band.low});
    draw_.confine({band.high * sum - value - (band.high - slope) * now, band.high - slope});
  }
  if (touches_scores(issue)) consider_nodes(issue, {now, sum, 1}, slopes_);
  gaps[gap] = draw_.draw(random_);
  sum += gaps[gap] - now;
  double below = 0;
  for (std::size_t k = 0; k < rising.nodes.size(); ++k) {
    below += gaps[k];
    nodes_[issue][rising.nodes[k]] = rising.low + (rising.high - rising.low) * below / sum;
  }
  after_scores(issue);
}

// d margin / d adjustment, in the linear part.
double PartyChain::adjustment_share(const Evidence& evidence, std::uint32_t k) const {
  double share = 0;
  for (const SignedRow& row : evidence.rows) share += contains(row.adjustments, k) ? row.sign : 0;
  if (!evidence.against_no_deal) return share;
  for (std::size_t outcome = 0; outcome < chances_.size(); ++outcome) {
    if (contains(model_.lottery[outcome].row.adjustments, k)) share -= chances_[outcome];
  }
  return share;
}

void PartyChain::draw_adjustment(std::size_t index) {
  const auto k = static_cast<std::uint32_t>(index);
  const double now = adjustments_[k];
  draw_.start(PiecewiseDraw::Prior::kUniform, model_.adjustments[k].first, model_.adjustments[k].second, now);
  if (!draw_.is_open()) return;
  const auto slope = [&](const Component&, const Combination& way) { return contains(way.adjustments, k) ? total_ : 0.0; };
  for (const std::size_t j : margin_evidence_) {
    consider(j, {now, 1, 0}, total_ * adjustment_share(model_.evidence[j], k), tilting_[j], slope);
  }
  adjustments_[k] = draw_.draw(random_);
  refresh();
}

// Margins against the no-deal value all have the same slope in its terms.
void PartyChain::draw_no_deal_evidence(double current, double slope) {
  const auto flat = [](const Component&, const Combination&) { return 0.0; };
  for (const std::size_t j : margin_evidence_) {
    if (model_.evidence[j].against_no_deal) consider(j, {current, 1, 0}, slope, {}, flat);
  }
}

// Draws a value that stands alone in the no-deal value; returns by how much it moved.
double PartyChain::draw_no_deal_term(double& coordinate, double low, double high, double slope) {
  draw_.start(PiecewiseDraw::Prior::kUniform, low, high, coordinate);
  if (!draw_.is_open()) return 0;
  draw_no_deal_evidence(coordinate, slope);
  const double before = coordinate;
  coordinate = draw_.draw(random_);
  return coordinate - before;
}

void PartyChain::draw_no_deal() {
  if (model_.lottery.empty()) {
    shift_no_deal(-draw_no_deal_term(no_deal_value_, model_.no_deal_low, model_.no_deal_high, -total_));
    return;
  }
  shift_no_deal(draw_no_deal_term(cost_, model_.cost_low, model_.cost_high, total_));
  for (std::size_t outcome = 0; outcome + 1 < chances_.size(); ++outcome) draw_chance(outcome);
}

// Adds points to every margin against the no-deal value.
void PartyChain::shift_no_deal(double points) {
  for (const std::size_t j : margin_evidence_) {
    if (!model_.evidence[j].against_no_deal) continue;
    margins_[j].constant += points;
    margins_[j].linear += points * total_;
  }
}

// The last outcome takes what the others leave, so that it moves against each of them.
void PartyChain::draw_chance(std::size_t outcome) {
  const LotteryRow& row = model_.lottery[outcome];
  const LotteryRow& last = model_.lottery.back();
  const double both = chances_[outcome] + chances_.back();
  draw_.start(PiecewiseDraw::Prior::kUniform, std::max(row.low, both - last.high), std::min(row.high, both - last.low),
              chances_[outcome]);
  if (!draw_.is_open()) return;
  const double slope = -total_ * (row_value(row.row) - row_value(last.row));
  draw_no_deal_evidence(chances_[outcome], slope);
  chances_[outcome] = draw_.draw(random_);
  chances_.back() = both - chances_[outcome];
  refresh();
}

double PartyChain::factor_under(std::size_t j, std::uint64_t limits) const {
  const Evidence& one = model_.evidence[j];
  double value = (one.forbidden_by & limits) == 0 ? margins_[j].linear : kNone;
  for (std::size_t c = 0; c < one.components.size(); ++c) value += best_under(one.components[c], limits);
  return (value >= 0) != one.refusal ? one.if_holds : one.if_not;
}

double PartyChain::limit_factor(std::uint64_t limits) const {
  double product = 1;
  for (const std::size_t j : limit_evidence_) product *= factor_under(j, limits);
  return product;
}

void PartyChain::draw_limit(std::size_t bit) {
  const std::uint64_t one = std::uint64_t{1} << bit;
  double real = model_.limit_probability[bit];
  double idle = 1 - real;
  if ((touched_limits_ & one) != 0) {
    real *= limit_factor(limits_ | one);
    idle *= limit_factor(limits_ & ~one);
  }
  set_limits(random_.chance(real / (real + idle)) ? limits_ | one : limits_ & ~one);
}

void PartyChain::set_limits(std::uint64_t limits) {
  if (limits == limits_) return;
  const bool matters = ((limits ^ limits_) & touched_limits_) != 0;
  limits_ = limits;
  if (!matters) return;
  for (const std::size_t j : limit_evidence_) {
    for (std::size_t c = 0; c < model_.evidence[j].components.size(); ++c) refresh_component(j, c);
  }
}

}  // namespace modus::preference
