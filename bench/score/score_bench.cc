// A hundred thousand forecasts scored: of a forecaster who is right by construction, so that skill and slope are known.

#include <benchmark/benchmark.h>

#include <cmath>

#include "modus/base/random.h"
#include "modus/timing/score_log.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

struct Log {
  std::vector<findings::LoggedForecast> forecasts;
  std::vector<findings::Resolution> resolutions;
};

/// Four days each, a base rate, and two of twenty sources; `each` forecasts of every event.
Log log_of(std::int64_t count, std::int64_t each) {
  base::RandomStream stream(1, "forecasts");
  const case_model::Day start{std::chrono::days(20'000)};
  Log log;
  for (std::int64_t id = 1; id <= count; ++id) {
    const double chance = stream.uniform();
    findings::LoggedForecast made;
    made.id = id;
    made.as_of = start;
    made.case_title = "Talks on the harbour";
    made.event = "event " + std::to_string(id / each);
    made.horizon_days = 365;
    made.chances = {{7, chance / 4}, {30, chance / 2}, {90, chance * 3 / 4}, {365, chance}};
    made.base_rate = {{7, 0.125}, {30, 0.25}, {90, 0.375}, {365, 0.5}};
    for (const std::uint64_t source : {stream.below(10), 10 + stream.below(10)}) made.sources.push_back({"source" + std::to_string(source), "", {{30, 0.3}, {365, 0.6}}});
    constexpr int kDays[] = {5, 20, 60, 200};
    const bool came = stream.chance(chance);
    const int days = kDays[stream.below(4)];
    log.forecasts.push_back(std::move(made));
    log.resolutions.push_back({id, "", came ? std::optional(start + std::chrono::days(days)) : std::nullopt, "", ""});
  }
  return log;
}

const char* what_is_wrong(const findings::ScoreFinding& found) {
  if (!found.recalibration || std::abs(*found.recalibration - 1) > 0.05) return "a calibrated forecaster is not found calibrated";
  const findings::ScoreCard& ours = found.cards.front();
  const bool inside = ours.skill_low && *ours.skill_low < *ours.skill && *ours.skill < *ours.skill_high;
  return inside && *ours.skill_low > 0 ? nullptr : "skill that is there is not found";
}

void score_log(benchmark::State& state) {
  const Log log = log_of(state.range(0), state.range(1));
  const auto score = [&] { return timing::score_log(log.forecasts, log.resolutions, case_model::Day(std::chrono::days(21'000)), 1); };
  if (const char* wrong = what_is_wrong(score())) return state.SkipWithError(wrong);
  for (auto _ : state) benchmark::DoNotOptimize(score());
}

}  // namespace

BENCHMARK(score_log)->ArgNames({"forecasts", "an_event"})->Args({100'000, 1})->Args({100'000, 50})->Unit(benchmark::kMillisecond);
