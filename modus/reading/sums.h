/// \file Sums and shares: "$240", "3.5 per cent", "1,800 tonnes".
#pragma once

#include "modus/reading/scene.h"

namespace modus::reading {

/// Whether a range names a sum of money, a share or a measured quantity; a bare number or a day is none.
[[nodiscard]] bool has_sum(const Scene& scene, Tokens range);

}  // namespace modus::reading
