/// \file The exact frontier against listing every package, and at sizes nobody could list. Targets: two parties, 40 issues of
/// 10 options: 10 ms with independent scores, 250 ms with opposed ones; three parties, 12 issues of 10 options: 10 and 60 ms;
/// two parties, 20 issues of 10 options, 15 random ties of two issues: 1 s.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <map>

#include "modus/base/random.h"
#include "modus/zone/count_packages.h"
#include "modus/zone/frontier_search.h"

namespace modus::zone {
namespace {

constexpr double kScale = 1e12;

std::int64_t units(double value) { return std::llround(value * kScale); }

std::vector<double> any_weights(base::RandomStream& random, std::size_t issues) {
  std::vector<double> weights;
  double sum = 0;
  for (std::size_t n = 0; n < issues; ++n) sum += weights.emplace_back(random.exponential());
  for (double& weight : weights) weight /= sum;
  return weights;
}

/// Scores uniform; with `opposed` the second party's are one less the first's.
SumProblem untied(std::size_t parties, std::size_t issues, std::size_t options, bool opposed) {
  base::RandomStream random(7, "frontier bench");
  SumProblem problem{parties, std::vector<std::size_t>(issues, options), {}, {}};
  std::vector<std::vector<double>> weights;
  for (std::size_t p = 0; p < parties; ++p) weights.push_back(any_weights(random, issues));
  for (std::size_t n = 0; n < issues; ++n) {
    SumTerm term{{n}, {}, {}};
    for (std::size_t o = 0; o < options; ++o) {
      const double first = random.uniform();
      for (std::size_t p = 0; p < parties; ++p) {
        const double own = random.uniform();
        term.adds.push_back(units(weights[p][n] * (p == 0 ? first : p == 1 && opposed ? 1 - first : own)));
      }
    }
    problem.terms.push_back(std::move(term));
  }
  return problem;
}

/// Every other tie forbids a fifth of its rows, all add up to five hundredths either way.
SumProblem tied(std::size_t issues, std::size_t options, std::size_t ties) {
  SumProblem problem = untied(2, issues, options, true);
  base::RandomStream random(7, "frontier ties");
  for (std::size_t n = 0; n < ties; ++n) {
    const std::size_t one = random.below(issues - 1);
    SumTerm term{{one, one + 1 + random.below(issues - one - 1)}, {}, {}};
    for (std::size_t row = 0; row < options * options; ++row) {
      for (std::size_t p = 0; p < problem.parties; ++p) term.adds.push_back(units((random.uniform() - 0.5) * 0.1));
      term.allowed.push_back(n % 2 == 0 && random.chance(0.2) ? 0 : 1);
    }
    problem.terms.push_back(std::move(term));
  }
  return problem;
}

/// Every package, one after the other.
std::size_t list_frontier(const SumProblem& problem) {
  std::map<std::int64_t, std::int64_t, std::greater<>> best;  // of the first party's sum the best of the second's
  std::vector<std::size_t> package(problem.options.size(), 0);
  for (bool more = true; more;) {
    std::int64_t first = 0;
    std::int64_t second = 0;
    for (std::size_t n = 0; n < package.size(); ++n) {
      first += problem.terms[n].adds[package[n] * 2];
      second += problem.terms[n].adds[package[n] * 2 + 1];
    }
    const auto [at, added] = best.try_emplace(first, second);
    if (!added) at->second = std::max(at->second, second);
    more = false;
    for (std::size_t n = package.size(); n-- > 0 && !more;) {
      package[n] = package[n] + 1 < problem.options[n] ? package[n] + 1 : 0;
      more = package[n] != 0;
    }
  }
  std::size_t count = 0;
  std::int64_t highest = INT64_MIN;
  for (const auto& [first, second] : best) {
    count += second > highest ? 1U : 0U;
    highest = std::max(highest, second);
  }
  return count;
}

void time_search(benchmark::State& state, const SumProblem& problem) {
  std::size_t points = 0;
  for (auto _ : state) {
    const auto found = search_frontier(problem);
    if (!found) std::abort();
    points = found->size();
  }
  state.counters["points"] = static_cast<double>(points);
}

void BM_Two40x10Independent(benchmark::State& state) { time_search(state, untied(2, 40, 10, false)); }
void BM_Two40x10Opposed(benchmark::State& state) { time_search(state, untied(2, 40, 10, true)); }
void BM_Two20x10Opposed(benchmark::State& state) { time_search(state, untied(2, 20, 10, true)); }
void BM_Three12x10Independent(benchmark::State& state) { time_search(state, untied(3, 12, 10, false)); }
void BM_Three12x10Opposed(benchmark::State& state) { time_search(state, untied(3, 12, 10, true)); }
void BM_Two20x10Tied15(benchmark::State& state) { time_search(state, tied(20, 10, 15)); }
void BM_Two6x10Opposed(benchmark::State& state) { time_search(state, untied(2, 6, 10, true)); }
void BM_Two6x10ByListing(benchmark::State& state) {
  const SumProblem problem = untied(2, 6, 10, true);
  if (search_frontier(problem)->size() != list_frontier(problem)) std::abort();
  for (auto _ : state) benchmark::DoNotOptimize(list_frontier(problem));
}
void BM_Count6x10(benchmark::State& state) {
  SumProblem problem = untied(2, 6, 10, true);
  problem.least = {units(0.5), units(0.5)};
  for (auto _ : state) {
    if (!count_packages(problem)) std::abort();
  }
}

BENCHMARK(BM_Two40x10Independent)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Two40x10Opposed)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Two20x10Opposed)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Three12x10Independent)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Three12x10Opposed)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Two20x10Tied15)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Two6x10Opposed)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Two6x10ByListing)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Count6x10)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace modus::zone
