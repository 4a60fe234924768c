#include "modus/formats/read_durations.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/base/text.h"
#include "modus/formats/csv_line.h"
#include "modus/formats/read_case.h"

namespace modus::formats {
namespace {

using findings::DurationTable;

DurationTable read(std::string_view text) {
  auto table = read_durations(text, "own.csv");
  EXPECT_TRUE(table.ok()) << (table.ok() ? "" : base::describe(table.problems().front()));
  return table.ok() ? table.value() : DurationTable();
}

/// "line: what", one a line.
std::string faults(std::string_view text) {
  const auto table = read_durations(text, "own.csv");
  std::string all;
  if (table.ok()) return all;
  for (const base::Problem& problem : table.problems()) all += std::to_string(problem.where.line) + ": " + problem.what + "\n";
  return all;
}

TEST(ReadDurations, ReadsDays) {
  const std::string_view text = "days,event\n12,1\n40.5,0\n";
  const DurationTable table = read(text);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].days, 12);
  EXPECT_TRUE(table.rows[0].came);
  EXPECT_EQ(table.rows[1].days, 40.5);
  EXPECT_FALSE(table.rows[1].came);
  EXPECT_EQ(table.file, "own.csv");
  EXPECT_EQ(table.sha256, base::sha256_hex(text));
}

TEST(ReadDurations, ReadsDatesAndTakesAnOpenEndAsStillGoingOnTheLatestDay) {
  const DurationTable table = read("start,end,event\n2020-01-01,2020-03-01,1\n2020-02-01,,0\n2020-01-01,2020-01-11,0\n2020-02-01,,\n2020-02-01,2020-02-02,\n");
  ASSERT_EQ(table.rows.size(), 5U);
  EXPECT_EQ(table.rows[0].days, 60);
  EXPECT_EQ(table.rows[1].days, 29);
  EXPECT_FALSE(table.rows[1].came);
  EXPECT_FALSE(table.rows[2].came);
  EXPECT_FALSE(table.rows[3].came);
  EXPECT_TRUE(table.rows[4].came);
}

TEST(ReadDurations, NeedsNoEventWithDates) { EXPECT_TRUE(read("start,end\n2020-01-01,2020-03-01\n").rows[0].came); }

TEST(ReadDurations, TakesWhatSpreadsheetsWrite) {
  const DurationTable table = read("\xEF\xBB\xBF# strikes of the branch\r\nID, Event ,DAYS\r\n\r\n\"the \"\"long\"\" one, 1998\" , yes,\"12\"\r\nb,No,7");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].id, "the \"long\" one, 1998");
  EXPECT_EQ(table.rows[0].days, 12);
  EXPECT_FALSE(table.rows[1].came);
}

TEST(ReadDurations, SaysEveryFaultWithItsLine) {
  EXPECT_EQ(faults("days,event,id\nx,1,a\n-1,1,b\n5,maybe,c\n5,,d\n5\n1e9,1,a\n\"5,1,e\n"),
            "2: \"x\" is no number of days\n3: \"-1\" is no number of days\n4: \"maybe\" is no event\n5: the event is missing\n"
            "6: the row has 1 values, not 3\n7: the id \"a\" stands in line 2 already\n7: \"1e9\" is no number of days\n"
            "8: a quote is not closed, or more follows it\n");
  EXPECT_EQ(faults("start,end,event\n2020-02-30,2020-03-01,1\n2020-03-01,2020-02-01,1\n2020-03-01,,1\n"),
            "2: \"2020-02-30\" is no date\n3: the end lies before the start\n4: the event came, but there is no end\n");
}

TEST(ReadDurations, RefusesColumnsItDoesNotKnowOrMisses) {
  EXPECT_EQ(faults("days;event\n1;1\n"), "1: there is no column \"days;event\"\n1: the table says neither days nor start and end\n");
  EXPECT_EQ(faults("days,event,weight\n1,1,1\n"), "1: there is no column \"weight\"\n");
  EXPECT_EQ(faults("days,days,event\n1,1,1\n"), "1: the column \"days\" is named twice\n");
  EXPECT_EQ(faults("days,start,end,event\n"), "1: the table has both days and dates\n");
  EXPECT_EQ(faults("days\n1\n"), "1: the column \"event\" is missing\n");
}

TEST(ReadDurations, RefusesATableWithoutRows) {
  for (const char* text : {"", "days,event\n", "# nothing\n"}) EXPECT_EQ(faults(text), "0: the table has no rows\n") << text;
}

TEST(ReadDurations, RefusesNumbersThatAreNone) {
  for (const char* days : {"nan", "inf", "1,5", "12 days", "0x10", "+3", ""}) {
    EXPECT_NE(faults("days,event\n\"" + std::string(days) + "\",1\n"), "") << days;
  }
}

TEST(ReadDurations, ListsNoMoreProblemsThanACaseHas) {
  std::string text = "days,event\n";
  for (int row = 0; row < 1000; ++row) text += "x,1\n";
  EXPECT_EQ(read_durations(text, "own.csv").problems().size(), kMaxProblems);
}

TEST(ReadDurations, RefusesATableThatIsTooLong) {
  std::string text = "days,event\n";
  for (std::size_t row = 0; row <= kMostDurations; ++row) text += "1,1\n";
  EXPECT_EQ(faults(text), "1000002: the table has too many rows\n");
}

RC_GTEST_PROP(ReadDurations, TakesAnyBytesWithoutHarm, (const std::string& bytes)) {
  const auto table = read_durations("days,event\n" + bytes, "own.csv");
  RC_ASSERT((table.ok() ? !table.value().rows.empty() : !table.problems().empty()));
}

TEST(SplitCsv, KeepsWhatStandsInQuotes) {
  const std::vector<std::string> expected = {"a", "b, c", "", "say \"no\"", ""};
  EXPECT_EQ(split_csv(" a ,\"b, c\",, \"say \"\"no\"\"\" ,").value_or(std::vector<std::string>()), expected);
}

TEST(SplitCsv, RefusesQuotesThatDoNotEnd) {
  EXPECT_FALSE(split_csv("a,\"b").has_value());
  EXPECT_FALSE(split_csv("\"a\"b,c").has_value());
}

}  // namespace
}  // namespace modus::formats
