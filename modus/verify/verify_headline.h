/// \file A second, naive look at a headline.
#pragma once

#include <vector>

#include "modus/case_model/case.h"
#include "modus/findings/headline.h"
#include "modus/findings/scenarios.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Counts the headline of the case again, package by package and scenario by scenario, each as one or by its weight:
/// zone probability, best package and its corrected acceptance, mean acceptance and zone without each party, number of
/// packages. With weights the best is checked only where at most `listed` packages are accepted by any scenario, which
/// is as far as headline_of promises it. Effects of sticking points and issues are checked by verify_blockers.
[[nodiscard]] VerifyReport verify_headline(const case_model::Case& subject, const findings::Scenarios& scenarios,
                                           const std::vector<double>& weights, const findings::Headline& headline,
                                           std::size_t listed, const VerifyOptions& options);

}  // namespace modus::verify
