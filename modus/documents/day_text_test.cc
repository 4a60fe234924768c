#include "modus/documents/day_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace modus::documents {
namespace {

std::string day_in(std::string_view text) {
  const auto day = find_day(text);
  return day ? iso_day(*day) : "none";
}

std::string passage(std::string_view text) {
  const auto day = find_day(text);
  return day ? std::string(text.substr(day->span.begin, day->span.size())) : "none";
}

TEST(Days, AreReadInTheLayoutsOfPapers) {
  for (const char* text :
       {"3 May 2026", "3rd May 2026", "Sunday 3rd of May, 2026", "May 3, 2026", "May 3rd 2026", "MAY 3, 2026",
        "03 May 2026", "3-May-2026", "2026-05-03", "2026/5/3", "2026-05-03T14:05:00Z", "03.05.2026",
        "Published on Sun, 03 May 2026 14:05:00 GMT", "Updated: 3 May 2026, 14:05"}) {
    EXPECT_EQ(day_in(text), "2026-05-03") << text;
  }
  EXPECT_EQ(day_in("Sept. 14, 2025"), "2025-09-14");
  EXPECT_EQ(day_in("25/03/2026"), "2026-03-25");
  EXPECT_EQ(day_in("03/25/2026"), "2026-03-25");
  EXPECT_EQ(day_in("05/05/2026"), "2026-05-05");
}

TEST(Days, StayOpenWhereDayAndMonthMayBeTheOtherWayRound) {
  EXPECT_EQ(day_in("03/05/2026"), "");
  EXPECT_EQ(passage("on 03/05/2026 at noon"), "03/05/2026");
}

TEST(Days, WithoutAYearHaveNoValue) {
  EXPECT_EQ(day_in("GENEVA, March 4 (Agency)"), "");
  EXPECT_EQ(passage("GENEVA, March 4 (Agency)"), "March 4");
}

TEST(Days, TakeTheirWeekdayWithThem) {
  EXPECT_EQ(passage("on Thursday 8th January 2026"), "Thursday 8th January 2026");
  EXPECT_EQ(passage("Mon, May 4, 2026."), "Mon, May 4, 2026");
  EXPECT_EQ(passage("talks of 4 May 2026"), "4 May 2026");
}

TEST(Days, AreNotSeenInOtherNumbers) {
  for (const char* text :
       {"may 3 people", "15 percent", "Article 5", "1.5 million", "30 Marchers", "31 April 2026",
        "2026-13-01", "Mayor 3", "in May 2026", "32 May 2026", "version 1.2.3"}) {
    EXPECT_EQ(day_in(text), "none") << text;
  }
}

RC_GTEST_PROP(Days, AreFoundAgainInEveryLayout, ()) {
  static constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
  const auto year = *rc::gen::inRange(1950, 2050);
  const auto month = *rc::gen::inRange(1, 13), day = *rc::gen::inRange(1, 29);
  const std::string name = kMonths[static_cast<std::size_t>(month - 1)];
  const std::string wanted = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  const auto text =
      *rc::gen::element(fmt::format("{} {} {}", day, name, year), fmt::format("{} {}, {}", name, day, year),
                        fmt::format("{} {}, {}", name.substr(0, 3), day, year), wanted,
                        fmt::format("{:02}.{:02}.{}", day, month, year));
  RC_ASSERT(day_in("Quay Post, " + text + " at noon") == wanted);
}

TEST(Years, TheLastOneCounts) {
  EXPECT_EQ(last_year_in("\u00A9 2019-2026 Quay Post"), 2026);
  EXPECT_EQ(last_year_in("talks-2025-12.txt"), 2025);
  EXPECT_EQ(last_year_in("12345 and 999"), 0);
}

}  // namespace
}  // namespace modus::documents
