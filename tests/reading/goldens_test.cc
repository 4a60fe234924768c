/// \file Whole readings, drafts and draft briefs, byte for byte. A change that moves one says why in its commit; tools/refresh-goldens
/// writes them anew and shows what moved.
#include <gtest/gtest.h>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

/// The reports that stand for the others: labour, peace, markup.
std::vector<std::string> reports() { return {"tuned/ferry-strike.txt", "tuned/sarn-valley.txt", "tuned/reservoir-pact.html", "ukraine-2025-12.txt"}; }

class ReadingGoldens : public testing::TestWithParam<std::string> {
 protected:
  /// What a run in the reports' folder prints, and what it printed when the golden was made.
  void expect_golden(const std::string& command, const std::string& ending) const {
    const fs::path folder = source_folder() / "tests/reading";
    const ProgramRun run = run_shell("cd '" + folder.string() + "' && modus " + command);
    ASSERT_EQ(run.status, 0) << run.err;
    const fs::path golden = folder / "expected" / (fs::path(GetParam()).stem().string() + ending);
    EXPECT_TRUE(read_file(golden) == run.out) << golden << " has changed: run tools/refresh-goldens and read the difference";
  }
};

TEST_P(ReadingGoldens, TheReadingIsAsItWas) { expect_golden("read " + GetParam() + " --format reading", ".reading.json"); }
TEST_P(ReadingGoldens, TheDraftIsAsItWas) { expect_golden("read " + GetParam(), ".yaml"); }
TEST_P(ReadingGoldens, TheDraftBriefIsAsItWas) { expect_golden("brief " + GetParam(), ".brief.txt"); }

INSTANTIATE_TEST_SUITE_P(Reports, ReadingGoldens, testing::ValuesIn(reports()), [](const auto& test) { return test_name(fs::path(test.param)); });

}  // namespace
}  // namespace modus::tests
