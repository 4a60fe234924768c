#include <algorithm>
#include <optional>

#include "modus/case_model/standing.h"
#include "modus/preference/draw.h"
#include "modus/preference/party_model.h"
#include "modus/preference/tables.h"

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::Limit;
using case_model::LimitIndex;
using case_model::Standing;
using case_model::StatementIndex;
using findings::PartyScenarios;
using findings::Scenarios;
using Weights = std::vector<double>;

std::optional<std::size_t> same_limit(const Case& subject, const Standing& standing, const Limit& wanted) {
  for (std::size_t k = 0; k < standing.limits.size(); ++k) {
    const Limit& limit = standing.limits[k];
    if (limit.party != wanted.party) continue;
    const bool shares_statement = std::find_first_of(limit.statements.begin(), limit.statements.end(), wanted.statements.begin(),
                                                     wanted.statements.end()) != limit.statements.end();
    if (shares_statement || same_meaning(limit.forbids, wanted.forbids, subject.issues)) return k;
  }
  return std::nullopt;
}

// Whether leaving statements out brings up a limit that was never drawn.
bool has_new_limit(const Case& subject, const Standing& before, const Standing& after) {
  return std::any_of(after.limits.begin(), after.limits.end(),
                     [&](const Limit& limit) { return !same_limit(subject, before, limit); });
}

void multiply(Weights& weights, const PartyScenarios& tables, std::size_t bit, double if_real, double if_not) {
  for (std::size_t s = 0; s < weights.size(); ++s) weights[s] *= (tables.real_limits[s] >> bit & 1U) != 0 ? if_real : if_not;
}

void reweigh_limits(const Case& subject, const Standing& before, const Standing& after, const Scenarios& scenarios,
                    Weights& weights) {
  for (const case_model::PartyIndex party : subject.parties.indices()) {
    const PartyScenarios& tables = scenarios.parties[party];
    if (!tables.drawn) continue;
    const std::vector<LimitIndex>& mine = before.limits_of[party];
    for (std::size_t bit = 0; bit < mine.size(); ++bit) {
      const Limit& limit = before.limits[mine[bit].value];
      const auto left = same_limit(subject, after, limit);
      const double now = left ? after.limits[*left].probability : 0;
      const double was = limit.probability;
      if (now == was) continue;
      multiply(weights, tables, bit, was > 0 ? now / was : 0, was < 1 ? (1 - now) / (1 - was) : 0);
    }
  }
}

void reweigh_evidence(const Case& subject, const Standing& standing, StatementIndex index, const Scenarios& scenarios,
                      bool removed, Weights& weights) {
  const PartyScenarios& tables = scenarios.parties[subject.statements[index].party];
  const auto evidence = evidence_of(subject, standing, index);
  if (!tables.drawn || !evidence) return;
  for (const Evidence& one : evidence.value()) {
    for (std::size_t s = 0; s < weights.size(); ++s) {
      const bool held = holds_in(one, tables, subject.issues.size(), s, tables.real_limits[s]);
      const double factor = held ? one.if_holds : one.if_not;
      weights[s] *= removed ? 1 / factor : factor;
    }
  }
}

std::vector<StatementIndex> missing_from(const std::vector<StatementIndex>& all, const std::vector<StatementIndex>& some) {
  std::vector<StatementIndex> missing;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(missing));
  return missing;
}

}  // namespace

void scale_to_mean_one(Weights& weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  for (double& weight : weights) weight = sum > 0 ? weight * static_cast<double>(weights.size()) / sum : 0;
}

Weights weights_without(const Case& subject, const Scenarios& scenarios, const std::vector<StatementIndex>& without) {
  const Standing before = weigh_statements(subject);
  const Standing after = weigh_statements(subject, without);
  if (has_new_limit(subject, before, after)) return Weights(scenarios.count, 0.0);
  Weights weights(scenarios.count, 1.0);
  reweigh_limits(subject, before, after, scenarios, weights);
  for (const StatementIndex index : missing_from(before.counted, after.counted)) {
    reweigh_evidence(subject, before, index, scenarios, true, weights);
  }
  for (const StatementIndex index : missing_from(after.counted, before.counted)) {
    reweigh_evidence(subject, before, index, scenarios, false, weights);
  }
  scale_to_mean_one(weights);
  return weights;
}

double effective_size(const Weights& weights) {
  double sum = 0;
  double squares = 0;
  for (const double weight : weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

}  // namespace modus::preference
