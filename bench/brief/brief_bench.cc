// The whole task on each worked case: from the text of the file to all findings of the brief, 4,096
// scenarios. The findings are first checked by the naive routines of verify/.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "modus/catalogue/run.h"
#include "modus/formats/read_case.h"
#include "modus/preference/draw.h"
#include "modus/zone/find_packages.h"
#include "modus/zone/find_zone.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

std::filesystem::path path_of(const std::string& name) {
  return std::filesystem::path(MODUS_SOURCE_DIR) / "cases" / (name + ".yaml");
}

base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

/// Empty if all is confirmed.
std::string what_is_wrong(const case_model::Case& subject) {
  catalogue::RunOptions options;
  options.verify = true;
  const auto outcome = catalogue::run(catalogue::Verb::kBrief, subject, options, on_threads(0));
  if (outcome.problems() != nullptr) return base::describe(outcome.problems()->front());
  if (outcome.stopped() != nullptr) return outcome.stopped()->why;
  const auto& problems = outcome.answer()->checks.problems;
  return problems.empty() ? "" : base::describe(problems.front());
}

void whole_brief(benchmark::State& state, const std::string& name) {
  const auto subject = formats::read_case_file(path_of(name));
  if (!subject) return state.SkipWithError(base::describe(subject.problems().front()).c_str());
  const std::string wrong = what_is_wrong(subject.value());
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) {
    const auto read = formats::read_case_file(path_of(name));
    benchmark::DoNotOptimize(catalogue::run(catalogue::Verb::kBrief, read.value(), {}, on_threads(2)));
  }
}

/// One step alone, with everything before it done once.
template <class Step>
void step(benchmark::State& state, const std::string& name, Step run) {
  const auto subject = formats::read_case_file(path_of(name));
  if (!subject) return state.SkipWithError(base::describe(subject.problems().front()).c_str());
  const auto list = zone::PackageList::make(subject.value());
  const auto scenarios = preference::draw_scenarios(subject.value(), {}, on_threads(2));
  if (!list || !scenarios) return state.SkipWithError("no scenarios");
  const auto standing = case_model::weigh_statements(subject.value());
  const zone::Acceptance acceptance(subject.value(), standing, list.value(), scenarios.value());
  const zone::DrawnCase drawn{subject.value(), standing, acceptance};
  const zone::ZoneScan scan = zone::scan_zone(acceptance, on_threads(2));
  const zone::Contested contested = zone::find_contested(drawn);
  for (auto _ : state) run(drawn, scan, contested);
}

void scan_alone(const zone::DrawnCase& drawn, const zone::ZoneScan&, const zone::Contested&) {
  benchmark::DoNotOptimize(zone::scan_zone(drawn.acceptance, on_threads(2)));
}
void zone_alone(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const zone::Contested& contested) {
  zone::FindZoneOptions options;
  options.rests_on = false;
  benchmark::DoNotOptimize(zone::find_zone(drawn, scan, contested, options, on_threads(2)));
}
void rests_on(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const zone::Contested&) {
  benchmark::DoNotOptimize(zone::find_what_it_rests_on(drawn, scan.zone, {}, {}, on_threads(2)));
}
void packages(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const zone::Contested& contested) {
  benchmark::DoNotOptimize(zone::find_packages(drawn, scan, contested, on_threads(2)));
}

void register_case(const std::string& name) {
  const auto timed = [](benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->UseRealTime();
  };
  timed(benchmark::RegisterBenchmark(("brief/" + name).c_str(),
                                     [name](benchmark::State& s) { whole_brief(s, name); }));
  timed(
      benchmark::RegisterBenchmark(("scan/" + name).c_str(), [name](auto& s) { step(s, name, scan_alone); }));
  timed(
      benchmark::RegisterBenchmark(("zone/" + name).c_str(), [name](auto& s) { step(s, name, zone_alone); }));
  timed(benchmark::RegisterBenchmark(("rests_on/" + name).c_str(),
                                     [name](auto& s) { step(s, name, rests_on); }));
  timed(benchmark::RegisterBenchmark(("packages/" + name).c_str(),
                                     [name](auto& s) { step(s, name, packages); }));
}

const bool kRegistered = [] {
  for (const char* name : {"company-purchase", "dock-strike", "textbook-itex-cypress", "three-rivers",
                           "tutorial", "ukraine-2025-12"}) {
    register_case(name);
  }
  return true;
}();

}  // namespace
