/// \file Same case, options and seed: same bytes, whatever the threads and the order of the file.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

class EveryCase : public testing::TestWithParam<fs::path> {};

std::string brief_of(const fs::path& file, const std::string& options) {
  const ProgramRun run = run_shell("modus brief '" + file.string() + "' --json --scenarios 1024 " + options);
  EXPECT_EQ(run.status, 0) << run.err;
  return run.out;
}

TEST_P(EveryCase, GivesTheSameBytesOnAnyNumberOfThreads) {
  const std::string one = brief_of(GetParam(), "--threads 1");
  EXPECT_EQ(one, brief_of(GetParam(), "--threads 2"));
  EXPECT_EQ(one, brief_of(GetParam(), "--threads 7"));
}

/// A top-level key of the file with its block, the comments before it included.
std::vector<std::string> blocks_of(const std::string& text) {
  std::vector<std::string> blocks;
  for (const std::string& line : lines_of(text)) {
    const bool starts = !line.empty() && line[0] != ' ' && line[0] != '#' && line[0] != '-';
    if (starts || blocks.empty()) blocks.emplace_back();
    blocks.back() += line + "\n";
  }
  return blocks;
}

/// The entries of a block, each with its indented rest; the heading first.
std::vector<std::string> entries_of(const std::string& block) {
  std::vector<std::string> entries;
  std::size_t indent = 0;
  for (const std::string& line : lines_of(block)) {
    const std::size_t here = line.find_first_not_of(' ');
    const bool comment = here == std::string::npos || line[here] == '#';
    if (indent == 0 && !comment && here > 0) indent = here;
    if (entries.empty() || (!comment && indent > 0 && here == indent)) entries.emplace_back();
    entries.back() += line + "\n";
  }
  return entries;
}

/// The file from its end to its beginning: sections, and the entries inside each.
std::string turn_round(const std::string& text) {
  std::vector<std::string> blocks = blocks_of(text);
  std::string turned;
  std::ranges::reverse(blocks);
  for (const std::string& block : blocks) {
    std::vector<std::string> entries = entries_of(block);
    if (entries.size() > 1) std::reverse(entries.begin() + 1, entries.end());
    for (const std::string& entry : entries) turned += entry;
  }
  return turned;
}

TEST_P(EveryCase, GivesTheSameBytesWhenItsFileIsTurnedRound) {
  const TemporaryFolder folder;
  fs::copy(GetParam().parent_path() / "reports", folder.path() / "reports", fs::copy_options::recursive);
  const std::string text = read_file(GetParam());
  const fs::path turned = folder.path() / GetParam().filename();
  write_file(turned, turn_round(text));
  ASSERT_NE(read_file(turned), text);
  EXPECT_EQ(brief_of(GetParam(), ""), brief_of(turned, ""));
}

INSTANTIATE_TEST_SUITE_P(Cases, EveryCase, testing::ValuesIn(all_cases()),
                         [](const auto& test) { return test_name(test.param); });

}  // namespace
}  // namespace modus::tests
