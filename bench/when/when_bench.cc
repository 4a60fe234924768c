// The forecast of each worked case, from the case as read to the last move: 4,096 scenarios, 104 weeks, on two threads; by
// its parts, and as the verb `when` has it. Each answer is first checked again by the naive routine of verify/.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "modus/catalogue/when.h"
#include "modus/formats/read_case.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

constexpr int kHorizon = 104 * 7;

base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

case_model::Case read(const std::string& name) {
  return formats::read_case_file(std::filesystem::path(MODUS_SOURCE_DIR) / "cases" / (name + ".yaml")).value();
}

catalogue::WhenOptions options_of(bool verify) {
  catalogue::WhenOptions options;
  options.event = "a comprehensive agreement signed by all";
  options.horizon_days = kHorizon;
  options.reference_class = "pax-talks-to-comprehensive";
  options.verify = verify;
  return options;
}

/// Empty if all is confirmed.
std::string what_is_wrong(const case_model::Case& subject) {
  const auto outcome = catalogue::when(subject, options_of(true), on_threads(2));
  if (outcome.answer() == nullptr) return "no answer";
  const auto& problems = outcome.answer()->checks.problems;
  return problems.empty() ? "" : base::describe(problems.front());
}

void when(benchmark::State& state, const std::string& name) {
  const case_model::Case subject = read(name);
  const std::string wrong = what_is_wrong(subject);
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(catalogue::when(subject, options_of(false), on_threads(2)));
}

/// What the brief pays for it: scenarios, zone and its range are there.
void forecast(benchmark::State& state, const std::string& name) {
  const case_model::Case subject = read(name);
  const auto outcome = catalogue::draw_run(subject, {}, on_threads(2));
  const catalogue::DrawnRun& run = **outcome.answer();
  for (auto _ : state) {
    benchmark::DoNotOptimize(catalogue::forecast_of(run.drawn, run.scan, options_of(false), std::pair{0.1, 0.9}, on_threads(2)));
  }
}

/// On two threads; the column CPU is of both.
void timed(const std::string& name, void (*run)(benchmark::State&, const std::string&), const std::string& subject) {
  benchmark::RegisterBenchmark((name + "/" + subject).c_str(), [=](benchmark::State& state) { run(state, subject); })
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime()
      ->UseRealTime();
}

const bool kRegistered = [] {
  for (const char* subject : {"company-purchase", "dock-strike", "textbook-itex-cypress", "three-rivers", "tutorial", "ukraine-2025-12"}) {
    timed("when", when, subject);
    timed("forecast_of", forecast, subject);
  }
  return true;
}();

}  // namespace
