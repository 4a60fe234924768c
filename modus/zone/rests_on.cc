#include "modus/zone/rests_on.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "modus/preference/draw.h"
#include "modus/preference/party_model.h"
#include "modus/zone/contested.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/share.h"

namespace modus::zone {
namespace {

using case_model::LimitIndex;
using case_model::StatementIndex;
using findings::RestsOn;
using preference::Variation;

/// An entry, and how to work it out where it is not there yet.
struct Planned {
  RestsOn entry;
  Variation variation;
};

RestsOn entry_of(RestsOn::Group group, std::string key, std::string what) {
  RestsOn entry;
  entry.group = group;
  entry.key = std::move(key);
  entry.what = std::move(what);
  entry.in_range = group == RestsOn::Group::kVariation;
  return entry;
}

class Plan {
 public:
  explicit Plan(const DrawnCase& drawn) : drawn_(drawn), subject_(drawn.subject) {
    add_limit_variations();
    add_no_deal_variations();
    add_weight_variations();
    add_mirror_check();
  }
  std::vector<Planned> take() { return std::move(planned_); }

 private:
  void add(std::string key, std::string what, Variation variation) {
    planned_.push_back(
        {entry_of(RestsOn::Group::kVariation, std::move(key), std::move(what)), std::move(variation)});
  }

  void add_limit_variations() {
    const auto open = std::ranges::count_if(drawn_.standing.limits, [](const case_model::Limit& limit) {
      return limit.probability > 0 && limit.probability < 1;
    });
    if (!drawn_.standing.limits.empty()) {
      Variation less, more;
      less.limit_meant_shift = -0.15;
      more.limit_meant_shift = 0.15;
      add("limits_less", "limits meant less (-0.15)", less);
      add("limits_more", "limits meant more (+0.15)", more);
    }
    if (open < 2) return;
    Variation shared;
    shared.shared_bluffing = true;
    add("shared_bluffing", "limits stand or fall together", shared);
  }

  [[nodiscard]] bool any_asked(const auto& test) const {
    return std::ranges::any_of(drawn_.acceptance.asked(), [&](const AskedParty& asked) {
      return test(subject_.judgments[asked.party]);
    });
  }

  void add_no_deal_variations() {
    const bool costs = any_asked([](const case_model::Judgments& judged) {
      return !judged.no_deal.lottery.empty() && judged.no_deal.cost && judged.no_deal.cost->high.value() > 0;
    });
    if (costs) {
      Variation none, doubled;
      none.cost_factor = 0;
      doubled.cost_factor = 2;
      add("costs_none", "no deal costs nothing", none);
      add("costs_doubled", "no deal costs twice as much", doubled);
    }
    if (any_asked([](const case_model::Judgments& judged) { return judged.no_deal.lottery.empty(); })) {
      Variation lower, higher;
      lower.value_shift = -10;
      higher.value_shift = 10;
      add("no_deal_lower", "no-deal values 10 points lower", lower);
      add("no_deal_higher", "no-deal values 10 points higher", higher);
    }
  }

  void add_weight_variations() {
    const bool open = any_asked([](const case_model::Judgments& judged) {
      return std::ranges::count_if(judged.weights,
                                   [](const auto& weight) { return !weight || !weight->exact(); }) > 1;
    });
    if (!open) return;
    Variation unequal, equal;
    unequal.dirichlet = 0.3;
    equal.dirichlet = 10;
    add("weights_unequal", "one issue or two matter most (Dirichlet 0.3)", unequal);
    add("weights_equal", "all issues matter about the same (Dirichlet 10)", equal);
  }

  /// A limit takes part in one exchange at most: in its first.
  void add_mirror_check() {
    Variation mirror;
    std::vector<LimitIndex> used;
    const auto is_used = [&](LimitIndex limit) { return std::ranges::find(used, limit) != used.end(); };
    for (const auto& [a, b] : opposed_limits(drawn_)) {
      if (drawn_.standing.limits[a.value].probability == drawn_.standing.limits[b.value].probability)
        continue;
      if (is_used(a) || is_used(b)) continue;
      used.insert(used.end(), {a, b});
      mirror.exchanged.emplace_back(a, b);
    }
    if (!mirror.exchanged.empty()) add("mirror", "opposed limits with their certainty exchanged", mirror);
  }

  const DrawnCase& drawn_;
  const case_model::Case& subject_;
  std::vector<Planned> planned_;
};

Planned leave_out(RestsOn::Group group, const std::string& key, const std::string& what,
                  std::vector<StatementIndex> without) {
  Planned planned{entry_of(group, key, what), {}};
  planned.variation.without = std::move(without);
  return planned;
}

/// Without each statement, each source, and each origin of several sources.
std::vector<Planned> plan_leaving_out(const DrawnCase& drawn) {
  const case_model::Case& subject = drawn.subject;
  std::vector<Planned> planned;
  std::map<case_model::SourceIndex, std::vector<StatementIndex>> by_source, by_origin;
  std::map<case_model::SourceIndex, std::vector<case_model::SourceIndex>> sources_of;
  for (const StatementIndex statement : drawn.standing.counted) {
    const case_model::Statement& said = subject.statements[statement];
    planned.push_back(leave_out(RestsOn::Group::kStatement, said.id, "without " + said.id, {statement}));
    if (!said.source) continue;
    const auto origin = case_model::origin_of(subject, *said.source);
    if (by_source[*said.source].empty()) sources_of[origin].push_back(*said.source);
    by_source[*said.source].push_back(statement);
    by_origin[origin].push_back(statement);
  }
  for (const auto& [source, statements] : by_source) {
    const std::string& id = subject.sources[source].id;
    planned.push_back(leave_out(RestsOn::Group::kSource, id, "without " + id, statements));
  }
  for (const auto& [origin, statements] : by_origin) {
    if (sources_of[origin].size() < 2) continue;
    const std::string& id = subject.sources[origin].id;
    planned.push_back(leave_out(RestsOn::Group::kSource, "origin:" + id,
                                "without all that goes back to " + id, statements));
  }
  return planned;
}

std::vector<Planned> plan_stages(const DrawnCase& drawn, const findings::Share& headline, bool headline_alone) {
  std::vector<Planned> planned;
  if (!headline_alone && !drawn.standing.counted.empty()) {
    planned.push_back({entry_of(RestsOn::Group::kStage, "before_statements", "before any statement"), {}});
    planned.back().variation.no_statements = true;
    planned.push_back({entry_of(RestsOn::Group::kStage, "limits_alone", "from limits alone"), {}});
    planned.back().variation.limits_only = true;
  }
  planned.push_back({entry_of(RestsOn::Group::kStage, "all", "from everything"), {}});
  planned.back().entry.in_range = true;
  planned.back().entry.zone_probability = headline;
  return planned;
}

/// Importance weights for a variation of nothing but how likely limits are to be real. Empty where some scenario
/// that the variation allows could not have been drawn.
std::vector<double> limit_weights(const DrawnCase& drawn, const Variation& variation) {
  std::vector<double> weights(drawn.acceptance.scenario_count(), 1);
  for (const AskedParty& asked : drawn.acceptance.asked()) {
    for (const LimitIndex limit : drawn.acceptance.limits_of(asked.party)) {
      const double was = drawn.standing.limits[limit.value].probability;
      const double now = preference::limit_probability(drawn.subject, drawn.standing, limit, variation);
      if (now == was) continue;
      if (was <= 0 || was >= 1) return {};
      for (std::size_t s = 0; s < weights.size(); ++s) {
        weights[s] *= drawn.acceptance.is_real(limit, s) ? now / was : (1 - now) / (1 - was);
      }
    }
  }
  return weights;
}

class Worker {
 public:
  Worker(const DrawnCase& drawn, const ScenarioSet& zone, const RestsOnOptions& options)
      : drawn_(drawn), zone_(zone), options_(options) {}

  /// Nothing where the assumption contradicts the judgments.
  [[nodiscard]] std::optional<RestsOn> work_out(const Planned& planned) const {
    RestsOn entry = planned.entry;
    if (entry.key == "all" && entry.group == RestsOn::Group::kStage) return entry;
    if (reweigh(planned.variation, entry)) return entry;
    if (!draw_afresh(planned.variation, entry)) return std::nullopt;
    return entry;
  }

 private:
  [[nodiscard]] std::vector<double> weights_for(const Variation& variation) const {
    if (!variation.without.empty()) {
      return preference::weights_without(drawn_.subject, drawn_.acceptance.scenarios(), variation.without);
    }
    const bool limits_alone = variation.limit_meant_shift != 0 || !variation.exchanged.empty();
    return limits_alone ? limit_weights(drawn_, variation) : std::vector<double>{};
  }

  [[nodiscard]] bool reweigh(const Variation& variation, RestsOn& entry) const {
    const std::vector<double> weights = weights_for(variation);
    if (weights.empty() || preference::effective_size(weights) < options_.least_effective_size) return false;
    entry.zone_probability = weighted_share(zone_, weights, chains_of(drawn_.acceptance));
    entry.reweighted = true;
    return true;
  }

  [[nodiscard]] bool draw_afresh(const Variation& variation, RestsOn& entry) const {
    preference::DrawOptions options;
    options.scenarios = options_.scenarios;
    options.seed = drawn_.acceptance.scenarios().seed;
    options.variation = variation;
    options.watch = false;
    options.sweeps = std::max<std::size_t>(1, drawn_.acceptance.scenarios().sampling.sweeps_between_draws);
    options.drawn = &drawn_.acceptance.scenarios();
    base::Context alone;
    alone.threads = 1;
    const auto scenarios = preference::draw_scenarios(drawn_.subject, options, alone);
    if (!scenarios) return false;
    const auto standing = case_model::weigh_statements(drawn_.subject, variation.without);
    const Acceptance acceptance(drawn_.subject, standing, drawn_.acceptance.list(), scenarios.value());
    const ScenarioSet zone = scenarios_with_zone(acceptance, {}, alone);
    entry.zone_probability = share_of(zone, acceptance.scenario_count(), chains_of(acceptance));
    return true;
  }

  const DrawnCase& drawn_;
  const ScenarioSet& zone_;
  const RestsOnOptions& options_;
};

}  // namespace

std::vector<RestsOn> find_what_it_rests_on(const DrawnCase& drawn, const ScenarioSet& zone,
                                           const findings::Share& headline, const RestsOnOptions& options,
                                           const base::Context& context) {
  std::vector<Planned> planned = plan_stages(drawn, headline, options.variations_alone);
  std::ranges::move(Plan(drawn).take(), std::back_inserter(planned));
  if (!options.variations_alone) std::ranges::move(plan_leaving_out(drawn), std::back_inserter(planned));
  const Worker worker(drawn, zone, options);
  std::vector<std::optional<RestsOn>> entries(planned.size());
  base::parallel_for(context.threads, planned.size(), [&](std::size_t i) {
    if (!context.stop()) entries[i] = worker.work_out(planned[i]);
  });
  std::vector<RestsOn> found;
  for (std::optional<RestsOn>& entry : entries) {
    if (entry) found.push_back(std::move(*entry));
  }
  return found;
}

}  // namespace modus::zone
