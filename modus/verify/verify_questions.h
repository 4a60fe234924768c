/// \file What is said of questions to a party, checked from the definitions.
#pragma once

#include "modus/findings/brief.h"
#include "modus/verify/every_package.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks, of each question, from the definitions in findings/questions.h: the chance of yes; honesty, leak risk and
/// value; what a true answer is worth, and one as heard in private and in public, in gain and in bits; of each answer its
/// chance, the zone probability and the best package given it, and the changes listed; order, bounds and ceiling. Not
/// checked: that no other question is worth more, that no other change is larger, the text, and `bits` where no
/// scenario has a zone. `every` is null where counting every package was not affordable; then only the chances, the
/// changes and the order are checked.
[[nodiscard]] VerifyReport verify_questions(const NaiveAcceptance& naive, const EveryPackage* every,
                                            const findings::BriefFinding& brief,
                                            const VerifyOptions& options);

}  // namespace modus::verify
