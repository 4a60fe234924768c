// Ukraine's case (16,200 combinations, 5 parties, 43 statements) told date by date, 4,096 scenarios: as it stands, with
// its statements made on 50 different dates, and as the brief tells it. The answer's last date is first held against
// the zone, and each date that was re-weighted against one drawn afresh.

#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <string>

#include "modus/blockers/find_blockers.h"
#include "modus/catalogue/progress.h"
#include "modus/formats/read_case.h"
#include "modus/timing/case_days.h"
#include "modus/zone/find_zone.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

case_model::Case worked_case() {
  return formats::read_case_file(std::filesystem::path(MODUS_SOURCE_DIR) / "cases" / "ukraine-2025-12.yaml").value();
}

/// A statement every third day; of 43, some repeated under another name until there are 50 dates.
case_model::Case on_fifty_dates() {
  case_model::Case subject = worked_case();
  const std::size_t own = subject.statements.size();
  for (std::size_t k = 0; subject.statements.size() < 50; ++k) {
    case_model::Statement again = subject.statements[case_model::StatementIndex(k * 5)];
    again.id = "z-" + again.id;
    again.replaces.clear();
    again.same_as.reset();
    subject.statements.push_back(again);
  }
  for (std::size_t k = 0; k < 50; ++k) {
    const case_model::Day day = subject.as_of - std::chrono::days(3 * ((k * 17) % 50));
    subject.statements[case_model::StatementIndex(k)].on = case_model::Days{day, day};
  }
  return own < 50 ? subject : worked_case();
}

/// Empty if the dates are as they should be.
std::string what_is_wrong(const case_model::Case& subject, std::size_t dates) {
  catalogue::ProgressRequest request;
  request.verify = true;
  const auto outcome = catalogue::progress(subject, request, on_threads(0));
  if (outcome.answer() == nullptr) return "no answer";
  const findings::BriefFinding& brief = outcome.answer()->brief;
  if (!outcome.answer()->checks.problems.empty()) return base::describe(outcome.answer()->checks.problems.front());
  if (brief.progress->dates.size() != dates) return "only " + std::to_string(brief.progress->dates.size()) + " dates";
  const auto& last = brief.progress->dates.back();
  if (last.zone_probability.value != brief.zone.zone_probability.value) return "the last date is not the zone";
  for (std::size_t i = 0; i < dates; i += 7) {
    const auto later = timing::find_days(subject, dates).days[i].later;
    const case_model::Case past = timing::case_without(subject, later);
    const auto afresh = catalogue::draw_run(past, {4096, 7}, on_threads(0));
    if (afresh.answer() == nullptr) return "no scenarios";
    const auto zone = zone::find_zone((*afresh.answer())->drawn, (*afresh.answer())->scan, (*afresh.answer())->contested, {}, on_threads(0));
    const findings::Share& found = brief.progress->dates[i].zone_probability;
    const double error = std::hypot(found.standard_error, zone.zone_probability.standard_error);
    if (std::abs(found.value - zone.zone_probability.value) > 4.5 * error + 1e-3) return "date " + std::to_string(i) + " is another drawn afresh";
  }
  return "";
}

void whole(benchmark::State& state, const case_model::Case& subject, std::size_t dates) {
  const std::string wrong = what_is_wrong(subject, dates);
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  std::size_t drawn = 0;
  for (auto _ : state) {
    const auto outcome = catalogue::progress(subject, {}, on_threads(static_cast<int>(state.range(0))));
    drawn = 0;
    for (const auto& date : outcome.answer()->brief.progress->dates) drawn += date.reweighted ? 0U : 1U;
  }
  state.counters["drawn_afresh"] = static_cast<double>(drawn);
}

void as_it_stands(benchmark::State& state) { whole(state, worked_case(), timing::find_days(worked_case(), 50).days.size()); }
void fifty_dates(benchmark::State& state) { whole(state, on_fifty_dates(), 50); }

void in_the_brief(benchmark::State& state, const case_model::Case& subject) {
  const auto run = catalogue::draw_run(subject, {}, on_threads(0));
  if (run.answer() == nullptr) return state.SkipWithError("no scenarios");
  const catalogue::DrawnRun& drawn = **run.answer();
  const auto zone = zone::find_zone(drawn.drawn, drawn.scan, drawn.contested, {}, on_threads(0));
  const auto blockers = blockers::find_blockers(drawn.drawn, on_threads(0));
  const base::Context context = on_threads(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(catalogue::progress_of(drawn.drawn, drawn.scan, zone, blockers, context));
}
void brief_as_it_stands(benchmark::State& state) { in_the_brief(state, worked_case()); }
void brief_fifty_dates(benchmark::State& state) { in_the_brief(state, on_fifty_dates()); }

BENCHMARK(as_it_stands)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(fifty_dates)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(brief_as_it_stands)->ArgName("threads")->Arg(1)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(brief_fifty_dates)->ArgName("threads")->Arg(1)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
