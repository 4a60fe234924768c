#include "modus/reading/dates.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "modus/reading/calendar.h"
#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string written(Day day) {
  const std::chrono::year_month_day date{day};
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) +
         "-" + two(static_cast<unsigned>(date.day()));
}

/// "Friday: 2026-03-06" or "this week: 2026-03-02..2026-03-08", in order. The report is of Wednesday 4 March
/// 2026.
std::vector<std::string> read_dates(const std::string& sentence,
                                    std::optional<Day> reference = day_of(2026, 3, 4)) {
  const documents::Document document = plain_document(sentence);
  const Text text = cut_into_sentences(document);
  std::vector<std::string> out;
  for (const DateMention& date : find_dates(text, reference)) {
    std::string line = std::string(text.of(date.tokens)) + ":";
    if (date.first) line += " " + written(*date.first);
    if (date.first && *date.last != *date.first) line += ".." + written(*date.last);
    out.push_back(line);
  }
  return out;
}

DateMention only_date(const std::string& sentence) {
  const documents::Document document = plain_document(sentence);
  const auto dates = find_dates(cut_into_sentences(document), day_of(2026, 3, 4));
  EXPECT_EQ(dates.size(), 1U) << sentence;
  return dates.empty() ? DateMention() : dates.front();
}

TEST(Dates, ReadsDaysInManyLayouts) {
  EXPECT_THAT(read_dates("They met on March 3."), ElementsAre("March 3: 2026-03-03"));
  EXPECT_THAT(read_dates("They met on 3 March 2025 in Oslo."), ElementsAre("3 March 2025: 2025-03-03"));
  EXPECT_THAT(read_dates("They signed on Feb. 12, 2024, at noon."), ElementsAre("Feb. 12, 2024: 2024-02-12"));
  EXPECT_THAT(read_dates("It ends on the 9th of April."), ElementsAre("the 9th of April: 2026-04-09"));
  EXPECT_THAT(read_dates("They vote on Tuesday, 10 March."), ElementsAre("Tuesday, 10 March: 2026-03-10"));
  EXPECT_THAT(read_dates("They vote on Tuesday (March 10) again."),
              ElementsAre("Tuesday (March 10): 2026-03-10"));
  EXPECT_THAT(read_dates("Filed 2025-11-30, amended 01.12.2025."),
              ElementsAre("2025-11-30: 2025-11-30", "01.12.2025: 2025-12-01"));
}

TEST(Dates, ReadsSlashesOnlyWhereTheyCanMeanOneDay) {
  EXPECT_THAT(read_dates("Filed 14/10/2025."), ElementsAre("14/10/2025: 2025-10-14"));
  EXPECT_THAT(read_dates("Filed 04/10/2025."), IsEmpty());
}

TEST(Dates, ReadsStretchesOfDays) {
  EXPECT_THAT(read_dates("Talks run March 10-12 in Bern."),
              ElementsAre("March 10-12: 2026-03-10..2026-03-12"));
  EXPECT_THAT(read_dates("Talks ran from 3 to 5 February."),
              ElementsAre("3 to 5 February: 2026-02-03..2026-02-05"));
  EXPECT_THAT(read_dates("They met from 27 February to 2 March."),
              ElementsAre("27 February to 2 March: 2026-02-27..2026-03-02"));
  EXPECT_THAT(read_dates("They will meet on Monday and Tuesday."),
              ElementsAre("Monday and Tuesday: 2026-03-09..2026-03-10"));
}

TEST(Dates, AMoveFromOneDayToAnotherIsNoStretch) {
  EXPECT_THAT(read_dates("The hearing was moved from March 10 to March 17."),
              ElementsAre("March 10: 2026-03-10", "March 17: 2026-03-17"));
}

TEST(Dates, WeekdaysGoByTheTense) {
  EXPECT_THAT(read_dates("The minister said on Friday that talks had failed."),
              ElementsAre("Friday: 2026-02-27"));
  EXPECT_THAT(read_dates("The council will vote on Friday."), ElementsAre("Friday: 2026-03-06"));
  EXPECT_THAT(read_dates("The sides are due to resume talks on Monday."), ElementsAre("Monday: 2026-03-09"));
  EXPECT_THAT(read_dates("The union said the vote on Friday would be close."),
              ElementsAre("Friday: 2026-03-06"));
  EXPECT_THAT(read_dates("On Friday, the council will vote."), ElementsAre("Friday: 2026-03-06"));
  EXPECT_THAT(read_dates("The next session is Thursday at the town hall."),
              ElementsAre("Thursday: 2026-03-05"));
  EXPECT_THAT(read_dates("She said Monday that crews would walk out on Friday."),
              ElementsAre("Monday: 2026-03-02", "Friday: 2026-03-06"));
  EXPECT_THAT(read_dates("The company has until Friday to answer."), ElementsAre("Friday: 2026-03-06"));
  EXPECT_THAT(read_dates("No shot has been fired since Sunday."), ElementsAre("Sunday: 2026-03-01"));
}

TEST(Dates, AWeekdayOfTheReportItselfIsToday) {
  EXPECT_THAT(read_dates("Negotiators failed on Wednesday to agree."), ElementsAre("Wednesday: 2026-03-04"));
  EXPECT_THAT(read_dates("They will meet later on Wednesday."), ElementsAre("Wednesday: 2026-03-04"));
}

TEST(Dates, WordsBesideAWeekdayDecideBeforeTheTense) {
  EXPECT_THAT(read_dates("A vote is scheduled for next Tuesday."), ElementsAre("next Tuesday: 2026-03-10"));
  EXPECT_THAT(read_dates("They broke up last Thursday evening."),
              ElementsAre("last Thursday evening: 2026-02-26"));
  EXPECT_THAT(read_dates("They broke up on Thursday of last week."),
              ElementsAre("Thursday of last week: 2026-02-26"));
  EXPECT_THAT(read_dates("They met this Monday."), ElementsAre("this Monday: 2026-03-02"));
}

TEST(Dates, WeeksRunFromMondayToSunday) {
  EXPECT_THAT(read_dates("He spoke this week."), ElementsAre("this week: 2026-03-02..2026-03-08"));
  EXPECT_THAT(read_dates("He spoke earlier this week."),
              ElementsAre("earlier this week: 2026-03-02..2026-03-03"));
  EXPECT_THAT(read_dates("They meet later this week."),
              ElementsAre("later this week: 2026-03-05..2026-03-08"));
  EXPECT_THAT(read_dates("They meet this weekend."), ElementsAre("this weekend: 2026-03-07..2026-03-08"));
  EXPECT_THAT(read_dates("They met last weekend, and again over the weekend."),
              ElementsAre("last weekend: 2026-02-28..2026-03-01", "the weekend: 2026-02-28..2026-03-01"));
}

TEST(Dates, ReadsMonthsYearsAndTheirParts) {
  EXPECT_THAT(read_dates("It was rejected last month."), ElementsAre("last month: 2026-02-01..2026-02-28"));
  EXPECT_THAT(read_dates("It has run since November."), ElementsAre("November: 2025-11-01..2025-11-30"));
  EXPECT_THAT(read_dates("A text is expected by the end of March."),
              ElementsAre("the end of March: 2026-03-31"));
  EXPECT_THAT(read_dates("It should open in early May."), ElementsAre("early May: 2026-05-01..2026-05-10"));
  EXPECT_THAT(read_dates("It should open in mid-June."), ElementsAre("mid-June: 2026-06-11..2026-06-20"));
  EXPECT_THAT(read_dates("Both have claimed it since 1954."), ElementsAre("1954: 1954-01-01..1954-12-31"));
  EXPECT_THAT(read_dates("It was signed in January 2024."),
              ElementsAre("January 2024: 2024-01-01..2024-01-31"));
}

TEST(Dates, CountsFromTheReportOrFromTheDayNamedBefore) {
  EXPECT_THAT(read_dates("They met two weeks ago."), ElementsAre("two weeks ago: 2026-02-15..2026-02-21"));
  EXPECT_THAT(read_dates("They met three days ago."), ElementsAre("three days ago: 2026-03-01"));
  EXPECT_THAT(read_dates("The last round, a fortnight ago, broke up."),
              ElementsAre("a fortnight ago: 2026-02-15..2026-02-21"));
  EXPECT_THAT(read_dates("They met on February 20 and signed two days later."),
              ElementsAre("February 20: 2026-02-20", "two days later: 2026-02-22"));
  EXPECT_THAT(read_dates("An answer came a day earlier."), ElementsAre("a day earlier: 2026-03-03"));
  EXPECT_THAT(read_dates("Yesterday they met; today they talk; tomorrow they vote."),
              ElementsAre("Yesterday: 2026-03-03", "today: 2026-03-04", "tomorrow: 2026-03-05"));
  EXPECT_THAT(read_dates("A reply is expected in the coming days."),
              ElementsAre("the coming days: 2026-03-05..2026-03-11"));
}

TEST(Dates, KnowsEasterAndChristmas) {
  EXPECT_THAT(read_dates("Crews will strike over Easter."), ElementsAre("Easter: 2026-04-03..2026-04-06"));
  EXPECT_THAT(read_dates("They met before Christmas on Easter Road."), ElementsAre("Christmas: 2025-12-25"));
}

TEST(Dates, ThePassiveKeepsTheTenseOfItsAuxiliary) {
  EXPECT_THAT(read_dates("It said figures would be published in September."),
              ElementsAre("September: 2026-09-01..2026-09-30"));
  EXPECT_THAT(read_dates("She has called both sides to the hotel on Friday."),
              ElementsAre("Friday: 2026-03-06"));
  EXPECT_THAT(read_dates("It has until 5pm on November 11 to answer."),
              ElementsAre("November 11: 2026-11-11"));
}

TEST(Dates, LengthsOfTimeAndNamesAreNoDates) {
  EXPECT_THAT(read_dates("Forty mothers meet every Friday."), IsEmpty());
  EXPECT_THAT(read_dates("They fought for three years over a 30-day truce."), IsEmpty());
  EXPECT_THAT(read_dates("April Moss and Theresa May may march again."), IsEmpty());
  EXPECT_THAT(read_dates("The proposal was the second in five weeks, and 2,300 jobs are at stake."),
              IsEmpty());
  EXPECT_THAT(read_dates("He spoke at a year-end press conference."), IsEmpty());
}

TEST(Dates, WithoutAReferenceOnlyWholeDatesAreKnown) {
  EXPECT_THAT(read_dates("They met on Friday and on 3 May 2025.", std::nullopt),
              ElementsAre("Friday:", "3 May 2025: 2025-05-03"));
}

TEST(Dates, SaysHowExactADateIs) {
  EXPECT_EQ(only_date("They met on Friday.").precision, DatePrecision::kDay);
  EXPECT_EQ(only_date("They met this week.").precision, DatePrecision::kWeek);
  EXPECT_EQ(only_date("They met last month.").precision, DatePrecision::kMonth);
  EXPECT_EQ(only_date("They met earlier this month.").precision, DatePrecision::kRange);
  EXPECT_TRUE(only_date("They met about a month ago.").approximate);
  EXPECT_TRUE(only_date("They will meet on Friday.").future);
  EXPECT_FALSE(only_date("They met on Friday.").future);
}

ReferenceDate reference_of(const std::string& words, const std::string& file = "report.txt",
                           std::optional<Day> given = std::nullopt) {
  const documents::Document document = plain_document(words, file);
  return find_reference_date(cut_into_sentences(document), given);
}

TEST(ReferenceDate, PrefersWhatIsGivenThenTheReportsOwn) {
  documents::Document document = plain_document("BERN, May 5 (Agency) - Talks went on.");
  document.date.value = "2026-05-06";
  const Text text = cut_into_sentences(document);
  EXPECT_EQ(find_reference_date(text, day_of(2026, 1, 2)).day, day_of(2026, 1, 2));
  EXPECT_EQ(find_reference_date(text, std::nullopt).day, day_of(2026, 5, 6));
}

TEST(ReferenceDate, TakesADatelineWithTheYearOfTheFilesName) {
  const ReferenceDate found =
      reference_of("Talks stall\nBERN, May 5 (Agency) - Talks went on.", "wire-2026.txt");
  EXPECT_EQ(found.day, day_of(2026, 5, 5));
  EXPECT_EQ(found.basis, "dateline; year from the file's name");
}

TEST(ReferenceDate, FitsTheYearOfAWireToItsWeekday) {
  const std::string wire =
      "ORAN, March 4 (Wire) - Both sides failed on Wednesday to agree. They have claimed it since 1954.";
  EXPECT_EQ(reference_of(wire).day, day_of(2026, 3, 4));
  EXPECT_EQ(reference_of("ORAN, March 4 (Wire) - Both sides failed to agree.").day, std::nullopt);
}

TEST(ReferenceDate, ElseTheLatestDaySpokenOfInThePast) {
  const ReferenceDate found =
      reference_of("On December 12 they met. He spoke on December 19. They will vote on December 28.",
                   "dispatch-2025-12.txt");
  EXPECT_EQ(found.day, day_of(2025, 12, 19));
  EXPECT_EQ(found.basis, "latest past day named; year from the file's name");
}

TEST(ReferenceDate, SaysSoWhereThereIsNone) {
  const ReferenceDate found = reference_of("They met on Friday.");
  EXPECT_EQ(found.day, std::nullopt);
  EXPECT_EQ(found.basis, "no date found");
}

RC_GTEST_PROP(Dates, AreInOrderDoNotOverlapAndEndAfterTheyBegin, ()) {
  static const std::vector<std::string> kWords = {
      "on",   "Friday", "next", "March", "4",   "to",    "6",   "the",  "end", "of", "week", "will",
      "2026", "two",    "days", "ago",   "and", "early", "May", "said", ",",   ".",  "last", "a"};
  std::string sentence;
  for (const auto index :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kWords.size())))
    sentence += kWords[index] + " ";
  const documents::Document document = plain_document(sentence);
  const Text text = cut_into_sentences(document);
  std::uint32_t end = 0;
  for (const DateMention& date : find_dates(text, day_of(2026, 3, 4))) {
    RC_ASSERT(date.tokens.first >= end && !date.tokens.empty() && date.tokens.last <= text.size());
    RC_ASSERT(date.first.has_value() == date.last.has_value());
    RC_ASSERT(!date.first || *date.first <= *date.last);
    end = date.tokens.last;
  }
}

TEST(Calendar, EasterFallsWhereTheTablesSay) {
  EXPECT_EQ(easter_sunday(1961), day_of(1961, 4, 2));
  EXPECT_EQ(easter_sunday(2000), day_of(2000, 4, 23));
  EXPECT_EQ(easter_sunday(2024), day_of(2024, 3, 31));
  EXPECT_EQ(easter_sunday(2025), day_of(2025, 4, 20));
  EXPECT_EQ(easter_sunday(2038), day_of(2038, 4, 25));
}

RC_GTEST_PROP(Calendar, EasterIsASundayBetweenTheEquinoxAndLateApril, ()) {
  const int year = *rc::gen::inRange(1800, 2200);
  const Day easter = easter_sunday(year);
  RC_ASSERT(weekday_of(easter) == 6U);
  RC_ASSERT(easter >= *day_of(year, 3, 22) && easter <= *day_of(year, 4, 25));
}

RC_GTEST_PROP(Dates, AWholeDateMeansTheSameWhateverTheDayOfTheReport, ()) {
  const Day day = Day(std::chrono::days(*rc::gen::inRange(0, 40000))),
            today = Day(std::chrono::days(*rc::gen::inRange(0, 40000)));
  RC_ASSERT(read_dates("They met on " + written(day) + ".", today) ==
            std::vector<std::string>{written(day) + ": " + written(day)});
}

RC_GTEST_PROP(Dates, APastWeekdayLiesInTheLastSevenDays, ()) {
  static const std::vector<std::string> kNames = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
  const Day today = Day(std::chrono::days(*rc::gen::inRange(0, 40000)));
  const std::string name = *rc::gen::elementOf(kNames);
  const documents::Document document = plain_document("They met on " + name + ".");
  const auto dates = find_dates(cut_into_sentences(document), today);
  RC_ASSERT(dates.size() == 1U);
  RC_ASSERT(*dates[0].first <= today && today - *dates[0].first < std::chrono::days(7));
}

}  // namespace
}  // namespace modus::reading
