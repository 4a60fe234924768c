/// \file What a case holds, and whether a run could start.
#pragma once

#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/formats/write_json.h"

namespace modus::catalogue {

/// Problems: judgments that contradict each other; too many packages to list. Draws nothing.
[[nodiscard]] base::Result<formats::CaseCounts> check_case(const case_model::Case& subject);

}  // namespace modus::catalogue
