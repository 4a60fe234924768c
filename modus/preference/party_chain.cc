#include "modus/preference/party_chain.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace modus::preference {
namespace {

constexpr double kNone = -std::numeric_limits<double>::infinity();

bool tilts(const Component& component, const PartyModel& model) {
  const auto is_fixed = [&](std::uint32_t issue) { return model.fixed_weights[issue].has_value(); };
  const auto adjusts = [](const Combination& way) { return !way.adjustments.empty(); };
  return std::any_of(component.issues.begin(), component.issues.end(), is_fixed) ||
         std::any_of(component.combinations.begin(), component.combinations.end(), adjusts);
}

}  // namespace

PartyChain::PartyChain(const PartyModel& model, Randomness random, bool limits_apart)
    : model_(model), random_(random.wants), share_random_(random.shares), limits_apart_(limits_apart), places_(places_of(model)) {
  spread_ = 1 - model.fixed_weight_sum;
  start_weights();
  start_rest();
  index_evidence();
  refresh();
}

// Inside the ranges of the judgments; dispersed where there are none.
void PartyChain::start_weights() {
  const std::size_t issues = model_.scores.size();
  std::vector<double> low(issues, 0), high(issues, 1);
  bool ranged = false;
  for (const Evidence& one : model_.evidence) {
    if (one.statement) continue;
    const auto& [issue, sign] = one.weight_terms[0];
    (sign > 0 ? low : high)[issue] = -sign * one.constant;
    ranged = true;
  }
  free_.assign(issues, 0);
  double low_sum = 0;
  double high_sum = 0;
  for (std::size_t issue = 0; issue < issues; ++issue) {
    if (model_.fixed_weights[issue]) continue;
    free_[issue] = random_.exponential();
    high[issue] = std::min(high[issue], spread_);
    low_sum += low[issue];
    high_sum += high[issue];
  }
  if (!ranged) return;
  const double share = high_sum > low_sum ? (spread_ - low_sum) / (high_sum - low_sum) : 0.5;
  for (std::size_t issue = 0; issue < issues; ++issue) {
    if (model_.fixed_weights[issue]) continue;
    const double weight = low[issue] + share * (high[issue] - low[issue]);
    free_[issue] = weight / std::max(spread_, 1e-12) * static_cast<double>(model_.free_weights);
  }
}

void PartyChain::start_rest() {
  for (const IssueScores& scores : model_.scores) {
    nodes_.push_back(scores.fixed);
    worth_.emplace_back(scores.options.size(), 0);
    for (const FreeNode& node : scores.free) nodes_.back()[node.node] = node.low + (node.high - node.low) * random_.uniform();
    start_shares(nodes_.size() - 1);
    gaps_.emplace_back();
    for (const RisingNodes& chain : scores.chains) {
      std::vector<double> gaps;
      double last = chain.low;
      for (const std::uint32_t node : chain.nodes) {
        gaps.push_back(scores.fixed[node] - last);
        last = scores.fixed[node];
      }
      gaps.push_back(chain.high - last);
      for (double& gap : gaps) gap *= static_cast<double>(gaps.size()) / (chain.high - chain.low);
      gaps_.back().push_back(std::move(gaps));
    }
  }
  for (const auto& [low, high] : model_.adjustments) adjustments_.push_back(low + (high - low) * random_.uniform());
  no_deal_value_ = model_.no_deal_low + (model_.no_deal_high - model_.no_deal_low) * random_.uniform();
  cost_ = model_.cost_low + (model_.cost_high - model_.cost_low) * random_.uniform();
  double left = 1;
  for (const LotteryRow& row : model_.lottery) left -= row.low;
  for (const LotteryRow& row : model_.lottery) {
    const double more = std::clamp(left, 0.0, row.high - row.low);
    chances_.push_back(row.low + more);
    left -= more;
  }
  for (std::size_t bit = 0; bit < model_.limit_probability.size(); ++bit) {
    if (random_.chance(model_.limit_probability[bit])) limits_ |= std::uint64_t{1} << bit;
  }
}

void PartyChain::start_shares(std::size_t issue) {
  for (const MixShares& mix : model_.scores[issue].mixes) {
    if (mix.exact()) continue;
    OptionScore& place = places_[issue][mix.option];
    double left = 1;
    for (const double low : mix.low) left -= low;
    for (std::size_t k = 0; k < mix.low.size(); ++k) {
      const double more = std::min(left, mix.high[k] - mix.low[k]) * share_random_.uniform();
      place.set_share(k, mix.low[k] + more);
      left -= more;
    }
    place.set_share(mix.low.size(), left);
  }
}

void PartyChain::index_evidence() {
  const std::size_t issues = model_.scores.size();
  by_issue_.resize(issues);
  by_weight_.resize(issues);
  wanted_.resize(issues);
  margins_.resize(model_.evidence.size());
  tilting_.resize(model_.evidence.size());
  for (std::size_t j = 0; j < model_.evidence.size(); ++j) {
    const Evidence& one = model_.evidence[j];
    if (one.kind == Evidence::Kind::kWanted) {
      for (const WantedOptions& wanted : one.wanted) {
        std::vector<std::size_t>& known = wanted_[wanted.issue];
        if (known.empty() || known.back() != j) known.push_back(j);
      }
    } else {
      index_margin(j);
    }
  }
}

void PartyChain::index_margin(std::size_t j) {
  const Evidence& one = model_.evidence[j];
  margin_evidence_.push_back(j);
  margins_[j].best.assign(one.components.size(), 0);
  std::uint64_t limits = one.forbidden_by;
  for (std::size_t c = 0; c < one.components.size(); ++c) {
    for (const Combination& way : one.components[c].combinations) limits |= way.forbidden_by;
    if (tilts(one.components[c], model_)) tilting_[j].push_back(c);
  }
  touched_limits_ |= limits;
  if (limits != 0) limit_evidence_.push_back(j);
  for (std::size_t issue = 0; issue < model_.scores.size(); ++issue) {
    Bearing bearing{j, one.against_no_deal && !model_.lottery.empty(), {}, {}};
    for (const SignedRow& row : one.rows) {
      for (const auto& [named, option] : row.terms) bearing.linear = bearing.linear || named.value == issue;
    }
    for (std::size_t c = 0; c < one.components.size(); ++c) {
      const std::vector<std::uint32_t>& members = one.components[c].issues;
      const bool member = std::find(members.begin(), members.end(), issue) != members.end();
      const bool tilting = std::find(tilting_[j].begin(), tilting_[j].end(), c) != tilting_[j].end();
      if (member) bearing.by_score.push_back(c);
      if (member || tilting) bearing.by_weight.push_back(c);
    }
    by_weight_[issue].push_back(bearing);
    if (bearing.linear || !bearing.by_score.empty()) by_issue_[issue].push_back(std::move(bearing));
  }
}

double PartyChain::weight(std::size_t issue) const {
  return model_.fixed_weights[issue] ? *model_.fixed_weights[issue] : spread_ * free_[issue] / total_;
}

double PartyChain::score(std::size_t issue, std::size_t option) const {
  return places_[issue][option].of(nodes_[issue]);
}

double PartyChain::issue_scale(std::size_t issue) const {
  return model_.fixed_weights[issue] ? 100 * *model_.fixed_weights[issue] * total_ : 100 * spread_ * free_[issue];
}

double PartyChain::row_value(const SignedRow& row) const {
  double value = 0;
  for (const auto& [issue, option] : row.terms) value += 100 * weight(issue.value) * score(issue.value, option.value);
  for (const std::uint32_t k : row.adjustments) value += adjustments_[k];
  return value;
}

double PartyChain::no_deal() const {
  if (model_.lottery.empty()) return no_deal_value_;
  double value = -cost_;
  for (std::size_t k = 0; k < chances_.size(); ++k) value += chances_[k] * row_value(model_.lottery[k].row);
  return value;
}

void PartyChain::refresh() {
  if (model_.free_weights > 0) {
    total_ = 0;
    for (std::size_t issue = 0; issue < free_.size(); ++issue) total_ += model_.fixed_weights[issue] ? 0 : free_[issue];
  }
  for (std::size_t issue = 0; issue < free_.size(); ++issue) refresh_worth(issue);
  for (const std::size_t j : margin_evidence_) refresh_margin(j);
}

void PartyChain::refresh_worth(std::size_t issue) {
  const double scale = issue_scale(issue);
  for (const std::uint32_t option : model_.scores[issue].candidates) worth_[issue][option] = scale * score(issue, option);
}

void PartyChain::refresh_margin(std::size_t j) {
  const Evidence& one = model_.evidence[j];
  Margin& margin = margins_[j];
  const std::size_t issues = model_.scores.size();
  margin.difference.assign(issues, 0);
  margin.weight_term.assign(issues, 0);
  margin.share.resize(issues);
  for (std::size_t issue = 0; issue < issues; ++issue) margin.share[issue].assign(nodes_[issue].size(), 0);
  margin.constant = one.constant;
  const auto add_row = [&](const SignedRow& row, double sign) {
    for (const auto& [issue, option] : row.terms) {
      const OptionScore& place = places_[issue.value][option.value];
      margin.share[issue.value][place.first] += sign * place.first_share;
      if (place.second_share != 0) margin.share[issue.value][place.second] += sign * place.second_share;
      for (const OptionScore::Further& branch : place.further) margin.share[issue.value][branch.node] += sign * branch.share;
      margin.difference[issue.value] += sign * score(issue.value, option.value);
    }
    for (const std::uint32_t k : row.adjustments) margin.constant += sign * adjustments_[k];
  };
  for (const SignedRow& row : one.rows) add_row(row, row.sign);
  if (one.against_no_deal) {
    for (std::size_t k = 0; k < chances_.size(); ++k) add_row(model_.lottery[k].row, -chances_[k]);
    margin.constant += model_.lottery.empty() ? -no_deal_value_ : cost_;
  }
  for (const auto& [issue, coefficient] : one.weight_terms) margin.weight_term[issue] = coefficient;
  refresh_linear(j);
  margin.best.assign(margin.best.size(), 0);
  margin.best_sum = 0;
  margin.dead = 0;
  for (std::size_t c = 0; c < one.components.size(); ++c) refresh_component(j, c);
}

void PartyChain::refresh_linear(std::size_t j) {
  Margin& margin = margins_[j];
  double sum = total_ * margin.constant;
  for (std::size_t issue = 0; issue < margin.difference.size(); ++issue) {
    sum += issue_scale(issue) * (margin.difference[issue] + margin.weight_term[issue] / 100);
  }
  margin.linear = sum;
}

double PartyChain::combination_value(const Component& component, const Combination& one) const {
  double value = 0;
  for (std::size_t k = 0; k < component.issues.size(); ++k) {
    value += worth_[component.issues[k]][one.options[k]];
  }
  for (const std::uint32_t k : one.adjustments) value += total_ * adjustments_[k];
  return value;
}

double PartyChain::best_under(const Component& component, std::uint64_t limits) const {
  double best = kNone;
  for (const Combination& one : component.combinations) {
    if ((one.forbidden_by & limits) == 0) best = std::max(best, combination_value(component, one));
  }
  return best;
}

void PartyChain::refresh_component(std::size_t j, std::size_t c) {
  set_best(j, c, best_under(model_.evidence[j].components[c], limits_));
}

void PartyChain::set_best(std::size_t j, std::size_t c, double best) {
  Margin& margin = margins_[j];
  if (margin.best[c] == kNone) {
    --margin.dead;
  } else {
    margin.best_sum -= margin.best[c];
  }
  margin.best[c] = best;
  if (best == kNone) {
    ++margin.dead;
  } else {
    margin.best_sum += best;
  }
}

double PartyChain::margin(std::size_t j) const {
  const Margin& margin = margins_[j];
  return margin.dead > 0 ? kNone : (margin.linear + margin.best_sum) / total_;
}

bool PartyChain::wanted_holds(const WantedOptions& wanted) const {
  double worst_wanted = HUGE_VAL;
  double best_other = -HUGE_VAL;
  for (const std::uint32_t option : wanted.wanted) worst_wanted = std::min(worst_wanted, score(wanted.issue, option));
  for (const std::uint32_t option : wanted.others) best_other = std::max(best_other, score(wanted.issue, option));
  return worst_wanted >= best_other;
}

bool PartyChain::others_wanted_hold(const Evidence& evidence, std::size_t issue) const {
  return std::all_of(evidence.wanted.begin(), evidence.wanted.end(),
                     [&](const WantedOptions& wanted) { return wanted.issue == issue || wanted_holds(wanted); });
}

bool PartyChain::holds(std::size_t j) const {
  const Evidence& one = model_.evidence[j];
  if (one.kind == Evidence::Kind::kWanted) return others_wanted_hold(one, model_.scores.size());
  const bool met = is_allowed(one) && margin(j) >= 0;
  return met != one.refusal;
}

void PartyChain::sweep() {
  refresh();
  for (std::size_t issue = 0; issue < model_.scores.size(); ++issue) {
    if (!model_.fixed_weights[issue] && model_.free_weights > 1) draw_weight(issue);
  }
  for (std::size_t issue = 0; issue < model_.scores.size(); ++issue) {
    for (const FreeNode& node : model_.scores[issue].free) draw_free_node(issue, node);
    for (std::size_t chain = 0; chain < gaps_[issue].size(); ++chain) {
      for (std::size_t gap = 0; gap < gaps_[issue][chain].size(); ++gap) draw_gap(issue, chain, gap);
    }
    for (const MixShares& mix : model_.scores[issue].mixes) {
      for (std::size_t branch = 0; branch < mix.low.size(); ++branch) draw_share(issue, mix, branch);
    }
  }
  for (std::size_t k = 0; k < adjustments_.size(); ++k) draw_adjustment(k);
  draw_no_deal();
  if (limits_apart_) return;
  for (std::size_t bit = 0; bit < model_.limit_probability.size(); ++bit) draw_limit(bit);
}

}  // namespace modus::preference
