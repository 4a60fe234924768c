/// \file Evidence read off scenarios already drawn, without the sampler.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/findings/scenarios.h"
#include "modus/preference/party_model.h"

namespace modus::preference {

/// Whether the evidence holds in a scenario of its party. `real` are the limits to take as real.
[[nodiscard]] bool holds_in(const Evidence& evidence, const findings::PartyScenarios& tables, std::size_t issue_count,
                            std::size_t scenario, std::uint64_t real);

/// How every statement fared in scenarios drawn under this standing.
[[nodiscard]] std::vector<findings::StatementFinding> statement_findings(const case_model::Case& subject,
                                                                         const case_model::Standing& standing,
                                                                         const findings::Scenarios& scenarios);

/// Divides weights by their mean; all zero stay so.
void scale_to_mean_one(std::vector<double>& weights);

}  // namespace modus::preference
