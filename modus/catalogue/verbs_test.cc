#include "modus/catalogue/verbs.h"

#include <gtest/gtest.h>

#include <set>

namespace modus::catalogue {
namespace {

TEST(Verbs, EveryVerbHasARowWithExamplesOfItsOwn) {
  for (const VerbRow& row : verbs()) {
    EXPECT_EQ(&row_of(row.verb), &row);
    ASSERT_FALSE(row.examples.empty()) << row.name;
    for (const Example& example : row.examples) EXPECT_TRUE(example.line.starts_with(row.name)) << example.line;
    EXPECT_TRUE(row.question.ends_with('?')) << row.name;
  }
}

TEST(Verbs, NamesAreUnique) {
  std::set<std::string_view> names;
  for (const VerbRow& row : verbs()) EXPECT_TRUE(names.insert(row.name).second) << row.name;
  for (const OptionRow& row : options()) EXPECT_TRUE(names.insert(row.name).second) << row.name;
}

TEST(Verbs, EveryOptionIsUsedAndItsDefaultIsAllowed) {
  std::set<OptionId> used;
  for (const VerbRow& row : verbs()) used.insert(row.options.begin(), row.options.end());
  for (const OptionRow& row : options()) {
    EXPECT_TRUE(used.contains(row.id)) << row.name;
    EXPECT_EQ(&row_of(row.id), &row);
    EXPECT_EQ(row.kind == OptionKind::kFlag, row.takes.empty()) << row.name;
    if (row.kind == OptionKind::kWholeNumber) {
      EXPECT_LE(row.low, row.standard) << row.name;
      EXPECT_LE(row.standard, row.high) << row.name;
    }
  }
}

TEST(Verbs, ThePageNamesThemAll) {
  const std::string page = commands_page();
  for (const VerbRow& row : verbs()) EXPECT_NE(page.find("\n## " + std::string(row.name) + "\n"), std::string::npos);
}

}  // namespace
}  // namespace modus::catalogue
