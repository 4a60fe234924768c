#include "modus/case_model/parse_condition.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/case_model/packages.h"
#include "modus/case_model/test_case.h"

namespace modus::case_model {
namespace {

const Issues& issues() {
  static const Issues kIssues = {
      named_issue("crews", {"cut", "keep", "phased"}), named_issue("fund", {"city", "none"}),
      named_issue("x-1.y", {"a-b", "\xC3\xA9t\xC3\xA9"}), scale_issue("wages", 0, 24, 1)};
  return kIssues;
}

// The package numbers that meet the text.
std::vector<std::uint64_t> meeting(const std::string& text) {
  const Condition condition = read_condition(text, issues());
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t number = 0; number < *count_combinations(issues()); ++number) {
    if (holds(condition, package_at(issues(), number))) numbers.push_back(number);
  }
  return numbers;
}

std::vector<std::string> problems_of(const std::string& text) {
  const auto condition = parse_condition(text, issues(), {"f", 3, 10});
  std::vector<std::string> described;
  if (condition.ok()) return described;
  for (const auto& problem : condition.problems()) described.push_back(base::describe(problem));
  return described;
}

bool holds_with(const std::string& text, const std::string& package) {
  return holds(read_condition(text, issues()), read_package(package, issues()));
}

TEST(ParseCondition, ReadsComparisonsOfNamedOptions) {
  const std::string package = "crews = keep and fund = none and x-1.y = a-b and wages = 1.5";
  EXPECT_TRUE(holds_with("crews = keep", package));
  EXPECT_FALSE(holds_with("crews != keep", package));
  EXPECT_TRUE(holds_with("crews in [cut, keep]", package));
  EXPECT_FALSE(holds_with("crews in [cut, phased]", package));
  EXPECT_TRUE(holds_with("x-1.y=a-b", package));
  EXPECT_FALSE(holds_with("x-1.y = \xC3\xA9t\xC3\xA9", package));
}

TEST(ParseCondition, ReadsComparisonsOnAScale) {
  const std::string package = "crews = keep and fund = none and x-1.y = a-b and wages = 1.5";
  EXPECT_TRUE(holds_with("wages = 1.50", package));
  EXPECT_TRUE(holds_with("wages in [0.1, 1.5]", package));
  EXPECT_TRUE(holds_with("wages < 1.51", package));
  EXPECT_FALSE(holds_with("wages < 1.5", package));
  EXPECT_TRUE(holds_with("wages <= 1.5", package));
  EXPECT_TRUE(holds_with("wages>1.49", package));
  EXPECT_FALSE(holds_with("wages > 1.5", package));
  EXPECT_TRUE(holds_with("wages >= +1.5e0", package));
}

TEST(ParseCondition, BindsNotThenAndThenOrThenArrow) {
  EXPECT_EQ(meeting("not crews = cut and fund = city or wages = 1 -> crews = keep"),
            meeting("(((not (crews = cut)) and fund = city) or wages = 1) -> crews = keep"));
  EXPECT_NE(meeting("not crews = cut and fund = city"), meeting("not (crews = cut and fund = city)"));
}

TEST(ParseCondition, GroupsArrowsToTheRight) {
  EXPECT_EQ(meeting("crews = cut -> fund = city -> wages > 1"),
            meeting("crews = cut -> (fund = city -> wages > 1)"));
  EXPECT_NE(meeting("crews = cut -> fund = city -> wages > 1"),
            meeting("(crews = cut -> fund = city) -> wages > 1"));
}

TEST(ParseCondition, TakesAnArrowRightAfterAnId) {
  EXPECT_EQ(meeting("crews=cut->fund=city"), meeting("crews = cut -> fund = city"));
  EXPECT_EQ(meeting("x-1.y=a-b->wages<1"), meeting("x-1.y = a-b -> wages < 1"));
}

TEST(ParseCondition, ReadsNegativeNumbers) {
  const Issues scale = {scale_issue("t", -3, 3)};
  const Condition condition = read_condition("t>-2 and t<=-1", scale);
  EXPECT_TRUE(holds(condition, read_package("t = -1", scale)));
  EXPECT_FALSE(holds(condition, read_package("t = -2", scale)));
}

TEST(ParseCondition, FindsAllProblemsAtOnce) {
  EXPECT_EQ(problems_of("crew = cut and (fund = bank or wages > 3) and fund < 3"),
            (std::vector<std::string>{
                "f:3:10: there is no issue 'crew' (perhaps 'crews')",
                "f:3:33: fund has no option 'bank' (known: city and none)",
                "f:3:49: '3' lies outside the range (wages goes from 0 to 2.4 in steps of 0.1)",
                "f:3:56: 'fund' has named options, which have no more or less (use =, != or in "
                "[a, b])"}));
}

TEST(ParseCondition, CountsColumnsInCodePoints) {
  EXPECT_EQ(problems_of("x-1.y = \xC3\xA9t\xC3\xA9 and crew = cut").front().substr(0, 6), "f:3:26");
  EXPECT_EQ(base::describe(parse_condition("a = b", issues(), {"f", 3, 0}).problems().front()).substr(0, 4),
            "f:3:");
}

TEST(ParseCondition, TellsNumbersBetweenStepsFromNumbersOutside) {
  EXPECT_EQ(problems_of("wages = 1.24"),
            std::vector<std::string>{
                "f:3:18: '1.24' lies between the steps: wages goes from 0 to 2.4 in steps of 0.1 "
                "(the nearest is 1.2)"});
  EXPECT_EQ(problems_of("wages in [1, 7]"),
            std::vector<std::string>{
                "f:3:23: '7' lies outside the range (wages goes from 0 to 2.4 in steps of 0.1)"});
  EXPECT_EQ(
      problems_of("wages != lots"),
      std::vector<std::string>{"f:3:19: 'lots' is not a number (wages goes from 0 to 2.4 in steps of 0.1)"});
  EXPECT_TRUE(problems_of("wages <= 1.24").empty());
}

struct Fault {
  const char* text;
  std::vector<const char*> starts;
};

class ParseFaults : public testing::TestWithParam<Fault> {};

TEST_P(ParseFaults, AreEachReportedOnceAtTheirPlace) {
  const std::vector<std::string> found = problems_of(GetParam().text);
  ASSERT_EQ(found.size(), GetParam().starts.size()) << testing::PrintToString(found);
  for (std::size_t i = 0; i < found.size(); ++i)
    EXPECT_EQ(found[i].rfind(GetParam().starts[i], 0), 0U) << found[i];
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, ParseFaults,
    testing::Values(
        Fault{"", {"f:3:10: the condition is empty"}}, Fault{"  \n ", {"f:3:14: the condition is empty"}},
        Fault{"(crews = cut", {"f:3:10: this parenthesis is never closed"}},
        Fault{"((crews = cut)", {"f:3:10: this parenthesis is never closed"}},
        Fault{"crews = cut)", {"f:3:21: this ')' closes nothing"}},
        Fault{"crews = cut) and crew = cut",
              {"f:3:21: this ')' closes nothing", "f:3:27: there is no issue 'crew'"}},
        Fault{"()", {"f:3:11: ')' stands where a comparison should"}},
        Fault{"crews = cut fund = none", {"f:3:22: 'fund' does not belong here"}},
        Fault{"(crews = cut fund = (x)) and crew = cut",
              {"f:3:23: 'fund' does not belong here", "f:3:39: there is no issue 'crew'"}},
        Fault{"crews = at once", {"f:3:18: crews has no option 'at'", "f:3:21: 'once' does not belong here"}},
        Fault{"crews =", {"f:3:17: an option is missing at the end"}},
        Fault{"crews and fund = city", {"f:3:16: 'and' stands where a comparison sign should"}},
        Fault{"crews == cut", {"f:3:16: '==' stands where a comparison sign should"}},
        Fault{"crews not in [cut]", {"f:3:16: 'not' stands where a comparison sign should"}},
        Fault{"crews = [cut, keep]", {"f:3:18: '[' stands where an option should"}},
        Fault{"crews in cut", {"f:3:19: 'cut' stands where a list should"}},
        Fault{"crews in []", {"f:3:20: ']' stands where an option should"}},
        Fault{"crews in [cut, cut]", {"f:3:25: 'cut' stands twice in the list"}},
        Fault{"crews in [cut, keep", {"f:3:29: ',' or ']' is missing at the end"}},
        Fault{"crews in [cut keep] and crew = cut",
              {"f:3:24: 'keep' stands where ',' or ']' should", "f:3:34: there is no issue 'crew'"}},
        Fault{"and crews = cut", {"f:3:10: 'and' stands where a comparison should"}},
        Fault{"crews = cut and", {"f:3:25: a comparison is missing at the end"}},
        Fault{"crews = cut and and fund = city", {"f:3:26: 'and' stands where a comparison should"}},
        Fault{"not", {"f:3:13: a comparison is missing at the end"}},
        Fault{"wages >= 1%", {"f:3:20: '%' does not belong here"}},
        Fault{"crews = cut && fund = city", {"f:3:22: '&&' does not belong here"}}));

TEST(ParseCondition, StopsAtTooDeepConditionsWithoutUsingTheStack) {
  std::string parentheses(100'000, '(');
  std::string nots, arrows;
  for (int i = 0; i < 100'000; ++i) {
    nots += "not ";
    arrows += "crews = cut -> ";
  }
  for (const std::string& text : {parentheses, nots + "crews = cut", arrows + "crews = cut"}) {
    const auto found = problems_of(text);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found.front().find("nested too deeply"), std::string::npos);
  }
}

TEST(ParseCondition, TakesConditionsAsDeepAsAllowed) {
  const std::string at_most = std::string(64, '(') + "crews = cut" + std::string(64, ')');
  EXPECT_TRUE(problems_of(at_most).empty());
  EXPECT_FALSE(problems_of("(" + at_most + ")").empty());
}

TEST(ParseCondition, LimitsHowManyComparisonsThereAre) {
  std::string text = "crews = cut";
  for (int i = 1; i < 4096; ++i) text += " or crews = cut";
  EXPECT_TRUE(problems_of(text).empty());
  const auto found = problems_of(text + " or crews = cut");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found.front().find("too many comparisons"), std::string::npos);
}

TEST(ParseCondition, ListsAtMostFiftyProblems) {
  std::string text = "crew = cut";
  for (int i = 1; i < 80; ++i) text += " or crew = cut";
  EXPECT_EQ(problems_of(text).size(), 50U);
}

TEST(ConditionNames, AreWhatTheLanguageReadsAsOneWord) {
  for (const char* id : {"crews", "a-b", "x.1", "_", "12", "\xC3\xA9t\xC3\xA9", "notice", "a-"}) {
    EXPECT_TRUE(is_condition_name(id)) << id;
  }
  for (const char* id : {"", "not", "and", "or", "in", "a b", "a->b", "a=b", "a+b", "(", "a,"}) {
    EXPECT_FALSE(is_condition_name(id)) << id;
  }
}

// Whatever the bytes: an answer, and problems only inside the text.
RC_GTEST_PROP(ParseCondition, SurvivesAnyText, ()) {
  const auto piece =
      rc::gen::element<std::string>("crews", "wages", "cut", "1.5", "=", "<=", "in", "[", "]", ",", "(", ")",
                                    "not", "and", "or", "->", " ", "%", "\x80", "\xC3\xA9", "-", "==");
  std::string text;
  for (const std::string& word : *rc::gen::container<std::vector<std::string>>(piece)) text += word + " ";
  const auto condition = parse_condition(text, issues(), {"f", 1, 1});
  if (condition.ok()) return;
  RC_ASSERT(!condition.problems().empty());
  for (const auto& problem : condition.problems()) {
    RC_ASSERT(problem.where.column >= 1);
    RC_ASSERT(problem.where.column <= static_cast<int>(text.size()) + 1);
    RC_ASSERT(!problem.what.empty() && !problem.fix.empty());
  }
}

}  // namespace
}  // namespace modus::case_model
