#include "modus/timing/talk_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "modus/timing/conventions.h"
#include "modus/timing/talk_packages.h"

namespace modus::timing {
namespace {

using case_model::LimitIndex;
using case_model::PartyIndex;
using zone::PackageIndex;

constexpr double kMostNumbers = 1.6e7;  ///< in the tables of gains and of what is kept

/// Rounding a gain must not move it across 0.
float gain_as_float(double gain) {
  const auto rounded = static_cast<float>(gain);
  return gain < 0 && rounded >= 0 ? -std::numeric_limits<float>::min() : rounded;
}

/// Given that the limit is not real: was it stated and not meant, or never stated?
double stated_if_not_real(const case_model::Case& subject, const case_model::Limit& limit) {
  if (limit.statements.empty()) return 1;
  const case_model::Statement& statement = subject.statements[limit.statements.front()];
  const double said = case_model::said_of(subject, statement);
  const double posed = said * (1 - case_model::meant_of(subject, statement));
  const double not_real = posed + (1 - said) * (1 - subject.unstated);
  return not_real > 0 ? posed / not_real : 1;
}

class ModelMaker {
 public:
  ModelMaker(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, TalksModel& model) : drawn_(drawn), scan_(scan), model_(model) {}

  void fill(const base::Context& context) {
    for (const zone::AskedParty& asked : drawn_.acceptance.asked()) model_.parties.push_back(party_of(asked));
    choose_scenarios();
    const std::size_t rows = model_.scenarios * model_.parties.size();
    model_.gains.resize(rows * model_.packages.size());
    model_.kept.resize(rows * model_.parties.size());
    model_.real.resize(rows);
    model_.stalling.resize(rows);
    base::parallel_for(context.threads, model_.parties.size() * model_.packages.size(), [&](std::size_t i) { fill_gains(i); });
    base::parallel_for(context.threads, model_.parties.size(), [&](std::size_t k) { fill_states(k); });
    constexpr std::size_t kTasks = 16;
    base::parallel_for(context.threads, kTasks, [&](std::size_t task) {
      for (std::size_t n = task * model_.scenarios / kTasks; n < (task + 1) * model_.scenarios / kTasks; ++n) fill_kept(n);
    });
  }

 private:
  [[nodiscard]] TalksParty party_of(const zone::AskedParty& asked) const {
    const case_model::NoDeal& no_deal = drawn_.subject.judgments[asked.party].no_deal;
    const auto& impatience = model_.rates.impatience[asked.party];
    TalksParty party;
    party.party = asked.party;
    party.always_asked = !asked.if_needed;
    party.impatience_low = impatience.low;
    party.impatience_high = impatience.high;
    if (no_deal.cost_per_month) {
      party.drift_low = no_deal.cost_per_month->low.value();
      party.drift_high = no_deal.cost_per_month->high.value();
    }
    for (const PackageIndex package : model_.packages) {
      party.asked.push_back(drawn_.acceptance.is_asked(asked.party, package) ? 1 : 0);
    }
    add_limits(party);
    return party;
  }

  void add_limits(TalksParty& party) const {
    const auto& limits = drawn_.acceptance.limits_of(party.party);
    const auto& real = drawn_.acceptance.scenarios().parties[party.party].real_limits;
    party.forbidden.assign(model_.packages.size(), 0);
    for (std::size_t j = 0; j < limits.size(); ++j) {
      const std::uint64_t bit = std::uint64_t{1} << j;
      const auto count = std::ranges::count_if(real, [&](std::uint64_t mask) { return (mask & bit) != 0; });
      StatedLimit limit{bit, static_cast<double>(count) / static_cast<double>(real.size()), 1};
      limit.stated = stated_if_not_real(drawn_.subject, drawn_.standing.limits[limits[j].value]);
      party.limits.push_back(limit);
      for (std::size_t x = 0; x < model_.packages.size(); ++x) {
        if (drawn_.acceptance.forbids(limits[j]).at(model_.packages[x])) party.forbidden[x] |= bit;
      }
    }
    const auto stands = std::ranges::count_if(real, [](std::uint64_t mask) { return mask != 0; });
    party.sure = std::clamp(static_cast<double>(stands) / static_cast<double>(real.size()), kLeastSure, 1 - kLeastSure);
  }

  void choose_scenarios() {
    const auto parties = static_cast<double>(model_.parties.size());
    const double a_scenario = std::max(1.0, parties * (static_cast<double>(model_.packages.size()) + parties));
    const auto most = std::clamp<std::size_t>(static_cast<std::size_t>(kMostNumbers / a_scenario), 64, kPaths);
    const std::size_t drawn = drawn_.acceptance.scenario_count();
    model_.stride = (drawn + most - 1) / most;
    model_.scenarios = drawn / model_.stride;
    for (std::size_t n = 0; n < model_.scenarios; ++n) {
      const std::size_t s = n * model_.stride;
      model_.zone.push_back(static_cast<char>(scan_.zone[s / 64] >> (s % 64) & 1U));
    }
  }

  [[nodiscard]] std::size_t row(std::size_t n, std::size_t k) const { return n * model_.parties.size() + k; }

  void fill_gains(std::size_t i) {
    const std::size_t k = i / model_.packages.size();
    const std::size_t x = i % model_.packages.size();
    const PartyIndex party = model_.parties[k].party;
    const findings::PartyScenarios& wants = drawn_.acceptance.scenarios().parties[party];
    const std::vector<double> values = drawn_.acceptance.values_in_units(party, model_.packages[x]);
    for (std::size_t n = 0; n < model_.scenarios; ++n) {
      const std::size_t s = n * model_.stride;
      model_.gains[row(n, k) * model_.packages.size() + x] = gain_as_float((values[s] - wants.no_deal[s]) / wants.units_per_point);
    }
  }

  void fill_states(std::size_t k) {
    const findings::PartyScenarios& wants = drawn_.acceptance.scenarios().parties[model_.parties[k].party];
    for (std::size_t n = 0; n < model_.scenarios; ++n) {
      model_.real[row(n, k)] = wants.real_limits[n * model_.stride];
      model_.stalling[row(n, k)] = wants.stalling[n * model_.stride];
    }
  }

  [[nodiscard]] float gain(std::size_t n, std::size_t k, std::size_t x) const { return model_.gains[row(n, k) * model_.packages.size() + x]; }

  [[nodiscard]] bool could_live_with(std::size_t n, std::size_t k, std::size_t x) const {
    const TalksParty& party = model_.parties[k];
    return party.asked[x] == 0 || (gain(n, k, x) >= 0 && (party.forbidden[x] & model_.real[row(n, k)]) == 0);
  }

  /// The package with which the party gets its way; the number of packages where there is none.
  [[nodiscard]] std::size_t own_way(std::size_t n, std::size_t k, const std::vector<std::uint16_t>& others) const {
    const TalksParty& party = model_.parties[k];
    std::size_t best = model_.packages.size();
    bool best_is_open = false;
    for (std::size_t x = 0; x < model_.packages.size(); ++x) {
      if (party.asked[x] == 0 || party.forbidden[x] != 0) continue;
      const bool open = others[x] - (could_live_with(n, k, x) ? 0 : 1) == 0;
      const bool better = best == model_.packages.size() || (open != best_is_open ? open : gain(n, k, x) > gain(n, k, best));
      if (!better) continue;
      best = x;
      best_is_open = open;
    }
    return best;
  }

  void fill_kept(std::size_t n) {
    const std::size_t parties = model_.parties.size();
    const std::size_t packages = model_.packages.size();
    std::vector<std::uint16_t> refuse(packages, 0);
    for (std::size_t k = 0; k < parties; ++k) {
      for (std::size_t x = 0; x < packages; ++x) refuse[x] = static_cast<std::uint16_t>(refuse[x] + (could_live_with(n, k, x) ? 0 : 1));
    }
    std::vector<std::size_t> way(parties);
    for (std::size_t k = 0; k < parties; ++k) way[k] = own_way(n, k, refuse);
    for (std::size_t k = 0; k < parties; ++k) {
      for (std::size_t other = 0; other < parties; ++other) {
        float& kept = model_.kept[row(n, k) * parties + other];
        kept = 0.5F;
        if (way[k] == packages || way[other] == packages) continue;
        const float whole = gain(n, other, way[other]);
        kept = whole > 0 ? std::max(0.0F, gain(n, other, way[k])) / whole : 0.5F;
      }
    }
  }

  const zone::DrawnCase& drawn_;
  const zone::ZoneScan& scan_;
  TalksModel& model_;
};

}  // namespace

TalksModel make_talks_model(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, int horizon_days, const base::Context& context) {
  TalksModel model;
  model.chains = static_cast<std::size_t>(std::max(1, drawn.acceptance.scenarios().sampling.chains));
  model.seed = drawn.acceptance.scenarios().seed;
  model.horizon_days = horizon_days;
  model.packages = packages_to_table(drawn, scan, horizon_days / kDaysInMonth, context);
  base::IndexedVector<PartyIndex, char> asked(drawn.subject.parties.size(), 0);
  for (const zone::AskedParty& party : drawn.acceptance.asked()) asked[party.party] = 1;
  model.rates = rates_of(drawn.subject, asked);
  model.dates = dates_ahead(drawn.subject, horizon_days);
  model.clock = HurriedClock(model.dates.deadlines);
  ModelMaker(drawn, scan, model).fill(context);
  return model;
}

}  // namespace modus::timing
