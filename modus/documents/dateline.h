/// \file "GENEVA, March 4 (Agency) -": where, when and by whom, before the first sentence. Private to this
/// room.
#pragma once

#include <optional>
#include <string_view>

#include "modus/documents/day_text.h"

namespace modus::documents {

struct Dateline {
  std::size_t end = 0;  ///< bytes up to the report's first letter
  std::optional<Span> agency;
  std::optional<DayText> day;
};

/// The dateline at a paragraph's start: a place in capitals, or one with a day or an agency in brackets after
/// it, and a dash. Nothing where the paragraph starts with its first sentence. O(1).
[[nodiscard]] std::optional<Dateline> read_dateline(std::string_view paragraph);

/// "14:05 GMT - ", "10.42am: ": bytes of a time at a paragraph's start, as reports that grow through a day
/// have it; or 0.
[[nodiscard]] std::size_t time_stamp(std::string_view paragraph);

}  // namespace modus::documents
