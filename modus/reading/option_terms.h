/// \file The ways out that a report names: what is offered, wanted, agreed to.
#pragma once

#include <vector>

#include "modus/reading/issue_links.h"

namespace modus::reading {

/// In order of their places, none overlapping another. An option needs an issue that its words name, or a sum; what only concerns how the
/// parties talk ("more time", "to meet again") is none. Rejected: another party turns it down, by its sum or right after it. O(tokens).
[[nodiscard]] std::vector<OptionTerm> find_options(const Scene& scene, const std::vector<Spoken>& spoken, const std::vector<IssueTerm>& issues, const IssueLinks& links);

}  // namespace modus::reading
