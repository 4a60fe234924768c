// Changes of a worked case, from the case as read to every figure before and after, 4,096 scenarios: by re-weighting,
// drawn afresh, with the scan of judgments; and what each of a dozen changes did. Both headlines are first
// counted again by the naive routine of verify/.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "modus/catalogue/compare_cases.h"
#include "modus/formats/read_case.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

case_model::Case read(const std::string& name) {
  return formats::read_case_file(std::filesystem::path(MODUS_SOURCE_DIR) / "cases" / (name + ".yaml")).value();
}

/// The first limit that anybody stated, meant a little less.
std::vector<formats::CaseEdit> little_less_sure(const case_model::Case& subject) {
  const case_model::Statement& first = *subject.statements.begin();
  return {{"statements." + first.id + ".meant", "0.75"}};
}

/// Empty if all is confirmed.
std::string what_is_wrong(const case_model::Case& subject, const std::vector<formats::CaseEdit>& edits, bool reweighted, bool scan) {
  catalogue::WhatIfOptions options;
  options.verify = true;
  options.scan = scan;
  const auto outcome = catalogue::what_if(subject, edits, options, on_threads(2));
  if (outcome.answer() == nullptr) return "no answer";
  if (!outcome.answer()->checks.problems.empty()) return base::describe(outcome.answer()->checks.problems.front());
  return outcome.answer()->finding.after.reweighted == reweighted ? "" : "not worked out in the way that is timed";
}

void what_if(benchmark::State& state, const std::string& name, bool afresh) {
  const case_model::Case subject = read(name);
  const auto edits = little_less_sure(subject);
  const std::string wrong = what_is_wrong(subject, edits, !afresh, afresh);
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  catalogue::WhatIfOptions options;
  options.scan = afresh;
  for (auto _ : state) benchmark::DoNotOptimize(catalogue::what_if(subject, edits, options, on_threads(2)));
}

/// A dozen statements a little less sure than in the later case.
void diff(benchmark::State& state, const std::string& name) {
  const case_model::Case after = read(name);
  case_model::Case before = after;
  std::size_t changed = 0;
  for (case_model::Statement& statement : before.statements) {
    if (changed++ < 12) statement.meant = 0.66;
  }
  for (auto _ : state) benchmark::DoNotOptimize(catalogue::diff(before, after, {}, on_threads(2)));
}

/// On two threads; the column CPU is of both.
void timed(const std::string& name, void (*run)(benchmark::State&, const std::string&), const std::string& subject) {
  benchmark::RegisterBenchmark((name + "/" + subject).c_str(), [=](benchmark::State& state) { run(state, subject); })
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime()
      ->UseRealTime();
}

const bool kRegistered = [] {
  for (const char* subject : {"dock-strike", "ukraine-2025-12"}) {
    timed("reweighted", [](benchmark::State& state, const std::string& name) { what_if(state, name, false); }, subject);
    timed("afresh_with_scan", [](benchmark::State& state, const std::string& name) { what_if(state, name, true); }, subject);
    timed("diff_of_12", diff, subject);
  }
  return true;
}();

}  // namespace
