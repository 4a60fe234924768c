/// \file The sources of a draft: reports, what they cite, and which of them tell one story. Private to this
/// room.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modus/drafting/draft_case.h"
#include "modus/drafting/outline.h"

namespace modus::drafting {

/// Between a report's name and that of a paper it repeats; no report's own name has it.
inline constexpr std::string_view kVia = ".via-";

/// The readings' sources by name. `counts`: whether a reading is the first with its bytes; the others are
/// left aside.
struct SourceBook {
  std::map<std::string, NamedSource> sources;
  std::vector<std::string> report;  ///< one for each reading
  std::vector<bool> counts;
  std::map<std::string, std::string> bytes;  ///< a mark of what was read, by report: changes with its bytes

  /// The source of what the report tells after `medium`: it shares its origin with all else that is told
  /// after it.
  std::string told_after(std::size_t reading, const std::string& medium);
};

[[nodiscard]] SourceBook gather_sources(std::span<const reading::Reading> readings,
                                        const DraftOptions& options);

}  // namespace modus::drafting
