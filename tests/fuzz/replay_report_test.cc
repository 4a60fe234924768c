/// \file Hostile reports, those the fuzzer found among them, opened again as ordinary tests.
#include <gtest/gtest.h>

#include "modus/documents/open_document.h"
#include "tests/fuzz/fuzz_report.h"
#include "tests/support/files.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

TEST(FoundReports, AreOpenedOrRefusedInWords) {
  std::size_t count = 0;
  for (const fs::directory_entry& file :
       fs::directory_iterator(source_folder() / "tests/fuzz/corpus/report")) {
    SCOPED_TRACE(file.path().string());
    check_opening(read_file(file.path()));
    ++count;
  }
  EXPECT_GT(count, 30U);
}

TEST(FoundReports, EveryBeginningOfAPageIsOpenedOrRefused) {
  const std::string whole = read_file(source_folder() / "tests/fuzz/corpus/report/page.html");
  for (std::size_t length = 0; length <= whole.size(); length += 7) check_opening(whole.substr(0, length));
}

TEST(FoundReports, NoBeginningOfAPageTakesItselfForAWholeOne) {
  const std::string whole = read_file(source_folder() / "tests/fuzz/corpus/report/page.html");
  for (std::size_t length = whole.find("<head>"); length < whole.find("</body>"); length += 3)
    EXPECT_FALSE(documents::open_document("a.html", whole.substr(0, length)).ok()) << length;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Each of these made some reader of pages or Markdown take minutes, or gigabytes.
TEST(HugeReports, AreOpenedOrRefusedInWords) {
  constexpr std::size_t kBytes = 1U << 15U;
  for (const char* piece : {"<div>",
                            "<p>",
                            "<p>x<b>",
                            "<a>",
                            "</p>",
                            "<br>",
                            "<!--",
                            "<script>",
                            "<svg>",
                            "<svg></svg>",
                            "<select>",
                            "<table><td>",
                            "<div><table><td></div></td></table>",
                            "<button><p></button>",
                            "<body a=1>",
                            "&amp",
                            "&",
                            "< ",
                            "[",
                            "[a](",
                            "![",
                            "*a ",
                            "_a_",
                            "`",
                            "` ",
                            "> ",
                            "```\n",
                            "- a\n",
                            "\n",
                            "a\n",
                            "---\n",
                            "By Ann Lee\n\n",
                            "x\u200B",
                            "\u00A0",
                            "14:05 - A\n",
                            "the "}) {
    SCOPED_TRACE(piece);
    check_opening(repeated(piece, kBytes));
    check_opening("<html><body><p>" + repeated(piece, kBytes) + "</p></body></html>");
  }
}

}  // namespace
}  // namespace modus::tests
