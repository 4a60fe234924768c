/// \file A package as it is typed on a command line: "wages=6, crews=phased, fund=none".
#pragma once

#include <string_view>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::catalogue {

/// Terms in any order, parted by commas; numbers for issues on a scale. `name` is the file name in problems.
/// Problems, all at once: no term at all, unknown issues and options (with the nearest known), an issue named twice or not at
/// all, a rule the package breaks.
[[nodiscard]] base::Result<case_model::Package> read_package(std::string_view text, const case_model::Case& subject,
                                                             std::string_view name);

/// The package with those terms put in their places: "wages=6". Problems as above, but issues that are not named stay.
[[nodiscard]] base::Result<case_model::Package> read_change(std::string_view text, const case_model::Case& subject,
                                                            const case_model::Package& from, std::string_view name);

}  // namespace modus::catalogue
