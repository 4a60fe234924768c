/// \file Which parts of a report tell the story, and which only surround it.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/reading/text.h"

namespace modus::reading {

enum class Zone : std::uint8_t {
  kBody,     ///< sentences
  kHeading,  ///< title and headings: capitals tell nothing there
  kAside,    ///< byline, dateline, credits
};

/// The zone of each token. Where a file has no markup, a short line without a full stop counts as a heading
/// and "GENEVA, March 4 (Agency) -" as an aside. O(tokens).
[[nodiscard]] std::vector<Zone> zones_of(const Text& text);

}  // namespace modus::reading
