#include "modus/case_model/condition.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/case_model/packages.h"
#include "modus/case_model/test_case.h"

namespace modus::case_model {
namespace {

const Issues& issues() {
  static const Issues kIssues = {named_issue("crews", {"cut", "keep", "phased"}),
                                 named_issue("fund", {"city", "none"}), scale_issue("wages", 0, 4)};
  return kIssues;
}

Condition any_atom() {
  const IssueIndex issue(*rc::gen::inRange<std::size_t>(0, 3));
  const auto comparison = static_cast<Comparison>(*rc::gen::inRange(0, 7));
  const std::size_t count = issues()[issue].options.size();
  const OptionIndex option(*rc::gen::inRange<std::size_t>(0, count));
  if (comparison == Comparison::kIn)
    return compare_options(issue, comparison, {option, OptionIndex(0)}, issues());
  const bool order = comparison != Comparison::kEqual && comparison != Comparison::kUnequal;
  if (!order) return compare_options(issue, comparison, {option}, issues());
  const base::Decimal bound{*rc::gen::inRange<std::int64_t>(0, 40), 1};
  return compare_amount(IssueIndex(2), comparison, *base::read_decimal(base::write_decimal(bound)), issues());
}

Condition any_condition(int depth) {
  const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 6);
  if (kind <= 1) return any_atom();
  if (kind == 2) return negation_of(any_condition(depth - 1));
  Condition condition;
  condition.kind = kind == 3   ? Condition::Kind::kImplies
                   : kind == 4 ? Condition::Kind::kAnd
                               : Condition::Kind::kOr;
  const int parts = kind == 3 ? 2 : *rc::gen::inRange(2, 4);
  for (int i = 0; i < parts; ++i) condition.parts.push_back(any_condition(depth - 1));
  return condition;
}

std::vector<bool> truth(const Condition& condition) {
  std::vector<bool> table;
  for (std::uint64_t number = 0; number < *count_combinations(issues()); ++number) {
    table.push_back(holds(condition, package_at(issues(), number)));
  }
  return table;
}

std::string rewritten(const std::string& text) {
  return write_condition(read_condition(text, issues()), issues());
}

RC_GTEST_PROP(WriteCondition, ReadsBackWithTheSameMeaning, ()) {
  const Condition condition = any_condition(4);
  const std::string text = write_condition(condition, issues());
  const Condition again = read_condition(text, issues());
  RC_ASSERT(truth(again) == truth(condition));
  RC_ASSERT(write_condition(again, issues()) == text);
}

TEST(WriteCondition, UsesFewParenthesesAndSortsParts) {
  EXPECT_EQ(rewritten("((wages<=2.50)or(crews=cut))"), "crews = cut or wages <= 2.5");
  EXPECT_EQ(rewritten("(fund = none or crews = cut) and wages > 1"),
            "(crews = cut or fund = none) and wages > 1");
  EXPECT_EQ(rewritten("not (crews = cut)"), "not crews = cut");
  EXPECT_EQ(rewritten("not (wages > 1 and crews = cut)"), "not (crews = cut and wages > 1)");
  EXPECT_EQ(rewritten("(crews = cut -> fund = city) -> wages > 1"),
            "(crews = cut -> fund = city) -> wages > 1");
  EXPECT_EQ(rewritten("crews = cut -> (fund = city -> wages > 1)"),
            "crews = cut -> fund = city -> wages > 1");
  EXPECT_EQ(rewritten("crews in [phased, cut]"), "crews in [cut, phased]");
  EXPECT_EQ(rewritten("crews in [keep]"), "crews = keep");
  EXPECT_EQ(rewritten("crews = cut and (fund = city and (wages = 1 and crews = cut))"),
            "crews = cut and fund = city and wages = 1");
}

TEST(WriteCondition, HasWordsForWhatIsAlwaysTrue) {
  const std::string text = write_condition(Condition{}, issues());
  EXPECT_EQ(text, "crews in [cut, keep, phased]");
  EXPECT_EQ(write_condition(negation_of(Condition{}), issues()), "not " + text);
}

RC_GTEST_PROP(MeaningOf, IsSharedJustByConditionsThatHoldForTheSame, ()) {
  const Condition a = any_condition(2), b = any_condition(2);
  RC_ASSERT(same_meaning(a, b, issues()) == (truth(a) == truth(b)));
  RC_ASSERT(same_meaning(a, negation_of(negation_of(a)), issues()));
}

TEST(MeaningOf, LooksThroughTheWayAConditionIsWritten) {
  const auto same = [](const std::string& a, const std::string& b) {
    return same_meaning(read_condition(a, issues()), read_condition(b, issues()), issues());
  };
  EXPECT_TRUE(same("crews != cut", "crews in [keep, phased]"));
  EXPECT_TRUE(same("wages > 2.5", "wages >= 3"));
  EXPECT_TRUE(same("crews = cut", "crews = cut and (fund = city or fund = none)"));
  EXPECT_TRUE(same("crews = cut -> fund = city", "not crews = cut or fund = city"));
  EXPECT_FALSE(same("crews = cut", "crews = keep"));
  EXPECT_FALSE(same("crews = cut", "fund = city"));
  EXPECT_TRUE(same("crews in [cut, keep, phased]", "wages >= 0"));
}

TEST(MeaningOf, FallsBackToTheTextWhereTablesWouldBeHuge) {
  Issues many;
  std::string text, reversed;
  for (int i = 10; i < 40; ++i) {
    many.push_back(named_issue("i" + std::to_string(i), {"a", "b"}));
    text += (text.empty() ? "i" : " or i") + std::to_string(i) + " = a";
    reversed = "i" + std::to_string(i) + " = a" + (reversed.empty() ? "" : " or ") + reversed;
  }
  EXPECT_TRUE(same_meaning(read_condition(text, many), read_condition(reversed, many), many));
  EXPECT_FALSE(same_meaning(read_condition(text, many), read_condition("i10 = a", many), many));
  EXPECT_LE(meaning_of(read_condition(text, many), many).size(), 80U);
}

TEST(AsPart, TakesConjunctionsOfTermsOnly) {
  const auto part = [](const std::string& text) { return as_part(read_condition(text, issues())); };
  ASSERT_TRUE(part("wages = 2 and crews = cut"));
  EXPECT_EQ(*part("wages = 2 and crews = cut"),
            (Part{{IssueIndex(0), OptionIndex(0)}, {IssueIndex(2), OptionIndex(2)}}));
  EXPECT_TRUE(part("crews = cut and (crews = cut and fund = city)"));
  EXPECT_TRUE(part("crews in [keep]"));
  for (const char* text :
       {"crews = cut and crews = keep", "wages >= 4", "crews != cut", "crews = cut or fund = city",
        "not crews = cut", "crews = cut -> fund = city", "crews in [cut, keep]"}) {
    EXPECT_FALSE(part(text)) << text;
  }
}

TEST(AsPart, IsUndoneByConditionOf) {
  const Part part = {{IssueIndex(0), OptionIndex(1)}, {IssueIndex(2), OptionIndex(3)}};
  EXPECT_EQ(as_part(condition_of(part, issues())), part);
  EXPECT_EQ(as_part(condition_of({part.front()}, issues())), Part{part.front()});
  EXPECT_FALSE(is_complete(part, issues()));
}

TEST(IssuesNamed, AreSortedWithoutRepeats) {
  const Condition condition = read_condition("wages > 1 -> not (crews = cut or wages < 3)", issues());
  EXPECT_EQ(issues_named(condition), (std::vector<IssueIndex>{IssueIndex(0), IssueIndex(2)}));
  EXPECT_TRUE(names_scale(condition, issues()));
  EXPECT_FALSE(names_scale(read_condition("crews = cut or fund = none", issues()), issues()));
}

RC_GTEST_PROP(PackageNumbers, CountThroughAllPackagesOnce, ()) {
  const auto number = *rc::gen::inRange<std::uint64_t>(0, *count_combinations(issues()));
  const Package package = package_at(issues(), number);
  RC_ASSERT(number_of(issues(), package) == number);
  RC_ASSERT(package_of(*as_part(read_condition(write_package(issues(), package), issues())),
                       issues().size()) == package);
}

TEST(PackageNumbers, MoveTheLastIssueFastest) {
  EXPECT_EQ(write_package(issues(), package_at(issues(), 0)), "crews = cut and fund = city and wages = 0");
  EXPECT_EQ(write_package(issues(), package_at(issues(), 1)), "crews = cut and fund = city and wages = 1");
  EXPECT_EQ(write_package(issues(), package_at(issues(), 5)), "crews = cut and fund = none and wages = 0");
}

TEST(CountCombinations, KnowsWhenItIsTooMany) {
  Issues many;
  EXPECT_EQ(count_combinations(many), 1U);
  for (int i = 0; i < 63; ++i) many.push_back(named_issue("i", {"a", "b"}));
  EXPECT_EQ(count_combinations(many), std::uint64_t{1} << 63U);
  EXPECT_EQ(count_combinations_text(many), "9223372036854775808");
  many.push_back(named_issue("i", {"a", "b"}));
  EXPECT_EQ(count_combinations(many), std::nullopt);
  EXPECT_EQ(count_combinations_text(many), "18446744073709551616");
}

}  // namespace
}  // namespace modus::case_model
