/// \file What must hold for any report, shown on the reports of tests/reading/tuned.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "modus/base/text.h"
#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::vector<fs::path> reports() {
  std::vector<fs::path> all;
  for (const char* ending : {".html", ".md", ".txt"}) {
    for (fs::path& file : files_below(source_folder() / "tests/reading/tuned", ending)) all.push_back(std::move(file));
  }
  return all;
}

json reading_of(const std::string& text, const std::string& name) {
  const ProgramRun run = run_shell("cat > '" + name + "' && modus read '" + name + "' --format reading", text);
  EXPECT_EQ(run.status, 0) << run.err;
  return json::parse(run.out);
}

class Reports : public testing::TestWithParam<fs::path> {
 protected:
  [[nodiscard]] std::string text() const { return read_file(GetParam()); }
  [[nodiscard]] std::string name() const { return GetParam().filename().string(); }
};

/// Every object with start, end and text, wherever it stands.
void collect_spans(const json& value, std::vector<json>& spans) {
  if (value.is_object() && value.contains("start") && value.contains("end") && value.contains("text") && value["start"].is_number()) spans.push_back(value);
  if (value.is_structured()) {
    for (const json& part : value) collect_spans(part, spans);
  }
}

TEST_P(Reports, HaveEveryPassageWhereItSays) {
  const std::string stored = text();
  std::vector<json> spans;
  collect_spans(reading_of(stored, name()), spans);
  ASSERT_GT(spans.size(), 50U);
  for (const json& span : spans) {
    const std::size_t first = base::byte_of_code_point(stored, span["start"]), last = base::byte_of_code_point(stored, span["end"]);
    ASSERT_EQ(stored.substr(first, last - first), span["text"].get<std::string>());
  }
}

TEST_P(Reports, ReadTheSameTwice) { EXPECT_EQ(reading_of(text(), name()), reading_of(text(), name())); }

/// A sentence that says nothing about anybody, as a last paragraph of its own.
TEST_P(Reports, AreNotChangedByASentenceAboutNothing) {
  if (GetParam().extension() != ".txt") GTEST_SKIP() << "plain text only: markup has an end of its own";
  json before = reading_of(text(), name());
  json after = reading_of(text() + "\n\nIt was a mild afternoon and the trees had begun to turn.\n", name());
  for (json* reading : {&before, &after}) reading->erase("doc");
  EXPECT_EQ(before, after);
}

INSTANTIATE_TEST_SUITE_P(Tuned, Reports, testing::ValuesIn(reports()), [](const auto& test) { return test_name(test.param); });

}  // namespace
}  // namespace modus::tests
