#include "modus/case_model/standing.h"

#include <gtest/gtest.h>

#include "modus/case_model/test_case.h"

namespace modus::case_model {
namespace {

using Kind = StatementKind;

const PartyIndex kPort{2}, kUnion{3};

Days day(int number) {
  const Day when = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1) + std::chrono::days(number - 1);
  return {when, when};
}

std::vector<std::size_t> numbers(const std::vector<StatementIndex>& statements) {
  std::vector<std::size_t> values;
  for (const StatementIndex statement : statements) values.push_back(statement.value);
  return values;
}

using Numbers = std::vector<std::size_t>;

class StandingTest : public testing::Test {
 protected:
  Statement& add(PartyIndex party, Kind kind, const std::string& what, int on_day = 0) {
    const StatementIndex added = add_statement(dock, party, kind, what);
    if (on_day > 0) dock.statements[added].on = day(on_day);
    return dock.statements[added];
  }
  [[nodiscard]] Numbers counted(const std::vector<StatementIndex>& without = {}) const {
    return numbers(weigh_statements(dock, without).counted);
  }
  [[nodiscard]] std::string forbids(const Limit& limit) const {
    return write_condition(limit.forbids, dock.issues);
  }

  Case dock = dock_case();
};

TEST_F(StandingTest, CountsWhatNothingReplacesOrRepeats) {
  add(kUnion, Kind::kRedLine, "crews = cut");
  add(kPort, Kind::kRedLine, "crews = cut");
  add(kUnion, Kind::kRejects, "crews = cut");
  const Standing standing = weigh_statements(dock);
  EXPECT_EQ(numbers(standing.counted), (Numbers{0, 1, 2}));
  EXPECT_TRUE(standing.set_aside.empty());
}

TEST_F(StandingTest, SetsAsideWhatIsReplacedThroughChains) {
  add(kUnion, Kind::kRedLine, "crews = cut");
  add(kUnion, Kind::kRedLine, "crews = phased").replaces = {StatementIndex(0)};
  add(kUnion, Kind::kAccepts, "crews = phased").replaces = {StatementIndex(1)};
  const Standing standing = weigh_statements(dock);
  EXPECT_EQ(numbers(standing.counted), Numbers{2});
  ASSERT_EQ(standing.set_aside.size(), 2U);
  EXPECT_EQ(standing.set_aside[1].statement, StatementIndex(1));
  EXPECT_EQ(standing.set_aside[1].by, StatementIndex(2));
  EXPECT_TRUE(standing.set_aside[1].replaced);
}

TEST_F(StandingTest, BringsBackWhatOnlyAnUnmadeStatementReplaced) {
  add(kUnion, Kind::kRedLine, "crews = cut");
  add(kUnion, Kind::kRedLine, "crews = phased").replaces = {StatementIndex(0)};
  add(kUnion, Kind::kAccepts, "crews = phased").replaces = {StatementIndex(1)};
  EXPECT_EQ(counted({StatementIndex(2)}), Numbers{1});
  EXPECT_EQ(counted({StatementIndex(1)}), Numbers{2});
  EXPECT_EQ(counted({StatementIndex(1), StatementIndex(2)}), Numbers{0});
}

TEST_F(StandingTest, SurvivesACircleOfReplacements) {
  add(kUnion, Kind::kRedLine, "crews = cut").replaces = {StatementIndex(1)};
  add(kUnion, Kind::kRedLine, "crews = phased").replaces = {StatementIndex(0)};
  EXPECT_TRUE(counted().empty());
}

TEST_F(StandingTest, CountsTheLatestOfWhatIsRepeated) {
  add(kUnion, Kind::kRedLine, "crews in [keep, phased]", 9);
  add(kUnion, Kind::kRedLine, "crews != cut", 5);
  const Standing standing = weigh_statements(dock);
  EXPECT_EQ(numbers(standing.counted), Numbers{0});
  ASSERT_EQ(standing.set_aside.size(), 1U);
  EXPECT_EQ(standing.set_aside.front().by, StatementIndex(0));
  EXPECT_FALSE(standing.set_aside.front().replaced);
}

TEST_F(StandingTest, DatesAStatementByItsSourceWhereItHasNoDayOfItsOwn) {
  dock.sources.push_back({"old", "", "", "", "", day(3).first, "", std::nullopt, {}});
  add(kUnion, Kind::kRedLine, "crews = cut", 2);
  add(kUnion, Kind::kRedLine, "crews = cut").source = SourceIndex(0);
  add(kUnion, Kind::kRedLine, "crews = cut");
  EXPECT_EQ(counted(), Numbers{1});
}

TEST_F(StandingTest, PrefersTheMoreCertainThenTheHigherIdOnOneDay) {
  add(kUnion, Kind::kRedLine, "crews = cut", 4);
  add(kUnion, Kind::kRedLine, "crews = cut", 4).channel = Channel::kRival;
  EXPECT_EQ(counted(), Numbers{0});
  dock.statements[StatementIndex(1)].channel = Channel::kQuoted;
  EXPECT_EQ(counted(), Numbers{1});
}

TEST_F(StandingTest, TellsPreferencesApartByWhatTheyAreOverAndRankingsByTheirOrder) {
  add(kUnion, Kind::kPrefers, "crews = keep").over = read_condition("crews = cut", dock.issues);
  add(kUnion, Kind::kPrefers, "crews = keep").over = read_condition("crews = phased", dock.issues);
  add(kUnion, Kind::kRanks, "crews = keep").ranking = {IssueIndex(0), IssueIndex(1)};
  add(kUnion, Kind::kRanks, "crews = cut").ranking = {IssueIndex(1), IssueIndex(0)};
  add(kUnion, Kind::kRanks, "fund = city").ranking = {IssueIndex(0), IssueIndex(1)};
  EXPECT_EQ(counted(), (Numbers{0, 1, 3, 4}));
}

TEST_F(StandingTest, MakesALimitsProbabilityFromSaidMeantAndUnstated) {
  add(kUnion, Kind::kRedLine, "crews = cut").channel = Channel::kUnnamed;
  const Standing standing = weigh_statements(dock);
  ASSERT_EQ(standing.limits.size(), 1U);
  EXPECT_DOUBLE_EQ(standing.limits.front().probability, 0.6 * 0.9 + 0.4 * 0.1);
}

TEST_F(StandingTest, MergesLimitsThatForbidTheSameAtTheHighestProbability) {
  add(kUnion, Kind::kRejects, "crews = cut");
  add(kUnion, Kind::kRedLine, "crews = cut");
  add(kUnion, Kind::kDemands, "crews != cut");
  add(kPort, Kind::kRedLine, "crews = cut");
  const Standing standing = weigh_statements(dock);
  ASSERT_EQ(standing.limits.size(), 2U);
  EXPECT_EQ(standing.limits[0].party, kPort);
  EXPECT_EQ(standing.limits[1].party, kUnion);
  EXPECT_EQ(numbers(standing.limits[1].statements), (Numbers{1, 0, 2}));
  EXPECT_DOUBLE_EQ(standing.limits[1].probability, 0.9);
  EXPECT_EQ(standing.limits_of[kUnion], std::vector<LimitIndex>{LimitIndex(1)});
  EXPECT_TRUE(standing.limits_of[PartyIndex(0)].empty());
}

TEST_F(StandingTest, JoinsByHandWhatIsTheSame) {
  add(kUnion, Kind::kRedLine, "crews = cut").meant = 0.4;
  add(kUnion, Kind::kRedLine, "wages < 3").same_as = StatementIndex(0);
  add(kUnion, Kind::kRejects, "crews = cut");
  const Standing standing = weigh_statements(dock);
  ASSERT_EQ(standing.limits.size(), 1U);
  EXPECT_TRUE(same_meaning(standing.limits.front().forbids,
                           read_condition("crews = cut or wages < 3", dock.issues), dock.issues));
  EXPECT_DOUBLE_EQ(standing.limits.front().probability, 0.9);
  EXPECT_EQ(numbers(standing.limits.front().statements), (Numbers{1, 0, 2}));
}

TEST_F(StandingTest, MergesAgainWhatJoiningMadeTheSame) {
  add(kUnion, Kind::kRedLine, "crews = cut");
  add(kUnion, Kind::kRedLine, "wages < 3").same_as = StatementIndex(0);
  add(kUnion, Kind::kRedLine, "crews = cut or wages < 3");
  EXPECT_EQ(weigh_statements(dock).limits.size(), 1U);
}

TEST_F(StandingTest, JoinsThroughAStatementThatNoLongerCounts) {
  add(kUnion, Kind::kRedLine, "crews = cut");
  add(kUnion, Kind::kRedLine, "wages < 2").same_as = StatementIndex(0);
  Statement& last = add(kUnion, Kind::kRedLine, "wages < 3");
  last.same_as = StatementIndex(1);
  last.replaces = {StatementIndex(1)};
  const Standing standing = weigh_statements(dock);
  ASSERT_EQ(standing.limits.size(), 1U);
  EXPECT_EQ(numbers(standing.limits.front().statements), (Numbers{0, 2}));
}

TEST_F(StandingTest, DoesNotJoinTwoPartiesByHand) {
  add(kUnion, Kind::kRedLine, "crews = cut");
  add(kPort, Kind::kRedLine, "wages > 3").same_as = StatementIndex(0);
  EXPECT_EQ(weigh_statements(dock).limits.size(), 2U);
}

TEST_F(StandingTest, OrdersLimitsByPartyThenTheStatementTheyRestOnMost) {
  add(kUnion, Kind::kRejects, "fund = none");
  add(kUnion, Kind::kRedLine, "crews = cut");
  add(kUnion, Kind::kRedLine, "fund = none");
  const Standing standing = weigh_statements(dock);
  ASSERT_EQ(standing.limits.size(), 2U);
  EXPECT_EQ(forbids(standing.limits[0]), "crews = cut");
  EXPECT_EQ(forbids(standing.limits[1]), "fund = none");
}

TEST_F(StandingTest, KnowsWhichStatementsMakeLimits) {
  const auto makes = [&](Kind kind, const std::string& what) {
    return makes_limit(dock, add(kUnion, kind, what));
  };
  const std::string complete = "crews = cut and fund = none and wages = 3";
  EXPECT_TRUE(makes(Kind::kRedLine, complete));
  EXPECT_TRUE(makes(Kind::kRejects, "crews = cut"));
  EXPECT_TRUE(makes(Kind::kRejects, "crews = cut or fund = none or wages < 2"));
  EXPECT_FALSE(makes(Kind::kRejects, complete));
  EXPECT_TRUE(makes(Kind::kDemands, "crews = keep"));
  EXPECT_FALSE(makes(Kind::kDemands, "crews = keep and wages >= 3"));
  for (const Kind kind : {Kind::kOffers, Kind::kAccepts, Kind::kPrefers, Kind::kRanks}) {
    EXPECT_FALSE(makes(kind, "crews = cut"));
  }
}

TEST_F(StandingTest, ForbidsTheOppositeOfADemand) {
  const Condition forbidden = forbidden_by(add(kUnion, Kind::kDemands, "crews = keep"));
  EXPECT_TRUE(same_meaning(forbidden, read_condition("crews != keep", dock.issues), dock.issues));
}

TEST_F(StandingTest, TakesCertaintyFromTheStatementElseFromTheTable) {
  Statement& statement = add(kUnion, Kind::kRejects, "crews = cut");
  statement.channel = Channel::kRival;
  EXPECT_DOUBLE_EQ(said_of(dock, statement), 0.5);
  EXPECT_DOUBLE_EQ(meant_of(dock, statement), 0.7);
  EXPECT_DOUBLE_EQ(wants_of(dock, statement), 0.9);
  statement.said = 0.25;
  statement.meant = 0.35;
  statement.wants = 0.45;
  EXPECT_DOUBLE_EQ(said_of(dock, statement), 0.25);
  EXPECT_DOUBLE_EQ(meant_of(dock, statement), 0.35);
  EXPECT_DOUBLE_EQ(wants_of(dock, statement), 0.45);
  EXPECT_DOUBLE_EQ(meant_of(dock, add(kUnion, Kind::kRejects, "crews = cut and fund = none and wages = 3")),
                   0.85);
}

// Ten thousand statements, half of them in one chain: this must not take time that grows with the square.
TEST_F(StandingTest, WeighsAsManyStatementsAsACaseMayHave) {
  for (std::size_t i = 0; i < CaseLimits::kStatements; ++i) {
    Statement& statement = add(kUnion, Kind::kRedLine, "wages < " + std::to_string(i % 12) + ".5");
    if (i > 0 && i < CaseLimits::kStatements / 2) statement.replaces = {StatementIndex(i - 1)};
  }
  const Standing standing = weigh_statements(dock);
  EXPECT_EQ(standing.limits.size(), 12U);
  EXPECT_EQ(standing.counted.size(), 12U);
}

}  // namespace
}  // namespace modus::case_model
