/// \file Hostile inputs, those the fuzzer found among them, read again as ordinary tests.
#include <gtest/gtest.h>

#include "modus/formats/read_case.h"
#include "tests/fuzz/fuzz_case.h"
#include "tests/support/files.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

TEST(FoundInputs, AreReadOrRefusedInWords) {
  std::size_t count = 0;
  for (const fs::directory_entry& file : fs::directory_iterator(source_folder() / "tests/fuzz/corpus/case")) {
    SCOPED_TRACE(file.path().string());
    check_reading(read_file(file.path()));
    ++count;
  }
  EXPECT_GT(count, 30U);
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Each of these made some reader of YAML use gigabytes, or hours. All are refused here before they are built
// up.
TEST(HugeInputs, AreRefusedInWords) {
  constexpr std::size_t kBytes = 1U << 20U;
  for (const char* piece : {"[",
                            "{",
                            "- ",
                            "? ",
                            "[a,",
                            "{a: ",
                            "- [\n",
                            "x: [",
                            "\"",
                            "'",
                            "\\",
                            "a,\n",
                            "- a\n",
                            "#\n",
                            "%",
                            "!",
                            "---\n",
                            "a: |\n",
                            "\"\\\"",
                            "k: &a [*a, *a]\n",
                            "\xEF\xBB\xBF",
                            "\t",
                            " "}) {
    SCOPED_TRACE(piece);
    for (const char* start : {"", "x: [", "- {a: ", "title: \""}) {
      const std::string text = start + repeated(piece, kBytes);
      EXPECT_FALSE(formats::read_case(text).ok()) << start;
    }
  }
}

TEST(HugeInputs, EveryBeginningOfACaseIsReadOrRefused) {
  const std::string whole = read_file(source_folder() / "cases/dock-strike.yaml");
  for (std::size_t length = 0; length < whole.size(); length += 37) check_reading(whole.substr(0, length));
}

}  // namespace
}  // namespace modus::tests
