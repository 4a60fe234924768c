/// \file Lines that tell about a report: who wrote it, for whom, when. Private to this room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "modus/documents/day_text.h"
#include "modus/documents/document.h"

namespace modus::documents {

/// What a line tells; spans count from the line's start.
struct HeadLine {
  std::vector<Span> authors;
  std::optional<Span> publisher;
  std::optional<DayText> published, updated;
};

/// Reads a line such as "By Ann Lee and Bo Ray | Quay Post", "Words: Ann Lee, Local Reporter", "Published
/// Thursday 8th January 2026, 14:05", "Quay Post, May 3, 2026", "Posted on 3 May 2026 by Ann Lee", "5 min
/// read". Nothing where any part of it tells something else. O(size).
[[nodiscard]] std::optional<HeadLine> read_head_line(std::string_view line);

/// "Ann Lee in Geneva", "Ann Lee, Labour Correspondent", "Ann Lee": a byline only where it stands at a
/// byline's place.
[[nodiscard]] std::optional<HeadLine> read_bare_byline(std::string_view line);

/// "Ann Lee in Geneva and Bo Ray in Arvost", after whatever says that names follow.
[[nodiscard]] std::optional<HeadLine> read_names(std::string_view line, Span names);

}  // namespace modus::documents
