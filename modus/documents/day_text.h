/// \file Calendar days written out in the lines around a report. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modus/documents/document.h"

namespace modus::documents {

struct DayText {
  Span span;     ///< with the weekday before it, where there is one
  int year = 0;  ///< 0: not said
  unsigned month = 0, day = 0;
  bool ambiguous = false;  ///< "03/05/2026": day and month may be the other way round
};

/// The first calendar day in a text: "3 May 2026", "Sunday 3rd of May, 2026", "May 3, 2026", "2026-05-03" (a
/// time may follow), "2026/05/03", "03.05.2026", "March 4", "25/03/2026". O(size).
[[nodiscard]] std::optional<DayText> find_day(std::string_view text);

/// YYYY-MM-DD, or empty where the year is not known or the day is ambiguous.
[[nodiscard]] std::string iso_day(const DayText& day);

/// Whether the word is the name of a day of the week, or its short form.
[[nodiscard]] bool is_weekday(std::string_view word);
/// 1 to 12 for the name of a month with a capital or its short form, else 0.
[[nodiscard]] unsigned month_of(std::string_view word);

/// The last year from 1900 to 2099 that a text writes out; 0 where there is none.
[[nodiscard]] int last_year_in(std::string_view text);

}  // namespace modus::documents
