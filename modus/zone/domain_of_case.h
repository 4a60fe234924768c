/// \file A case whose wants are points as a domain, for the field's own files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/domain.h"
#include "modus/zone/drawn_case.h"

namespace modus::zone {

struct DomainOfCase {
  case_model::Domain domain;            ///< utilities in points; parties and issues by their ids
  std::vector<std::string> left_out;    ///< rules, limits and adjustments: a domain holds none; sentences
};

/// Those whose acceptance is always asked, by id. A problem where the wants of one of them are not exact, as in
/// find_frontier.h.
[[nodiscard]] base::Result<DomainOfCase> domain_of(const DrawnCase& drawn);

}  // namespace modus::zone
