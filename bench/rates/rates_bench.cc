// A table of durations from its text to the class it makes: read, Kaplan-Meier, four curves fitted. Drawn from a known
// curve, which the fit must give back within its error. Then the published classes with all their chances.

#include <benchmark/benchmark.h>

#include <cmath>
#include <string>

#include "modus/base/number.h"
#include "modus/base/random.h"
#include "modus/catalogue/rates.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

/// Weibull, shape 0.8, scale 60 days, one in five never, watched for 500 days.
std::string table_of(std::size_t rows, int places) {
  base::RandomStream stream(1, "durations");
  std::string text = "days,event\n";
  for (std::size_t row = 0; row < rows; ++row) {
    const double days = stream.chance(0.2) ? 501 : 60 * std::pow(stream.exponential(), 1 / 0.8);
    text += base::write_fixed(std::min(days, 500.0), places) + (days > 500 ? ",0\n" : ",1\n");
  }
  return text;
}

std::string what_is_wrong(const base::Result<timing::OwnClass>& own, std::size_t rows) {
  if (!own.ok()) return base::describe(own.problems().front());
  const findings::CureCurve& curve = own.value().reference.curves.front();
  const double slack = 6 / std::sqrt(static_cast<double>(rows));
  const bool near = std::abs(curve.never - 0.2) < slack && std::abs(curve.shape - 0.8) < slack && std::abs(curve.scale / 60 - 1) < slack;
  return curve.tail == findings::CureCurve::Tail::kWeibull && near ? "" : "the curve it was drawn from is not given back";
}

void own_table(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  const std::string text = table_of(rows, static_cast<int>(state.range(1)));
  const std::string wrong = what_is_wrong(catalogue::class_of_durations(text, "own.csv"), rows);
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(catalogue::class_of_durations(text, "own.csv"));
}

void published(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(catalogue::list_rates());
}

}  // namespace

BENCHMARK(own_table)->ArgNames({"rows", "places"})->Args({500, 3})->Args({100'000, 3})->Args({1'000'000, 3})->Unit(benchmark::kMillisecond);
BENCHMARK(published)->Unit(benchmark::kMillisecond);
