/// \file Ideas told: what new options and linked issues would change, and how burdens could be shared.
/// Promises as of tell.h; ideas come by their gain, parties by id.
#pragma once

#include "modus/brief/document.h"
#include "modus/case_model/case.h"
#include "modus/findings/ideas.h"

namespace modus::brief {

/// `subject` is the case as it is.
[[nodiscard]] Document tell_expand(const case_model::Case& subject, const findings::ExpandFinding& finding);

}  // namespace modus::brief
