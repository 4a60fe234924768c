/// \file A second, naive look at what ideas do to a zone and at shares of a burden.
#pragma once

#include <vector>

#include "modus/case_model/case.h"
#include "modus/findings/ideas.h"
#include "modus/findings/scenarios.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Of one of the cases compared: its zone probability, its best package and that one's corrected acceptance,
/// counted package by package. `name` is how the report calls the check.
[[nodiscard]] VerifyReport verify_best(const case_model::Case& subject, const findings::Scenarios& scenarios,
                                       double zone_probability, double best_joint_acceptance,
                                       const findings::PackageView& best, const std::string& name,
                                       const VerifyOptions& options);

/// Shares by Shapley value over all orders of up to 8 parties, each group's cost by trying every way to split
/// it; shares by capacity; that shares add up to the total.
[[nodiscard]] VerifyReport verify_burdens(const case_model::Case& subject,
                                          const std::vector<findings::BurdenFinding>& burdens,
                                          const VerifyOptions& options);

}  // namespace modus::verify
