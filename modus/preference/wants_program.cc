#include "modus/preference/wants_program.h"

#include <algorithm>

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::PartyIndex;

// The place of a judgment, or the party's where none is known.
base::Place place_of(const Case& subject, PartyIndex party, const std::string& key) {
  const auto& places = subject.judgments[party].places;
  const auto found = places.find(key);
  return found == places.end() ? subject.parties[party].where : found->second;
}

void add_weights(WantsProgram& wants, const Case& subject, PartyIndex party) {
  LinearProgram& program = wants.program;
  ProgramRow sum{{}, 1, 1, 0};
  for (const IssueIndex issue : subject.issues.indices()) {
    const int column = program.add_column(0, 1);
    wants.columns.weight.push_back(column);
    sum.terms.emplace_back(column, 1.0);
    const auto& range = subject.judgments[party].weights[issue];
    if (!range) continue;
    const std::string id = subject.issues[issue].id;
    const std::size_t group = program.add_group(place_of(subject, party, "weights." + id),
                                                "the weight of " + id + " (" + write_interval(*range) + ")");
    program.rows.push_back({{{column, 1.0}}, range->low.value(), range->high.value(), group});
  }
  program.rows.push_back(std::move(sum));
}

void bound_node(LinearProgram& program, int node, int weight, double low, double high, std::size_t group) {
  program.rows.push_back({{{node, 1.0}, {weight, -low}}, 0, kNoBound, group});
  program.rows.push_back({{{node, 1.0}, {weight, -high}}, -kNoBound, 0, group});
}

void add_scores(WantsProgram& wants, const Case& subject, const PartyModel& model, IssueIndex issue) {
  LinearProgram& program = wants.program;
  const IssueScores& scores = model.scores[issue.value];
  const int weight = wants.columns.weight[issue.value];
  const std::string& id = subject.issues[issue].id;
  const bool ordered = !subject.judgments[model.party].order[issue].empty();
  const bool scaled = subject.judgments[model.party].scales[issue].has_value();
  const std::string key = ordered ? "order." : scaled ? "scales." : "scores.";
  const std::size_t group = program.add_group(place_of(subject, model.party, key + id), "what is judged of " + id);
  std::vector<int> nodes;
  std::vector<bool> bounded(scores.fixed.size(), false);
  for (std::size_t node = 0; node < scores.fixed.size(); ++node) nodes.push_back(program.add_column(0, 1));
  const auto bound = [&](std::uint32_t node, double low, double high) {
    bound_node(program, nodes[node], weight, low, high, group);
    bounded[node] = true;
  };
  for (const FreeNode& free : scores.free) bound(free.node, free.low, free.high);
  for (const RisingNodes& chain : scores.chains) {
    for (std::size_t k = 0; k < chain.nodes.size(); ++k) {
      bound(chain.nodes[k], chain.low, chain.high);
      if (k > 0) program.rows.push_back({{{nodes[chain.nodes[k]], 1.0}, {nodes[chain.nodes[k - 1]], -1.0}}, 0, kNoBound, group});
    }
  }
  for (const ConfinedNode& band : scores.confined) bound(band.node, band.low, band.high);
  for (std::uint32_t node = 0; node < nodes.size(); ++node) {
    if (!bounded[node]) bound(node, scores.fixed[node], scores.fixed[node]);
  }
  wants.columns.node.push_back(std::move(nodes));
}

void add_rest(WantsProgram& wants, const Case& subject, const PartyModel& model) {
  LinearProgram& program = wants.program;
  const case_model::Judgments& judged = subject.judgments[model.party];
  for (std::size_t k = 0; k < model.adjustments.size(); ++k) {
    const int column = program.add_column(-kNoBound, kNoBound);
    const std::size_t group = program.add_group(judged.adjust[k].where, "the adjustment by " + write_interval(judged.adjust[k].by));
    program.rows.push_back({{{column, 1.0}}, model.adjustments[k].first, model.adjustments[k].second, group});
    wants.columns.adjustment.push_back(column);
  }
  const bool lottery = !model.lottery.empty();
  const int column = program.add_column(-kNoBound, kNoBound);
  const std::size_t group = program.add_group(judged.no_deal.where.line > 0 ? judged.no_deal.where : subject.parties[model.party].where,
                                              lottery ? "the cost of no deal" : "the no-deal value");
  (lottery ? wants.columns.cost : wants.columns.no_deal) = column;
  const double low = lottery ? model.cost_low : model.no_deal_low;
  const double high = lottery ? model.cost_high : model.no_deal_high;
  program.rows.push_back({{{column, 1.0}}, low, high, group});
}

}  // namespace

WantsProgram build_wants_program(const Case& subject, const PartyModel& model) {
  WantsProgram wants;
  add_weights(wants, subject, model.party);
  for (const IssueIndex issue : subject.issues.indices()) add_scores(wants, subject, model, issue);
  add_rest(wants, subject, model);
  return wants;
}

std::vector<std::pair<int, double>> value_terms(const OptionPlaces& places, const WantsColumns& columns, const SignedRow& row,
                                                double factor) {
  std::vector<std::pair<int, double>> terms;
  for (const auto& [issue, option] : row.terms) {
    const OptionScore& place = places[issue.value][option.value];
    const std::vector<int>& nodes = columns.node[issue.value];
    terms.emplace_back(nodes[place.first], 100 * factor * place.first_share);
    if (place.second_share != 0) terms.emplace_back(nodes[place.second], 100 * factor * place.second_share);
    for (const OptionScore::Further& one : place.further) terms.emplace_back(nodes[one.node], 100 * factor * one.share);
  }
  for (const std::uint32_t k : row.adjustments) terms.emplace_back(columns.adjustment[k], factor);
  return terms;
}

std::vector<std::pair<int, double>> no_deal_terms(const PartyModel& model, const WantsColumns& columns,
                                                  const FixedShares& shares, double factor) {
  if (columns.no_deal >= 0) return {{columns.no_deal, factor}};
  std::vector<std::pair<int, double>> terms = {{columns.cost, -factor}};
  for (std::size_t k = 0; k < shares.chances.size(); ++k) {
    const auto row = value_terms(shares.places, columns, model.lottery[k].row, factor * shares.chances[k]);
    terms.insert(terms.end(), row.begin(), row.end());
  }
  return terms;
}

}  // namespace modus::preference
