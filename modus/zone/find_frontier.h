/// \file Which packages does no other one beat for everybody, and which of them does each bargaining solution pick?
#pragma once

#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/domain.h"
#include "modus/findings/frontier.h"
#include "modus/zone/drawn_case.h"

namespace modus::zone {

struct FindFrontierOptions {
  std::vector<std::size_t> parties;  ///< by their place in the domain; empty: all
  bool all = false;                  ///< packages below somebody's no-deal value too
  bool count = true;                 ///< count the packages worth no deal to everybody
};

/// The exact frontier of 1 to 8 parties, whatever the number of packages, as long as what ties issues together stays
/// narrow (frontier_search.h); its bargaining points (bargaining_points.h); how many packages there are, and how many are
/// worth no deal to everybody (nothing where they are too many to count: count_packages.h). A no-deal value below all
/// that a party can get binds nothing: there, and where none is known, the party's least utility stands in its place.
/// Utilities are counted on a grid (domain_problem.h); what lies below no deal by no more than rounding reaches it. Verdict: proven; impossible where no package is worth no
/// deal to everybody (then there are no points). Problems: parties that are none or too many; terms that tie
/// too many options together.
[[nodiscard]] base::Result<findings::FrontierFinding> find_frontier(const case_model::Domain& domain, const FindFrontierOptions& options = {});

/// The same of a case; utilities are points, rules and limits that are real are kept. `options.parties` is not looked at.
/// A problem where the wants of somebody asked are not points (case_problem.h).
[[nodiscard]] base::Result<findings::FrontierFinding> find_frontier(const DrawnCase& drawn, const FindFrontierOptions& options = {});

}  // namespace modus::zone
