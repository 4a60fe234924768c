#include "modus/preference/sure_facts.h"

#include <gtest/gtest.h>

#include "modus/case_model/packages.h"
#include "modus/preference/draw.h"
#include "modus/preference/small_cases_for_tests.h"

namespace modus::preference {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::Package;
using case_model::PartyIndex;
using case_model::StatementKind;
using findings::Sureness;
using tests::CaseBuilder;
using tests::interval;

constexpr std::size_t kScenarios = 1024;

CaseBuilder land_and_money() {
  CaseBuilder builder;
  builder.party("a").issue("land", {"all", "half", "none"}).scale("money", 4).judgments();
  auto& judged = builder.of(0);
  judged.order[IssueIndex(0)] = {OptionIndex(0), OptionIndex(1), OptionIndex(2)};
  judged.scales[IssueIndex(1)] = case_model::ScaleWants{};
  judged.weights[IssueIndex(0)] = interval("0.6..0.8");
  judged.no_deal.value = interval("30..50");
  return builder;
}

std::vector<Package> all_packages(const case_model::Case& subject) {
  std::vector<Package> packages;
  for (std::uint64_t k = 0; k < *count_combinations(subject.issues); ++k) packages.push_back(package_at(subject.issues, k));
  return packages;
}

Sureness of(const case_model::Case& subject, const std::string& package, const CaseBuilder& builder) {
  const auto part = as_part(builder.condition(package));
  return sureness_of(subject, PartyIndex(0), {package_of(*part, subject.issues.size())})[0];
}

TEST(Sureness, KnowsWhatEveryWantAllows) {
  const CaseBuilder builder = land_and_money();
  EXPECT_EQ(of(builder.subject, "land = all and money = 0", builder), Sureness::kCertain);    // at least 60, needs at most 50
  EXPECT_EQ(of(builder.subject, "land = none and money = 0", builder), Sureness::kImpossible);
  EXPECT_EQ(of(builder.subject, "land = none and money = 4", builder), Sureness::kPossible);  // 20 to 40, needs 30 to 50
  EXPECT_EQ(of(builder.subject, "land = half and money = 0", builder), Sureness::kPossible);
}

TEST(Sureness, IsBarredByLimitsAndStalling) {
  CaseBuilder builder = land_and_money();
  builder.say("s1", 0, StatementKind::kRedLine, "money = 0").meant = 0.5;
  EXPECT_EQ(of(builder.subject, "land = all and money = 0", builder), Sureness::kPossible);
  builder.subject.statements[case_model::StatementIndex(0)].meant = 1;
  EXPECT_EQ(of(builder.subject, "land = all and money = 0", builder), Sureness::kImpossible);
  EXPECT_EQ(of(builder.subject, "land = all and money = 4", builder), Sureness::kCertain);
  builder.of(0).stalling = interval("0..0.1");
  EXPECT_EQ(of(builder.subject, "land = all and money = 4", builder), Sureness::kPossible);
}

TEST(Sureness, LooksAtEveryCornerOfTheChances) {
  CaseBuilder builder = land_and_money();
  auto& judged = builder.of(0);
  judged.no_deal = {};
  Package best(2), worst(2);
  best[IssueIndex(1)] = OptionIndex(4);
  worst[IssueIndex(0)] = OptionIndex(2);
  judged.no_deal.lottery = {{best, interval("0.5..0.7")}, {worst, std::nullopt}};  // worth 50 to 70
  EXPECT_EQ(of(builder.subject, "land = all and money = 0", builder), Sureness::kPossible);  // 60 to 80
  judged.no_deal.lottery[0].chance = interval("0.5..0.6");
  EXPECT_EQ(of(builder.subject, "land = all and money = 0", builder), Sureness::kCertain);
  judged.no_deal.lottery[0].chance = interval("0.9..1");
  EXPECT_EQ(of(builder.subject, "land = all and money = 0", builder), Sureness::kImpossible);
}

// What is certain holds in every scenario drawn from the judgments, what is impossible in none.
TEST(Sureness, AgreesWithScenariosDrawn) {
  CaseBuilder builder = land_and_money();
  builder.of(0).adjust.push_back({builder.condition("land = half and money >= 3"), interval("-15..-5"), "", {}});
  const case_model::Case& subject = builder.subject;
  const std::vector<Package> packages = all_packages(subject);
  const std::vector<Sureness> sure = sureness_of(subject, PartyIndex(0), packages);
  DrawOptions options;
  options.scenarios = kScenarios;
  const auto drawn = draw_scenarios(subject, options, {});
  ASSERT_TRUE(drawn.ok());
  const findings::PartyScenarios& party = drawn.value().parties[PartyIndex(0)];
  for (std::size_t k = 0; k < packages.size(); ++k) {
    const double accepted = tests::share_of(kScenarios, [&](std::size_t s) {
      double value = holds(subject.judgments[PartyIndex(0)].adjust[0].when, packages[k]) ? party.adjustments[s] : 0;
      for (const IssueIndex issue : subject.issues.indices()) {
        value += party.values[s * party.options + party.first_option[issue.value] + packages[k][issue].value];
      }
      return value >= party.no_deal[s];
    });
    EXPECT_TRUE(sure[k] != Sureness::kCertain || accepted == 1) << k;
    EXPECT_TRUE(sure[k] != Sureness::kImpossible || accepted == 0) << k;
  }
}

TEST(Contradictions, AreNotFoundWhereAllFits) { EXPECT_TRUE(find_contradictions(land_and_money().subject).empty()); }

TEST(Contradictions, NameTheWeightsThatDoNotAddUp) {
  CaseBuilder builder = land_and_money();
  builder.of(0).weights[IssueIndex(1)] = interval("0.5..0.6");
  builder.of(0).places["weights.money"] = {"case.yaml", 12, 5};
  const base::Problems problems = find_contradictions(builder.subject);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].what.find("the weight of land (0.6..0.8)"), std::string::npos) << problems[0].what;
  EXPECT_NE(problems[0].what.find("the weight of money (0.5..0.6) (line 12)"), std::string::npos) << problems[0].what;
}

TEST(Contradictions, NameOnlyTheScoresThatClash) {
  CaseBuilder builder;
  builder.party("a").issue("crews", {"cut", "keep", "mixed", "phased"}).judgments();
  auto& judged = builder.of(0);
  judged.order[IssueIndex(0)] = {OptionIndex(1), OptionIndex(3), OptionIndex(2), OptionIndex(0)};
  judged.scores[IssueIndex(0)][OptionIndex(3)] = interval("0.1..0.3");
  judged.scores[IssueIndex(0)][OptionIndex(2)] = interval("0.5");
  const base::Problems problems = find_contradictions(builder.subject);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].what.find("the order of crews"), std::string::npos);
  EXPECT_NE(problems[0].what.find("crews = phased"), std::string::npos);
  EXPECT_NE(problems[0].what.find("crews = mixed"), std::string::npos);
}

TEST(Contradictions, ReachStatementsAtCertainty) {
  CaseBuilder builder = land_and_money();
  builder.say("s1", 0, StatementKind::kAccepts, "land = none and money = 0").meant = 1;
  const base::Problems problems = find_contradictions(builder.subject);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].what.find("statement s1 at certainty"), std::string::npos) << problems[0].what;
  builder.subject.statements[case_model::StatementIndex(0)].meant = 0.99;
  EXPECT_TRUE(find_contradictions(builder.subject).empty());
}

TEST(Contradictions, ReachCertainLimitsOnAcceptedPackages) {
  CaseBuilder builder = land_and_money();
  builder.say("s1", 0, StatementKind::kAccepts, "land = all and money = 0").meant = 1;
  builder.say("s2", 0, StatementKind::kRedLine, "money = 0").meant = 1;
  ASSERT_EQ(find_contradictions(builder.subject).size(), 1U);
}

}  // namespace
}  // namespace modus::preference
