#include "modus/reading/calendar.h"

#include <array>
#include <charconv>
#include <utility>

namespace modus::reading {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

template <class T, std::size_t N>
std::optional<T> named(const std::array<std::pair<std::string_view, T>, N>& table, std::string_view word) {
  for (const auto& [name, value] : table)
    if (name == word) return value;
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, unsigned>, 24> kMonths{
    {{"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
     {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
     {"jan", 1},     {"feb", 2},      {"mar", 3},       {"apr", 4},      {"jun", 6},       {"jul", 7},
     {"aug", 8},     {"sep", 9},      {"sept", 9},      {"oct", 10},     {"nov", 11},      {"dec", 12}}};

constexpr std::array<std::pair<std::string_view, unsigned>, 7> kWeekdays{{{"monday", 0},
                                                                          {"tuesday", 1},
                                                                          {"wednesday", 2},
                                                                          {"thursday", 3},
                                                                          {"friday", 4},
                                                                          {"saturday", 5},
                                                                          {"sunday", 6}}};

constexpr std::array<std::pair<std::string_view, TimeUnit>, 18> kUnits{{{"day", TimeUnit::kDay},
                                                                        {"days", TimeUnit::kDay},
                                                                        {"week", TimeUnit::kWeek},
                                                                        {"weeks", TimeUnit::kWeek},
                                                                        {"fortnight", TimeUnit::kWeek},
                                                                        {"month", TimeUnit::kMonth},
                                                                        {"months", TimeUnit::kMonth},
                                                                        {"quarter", TimeUnit::kQuarter},
                                                                        {"year", TimeUnit::kYear},
                                                                        {"years", TimeUnit::kYear},
                                                                        {"weekend", TimeUnit::kWeekend},
                                                                        {"weekends", TimeUnit::kWeekend},
                                                                        {"spring", TimeUnit::kSpring},
                                                                        {"summer", TimeUnit::kSummer},
                                                                        {"autumn", TimeUnit::kAutumn},
                                                                        {"fall", TimeUnit::kAutumn},
                                                                        {"winter", TimeUnit::kWinter},
                                                                        {"quarters", TimeUnit::kQuarter}}};

constexpr std::array<std::pair<std::string_view, unsigned>, 18> kCounts{{{"a", 1},
                                                                         {"an", 1},
                                                                         {"one", 1},
                                                                         {"two", 2},
                                                                         {"three", 3},
                                                                         {"four", 4},
                                                                         {"five", 5},
                                                                         {"six", 6},
                                                                         {"seven", 7},
                                                                         {"eight", 8},
                                                                         {"nine", 9},
                                                                         {"ten", 10},
                                                                         {"eleven", 11},
                                                                         {"twelve", 12},
                                                                         {"couple", 2},
                                                                         {"few", 3},
                                                                         {"several", 3},
                                                                         {"fourteen", 14}}};

std::optional<unsigned> digits(std::string_view word, std::size_t longest) {
  unsigned value = 0;
  if (word.empty() || word.size() > longest) return std::nullopt;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (fault != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

Days season_days(TimeUnit season, int year) {
  const unsigned first = 3 + 3 * (static_cast<unsigned>(season) - static_cast<unsigned>(TimeUnit::kSpring));
  const bool winter = season == TimeUnit::kWinter;
  return {month_days(year, first).first, month_days(winter ? year + 1 : year, winter ? 2 : first + 2).last};
}

/// January and February still belong to the winter that began the year before.
int season_year(TimeUnit season, Day day) {
  const year_month_day date{day};
  return year_of(day) - (season == TimeUnit::kWinter && static_cast<unsigned>(date.month()) < 3 ? 1 : 0);
}

Days months_from(Day day, int back_to_multiple_of, int offset, int count) {
  const year_month_day date{day};
  const int index =
      static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  const int first = (index / back_to_multiple_of + offset) * back_to_multiple_of;
  const int last = first + count - 1;
  return {month_days(first / 12, static_cast<unsigned>(first % 12) + 1).first,
          month_days(last / 12, static_cast<unsigned>(last % 12) + 1).last};
}

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return named(kMonths, word);
}

std::optional<unsigned> weekday_named(std::string_view word) { return named(kWeekdays, word); }

std::optional<TimeUnit> unit_named(std::string_view word) { return named(kUnits, word); }

std::optional<unsigned> count_named(std::string_view word) {
  if (const auto count = named(kCounts, word)) return count;
  return digits(word, 3);
}

std::optional<unsigned> day_number(std::string_view word) {
  for (std::string_view ending : {"st", "nd", "rd", "th"})
    if (word.ends_with(ending)) {
      word.remove_suffix(2);
      break;
    }
  const auto number = digits(word, 2);
  return number && *number >= 1 && *number <= 31 ? number : std::nullopt;
}

std::optional<int> year_number(std::string_view word) {
  const auto number = word.size() == 4 ? digits(word, 4) : std::nullopt;
  if (!number || *number < 1800 || *number > 2199) return std::nullopt;
  return static_cast<int>(*number);
}

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

std::optional<Day> iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = year_number(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2), 2);
  const auto day = digits(text.substr(8, 2), 2);
  return year && month && day ? day_of(*year, *month, *day) : std::nullopt;
}

unsigned weekday_of(Day day) { return std::chrono::weekday(day).iso_encoding() - 1; }

int year_of(Day day) { return static_cast<int>(year_month_day(day).year()); }

Days month_days(int year, unsigned month) {
  const std::chrono::year_month which{std::chrono::year(year), std::chrono::month(month)};
  return {Day(which / std::chrono::day(1)), Day(which / std::chrono::last)};
}

Day easter_sunday(int year) {
  const int golden = year % 19, century = year / 100, of_century = year % 100;
  const int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int from_march = epact + to_sunday - 7 * late + 22;  // 1 is 1 March
  return month_days(year, 3).first + days(from_march - 1);
}

Days unit_days(TimeUnit unit, Day day, int offset) {
  const Day monday = day - days(weekday_of(day)) + days(7 * offset);
  switch (unit) {
    case TimeUnit::kDay:
      return {day + days(offset), day + days(offset)};
    case TimeUnit::kWeek:
      return {monday, monday + days(6)};
    case TimeUnit::kWeekend:
      return {monday + days(5), monday + days(6)};
    case TimeUnit::kMonth:
      return months_from(day, 1, offset, 1);
    case TimeUnit::kQuarter:
      return months_from(day, 3, offset, 3);
    case TimeUnit::kYear:
      return months_from(day, 12, offset, 12);
    case TimeUnit::kSpring:
    case TimeUnit::kSummer:
    case TimeUnit::kAutumn:
    case TimeUnit::kWinter:
      break;
  }
  return season_days(unit, season_year(unit, day) + offset);
}

int unit_length(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kDay:
      return 1;
    case TimeUnit::kWeekend:
      return 2;
    case TimeUnit::kWeek:
      return 7;
    case TimeUnit::kMonth:
      return 30;
    case TimeUnit::kYear:
      return 365;
    case TimeUnit::kQuarter:
    case TimeUnit::kSpring:
    case TimeUnit::kSummer:
    case TimeUnit::kAutumn:
    case TimeUnit::kWinter:
      break;
  }
  return 91;
}

Days third_of(Days whole, int which) {
  const int length = static_cast<int>((whole.last - whole.first).count()) + 1;
  const Day first = whole.first + days(length * which / 3);
  return {first, which == 2 ? whole.last : whole.first + days(length * (which + 1) / 3 - 1)};
}

}  // namespace modus::reading
