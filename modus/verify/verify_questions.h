/// \file What is said of questions to a party, checked from the definitions.
#pragma once

#include "modus/findings/brief.h"
#include "modus/verify/every_package.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks, of each question, the chance of yes, the gain, the best packages after each answer and their
/// acceptance, all from the definitions in findings/questions.h; order and ceiling. Not checked: that no
/// other question is worth more. `every` is null where counting every package was not affordable; then only
/// the chances and the order are checked.
[[nodiscard]] VerifyReport verify_questions(const NaiveAcceptance& naive, const EveryPackage* every,
                                            const findings::BriefFinding& brief,
                                            const VerifyOptions& options);

}  // namespace modus::verify
