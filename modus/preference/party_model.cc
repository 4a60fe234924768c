#include "modus/preference/party_model.h"

#include <algorithm>

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::PartyIndex;
using case_model::Standing;

void add_weights(PartyModel& model, const Case& subject) {
  const auto& judged = subject.judgments[model.party].weights;
  for (const IssueIndex issue : subject.issues.indices()) {
    const auto& range = judged[issue];
    model.fixed_weights.push_back(range && range->exact() ? std::optional(range->low.value()) : std::nullopt);
    if (model.fixed_weights.back()) {
      model.fixed_weight_sum += *model.fixed_weights.back();
    } else {
      ++model.free_weights;
    }
  }
  for (const IssueIndex issue : subject.issues.indices()) {
    const auto& range = judged[issue];
    if (!range || range->exact()) continue;
    for (const double sign : {1.0, -1.0}) {
      Evidence bound;
      bound.if_not = 0;
      bound.weight_terms = {{issue.value, sign}};
      bound.constant = -sign * (sign > 0 ? range->low.value() : range->high.value());
      model.evidence.push_back(std::move(bound));
    }
  }
}

// Puts the outcome that takes what the others leave last: the one without a chance, else one that is not exact.
std::vector<case_model::LotteryOutcome> rest_last(std::vector<case_model::LotteryOutcome> outcomes) {
  auto rest = std::find_if(outcomes.begin(), outcomes.end(), [](const auto& o) { return !o.chance; });
  if (rest == outcomes.end()) {
    rest = std::find_if(outcomes.begin(), outcomes.end(), [](const auto& o) { return !o.chance->exact(); });
  }
  if (rest != outcomes.end()) std::rotate(rest, rest + 1, outcomes.end());
  return outcomes;
}

void add_no_deal(PartyModel& model, const Case& subject, const Variation& variation) {
  const case_model::NoDeal& judged = subject.judgments[model.party].no_deal;
  if (judged.value) {
    model.no_deal_low = judged.value->low.value();
    model.no_deal_high = judged.value->high.value();
  }
  model.no_deal_low += variation.value_shift;
  model.no_deal_high += variation.value_shift;
  for (const case_model::LotteryOutcome& outcome : rest_last(judged.lottery)) {
    LotteryRow row;
    row.row.terms.clear();
    for (const IssueIndex issue : subject.issues.indices()) row.row.terms.emplace_back(issue, outcome.package[issue]);
    const auto& adjust = subject.judgments[model.party].adjust;
    for (std::uint32_t k = 0; k < adjust.size(); ++k) {
      if (holds(adjust[k].when, outcome.package)) row.row.adjustments.push_back(k);
    }
    row.low = outcome.chance ? outcome.chance->low.value() : 0;
    row.high = outcome.chance ? outcome.chance->high.value() : 1;
    model.lottery.push_back(std::move(row));
  }
  if (judged.cost) {
    model.cost_low = judged.cost->low.value() * variation.cost_factor;
    model.cost_high = judged.cost->high.value() * variation.cost_factor;
  }
}

base::Problems add_statements(PartyModel& model, const Case& subject, const Standing& standing) {
  base::Problems problems;
  for (const case_model::StatementIndex statement : standing.counted) {
    if (subject.statements[statement].party != model.party) continue;
    auto evidence = evidence_of(subject, standing, statement);
    if (!evidence) {
      problems.insert(problems.end(), evidence.problems().begin(), evidence.problems().end());
      continue;
    }
    for (Evidence& one : evidence.value()) model.evidence.push_back(std::move(one));
  }
  return problems;
}

}  // namespace

OptionPlaces places_of(const PartyModel& model) {
  OptionPlaces places;
  for (const IssueScores& scores : model.scores) places.push_back(scores.options);
  return places;
}

double limit_probability(const Case& subject, const Standing& standing, case_model::LimitIndex limit,
                         const Variation& variation) {
  for (const auto& [a, b] : variation.exchanged) {
    if (limit == a) return standing.limits[b.value].probability;
    if (limit == b) return standing.limits[a.value].probability;
  }
  double highest = 0;
  for (const case_model::StatementIndex index : standing.limits[limit.value].statements) {
    const case_model::Statement& statement = subject.statements[index];
    const double said = said_of(subject, statement);
    const double meant = std::clamp(meant_of(subject, statement) + variation.limit_meant_shift, 0.0, 1.0);
    highest = std::max(highest, said * meant + (1 - said) * subject.unstated);
  }
  return highest;
}

base::Result<PartyModel> build_party_model(const Case& subject, const Standing& standing, PartyIndex party,
                                           const Variation& variation) {
  PartyModel model;
  model.party = party;
  model.dirichlet = variation.dirichlet;
  for (const IssueIndex issue : subject.issues.indices()) model.scores.push_back(issue_scores(subject, party, issue));
  const case_model::Judgments& judged = subject.judgments[party];
  for (const case_model::Adjustment& adjustment : judged.adjust) {
    model.adjustments.emplace_back(adjustment.by.low.value(), adjustment.by.high.value());
  }
  add_no_deal(model, subject, variation);
  if (judged.stalling) model.stalling = 0.5 * (judged.stalling->low.value() + judged.stalling->high.value());
  for (const case_model::LimitIndex limit : standing.limits_of[party]) {
    model.limit_probability.push_back(variation.no_statements ? 0 : limit_probability(subject, standing, limit, variation));
  }
  if (!variation.no_statements && !variation.limits_only) {
    base::Problems problems = add_statements(model, subject, standing);
    if (!problems.empty()) return problems;
  }
  add_weights(model, subject);
  return model;
}

}  // namespace modus::preference
