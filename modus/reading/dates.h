/// \file When: the days that "on Friday", "last month" or "March 4" stand for, counted from the report's date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modus/reading/reading.h"
#include "modus/reading/text.h"

namespace modus::reading {

struct ReferenceDate {
  std::optional<Day> day;
  std::string basis;    ///< in words: "dateline", "the report's date", "latest past day named; year from the file's name"
};

/// The day a report's relative dates count from: `given` (an option) first, then the report's own date, then
/// what its text allows (the latest day it speaks of in the past tense, with the year from the text or the file's name).
[[nodiscard]] ReferenceDate find_reference_date(const Text& text, std::optional<Day> given);

struct DateMention {
  Tokens tokens;                  ///< "this week", "December 19", "on" not included
  std::optional<Day> first, last; ///< inclusive; nothing where no reference date is known and one is needed
  DatePrecision precision = DatePrecision::kDay;
  bool approximate = false;       ///< "early May", "about a month ago"
  bool future = false;
};

/// Every expression of time that names days, in order, none overlapping. Weekdays go by the tense of their sentence: "on
/// Friday" is the latest past Friday (the day of the report included) unless the clause is about the future; "this week" is Monday
/// to Sunday of its week. Spans of time ("for three years", "a 30-day truce") name no days and are left out. O(tokens).
[[nodiscard]] std::vector<DateMention> find_dates(const Text& text, std::optional<Day> reference);

}  // namespace modus::reading
