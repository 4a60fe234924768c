/// \file Days, weeks, months and years as stretches of days; names and small numbers of the calendar.
#pragma once

#include <optional>
#include <string_view>

#include "modus/reading/reading.h"

namespace modus::reading {

/// From the first to the last day, both included.
struct Days {
  Day first, last;
  [[nodiscard]] bool contains(Day day) const { return first <= day && day <= last; }
  friend bool operator==(const Days&, const Days&) = default;
};

enum class TimeUnit { kDay, kWeekend, kWeek, kMonth, kQuarter, kYear, kSpring, kSummer, kAutumn, kWinter };

/// Words in lower case: "march", "sept." -> 3, 9.
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);
/// Monday is 0; full names only.
[[nodiscard]] std::optional<unsigned> weekday_named(std::string_view word);
/// "days" -> kDay, "fortnight" -> kWeek (see `count_named` for its two weeks), "autumn" and "fall" ->
/// kAutumn.
[[nodiscard]] std::optional<TimeUnit> unit_named(std::string_view word);
/// "a", "one", "12", "twelve"; "couple" is 2, "few" and "several" 3.
[[nodiscard]] std::optional<unsigned> count_named(std::string_view word);
/// "4", "4th", "31st": a day of a month.
[[nodiscard]] std::optional<unsigned> day_number(std::string_view word);
/// "1954", "2026": a year of our time.
[[nodiscard]] std::optional<int> year_number(std::string_view word);

/// Nothing where there is no such day.
[[nodiscard]] std::optional<Day> day_of(int year, unsigned month, unsigned day);
/// "2026-03-04" at the beginning of `text`.
[[nodiscard]] std::optional<Day> iso_day(std::string_view text);
[[nodiscard]] unsigned weekday_of(Day day);
[[nodiscard]] int year_of(Day day);
[[nodiscard]] Days month_days(int year, unsigned month);
/// Easter Sunday of the western churches, by the Gregorian reckoning of golden number and epact.
[[nodiscard]] Day easter_sunday(int year);

/// The unit that `day` lies in (weeks run from Monday to Sunday; a weekend belongs to its week; seasons are
/// those of the north, a winter counted to the year it begins in), moved by `offset` units.
[[nodiscard]] Days unit_days(TimeUnit unit, Day day, int offset);
/// About how many days a unit lasts.
[[nodiscard]] int unit_length(TimeUnit unit);

/// The first (0), second (1) or last (2) third of a stretch of days.
[[nodiscard]] Days third_of(Days days, int which);

}  // namespace modus::reading
