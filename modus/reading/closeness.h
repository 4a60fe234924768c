/// \file How near a deal is said to be.
#pragma once

#include <optional>

#include "modus/reading/scene.h"

namespace modus::reading {

struct ClosenessReading {
  Closeness closeness = Closeness::kUncertain;
  bool strong = false;    ///< the phrase speaks of a deal by itself
  bool of_deal = false;   ///< a word for a deal stands in the clause
  std::uint32_t at = 0;   ///< its first token
};

/// What the words of a clause tell; nothing where they tell nothing. Good and bad signs together are mixed.
[[nodiscard]] std::optional<ClosenessReading> closeness_of(const Scene& scene, Tokens clause);

}  // namespace modus::reading
