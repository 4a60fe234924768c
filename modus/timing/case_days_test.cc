#include "modus/timing/case_days.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "modus/case_model/standing.h"
#include "modus/case_model/test_case.h"

namespace modus::timing {
namespace {

using case_model::Case;
using case_model::Day;
using case_model::Standing;
using case_model::StatementIndex;
using case_model::StatementKind;

const case_model::PartyIndex kPort{2}, kUnion{3};

Day day(int number) { return Day{} + std::chrono::days(20'000 + number); }

/// One red line a number, on that day; the case is of day 100.
Case said_on(const std::vector<int>& days) {
  Case subject = case_model::dock_case();
  subject.as_of = day(100);
  for (const int number : days) {
    const StatementIndex made = add_statement(subject, kPort, StatementKind::kRedLine, "crews = cut");
    subject.statements[made].on = case_model::Days{day(number), day(number)};
  }
  return subject;
}

std::vector<Day> days_of(const CaseDays& found) {
  std::vector<Day> days;
  for (const CaseDay& one : found.days) days.push_back(one.day);
  return days;
}

TEST(CaseDays, CountAStatementFromItsLastDay) {
  Case subject = said_on({5, 100});
  subject.statements[StatementIndex(0)].on = case_model::Days{day(3), day(9)};
  EXPECT_EQ(days_of(find_days(subject, 50)), (std::vector{day(9), day(100)}));
}

TEST(CaseDays, CountAStatementWithoutADayFromItsSourcesDay) {
  Case subject = said_on({100, 1});
  case_model::Source source;
  source.id = "r";
  source.published = day(40);
  subject.sources.push_back(source);
  subject.statements[StatementIndex(1)].on.reset();
  subject.statements[StatementIndex(1)].source = case_model::SourceIndex(0);
  EXPECT_EQ(days_of(find_days(subject, 50)), (std::vector{day(40), day(100)}));
}

TEST(CaseDays, CountAStatementWithoutAnyDateFromTheCasesOwnDay) {
  Case subject = said_on({10, 20});
  subject.statements[StatementIndex(1)].on.reset();
  const CaseDays found = find_days(subject, 50);
  EXPECT_EQ(days_of(found), (std::vector{day(10), day(100)}));
  EXPECT_EQ(found.undated, 1U);
  EXPECT_EQ(found.days.back().made, std::vector{StatementIndex(1)});
}

TEST(CaseDays, AreNeverLaterThanTheCase) {
  Case subject = said_on({10, 90});
  subject.statements[StatementIndex(1)].on = case_model::Days{day(90), day(120)};
  EXPECT_EQ(days_of(find_days(subject, 50)), (std::vector{day(10), day(100)}));
}

TEST(CaseDays, TellWhatWasSaidLastOnTheCasesOwnDay) {
  const CaseDays found = find_days(said_on({10, 20}), 50);
  EXPECT_EQ(days_of(found), (std::vector{day(10), day(100)}));
  EXPECT_EQ(found.merged, 0U);
  EXPECT_TRUE(found.days.back().later.empty());
}

TEST(CaseDays, AreOneWhereNothingWasSaid) {
  EXPECT_EQ(days_of(find_days(said_on({}), 50)), std::vector{day(100)});
}

TEST(CaseDays, TellTheNearestTogetherWhereThereAreTooMany) {
  const CaseDays found = find_days(said_on({10, 30, 32, 60, 100}), 3);
  EXPECT_EQ(days_of(found), (std::vector{day(32), day(60), day(100)}));
  EXPECT_EQ(found.merged, 2U);
  EXPECT_EQ(found.days.front().made.size(), 3U);
}

RC_GTEST_PROP(CaseDays, TellEveryStatementOnceAndEndWithTheWholeCase, ()) {
  const auto numbers = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 101));
  const auto most = *rc::gen::inRange<std::size_t>(1, 9);
  const CaseDays found = find_days(said_on(numbers), most);
  RC_ASSERT(found.days.size() <= most);
  RC_ASSERT(found.days.back().day == day(100));
  RC_ASSERT(found.days.back().later.empty());
  std::size_t told = 0;
  for (const CaseDay& one : found.days) {
    told += one.made.size();
    RC_ASSERT(told + one.later.size() == numbers.size());
  }
  RC_ASSERT(told == numbers.size());
}

/// Statements on three things with pointers back at random.
Case any_pointers() {
  Case subject = case_model::dock_case();
  const std::vector<std::string> things = {"crews = cut", "crews = keep", "fund = none"};
  const auto count = *rc::gen::inRange<std::size_t>(1, 9);
  for (std::size_t k = 0; k < count; ++k) {
    const StatementIndex made = add_statement(subject, kUnion, StatementKind::kRedLine, things[*rc::gen::inRange<std::size_t>(0, 3)]);
    case_model::Statement& statement = subject.statements[made];
    statement.meant = *rc::gen::inRange(1, 10) / 10.0;
    if (k > 0 && *rc::gen::inRange(0, 3) == 0) statement.replaces = {StatementIndex(*rc::gen::inRange<std::size_t>(0, k))};
    if (k > 0 && *rc::gen::inRange(0, 4) == 0) statement.same_as = StatementIndex(*rc::gen::inRange<std::size_t>(0, k));
  }
  return subject;
}

/// Which statements count, and what every limit forbids with which chance; by ids.
std::multiset<std::string> what_counts(const Case& subject, const Standing& standing) {
  std::multiset<std::string> counts;
  for (const StatementIndex index : standing.counted) counts.insert(subject.statements[index].id);
  for (const case_model::Limit& limit : standing.limits) {
    counts.insert(meaning_of(limit.forbids, subject.issues) + " " + std::to_string(limit.probability));
  }
  return counts;
}

RC_GTEST_PROP(CaseWithout, CountsWhatTheWholeCaseCountsWithoutThem, ()) {
  const Case subject = any_pointers();
  std::vector<StatementIndex> without;
  for (const StatementIndex index : subject.statements.indices()) {
    if (*rc::gen::arbitrary<bool>()) without.push_back(index);
  }
  const Case past = case_without(subject, without);
  RC_ASSERT(past.statements.size() + without.size() == subject.statements.size());
  RC_ASSERT(what_counts(past, weigh_statements(past)) == what_counts(subject, weigh_statements(subject, without)));
}

}  // namespace
}  // namespace modus::timing
