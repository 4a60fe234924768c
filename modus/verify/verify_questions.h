/// \file What is said of questions to a party, checked from the definitions.
#pragma once

#include "modus/findings/brief.h"
#include "modus/verify/every_package.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks, of each question: the chance of yes; the acceptance of the package named for each answer, among the
/// scenarios with that answer, and that no answer's best is above what any package reaches; order and ceiling. The
/// gain is compared with formula B8 of the method,
///
///     ( max_x |yes and all accept x| + max_x |no and all accept x| - max_x |all accept x| ) / S
///
/// which chooses and values on the same scenarios. The engine's own gain is free of that bias, so the two may
/// differ by 3 / sqrt(S). `every` is null where counting every package was not affordable; then only the chances
/// and named packages are checked.
[[nodiscard]] VerifyReport verify_questions(const NaiveAcceptance& naive, const EveryPackage* every,
                                            const findings::BriefFinding& brief, const VerifyOptions& options);

}  // namespace modus::verify
