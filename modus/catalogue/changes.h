/// \file Changes of a case as findings tell them.
#pragma once

#include <vector>

#include "modus/findings/what_if.h"
#include "modus/formats/edit_case.h"

namespace modus::catalogue {

[[nodiscard]] findings::Change tell_change(const formats::CaseChange& change);
/// By path.
[[nodiscard]] std::vector<findings::Change> list_changes(const std::vector<formats::CaseChange>& changes);

/// Whether items of this group can have a part in the figures of a headline at all. Sources can: their dates say which
/// statement is the latest.
[[nodiscard]] bool takes_part(const formats::CaseItem& item);

}  // namespace modus::catalogue
