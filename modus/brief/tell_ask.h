/// \file Questions to the parties, in words.
#pragma once

#include <string>

#include "modus/brief/document.h"
#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/findings/brief.h"

namespace modus::brief {

/// As a mediator would put it to the party, in the second person; packages in full. One sentence.
[[nodiscard]] std::string word_question(const case_model::Case& subject, const case_model::Standing& standing,
                                        const findings::Question& question);

/// All questions, with what each answer would change; packages go by their ids and stand below in full. Uses questions,
/// packages, run. Promises and preconditions as in tell.h.
[[nodiscard]] Document tell_ask(const case_model::Case& subject, const case_model::Standing& standing,
                                const findings::BriefFinding& finding);

}  // namespace modus::brief
