/// \file What stands around a name: a title before it, an apposition beside it, the verb after it.
#pragma once

#include <string_view>
#include <vector>

#include "modus/reading/name_actors.h"
#include "modus/reading/name_parts.h"

namespace modus::reading {

/// Settles kind, role, owner and gender of names by their surroundings: "union president NAME", "NAME, the
/// ferry operator,", "said NAME". `names` stand in order. O(names).
void look_around(const ActorSearch& search, std::vector<ParsedName>& names);

/// "TWU", "NATO".
[[nodiscard]] bool is_acronym(std::string_view word);

}  // namespace modus::reading
