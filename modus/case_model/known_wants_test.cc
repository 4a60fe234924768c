#include "modus/case_model/known_wants.h"

#include <gtest/gtest.h>

#include "modus/case_model/test_case.h"

namespace modus::case_model {
namespace {

using Known = base::IndexedVector<IssueIndex, bool>;

const PartyIndex kCity(0), kUnion(3);

Known known(const Case& subject, PartyIndex party) { return known_wants(subject, weigh_statements(subject), party); }

TEST(KnownWants, AreNoneWhereNothingIsSaidOrJudged) {
  EXPECT_EQ(known(dock_case(), kCity), (Known{false, false, false}));
}

TEST(KnownWants, AreOnTheIssuesThatStatementsName) {
  Case subject = dock_case();
  add_statement(subject, kCity, StatementKind::kOffers, "fund = city");
  add_statement(subject, kUnion, StatementKind::kRedLine, "crews = cut and wages < 6");
  EXPECT_EQ(known(subject, kCity), (Known{false, true, false}));
  EXPECT_EQ(known(subject, kUnion), (Known{true, false, true}));
}

TEST(KnownWants, AreNotToldByWholePackagesOrByWhatMatters) {
  Case subject = dock_case();
  add_statement(subject, kCity, StatementKind::kAccepts, "crews = keep and fund = city and wages = 6");
  Statement ranks;
  ranks.id = "t";
  ranks.party = kCity;
  ranks.kind = StatementKind::kRanks;
  ranks.ranking = {IssueIndex(0), IssueIndex(2)};
  subject.statements.push_back(ranks);
  EXPECT_EQ(known(subject, kCity), (Known{false, false, false}));
}

TEST(KnownWants, AreToldByAComparisonWhereItsSidesDiffer) {
  Case subject = dock_case();
  add_statement(subject, kCity, StatementKind::kPrefers, "crews = keep and fund = city and wages = 6");
  subject.statements.raw().back().over = read_condition("crews = keep and fund = none and wages = 6", subject.issues);
  EXPECT_EQ(known(subject, kCity), (Known{false, true, false}));
}

TEST(KnownWants, AreToldByJudgments) {
  Case subject = dock_case();
  subject.judgments[kCity].order[IssueIndex(0)] = {OptionIndex(0), OptionIndex(1), OptionIndex(2)};
  subject.judgments[kCity].adjust.push_back({read_condition("wages > 6", subject.issues), {}, "", {}});
  EXPECT_EQ(known(subject, kCity), (Known{true, false, true}));
}

}  // namespace
}  // namespace modus::case_model
