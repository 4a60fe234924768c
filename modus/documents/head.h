/// \file What the first and last lines of a report tell about it. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/documents/day_text.h"
#include "modus/documents/stretches.h"

namespace modus::documents {

/// Something told by words of a stretch.
struct Told {
  std::size_t stretch = 0;
  Span span;  ///< bytes of the stretch's text
  std::string value;
};

struct ToldDay {
  Told told;  ///< its value empty where the year is not said
  DayText day;
};

struct Head {
  std::optional<Told> title, publisher;
  std::vector<Told> authors;
  std::optional<ToldDay> published, updated, dateline;
};

/// Finds title, bylines, date lines, the paper's name and the dateline among the first stretches, and what
/// the last ones add; marks their kinds, and parts a dateline from its paragraph. `title` is what markup
/// tells, or empty. O(size).
[[nodiscard]] Head read_head(std::vector<Stretch>& stretches, std::string_view title);

/// Parts "14:05 GMT -" from the entries of a report that grew through a day, as headings.
void part_time_stamps(std::vector<Stretch>& stretches);

/// Marks short lines that stand alone before a paragraph as headings.
void mark_headings(std::vector<Stretch>& stretches);

}  // namespace modus::documents
