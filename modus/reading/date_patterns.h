/// \file How news prose writes times: the shapes of "March 4-6", "early next week", "two weeks ago", before
/// anybody asks which days they stand for.
#pragma once

#include <optional>

#include "modus/reading/calendar.h"
#include "modus/reading/text.h"

namespace modus::reading {

enum class TimeForm : std::uint8_t {
  kDay,         ///< "4 March 2026", "March 4-6": month, day, last_day, perhaps year
  kDayOfMonth,  ///< "on the 14th"
  kMonth,       ///< "March", "March 2026"
  kYear,        ///< "in 2019"
  kWeekday,     ///< "Friday", "next Friday" (offset 1), "Friday of last week" (of_week, offset -1), "Monday
                ///< week" (offset 2)
  kUnit,        ///< "this week", "last month" (offset -1), "yesterday"
  kRolling,     ///< "the past two weeks" (count -2), "the coming days" (count 1)
  kAgo,         ///< "two weeks ago" (count -2), "in three days' time", "three days left" (count 3)
  kEaster,      ///< "over Easter": Good Friday to Easter Monday
  kAnchored,    ///< "a day earlier" (count -1), "the next day" (count 1), "the same day": from a day named
                ///< before
};

enum class Part : std::uint8_t { kWhole, kEarly, kMiddle, kLate, kStart, kEnd, kBefore, kAfter };

struct TimeExpression {
  Tokens tokens;
  TimeForm form = TimeForm::kDay;
  Part part = Part::kWhole;  ///< kBefore: "earlier this week", kAfter: "later this week"
  std::optional<int> year;
  unsigned month = 0, day = 0, last_day = 0, weekday = 0;
  TimeUnit unit = TimeUnit::kDay;
  std::optional<int> offset;  ///< "this" is 0, "last" -1, "next" 1; nothing where the text does not say
  int count = 0;
  bool of_week = false;
  bool approximate = false;
};

/// The longest expression of time that begins at a token; nothing where none does. O(1).
[[nodiscard]] std::optional<TimeExpression> time_at(const Text& text, std::uint32_t token);

}  // namespace modus::reading
