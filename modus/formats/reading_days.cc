// Days, ranges of days and lengths of time.
#include <array>
#include <charconv>

#include "modus/formats/iso_day.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Day;

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool signless = !digits.empty() && digits.front() >= '0' && digits.front() <= '9';
  if (!signless || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

struct Unit {
  std::string_view word;
  int days;
};
constexpr std::array<Unit, 8> kUnits = {{{"day", 1},
                                         {"days", 1},
                                         {"week", 7},
                                         {"weeks", 7},
                                         {"month", 30},
                                         {"months", 30},
                                         {"year", 365},
                                         {"years", 365}}};

}  // namespace

std::optional<Day> read_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = whole_number(text.substr(0, 4));
  const auto month = whole_number(text.substr(5, 2));
  const auto day = whole_number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> Reading::day(const YamlNode& node) {
  const auto read = node.is_text() ? read_iso_day(node.text) : std::nullopt;
  if (!read)
    add(node, (node.is_text() ? shown(node.text) : "this") + " is no date",
        "a day of the calendar such as 2026-03-11");
  return read;
}

std::optional<case_model::Days> Reading::days(const YamlNode& node) {
  const std::string_view words = node.text;
  const std::size_t dots = words.find("..");
  const bool range = node.is_text() && dots != std::string_view::npos;
  const auto first = node.is_text() ? read_iso_day(words.substr(0, dots)) : std::nullopt;
  const auto last = range ? read_iso_day(words.substr(dots + 2)) : first;
  if (!first || !last) {
    add(node, (node.is_text() ? shown(words) : "this") + " is no date",
        "a day such as 2026-03-11 or a range of days such as 2026-03-11..2026-03-13");
  } else if (*first > *last) {
    add(node, "the days " + shown(words) + " are upside down", "write the earlier day first");
  } else {
    return case_model::Days{*first, *last};
  }
  return std::nullopt;
}

std::optional<std::chrono::sys_seconds> Reading::moment(const YamlNode& node) {
  const std::string_view words = node.text;
  const bool shaped = node.is_text() && words.size() == 20 && words[10] == 'T' && words[13] == ':' &&
                      words[16] == ':' && words[19] == 'Z';
  const auto date = shaped ? read_iso_day(words.substr(0, 10)) : std::nullopt;
  const auto hour = shaped ? whole_number(words.substr(11, 2)) : std::nullopt;
  const auto minute = shaped ? whole_number(words.substr(14, 2)) : std::nullopt;
  const auto second = shaped ? whole_number(words.substr(17, 2)) : std::nullopt;
  if (date && hour && minute && second && *hour < 24 && *minute < 60 && *second < 60)
    return *date + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
  add(node, (node.is_text() ? shown(words) : "this") + " is no moment",
      "a day and a time of day in UTC such as 2026-03-11T09:05:00Z");
  return std::nullopt;
}

std::optional<int> Reading::duration(const YamlNode& node) {
  constexpr int kMostDays = 36'500;
  const std::string_view words = node.text;
  const std::size_t space = words.find(' ');
  const auto count =
      node.is_text() && space != std::string_view::npos ? whole_number(words.substr(0, space)) : std::nullopt;
  for (const Unit& unit : kUnits) {
    if (!count || words.substr(space + 1) != unit.word || *count < 1 || *count > kMostDays / unit.days)
      continue;
    return *count * unit.days;
  }
  add(node, (node.is_text() ? shown(words) : "this") + " is no length of time",
      "a whole number of days, weeks, months or years such as 180 days, at most 36500 days");
  return std::nullopt;
}

}  // namespace modus::formats
