#include "tests/fuzz/fuzz_report.h"

#include <cstdlib>

#include "modus/documents/laws_for_tests.h"
#include "modus/documents/open_document.h"

namespace modus::tests {
namespace {

// A fuzzer takes note of a crash only.
void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

void check_opening(std::string_view bytes) {
  for (const char* name : {"a.txt", "a.html", "a.md", "-"}) {
    const auto opened = documents::open_document(name, bytes);
    if (opened.ok()) {
      require(!documents::broken_law(opened.value()));
      continue;
    }
    require(!opened.problems().empty());
    for (const base::Problem& problem : opened.problems())
      require(!problem.what.empty() && !problem.fix.empty() && problem.where.file == name);
  }
}

}  // namespace modus::tests
