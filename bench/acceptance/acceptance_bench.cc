// Who accepts what: every package, every scenario, every party. Items are party-evaluations (one party, one
// package, one scenario). The contender goes through packages one by one in plain loops.

#include <benchmark/benchmark.h>
#include <hwy/targets.h>

#include <string>

#include "modus/base/random.h"
#include "modus/zone/scan_zone.h"

namespace {

using modus::base::RandomStream;
using namespace modus;  // NOLINT: a program of its own

constexpr std::size_t kParties = 3;

struct Made {
  case_model::Case subject;
  case_model::Standing standing;
  findings::Scenarios scenarios;
};

findings::PartyScenarios draw_party(std::size_t party, std::size_t issues, std::size_t options,
                                    std::size_t scenarios) {
  RandomStream random(1, "bench acceptance", party);
  findings::PartyScenarios wants;
  wants.drawn = true;
  wants.options = issues * options;
  for (std::size_t i = 0; i < issues; ++i)
    wants.first_option.push_back(static_cast<std::uint32_t>(i * options));
  for (std::size_t s = 0; s < scenarios; ++s) {
    for (std::size_t o = 0; o < wants.options; ++o) {
      wants.values.push_back(100 * random.uniform() / static_cast<double>(issues));
    }
    wants.no_deal.push_back(30 + 40 * random.uniform());
    wants.stalling.push_back(random.chance(0.05) ? 1 : 0);
    wants.real_limits.push_back(random.next() & 3U);
  }
  return wants;
}

/// A red line on one option of one issue.
case_model::Limit limit_on(std::size_t party, std::size_t issue, std::size_t option, std::size_t options) {
  case_model::Limit limit;
  limit.party = case_model::PartyIndex(party);
  limit.probability = 0.5;
  limit.forbids.kind = case_model::Condition::Kind::kAtom;
  limit.forbids.issue = case_model::IssueIndex(issue);
  limit.forbids.options = {case_model::OptionIndex(option)};
  limit.forbids.allowed.assign(options, false);
  limit.forbids.allowed[option] = true;
  return limit;
}

/// Three principals with two limits each; options^issues packages.
Made make(std::size_t issues, std::size_t options, std::size_t scenarios) {
  Made made;
  for (std::size_t i = 0; i < issues; ++i) {
    case_model::Issue issue;
    for (std::size_t o = 0; o < options; ++o) issue.options.push_back({});
    made.subject.issues.push_back(issue);
  }
  made.standing.limits_of.assign(kParties, {});
  made.scenarios.count = scenarios;
  for (std::size_t p = 0; p < kParties; ++p) {
    case_model::Party party;
    party.id = std::to_string(p);
    party.roles = {case_model::Role::kPrincipal};
    made.subject.parties.push_back(party);
    made.subject.judgments.push_back({});
    for (std::size_t j = 0; j < 2; ++j) {
      made.standing.limits_of[case_model::PartyIndex(p)].emplace_back(made.standing.limits.size());
      made.standing.limits.push_back(limit_on(p, (2 * p + j) % issues, p % options, options));
    }
    made.scenarios.parties.push_back(draw_party(p, issues, options, scenarios));
  }
  return made;
}

bool same(const zone::ZoneScan& a, const zone::ZoneScan& b) {
  return a.even == b.even && a.odd == b.odd && a.zone == b.zone && a.zone_without == b.zone_without &&
         a.accepted_pairs == b.accepted_pairs && a.zone_has == b.zone_has;
}

base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

/// On a sample of the scenarios the vector path and the plain one give the same counts.
bool agrees_with_plain_loops(std::size_t issues, std::size_t options) {
  const Made made = make(issues, options, 16);
  const auto list = zone::PackageList::make(made.subject).value();
  const zone::Acceptance acceptance(made.subject, made.standing, list, made.scenarios);
  return same(zone::scan_zone(acceptance, on_threads(2)), zone::scan_zone(acceptance, on_threads(2), true));
}

void scan(benchmark::State& state, bool naive) {
  const auto issues = static_cast<std::size_t>(state.range(0));
  const auto options = static_cast<std::size_t>(state.range(1));
  const auto scenarios = static_cast<std::size_t>(state.range(2));
  if (!agrees_with_plain_loops(issues, options))
    return state.SkipWithError("answers differ from the plain loops");
  const Made made = make(issues, options, scenarios);
  const auto list = zone::PackageList::make(made.subject).value();
  const zone::Acceptance acceptance(made.subject, made.standing, list, made.scenarios);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        zone::scan_zone(acceptance, on_threads(static_cast<int>(state.range(3))), naive));
  }
  const auto evaluations = static_cast<std::int64_t>(list.package_count() * scenarios * kParties);
  state.SetItemsProcessed(state.iterations() * evaluations);
  state.SetLabel(hwy::TargetName(hwy::SupportedTargets() & -hwy::SupportedTargets()));
}

void vectors(benchmark::State& state) { scan(state, false); }
void plain_loops(benchmark::State& state) { scan(state, true); }

/// Only whether there is a zone: what a variation of "what this rests on" needs.
void zone_alone(benchmark::State& state) {
  const Made made = make(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)),
                         static_cast<std::size_t>(state.range(2)));
  const auto list = zone::PackageList::make(made.subject).value();
  const zone::Acceptance acceptance(made.subject, made.standing, list, made.scenarios);
  if (zone::scenarios_with_zone(acceptance, {}, on_threads(2)) !=
      zone::scan_zone(acceptance, on_threads(2)).zone) {
    return state.SkipWithError("answers differ from the full scan");
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        zone::scenarios_with_zone(acceptance, {}, on_threads(static_cast<int>(state.range(3)))));
  }
}

// issues, options each, scenarios, threads
BENCHMARK(vectors)
    ->Args({6, 10, 1024, 1})
    ->Args({6, 10, 1024, 2})
    ->Args({7, 10, 256, 2})
    ->Args({8, 3, 4096, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(plain_loops)
    ->Args({6, 10, 64, 1})
    ->Args({8, 3, 1024, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(zone_alone)
    ->Args({6, 10, 1024, 2})
    ->Args({8, 3, 4096, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
