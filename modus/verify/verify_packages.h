/// \file What is said of families of packages and of common ground, checked from the definitions.
#pragma once

#include "modus/findings/packages.h"
#include "modus/verify/every_package.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks each listed package (verify_package); that it has all that its family has in common; the range of
/// joint acceptance over all packages with those terms that some scenario accepts; that the first package is
/// not one-sided unless all are; and the terms of common ground that are in the zone. Not checked: which
/// issues are contested, who is one-sided, what is said by all. `every` is null where it was not affordable.
[[nodiscard]] VerifyReport verify_packages(const NaiveAcceptance& naive, const EveryPackage* every,
                                           const findings::PackagesFinding& packages,
                                           const VerifyOptions& options);

}  // namespace modus::verify
