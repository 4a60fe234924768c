#include "modus/preference/watch_list.h"

#include <algorithm>

namespace modus::preference {
namespace {

using case_model::IssueIndex;

// Whether the issue's scores bear on a piece of evidence.
bool bears_on(const PartyModel& model, const Evidence& evidence, std::uint32_t issue) {
  if (evidence.against_no_deal && !model.lottery.empty()) return true;
  const auto in_row = [&](const SignedRow& row) {
    return std::any_of(row.terms.begin(), row.terms.end(), [&](const auto& term) { return term.first.value == issue; });
  };
  const auto in_component = [&](const Component& component) {
    return std::find(component.issues.begin(), component.issues.end(), issue) != component.issues.end();
  };
  const auto is_wanted = [&](const WantedOptions& wanted) { return wanted.issue == issue; };
  return std::any_of(evidence.rows.begin(), evidence.rows.end(), in_row) ||
         std::any_of(evidence.components.begin(), evidence.components.end(), in_component) ||
         std::any_of(evidence.wanted.begin(), evidence.wanted.end(), is_wanted);
}

bool issue_moves(const PartyModel& model, std::uint32_t issue) {
  const IssueScores& scores = model.scores[issue];
  const bool exact = std::all_of(scores.mixes.begin(), scores.mixes.end(), [](const MixShares& mix) { return mix.exact(); });
  if (scores.free.empty() && scores.chains.empty() && exact) return false;
  return std::any_of(model.evidence.begin(), model.evidence.end(),
                     [&](const Evidence& one) { return bears_on(model, one, issue); });
}

std::uint64_t limits_touched(const PartyModel& model) {
  std::uint64_t touched = 0;
  for (const Evidence& one : model.evidence) {
    touched |= one.forbidden_by;
    for (const Component& component : one.components) {
      for (const Combination& way : component.combinations) touched |= way.forbidden_by;
    }
  }
  return touched;
}

// One option for each node that is not fixed: for scales the option nearest below it stands for its knot. Mixes whose
// shares are uncertain.
std::vector<std::size_t> moving_options(const IssueScores& scores) {
  std::vector<std::size_t> options;
  for (const std::uint32_t option : scores.candidates) {
    const auto mix = std::find_if(scores.mixes.begin(), scores.mixes.end(), [&](const MixShares& one) { return one.option == option; });
    if (mix != scores.mixes.end()) {
      if (!mix->exact()) options.push_back(option);
      continue;
    }
    const std::uint32_t node = scores.options[option].first;
    const auto in_chain = [&](const RisingNodes& chain) {
      return std::find(chain.nodes.begin(), chain.nodes.end(), node) != chain.nodes.end();
    };
    const bool free = std::any_of(scores.free.begin(), scores.free.end(), [&](const FreeNode& one) { return one.node == node; });
    const bool repeated = !options.empty() && scores.options[options.back()].first == node;
    if (!repeated && (free || std::any_of(scores.chains.begin(), scores.chains.end(), in_chain))) options.push_back(option);
  }
  return options;
}

}  // namespace

WatchList::WatchList(const case_model::Case& subject, const case_model::Standing& standing, const PartyModel& model) {
  const std::string party = subject.parties[model.party].id + ": ";
  const bool any_margin = std::any_of(model.evidence.begin(), model.evidence.end(),
                                      [](const Evidence& one) { return one.kind == Evidence::Kind::kMargin; });
  for (std::uint32_t issue = 0; issue < model.scores.size(); ++issue) {
    if (any_margin && !model.fixed_weights[issue] && model.free_weights > 1) {
      weights_.push_back(issue);
      names_.push_back(party + "weight of " + subject.issues[IssueIndex(issue)].id);
    }
  }
  for (std::uint32_t issue = 0; issue < model.scores.size(); ++issue) {
    if (!issue_moves(model, issue)) continue;
    const case_model::Issue& named = subject.issues[IssueIndex(issue)];
    for (const std::size_t option : moving_options(model.scores[issue])) {
      scores_.push_back({issue, option});
      names_.push_back(party + "score of " + named.id + " = " + named.options[case_model::OptionIndex(option)].id);
    }
  }
  no_deal_ = std::any_of(model.evidence.begin(), model.evidence.end(), [](const Evidence& one) { return one.against_no_deal; });
  for (std::size_t k = 0; k < model.adjustments.size() && any_margin; ++k) {
    if (model.adjustments[k].first == model.adjustments[k].second) continue;
    adjustments_.push_back(k);
    names_.push_back(party + "adjustment " + std::to_string(k + 1));
  }
  if (no_deal_) {
    names_.push_back(party + "no-deal value");
    chances_ = model.lottery.empty() ? 0 : model.lottery.size() - 1;
    for (std::size_t k = 0; k < chances_; ++k) names_.push_back(party + "chance of outcome " + std::to_string(k + 1));
  }
  const std::uint64_t touched = limits_touched(model);
  for (std::size_t bit = 0; bit < model.limit_probability.size(); ++bit) {
    if ((touched >> bit & 1U) == 0) continue;
    limits_.push_back(bit);
    const case_model::Limit& limit = standing.limits[standing.limits_of[model.party][bit].value];
    names_.push_back(party + "limit of " + subject.statements[limit.statements[0]].id);
  }
  for (std::size_t j = 0; j < model.evidence.size(); ++j) {
    if (!model.evidence[j].statement) continue;
    (model.evidence[j].kind == Evidence::Kind::kMargin ? margins_ : wanted_).push_back(j);
  }
  for (const std::size_t j : margins_) names_.push_back(party + "margin of " + subject.statements[*model.evidence[j].statement].id);
  for (const std::size_t j : wanted_) names_.push_back(party + "whether " + subject.statements[*model.evidence[j].statement].id + " holds");
}

void WatchList::record(const PartyChain& chain, double* row) const {
  for (const std::size_t issue : weights_) *row++ = chain.weight(issue);
  for (const Node& node : scores_) *row++ = chain.score(node.issue, node.option);
  for (const std::size_t k : adjustments_) *row++ = chain.adjustment(k);
  if (no_deal_) {
    *row++ = chain.no_deal();
    for (std::size_t k = 0; k < chances_; ++k) *row++ = chain.chance(k);
  }
  for (const std::size_t bit : limits_) *row++ = static_cast<double>(chain.limits() >> bit & 1U);
  for (const std::size_t j : margins_) *row++ = chain.margin(j);
  for (const std::size_t j : wanted_) *row++ = chain.holds(j) ? 1 : 0;
}

}  // namespace modus::preference
