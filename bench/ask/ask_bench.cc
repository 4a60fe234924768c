// What the questions of one case are worth: a short-list of 500 packages in 4,096 scenarios, and some 200 candidate
// questions to three parties. Some of the questions are first valued again by the naive routines of verify/.

#include <benchmark/benchmark.h>

#include <string>

#include "modus/catalogue/ask.h"
#include "modus/formats/read_case.h"
#include "modus/zone/find_packages.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

/// Seven issues, 5,760 packages, three principals, and drafts enough for some 200 questions.
std::string large_case() {
  std::string text = "modus: 1\ntitle: Bench\nas_of: 2026-01-31\nparties: {a: {name: A}, b: {name: B}, c: {name: C}}\nissues:\n";
  const std::vector<int> options = {4, 4, 4, 3, 3, 5, 2};
  for (std::size_t i = 0; i < options.size(); ++i) {
    text += "  i" + std::to_string(i) + ": {name: I" + std::to_string(i) + ", options: {";
    for (int o = 0; o < options[i]; ++o) text += std::string(o > 0 ? ", " : "") + "o" + std::to_string(o) + ": option " + std::to_string(o);
    text += "}}\n";
  }
  text += "drafts:\n";
  for (std::size_t d = 0; d < 70; ++d) {
    text += "  d" + std::to_string(d) + ": {";
    for (std::size_t i = 0; i < options.size(); ++i) {
      const std::size_t option = (d * (i + 3) + d / 7) % static_cast<std::size_t>(options[i]);
      text += std::string(i > 0 ? ", " : "") + "i" + std::to_string(i) + ": o" + std::to_string(option);
    }
    text += "}\n";
  }
  text += "statements:\n";
  std::size_t number = 0;
  for (const char* party : {"a", "b", "c"}) {
    for (std::size_t i = 0; i < 4; ++i) {
      const std::string what = "i" + std::to_string(i) + " = o" + std::to_string((i + number) % 3);
      text += "  - {id: s" + std::to_string(100 + number++) + ", party: " + party + ", kind: rejects, what: \"" + what + "\", channel: reported}\n";
    }
  }
  return text + "judgments:\n  a: {no_deal: {value: 20..50}}\n  b: {no_deal: {value: 20..50}}\n  c: {no_deal: {value: 20..50}}\n";
}

base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

/// Empty if the separate check confirms every question listed, on fewer scenarios.
std::string what_is_wrong(const case_model::Case& subject) {
  const auto outcome = catalogue::ask(subject, {{512, 1}, true, 20, true}, on_threads(0));
  if (outcome.problems() != nullptr) return base::describe(outcome.problems()->front());
  if (outcome.stopped() != nullptr) return outcome.stopped()->why;
  const auto& problems = outcome.answer()->checks.problems;
  return problems.empty() ? "" : base::describe(problems.front());
}

/// Empty if the task is as large as it says.
std::string what_is_small(const catalogue::DrawnRun& run, std::size_t candidates) {
  std::size_t accepted = 0;
  for (std::size_t x = 0; x < run.scan.even.size(); ++x) {
    if (run.scan.joint(zone::PackageIndex(x)) > 0) ++accepted;
  }
  if (accepted < inquiry::kShortList) return "only " + std::to_string(accepted) + " packages are ever accepted";
  return candidates < 200 ? "only " + std::to_string(candidates) + " questions" : "";
}

void questions(benchmark::State& state) {
  const auto subject = formats::read_case(large_case());
  if (!subject) return state.SkipWithError(base::describe(subject.problems().front()).c_str());
  const std::string wrong = what_is_wrong(subject.value());
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  const auto outcome = catalogue::draw_run(subject.value(), {4096, 1}, on_threads(0));
  if (outcome.answer() == nullptr) return state.SkipWithError("no scenarios");
  const catalogue::DrawnRun& run = **outcome.answer();
  const auto packages = zone::find_packages(run.drawn, run.scan, run.contested, on_threads(0));
  std::vector<case_model::Package> listed;
  for (const case_model::Draft& draft : subject.value().drafts) listed.push_back(draft.package);
  const std::size_t candidates = inquiry::candidate_questions(run.drawn, {listed, run.contested.issues}, {}, on_threads(0)).size();
  const std::string small = what_is_small(run, candidates);
  if (!small.empty()) return state.SkipWithError(small.c_str());
  std::size_t worth = 0;
  for (auto _ : state) {
    worth = catalogue::questions_of(run.drawn, run.scan, run.contested, packages, {}, on_threads(static_cast<int>(state.range(0)))).worth_asking;
  }
  state.counters["candidates"] = static_cast<double>(candidates);
  state.counters["worth_asking"] = static_cast<double>(worth);
}

BENCHMARK(questions)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
