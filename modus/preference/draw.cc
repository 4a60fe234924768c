#include "modus/preference/draw.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "modus/base/number.h"
#include "modus/case_model/consent.h"
#include "modus/case_model/standing.h"
#include "modus/preference/diagnose.h"
#include "modus/preference/exact_wants.h"
#include "modus/preference/party_chain.h"
#include "modus/preference/sure_facts.h"
#include "modus/preference/tables.h"
#include "modus/preference/watch_list.h"

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::ConsentKind;
using case_model::PartyIndex;
using case_model::Standing;
using findings::PartyScenarios;
using findings::Scenarios;

constexpr std::size_t kChains = 8;
constexpr std::size_t kBurnIn = 40;              // sweeps before the first draw
constexpr std::size_t kWatchedDraws = 4096;      // at least so many draws are watched, however few are kept
constexpr std::size_t kMostSweeps = 64;          // between draws
constexpr double kMostBytes = 2.0 * 1024 * 1024 * 1024;

// All models of one run, and where their draws go.
struct Run {
  const Case& subject;
  const DrawOptions& options;
  Standing standing;
  std::vector<PartyModel> models;      // of the parties drawn
  std::vector<std::optional<ExactWants>> exact;
  std::vector<WatchList> watched;      // by model
  std::size_t draws = 0;               // watched, over all chains
  std::size_t kept_every = 1;
  std::size_t sweeps = 1;
  std::size_t reused_every = 0;        // of the scenarios already drawn; 0: they are not used
};

std::vector<PartyIndex> drawn_parties(const Case& subject) {
  const auto consent = consent_of(subject);
  std::vector<PartyIndex> drawn;
  for (const PartyIndex party : subject.parties.indices()) {
    if (consent[party] == ConsentKind::kAsked || consent[party] == ConsentKind::kIfNeeded) drawn.push_back(party);
  }
  return drawn;
}

// Whether the variation changes anything for the party.
bool is_touched(const Run& run, PartyIndex party) {
  const Variation& variation = run.options.variation;
  const case_model::NoDeal& no_deal = run.subject.judgments[party].no_deal;
  const bool limited = !run.standing.limits_of[party].empty();
  const auto speaks_of = [&](case_model::StatementIndex one) { return run.subject.statements[one].party == party; };
  const auto owns = [&](const auto& pair) {
    return run.standing.limits[pair.first.value].party == party || run.standing.limits[pair.second.value].party == party;
  };
  const bool all_statements = variation.no_statements || variation.limits_only;
  return variation.dirichlet != 1 || (limited && (variation.limit_meant_shift != 0 || variation.shared_bluffing)) ||
         (variation.cost_factor != 1 && no_deal.cost) || (variation.value_shift != 0 && no_deal.lottery.empty()) ||
         (all_statements && std::any_of(run.standing.counted.begin(), run.standing.counted.end(), speaks_of)) ||
         std::any_of(variation.without.begin(), variation.without.end(), speaks_of) ||
         std::any_of(variation.exchanged.begin(), variation.exchanged.end(), owns);
}

// Whether the party's scenarios can be taken from those already drawn.
bool is_reused(const Run& run, PartyIndex party) { return run.reused_every > 0 && !is_touched(run, party); }

base::Problems build_models(Run& run) {
  base::Problems problems;
  for (const PartyIndex party : drawn_parties(run.subject)) {
    if (is_reused(run, party)) continue;
    if (run.standing.limits_of[party].size() > case_model::CaseLimits::kLimitsOfAParty) {
      problems.push_back({run.subject.parties[party].where,
                          "party " + run.subject.parties[party].id + " has more than 64 standing limits",
                          "join limits that say the same with same_as, or leave out the weakest"});
      continue;
    }
    auto model = build_party_model(run.subject, run.standing, party, run.options.variation);
    if (!model) {
      problems.insert(problems.end(), model.problems().begin(), model.problems().end());
      continue;
    }
    run.models.push_back(std::move(model).value());
    run.exact.push_back(exact_wants(run.subject, party, run.options.variation));
  }
  return problems;
}

std::size_t options_of(const Case& subject) {
  std::size_t count = 0;
  for (const case_model::Issue& issue : subject.issues) count += issue.options.size();
  return count;
}

base::Problems check_memory(const Run& run, std::size_t scenarios) {
  const std::size_t row = options_of(run.subject) + run.subject.issues.size() + 4;
  const double bytes = static_cast<double>(run.models.size()) * static_cast<double>(scenarios) * static_cast<double>(row) * 8;
  if (bytes <= kMostBytes) return {};
  return {{{}, "these scenarios need " + base::write_fixed(bytes / kMostBytes * 2, 1) + " GiB of memory; at most 2",
           "ask for fewer scenarios (--scenarios), or use coarser steps for the ranges"}};
}

PartyScenarios make_tables(const Run& run, std::size_t k, std::size_t scenarios) {
  const Case& subject = run.subject;
  PartyScenarios tables;
  tables.drawn = true;
  tables.point_valued = run.exact[k].has_value();
  tables.units_per_point = run.exact[k] ? run.exact[k]->units_per_point : 1;
  for (const case_model::Issue& issue : subject.issues) {
    tables.first_option.push_back(static_cast<std::uint32_t>(tables.options));
    tables.options += issue.options.size();
  }
  tables.adjustments_per_scenario = run.models[k].adjustments.size();
  tables.values.resize(scenarios * tables.options);
  tables.weights.resize(scenarios * subject.issues.size());
  tables.adjustments.resize(scenarios * tables.adjustments_per_scenario);
  tables.no_deal.resize(scenarios);
  tables.stalling.resize(scenarios);
  tables.real_limits.resize(scenarios);
  return tables;
}

template <class T>
void take_every(const std::vector<T>& from, std::size_t width, std::size_t every, std::vector<T>& to) {
  const std::size_t rows = width == 0 ? 0 : from.size() / width;
  to.clear();
  for (std::size_t row = 0; row < rows; row += every) {
    const auto start = from.begin() + static_cast<std::ptrdiff_t>(row * width);
    to.insert(to.end(), start, start + static_cast<std::ptrdiff_t>(width));
  }
}

// Every k-th scenario of a party already drawn. Chains follow each other and are multiples of k long.
PartyScenarios reuse(const PartyScenarios& from, std::size_t issues, std::size_t every) {
  PartyScenarios to;
  to.drawn = from.drawn;
  to.point_valued = from.point_valued;
  to.units_per_point = from.units_per_point;
  to.options = from.options;
  to.first_option = from.first_option;
  to.adjustments_per_scenario = from.adjustments_per_scenario;
  take_every(from.values, from.options, every, to.values);
  take_every(from.weights, issues, every, to.weights);
  take_every(from.adjustments, from.adjustments_per_scenario, every, to.adjustments);
  take_every(from.no_deal, 1, every, to.no_deal);
  take_every(from.stalling, 1, every, to.stalling);
  take_every(from.real_limits, 1, every, to.real_limits);
  return to;
}

void record(const Run& run, std::size_t k, const PartyChain& chain, std::size_t scenario, PartyScenarios& tables) {
  const std::size_t issues = run.subject.issues.size();
  double* values = tables.values.data() + scenario * tables.options;
  double* adjustments = tables.adjustments.data() + scenario * tables.adjustments_per_scenario;
  for (std::size_t issue = 0; issue < issues; ++issue) {
    const double weight = chain.weight(issue);
    tables.weights[scenario * issues + issue] = weight;
    const std::size_t count = run.models[k].scores[issue].options.size();
    for (std::size_t option = 0; option < count; ++option) *values++ = 100 * weight * chain.score(issue, option);
  }
  for (std::size_t a = 0; a < tables.adjustments_per_scenario; ++a) adjustments[a] = chain.adjustment(a);
  tables.no_deal[scenario] = chain.no_deal();
  tables.real_limits[scenario] = chain.limits();
  if (!run.exact[k]) return;
  const ExactWants& exact = *run.exact[k];
  std::copy(exact.values.begin(), exact.values.end(), tables.values.data() + scenario * tables.options);
  std::copy(exact.adjustments.begin(), exact.adjustments.end(), adjustments);
  tables.no_deal[scenario] = exact.no_deal;
}

// One uniform number decides all limits: those at least as probable as it are real. Its pieces lie between the
// limits' probabilities; each weighs its length times what the evidence says of the limits real in it.
void draw_shared_limits(const Run& run, std::vector<PartyChain>& parties, base::RandomStream& random) {
  std::vector<double> ends = {0, 1};
  for (const PartyModel& model : run.models) {
    ends.insert(ends.end(), model.limit_probability.begin(), model.limit_probability.end());
  }
  std::sort(ends.begin(), ends.end());
  const auto limits_at = [&](std::size_t k, double level) {
    std::uint64_t limits = 0;
    for (std::size_t bit = 0; bit < run.models[k].limit_probability.size(); ++bit) {
      if (level < run.models[k].limit_probability[bit]) limits |= std::uint64_t{1} << bit;
    }
    return limits;
  };
  std::vector<double> sums;
  double sum = 0;
  for (std::size_t piece = 0; piece + 1 < ends.size(); ++piece) {
    const double middle = 0.5 * (ends[piece] + ends[piece + 1]);
    double weight = ends[piece + 1] - ends[piece];
    for (std::size_t k = 0; k < parties.size() && weight > 0; ++k) weight *= parties[k].limit_factor(limits_at(k, middle));
    sums.push_back(sum += weight);
  }
  const double ticket = random.uniform() * sum;
  const auto piece = static_cast<std::size_t>(std::upper_bound(sums.begin(), sums.end(), ticket) - sums.begin());
  const std::size_t chosen = std::min(piece, sums.size() - 1);
  const double level = 0.5 * (ends[chosen] + ends[chosen + 1]);
  for (std::size_t k = 0; k < parties.size(); ++k) parties[k].set_limits(limits_at(k, level));
}

// One chain of all parties together, from its start to its share of the draws.
void run_chain(const Run& run, std::size_t chain, Scenarios& scenarios, std::vector<std::vector<double>>& watched) {
  const bool shared = run.options.variation.shared_bluffing;
  std::vector<PartyChain> parties;
  std::vector<base::RandomStream> stalling;
  for (const PartyModel& model : run.models) {
    const std::string& id = run.subject.parties[model.party].id;
    const std::uint64_t seed = run.options.seed;
    parties.emplace_back(model, PartyChain::Randomness{{seed, "wants " + id, chain}, {seed, "shares " + id, chain}}, shared);
    stalling.emplace_back(run.options.seed, "stalling " + id, chain);
  }
  base::RandomStream bluffing(run.options.seed, "shared bluffing", chain);
  const auto sweep = [&] {
    for (PartyChain& party : parties) party.sweep();
    if (shared) draw_shared_limits(run, parties, bluffing);
  };
  for (std::size_t k = 0; k < kBurnIn; ++k) sweep();
  const std::size_t share = run.draws / kChains;
  const std::size_t kept = share / run.kept_every;
  for (std::size_t draw = 0; draw < share; ++draw) {
    for (std::size_t k = 0; k < run.sweeps; ++k) sweep();
    for (std::size_t k = 0; k < parties.size() && run.options.watch; ++k) {
      run.watched[k].record(parties[k], watched[k].data() + (chain * share + draw) * run.watched[k].size());
    }
    if (draw % run.kept_every != 0) continue;
    const std::size_t scenario = chain * kept + draw / run.kept_every;
    for (std::size_t k = 0; k < parties.size(); ++k) {
      PartyScenarios& tables = scenarios.parties[run.models[k].party];
      record(run, k, parties[k], scenario, tables);
      tables.stalling[scenario] = stalling[k].chance(run.models[k].stalling) ? 1 : 0;
    }
  }
}

// Worst first: by R-hat, then by effective size.
void order_worst_first(std::vector<findings::WatchedQuantity>& watched) {
  std::stable_sort(watched.begin(), watched.end(), [](const auto& a, const auto& b) {
    if (a.passes() != b.passes()) return !a.passes();
    if (a.constant != b.constant) return !a.constant;
    return a.effective_size < b.effective_size;
  });
}

std::vector<findings::WatchedQuantity> examine(const Run& run, const std::vector<std::vector<double>>& watched, int threads) {
  struct Column {
    std::size_t model, column;
  };
  std::vector<Column> columns;
  for (std::size_t k = 0; k < run.models.size(); ++k) {
    for (std::size_t c = 0; c < run.watched[k].size(); ++c) columns.push_back({k, c});
  }
  const NormalScores scores(run.draws);
  std::vector<findings::WatchedQuantity> found(columns.size());
  base::parallel_for(threads, columns.size(), [&](std::size_t at) {
    const auto& [k, column] = columns[at];
    std::vector<double> values(run.draws);
    for (std::size_t draw = 0; draw < run.draws; ++draw) values[draw] = watched[k][draw * run.watched[k].size() + column];
    found[at] = watch_quantity(run.watched[k].name(column), values, kChains, scores);
  });
  order_worst_first(found);
  return found;
}

Scenarios sample(const Run& run, std::size_t count, const base::Context& context) {
  Scenarios scenarios;
  scenarios.count = count;
  scenarios.seed = run.options.seed;
  scenarios.parties = base::IndexedVector<PartyIndex, PartyScenarios>(run.subject.parties.size());
  for (std::size_t k = 0; k < run.models.size(); ++k) scenarios.parties[run.models[k].party] = make_tables(run, k, count);
  for (const PartyIndex party : drawn_parties(run.subject)) {
    if (!is_reused(run, party)) continue;
    scenarios.parties[party] = reuse(run.options.drawn->parties[party], run.subject.issues.size(), run.reused_every);
  }
  std::vector<std::vector<double>> watched;
  for (const WatchList& list : run.watched) watched.emplace_back(run.options.watch ? run.draws * list.size() : 0);
  if (!run.models.empty()) {
    base::parallel_for(context.threads, kChains, [&](std::size_t chain) { run_chain(run, chain, scenarios, watched); });
  }
  scenarios.sampling.chains = kChains;
  scenarios.sampling.draws = run.draws;
  scenarios.sampling.sweeps_between_draws = run.sweeps;
  if (run.options.watch) scenarios.sampling.watched = examine(run, watched, context.threads);
  return scenarios;
}

base::Problems prepare(Run& run) {
  base::Problems problems;
  if (run.options.drawn == nullptr) problems = find_contradictions(run.subject);
  if (!problems.empty()) return problems;
  problems = build_models(run);
  for (const PartyModel& model : run.models) run.watched.emplace_back(run.subject, run.standing, model);
  return problems;
}

}  // namespace

base::Result<Scenarios> draw_scenarios(const Case& subject, const DrawOptions& options, const base::Context& context) {
  if (options.scenarios < 64 || options.scenarios > 1'000'000) {
    return base::Problem{{}, "the number of scenarios is " + std::to_string(options.scenarios), "64 to 1,000,000"};
  }
  Run run{subject, options, weigh_statements(subject, options.variation.without), {}, {}, {}, 0, 1, options.sweeps, 0};
  const std::size_t count = (options.scenarios + kChains - 1) / kChains * kChains;
  const bool divides = options.drawn != nullptr && !options.watch && options.drawn->count % count == 0;
  if (divides) run.reused_every = options.drawn->count / count;
  base::Problems problems = prepare(run);
  if (!problems.empty()) return problems;
  run.kept_every = options.watch ? std::max<std::size_t>(1, (kWatchedDraws + count - 1) / count) : 1;
  run.draws = count * run.kept_every;
  problems = check_memory(run, count);
  if (!problems.empty()) return problems;
  for (;;) {
    Scenarios scenarios = sample(run, count, context);
    const bool enough = !options.watch || scenarios.sampling.mixed() || 2 * run.sweeps > kMostSweeps;
    if (enough || context.stop()) {
      if (options.watch) scenarios.statements = statement_findings(subject, run.standing, scenarios);
      return scenarios;
    }
    run.sweeps *= 2;
    context.report("sampling", static_cast<double>(run.sweeps) / static_cast<double>(2 * kMostSweeps));
  }
}

}  // namespace modus::preference
