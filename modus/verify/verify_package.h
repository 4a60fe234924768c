/// \file What is said of one package, checked from the definitions.
#pragma once

#include <string>

#include "modus/findings/common.h"
#include "modus/verify/naive_acceptance.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks, of a package view: that it meets the rules; joint acceptance; for each party that is asked about
/// it its acceptance, gain and how often it alone refuses, and that what is sure agrees with every scenario;
/// limits, norms and guarantors touched; what would have to be true (beliefs before, and given that all
/// accept). Not checked: sampling errors, the choice of beliefs, `one_sided_for`. `name` is how the report
/// calls the view. Cost: scenarios * (parties + beliefs).
[[nodiscard]] VerifyReport verify_package(const NaiveAcceptance& naive, const findings::PackageView& view,
                                          const std::string& name, const VerifyOptions& options);

/// Median, and the values at ranks ceil(0.05 n) and ceil(0.95 n). Precondition: not empty.
[[nodiscard]] findings::Spread naive_spread(std::vector<double> numbers);

/// By scenario: does all accept the package?
[[nodiscard]] std::vector<bool> scenarios_all_accept(const NaiveAcceptance& naive,
                                                     const case_model::Package& package);

}  // namespace modus::verify
