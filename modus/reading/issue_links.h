/// \file Which issues a statement speaks of.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/reading/issues.h"

namespace modus::reading {

struct IssueLinks {
  std::vector<std::vector<std::uint32_t>> named;   ///< for every statement the issues its words name, rising
  std::vector<std::vector<std::uint32_t>> of;      ///< the same; where they name none, those spoken of just before it
};

/// A sum without a name belongs to the first issue that comes in sums. A judgment about the talks as a whole takes over no issue. O(tokens).
[[nodiscard]] IssueLinks link_statements(const Scene& scene, const std::vector<Spoken>& spoken, const std::vector<IssueTerm>& issues);

}  // namespace modus::reading
