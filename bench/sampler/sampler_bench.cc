// From a case of three parties, eight issues and forty statements to 4,096 scenarios, mixed and examined.

#include <benchmark/benchmark.h>

#include <string>

#include "modus/formats/read_case.h"
#include "modus/preference/draw.h"

namespace {

using modus::base::Context;

constexpr int kParties = 3, kIssues = 8, kStatements = 40;

std::string term(int issue, int option) {
  return "i" + std::to_string(issue) + " = o" + std::to_string(option);
}

/// Statement n, of party n mod 3: limits, offers, comparisons of parts and rankings by turns.
std::string statement(int n) {
  const int i = (n * 5 + n / 8) % kIssues, j = (i + 3) % kIssues;
  const std::string head =
      "  - {id: s" + std::to_string(n) + ", party: p" + std::to_string(n % kParties) + ", ";
  switch (n % 5) {
    case 0:
      return head + "kind: red_line, what: " + term(i, n / 5 % 3) + "}\n";
    case 1:
      return head + "kind: offers, what: \"" + term(i, 1) + " and " + term(j, 1) + "\"}\n";
    case 2:
      return head + "kind: prefers, what: " + term(i, 0) + ", over: " + term(i, 2) + ", channel: quoted}\n";
    case 3:
      return head + "kind: demands, what: " + term(j, n / 5 % 3) + "}\n";
    default:
      return head + "kind: ranks, what: [i" + std::to_string(i) + ", i" + std::to_string(j) + "]}\n";
  }
}

std::string case_text() {
  std::string text = "modus: 1\ntitle: Bench\nas_of: 2026-01-01\nparties:\n";
  for (int p = 0; p < kParties; ++p)
    text += "  p" + std::to_string(p) + ": {name: P" + std::to_string(p) + "}\n";
  text += "issues:\n";
  for (int i = 0; i < kIssues; ++i) {
    text +=
        "  i" + std::to_string(i) + ": {name: I" + std::to_string(i) + ", options: {o0: A, o1: B, o2: C}}\n";
  }
  text += "statements:\n";
  for (int n = 0; n < kStatements; ++n) text += statement(n);
  return text;
}

bool same(const modus::findings::Scenarios& a, const modus::findings::Scenarios& b) {
  for (const auto party : a.parties.indices()) {
    if (a.parties[party].values != b.parties[party].values) return false;
    if (a.parties[party].real_limits != b.parties[party].real_limits) return false;
  }
  return true;
}

void draw(benchmark::State& state) {
  modus::formats::ReadOptions read;
  const auto subject = modus::formats::read_case(case_text(), read);
  if (!subject) return state.SkipWithError(modus::base::describe(subject.problems().front()).c_str());
  Context context;
  context.threads = static_cast<int>(state.range(0));
  const auto first = modus::preference::draw_scenarios(subject.value(), {}, context);
  Context alone;
  alone.threads = 1;
  if (!first) return state.SkipWithError(modus::base::describe(first.problems().front()).c_str());
  if (!first.value().sampling.mixed()) return state.SkipWithError("not mixed");
  if (!same(first.value(), modus::preference::draw_scenarios(subject.value(), {}, alone).value())) {
    return state.SkipWithError("threads change the answer");
  }
  for (auto _ : state)
    benchmark::DoNotOptimize(modus::preference::draw_scenarios(subject.value(), {}, context));
  state.counters["least_effective_size"] = first.value().sampling.watched.front().effective_size;
}

BENCHMARK(draw)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
