// From a report's bytes to its reading, and from readings to a draft case. Before it is timed every passage is looked up in the
// stored file again.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "modus/base/text.h"
#include "modus/documents/open_document.h"
#include "modus/drafting/draft_case.h"
#include "modus/reading/read_report.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

std::string bytes_of(const std::string& name) {
  std::ifstream file(std::filesystem::path(MODUS_SOURCE_DIR) / "tests/reading/tuned" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> reports() { return {"ferry-strike.txt", "nurses-pay.txt", "prisoner-swap.txt", "sarn-valley.txt", "takeover-bid.txt", "vineyard-heirs.txt"}; }

bool stands(const std::string& stored, const documents::Passage& passage) {
  const std::size_t first = base::byte_of_code_point(stored, passage.start), last = base::byte_of_code_point(stored, passage.end);
  return stored.substr(first, last - first) == passage.text;
}

/// Empty if every passage stands where it says.
std::string what_is_wrong(const std::string& bytes) {
  const auto document = documents::open_document("report.txt", bytes);
  if (!document) return base::describe(document.problems().front());
  const reading::Reading found = reading::read_report(document.value());
  if (found.statements.empty()) return "no statements";
  for (const reading::ReadStatement& statement : found.statements) {
    if (!stands(bytes, statement.passage) || !stands(bytes, statement.content)) return "a passage is not where it says";
  }
  return "";
}

/// `words` words of real prose: a report, or several one after the other.
std::string report_of(std::size_t words) {
  std::string text;
  std::size_t count = 0;
  for (std::size_t i = 0; count < words; ++i) {
    text += bytes_of(reports()[i % reports().size()]) + "\n\n";
    count = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  }
  return text;
}

void read_words(benchmark::State& state) {
  const std::string bytes = report_of(static_cast<std::size_t>(state.range(0)));
  const std::string wrong = what_is_wrong(bytes);
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) {
    const auto document = documents::open_document("report.txt", bytes);
    benchmark::DoNotOptimize(reading::read_report(document.value()));
  }
}
BENCHMARK(read_words)->Arg(600)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void draft_reports(benchmark::State& state) {
  std::vector<reading::Reading> readings;
  for (const std::string& name : reports()) {
    const auto document = documents::open_document(name, bytes_of(name));
    if (!document) return state.SkipWithError("a report cannot be opened");
    readings.push_back(reading::read_report(document.value()));
  }
  if (!drafting::draft_case(readings)) return state.SkipWithError("no draft");
  for (auto _ : state) benchmark::DoNotOptimize(drafting::draft_case(readings));
}
BENCHMARK(draft_reports)->Unit(benchmark::kMillisecond);

}  // namespace
