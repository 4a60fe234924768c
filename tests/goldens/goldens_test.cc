/// \file Whole answers of all worked cases, byte for byte. A change that moves one says why in its commit;
/// tools/refresh-goldens writes them anew and shows what moved.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

fs::path golden(const fs::path& subject, const std::string& ending) {
  return source_folder() / "tests/goldens/expected" / (subject.stem().string() + ending);
}

/// The first line that differs, for a message one can read.
std::string first_difference(const std::string& expected, const std::string& actual) {
  const std::vector<std::string> a = lines_of(expected), b = lines_of(actual);
  for (std::size_t line = 0; line < std::max(a.size(), b.size()); ++line) {
    const std::string was = line < a.size() ? a[line] : "(end)", is = line < b.size() ? b[line] : "(end)";
    if (was != is) return "line " + std::to_string(line + 1) + "\n  was: " + was + "\n  is:  " + is + "\nrun tools/refresh-goldens";
  }
  return "";
}

/// From the top of the tree, since a brief names its case file as it was given.
ProgramRun brief_of(const fs::path& subject, const std::string& options) {
  return run_shell("cd '" MODUS_SOURCE_DIR "' && modus brief cases/" + subject.filename().string() + options);
}

class Goldens : public testing::TestWithParam<fs::path> {};

TEST_P(Goldens, TheBriefForPeopleIsAsItWas) {
  const ProgramRun run = brief_of(GetParam(), "");
  ASSERT_EQ(run.status, 0) << run.err;
  const std::string difference = first_difference(read_file(golden(GetParam(), ".txt")), run.out);
  EXPECT_TRUE(difference.empty()) << difference;
}

TEST_P(Goldens, TheBriefForProgramsIsAsItWas) {
  const ProgramRun run = brief_of(GetParam(), " --json");
  ASSERT_EQ(run.status, 0) << run.err;
  const std::string difference = first_difference(read_file(golden(GetParam(), ".json")), run.out);
  EXPECT_TRUE(difference.empty()) << difference;
}

INSTANTIATE_TEST_SUITE_P(Cases, Goldens, testing::ValuesIn(all_cases()), [](const auto& test) { return test_name(test.param); });

TEST(GoldenFiles, AreOfCasesThatAreThere) {
  for (const fs::directory_entry& file : fs::directory_iterator(source_folder() / "tests/goldens/expected")) {
    EXPECT_TRUE(fs::exists(source_folder() / "cases" / (file.path().stem().string() + ".yaml"))) << file.path();
  }
}

}  // namespace
}  // namespace modus::tests
