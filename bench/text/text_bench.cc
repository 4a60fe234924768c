// A round of the single text on each worked case: scenarios are drawn and the zone is scanned beforehand, as
// every verb does; `round` is what `text` then adds, `brief` what the brief's section adds, `whole` all from
// the case on. The finding is first checked by the naive routines of verify/. CPU time is that of all
// threads.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <string>

#include "modus/catalogue/drawn_run.h"
#include "modus/catalogue/text_rounds.h"
#include "modus/formats/read_case.h"
#include "modus/inquiry/single_text.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

base::Result<case_model::Case> read(const std::string& name) {
  return formats::read_case_file(std::filesystem::path(MODUS_SOURCE_DIR) / "cases" / (name + ".yaml"));
}

base::Context on_two_threads() {
  base::Context context;
  context.threads = 2;
  return context;
}

/// Empty if all is confirmed.
std::string what_is_wrong(const case_model::Case& subject) {
  catalogue::TextAsk ask;
  ask.verify = true;
  const auto outcome = catalogue::ask_text(subject, ask, on_two_threads());
  if (outcome.problems() != nullptr) return base::describe(outcome.problems()->front());
  if (outcome.stopped() != nullptr) return outcome.stopped()->why;
  const auto& problems = outcome.answer()->checks.problems;
  return problems.empty() ? "" : base::describe(problems.front());
}

void whole(benchmark::State& state, const std::string& name) {
  const auto subject = read(name);
  if (!subject) return state.SkipWithError(base::describe(subject.problems().front()).c_str());
  const std::string wrong = what_is_wrong(subject.value());
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(catalogue::ask_text(subject.value(), {}, on_two_threads()));
}

void alone(benchmark::State& state, const std::string& name, const inquiry::TextOptions& options) {
  const auto subject = read(name);
  if (!subject) return state.SkipWithError(base::describe(subject.problems().front()).c_str());
  const auto outcome = catalogue::draw_run(subject.value(), {}, on_two_threads());
  if (outcome.answer() == nullptr) return state.SkipWithError("no scenarios");
  const catalogue::DrawnRun& run = **outcome.answer();
  for (auto _ : state)
    benchmark::DoNotOptimize(inquiry::find_single_text(run.drawn, run.scan, options, on_two_threads()));
}

inquiry::TextOptions as_in_brief() {
  inquiry::TextOptions options;
  options.from_drafts = true;
  options.most_edits = options.most_trades = 3;
  options.budget = 6e8;
  return options;
}

void register_case(const std::string& name) {
  const auto timed = [](benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();
  };
  timed(benchmark::RegisterBenchmark(("whole/" + name).c_str(),
                                     [name](benchmark::State& s) { whole(s, name); }));
  timed(benchmark::RegisterBenchmark(("round/" + name).c_str(),
                                     [name](benchmark::State& s) { alone(s, name, {}); }));
  timed(benchmark::RegisterBenchmark(("brief/" + name).c_str(),
                                     [name](benchmark::State& s) { alone(s, name, as_in_brief()); }));
}

const bool kRegistered = [] {
  for (const char* name : {"company-purchase", "dock-strike", "textbook-itex-cypress", "three-rivers",
                           "tutorial", "ukraine-2025-12"}) {
    register_case(name);
  }
  return true;
}();

}  // namespace
