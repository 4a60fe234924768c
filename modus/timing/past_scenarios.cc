#include "modus/timing/past_scenarios.h"

#include <algorithm>
#include <utility>

#include "modus/preference/draw.h"
#include "modus/preference/sure_facts.h"
#include "modus/preference/tables.h"
#include "modus/timing/carry_over.h"
#include "modus/timing/case_days.h"

namespace modus::timing {

using case_model::Standing;
using case_model::StatementIndex;

namespace {

/// Whether a row of real limits means the same under both.
bool same_limits(case_model::PartyIndex party, const Standing& a, const Standing& b) {
  const auto forbids = [party](const Standing& standing, std::size_t bit) -> const case_model::Condition& {
    return standing.limits[standing.limits_of[party][bit].value].forbids;
  };
  const std::size_t count = a.limits_of[party].size();
  if (count != b.limits_of[party].size()) return false;
  for (std::size_t bit = 0; bit < count; ++bit) {
    if (!(forbids(a, bit) == forbids(b, bit))) return false;
  }
  return true;
}

}  // namespace

PastScenarios::PastScenarios(const case_model::Case& subject, const findings::Scenarios& drawn, double least)
    : subject_(subject),
      least_(std::min(least, static_cast<double>(drawn.count))),
      whole_(std::make_shared<const findings::Scenarios>(drawn)),
      whole_standing_(std::make_shared<const Standing>(case_model::weigh_statements(subject))),
      scenarios_(drawn),
      standing_(*whole_standing_) {
  for (const case_model::PartyIndex party : subject.parties.indices()) {
    if (drawn.parties[party].drawn) parties_.push_back({party, drawn.parties[party].real_limits, whole_standing_, {}, {}});
  }
}

base::Problems PastScenarios::go_to(const std::vector<StatementIndex>& without, const base::Context& context) {
  drew_afresh_ = changed_scenarios_ = false;
  const Standing before = std::exchange(standing_, case_model::weigh_statements(subject_, without));
  for (Party& party : parties_) {
    std::vector<StatementIndex> mine;
    std::ranges::copy_if(without, std::back_inserter(mine), [&](StatementIndex one) { return subject_.statements[one].party == party.index; });
    if (mine == party.without) continue;
    carry(party, std::move(mine));
    changed_scenarios_ = changed_scenarios_ || !same_limits(party.index, before, standing_);
  }
  join_weights();
  while (effective_size_of(weights_) < least_ && !context.stop()) {
    Party* party = least_effective();
    if (party == nullptr) break;
    if (base::Problems problems = draw(*party, context); !problems.empty()) return problems;
    join_weights();
  }
  return {};
}

void PastScenarios::carry(Party& party, std::vector<StatementIndex> without) {
  findings::PartyScenarios& tables = scenarios_.parties[party.index];
  const std::vector<std::uint64_t> before = std::exchange(tables.real_limits, party.drawn_limits);
  CarriedOver carried = carry_over(subject_, party.index, tables, *party.drawn_under, standing_, whole_->seed);
  tables.real_limits = std::move(carried.real_limits);
  changed_scenarios_ = changed_scenarios_ || tables.real_limits != before;
  party.weights = std::move(carried.weights);
  party.without = std::move(without);
}

void PastScenarios::join_weights() {
  weights_.clear();
  for (const Party& party : parties_) {
    if (party.weights.empty()) continue;
    if (weights_.empty()) {
      weights_ = party.weights;
      continue;
    }
    for (std::size_t s = 0; s < weights_.size(); ++s) weights_[s] *= party.weights[s];
  }
  if (!weights_.empty()) preference::scale_to_mean_one(weights_);
}

double PastScenarios::effective_size_of(const std::vector<double>& weights) const {
  return weights.empty() ? static_cast<double>(scenarios_.count) : preference::effective_size(weights);
}

PastScenarios::Party* PastScenarios::least_effective() {
  const auto size = [&](const Party& party) { return effective_size_of(party.weights); };
  const auto least = std::ranges::min_element(parties_, {}, size);
  return least == parties_.end() || least->weights.empty() ? nullptr : &*least;
}

base::Problems PastScenarios::draw(Party& party, const base::Context& context) {
  preference::DrawOptions options;
  options.scenarios = whole_->count;
  options.seed = whole_->seed;
  options.variation.without = party.without;
  options.watch = false;
  options.sweeps = std::max<std::size_t>(1, whole_->sampling.sweeps_between_draws);
  options.drawn = whole_.get();
  auto drawn = preference::draw_scenarios(subject_, options, context);
  if (!drawn) return drawn.problems();
  scenarios_.parties[party.index] = std::move(drawn.value().parties[party.index]);
  party.drawn_limits = scenarios_.parties[party.index].real_limits;
  party.drawn_under = std::make_shared<const Standing>(standing_);
  party.weights.clear();
  drew_afresh_ = changed_scenarios_ = true;
  return {};
}

base::Problems PastScenarios::contradictions(const std::vector<StatementIndex>& without) const {
  const Standing standing = case_model::weigh_statements(subject_, without);
  const auto is_new_and_certain = [&](StatementIndex one) {
    const case_model::Statement& statement = subject_.statements[one];
    return said_of(subject_, statement) * meant_of(subject_, statement) >= 1 &&
           !std::binary_search(whole_standing_->counted.begin(), whole_standing_->counted.end(), one);
  };
  if (!std::ranges::any_of(standing.counted, is_new_and_certain)) return {};
  return preference::find_contradictions(case_without(subject_, without));
}

}  // namespace modus::timing
