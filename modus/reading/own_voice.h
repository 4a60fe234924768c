/// \file What the report itself says about how near a deal is, or what stands in its way.
#pragma once

#include <vector>

#include "modus/reading/spoken.h"

namespace modus::reading {

/// Clauses of the report's own that judge closeness and that no statement of `spoken` covers; in order. Titles and headings are left out.
[[nodiscard]] std::vector<Spoken> find_own_voice(const Scene& scene, const std::vector<Spoken>& spoken);

}  // namespace modus::reading
