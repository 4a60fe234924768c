/// \file Frontiers as JSON (docs/json.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/findings/brief.h"
#include "modus/findings/frontier.h"

namespace modus::formats {

/// Of a case; `brief` says what makes the run repeatable.
[[nodiscard]] std::string write_frontier_json(const case_model::Case& subject, const findings::BriefFinding& brief, const findings::FrontierFinding& frontier);
/// Of a domain; `sha256` is of its canonical form.
[[nodiscard]] std::string write_frontier_json(std::string_view version, const std::string& sha256, const findings::FrontierFinding& frontier,
                                              const std::vector<std::string>& notes);

}  // namespace modus::formats
