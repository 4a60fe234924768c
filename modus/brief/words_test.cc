#include "modus/brief/words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/brief/sample_brief.h"

namespace modus::brief {
namespace {

TEST(Words, SayProbabilitiesToFivePointsAndNeverBelowFiveOrAboveNinetyFive) {
  EXPECT_EQ(percent(0.0), "under 5\u00A0%");
  EXPECT_EQ(percent(0.049), "under 5\u00A0%");
  EXPECT_EQ(percent(0.05), "5\u00A0%");
  EXPECT_EQ(percent(0.374), "35\u00A0%");
  EXPECT_EQ(percent(0.376), "40\u00A0%");
  EXPECT_EQ(percent(0.95), "95\u00A0%");
  EXPECT_EQ(percent(0.951), "over 95\u00A0%");
  EXPECT_EQ(percent(1.0), "over 95\u00A0%");
}

RC_GTEST_PROP(Words, SayALikelihoodWordThatFitsTheNumberBesideIt, ()) {
  const double probability = *rc::gen::inRange(0, 10001) / 10000.0;
  const std::string word = likelihood(probability);
  const double number = rounded(probability);
  const std::string expected = number < 0.05          ? "almost no chance"
                               : number < 0.2 - 1e-9  ? "very unlikely"
                               : number < 0.45 - 1e-9 ? "unlikely"
                               : number < 0.55 - 1e-9 ? "roughly even"
                               : number < 0.8 - 1e-9  ? "likely"
                               : number < 0.95 - 1e-9 ? "very likely"
                                                      : "almost certain";
  RC_ASSERT(word == expected);
}

TEST(Words, SayARangeOnceWhereBothEndsPrintAlike) {
  EXPECT_EQ(chance_range(0.01, 0.03), "under 5\u00A0% (almost no chance)");
  EXPECT_EQ(chance_range(0.21, 0.5), "20\u00A0% to 50\u00A0% (unlikely to roughly even)");
  EXPECT_EQ(chance_range(0.06, 0.14), "5\u00A0% to 15\u00A0% (very unlikely)");
}

TEST(Words, SayPointsWithoutDecimalsOrMinusZero) {
  EXPECT_EQ(points(0), "0\u00A0points");
  EXPECT_EQ(points(-0.2), "under 1\u00A0point");
  EXPECT_EQ(points(0.8), "1\u00A0point");
  EXPECT_EQ(points(-3.2), "-3\u00A0points");
}

TEST(Words, SayDaysAsAPersonWould) {
  using namespace std::chrono;
  const case_model::Day first(2025y / 12 / 9), last(2025y / 12 / 15);
  EXPECT_EQ(say_day(first), "9\u00A0December 2025");
  EXPECT_EQ(say_days({first, last}), "9 to 15\u00A0December 2025");
}

class ConditionInWords : public testing::Test {
 protected:
  [[nodiscard]] std::string said(const std::string& text) const {
    return say_condition(subject_, case_model::read_condition(text, subject_.issues));
  }
  [[nodiscard]] std::string limit(const std::string& text) const {
    return say_limit(subject_, case_model::read_condition(text, subject_.issues));
  }
  case_model::Case subject_ = case_model::dock_case();
};

TEST_F(ConditionInWords, NamesAnIssueOnce) {
  EXPECT_EQ(said("crews = cut or crews = phased"), "crews: ‘cut’ or ‘phased’");
  EXPECT_EQ(said("crews = cut or fund = city or crews = phased"), "crews: ‘cut’ or ‘phased’ or fund: city");
}

TEST_F(ConditionInWords, SaysStretchesOfAScale) {
  EXPECT_EQ(said("wages >= 6"), "wages: 6 or more");
  EXPECT_EQ(said("wages < 3"), "wages: 2 or less");
  EXPECT_EQ(said("wages < 12"), "wages: 11 or less");
  EXPECT_EQ(said("wages >= 3 and wages <= 5"), "wages: 3 to 5");
  EXPECT_EQ(said("wages = 4"), "wages: 4");
}

TEST_F(ConditionInWords, SaysWhatIsLeftOutWhereThatIsShorter) {
  EXPECT_EQ(said("crews != keep"), "crews: ‘cut’ or ‘phased’");
  EXPECT_EQ(said("wages != 4"), "wages: anything but 4");
}

TEST_F(ConditionInWords, SaysImplications) {
  EXPECT_EQ(said("crews = cut -> fund = city"), "if crews: cut, then fund: city");
  EXPECT_EQ(said("not (crews = cut and fund = none)"), "not (crews: cut and fund: none)");
}

TEST_F(ConditionInWords, SaysLimitsTheShorterWay) {
  EXPECT_EQ(limit("crews = cut"), "no package with crews: cut");
  EXPECT_EQ(limit("crews != cut"), "no package without crews: cut");
  EXPECT_EQ(limit("not (crews = cut and fund = none)"), "no package unless crews: cut and fund: none");
  EXPECT_EQ(limit("not (crews = cut -> fund = none)"), "no package without fund: none, where crews: cut");
}

TEST_F(ConditionInWords, SaysUnderAHeadingOnlyWhatIsOnThatIssueAndThatThereIsMore) {
  case_model::Statement offer;
  offer.kind = case_model::StatementKind::kOffers;
  const auto under = [&](const std::string& what, std::size_t issue) {
    offer.what = case_model::read_condition(what, subject_.issues);
    return say_statement_under(subject_, offer, case_model::IssueIndex(issue));
  };
  EXPECT_EQ(under("crews = phased", 0), "offers: phased");
  EXPECT_EQ(under("crews = phased and wages = 6", 0), "offers, together with other terms: phased");
  EXPECT_EQ(under("crews = phased and fund = none and wages = 6", 2), "offers, in a whole package: 6");
}

RC_GTEST_PROP(OptionsInWords, TellDifferentSetsApart, ()) {
  const case_model::Case subject = case_model::dock_case();
  const case_model::IssueIndex wages(std::size_t{2});
  const auto some = [&] { return *rc::gen::container<std::vector<bool>>(13, rc::gen::arbitrary<bool>()); };
  const std::vector<bool> a = some(), b = some();
  RC_ASSERT((say_options(subject, wages, a) == say_options(subject, wages, b)) == (a == b));
}

}  // namespace
}  // namespace modus::brief
