/// \file Documents on changes: what changes would do, and what has changed between two states of a dispute. Promises as
/// of tell.h; sticking points come by id, never ranked.
#pragma once

#include <optional>

#include "modus/brief/document.h"
#include "modus/case_model/case.h"
#include "modus/findings/brief.h"
#include "modus/findings/what_if.h"

namespace modus::brief {

/// `after` is the case with the changes made; `scan`, if any, is of it.
[[nodiscard]] Document tell_what_if(const case_model::Case& before, const case_model::Case& after, const findings::WhatIfFinding& finding,
                                    const std::optional<findings::JudgmentScan>& scan, const findings::RunRecord& run);

[[nodiscard]] Document tell_diff(const case_model::Case& before, const case_model::Case& after, const findings::DiffFinding& finding,
                                 const findings::RunRecord& run);

}  // namespace modus::brief
