#include "modus/catalogue/read_package.h"

#include <gtest/gtest.h>

#include "modus/case_model/test_case.h"

namespace modus::catalogue {
namespace {

using case_model::dock_case;

std::string first_problem(std::string_view text) {
  case_model::Case subject = dock_case();
  subject.rules.push_back({case_model::read_condition("crews = cut -> fund = city", subject.issues), {}});
  const auto package = read_package(text, subject, "--package");
  return package.ok() ? "" : base::describe(package.problems().front());
}

TEST(ReadPackage, TakesTermsInAnyOrder) {
  const case_model::Case subject = dock_case();
  const auto package = read_package(" wages=6 ,fund = none,crews=phased", subject, "--package");
  ASSERT_TRUE(package.ok());
  EXPECT_EQ(package.value(), case_model::read_package("crews = phased and fund = none and wages = 6", subject.issues));
}

TEST(ReadPackage, SaysWhatIsMissingTwiceUnknownOrForbidden) {
  EXPECT_NE(first_problem("wages=6, fund=none").find("no option for 'crews'"), std::string::npos);
  EXPECT_NE(first_problem("wages=6, fund=none, crews=keep, fund=city").find("'fund' more than once"), std::string::npos);
  EXPECT_NE(first_problem("wages=6, fund=none, crews=keap").find("keep"), std::string::npos);
  EXPECT_NE(first_problem("wages=6, fund=none, crews=cut").find("breaks the rule"), std::string::npos);
  EXPECT_NE(first_problem("wages=6 and fund=none, crews=keep").find("no term"), std::string::npos);
  EXPECT_NE(first_problem("wages>=6, fund=none, crews=keep").find("no term"), std::string::npos);
  EXPECT_NE(first_problem("").find("--package:1:1"), std::string::npos);
}

TEST(ReadPackage, ListsTheProblemsOfAllTermsWithTheirColumns) {
  const auto package = read_package("wags=6, fund=nome, crews=keep", dock_case(), "--package");
  ASSERT_EQ(package.problems().size(), 2U);
  EXPECT_EQ(package.problems()[0].where.column, 1);
  EXPECT_EQ(package.problems()[1].where.column, 14);
}

}  // namespace
}  // namespace modus::catalogue
