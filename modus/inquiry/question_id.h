/// \file The ids by which questions are answered later.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/findings/questions.h"

namespace modus::inquiry {

/// The id of a question about this case (findings/questions.h). A package is named by the first draft that it is,
/// in kDraft, else by its number. Names hold no colon, so ids are read back without doubt; where a draft goes by the
/// name "p12", the number 12 is written "p012". Precondition: the combinations can be counted.
[[nodiscard]] std::string id_of(const case_model::Case& subject, const case_model::Standing& standing,
                                const findings::Question& question);

/// The question an id stands for: what is asked and of whom; nothing of what it is worth. An id says all that is asked,
/// so it need not have been listed in this very run. Its limit is the one that rests on the statement, which may be
/// any of those it rests on.
///
/// Problems: no such kind of question, party, statement with a limit, draft, issue or package (with the nearest id of a
/// question that can be asked); a party whose acceptance is not its own; a package that breaks a rule; the same thing
/// twice. `name` stands for the file in problems.
[[nodiscard]] base::Result<findings::Question> read_question_id(const case_model::Case& subject, const case_model::Standing& standing,
                                                                std::string_view id, std::string_view name);

/// Ids that do not depend on any drawing: of limits, drafts and rankings, for each party that is asked.
[[nodiscard]] std::vector<std::string> fixed_question_ids(const case_model::Case& subject, const case_model::Standing& standing);

}  // namespace modus::inquiry
