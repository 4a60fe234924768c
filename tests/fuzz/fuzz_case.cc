#include "tests/fuzz/fuzz_case.h"

#include <cstdlib>

#include "modus/formats/read_case.h"
#include "modus/formats/write_case.h"

namespace modus::tests {
namespace {

// A fuzzer takes note of a crash only.
void require(bool promise) {
  if (!promise) std::abort();
}

void check_problems(const base::Problems& problems) {
  require(!problems.empty() && problems.size() <= formats::kMaxProblems + 1);
  for (const base::Problem& problem : problems) require(!problem.what.empty() && !problem.fix.empty());
}

}  // namespace

void check_reading(std::string_view text) {
  const auto read = formats::read_case(text);
  if (!read.ok()) return check_problems(read.problems());
  const std::string canonical = formats::write_case(read.value());
  const auto again = formats::read_case(canonical);
  require(again.ok() && formats::write_case(again.value()) == canonical);
}

}  // namespace modus::tests
