/// \file What is said of the statements, checked from the definitions.
#pragma once

#include <vector>

#include "modus/findings/scenarios.h"
#include "modus/verify/naive_acceptance.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks which statements count, said and meant as entered, that every `meant_after` is a probability, and,
/// for statements that make a limit, accept, offer or reject a complete package or prefer one to another,
/// that it is the share of scenarios in which they hold.
[[nodiscard]] VerifyReport verify_statements(const NaiveAcceptance& naive,
                                             const std::vector<findings::StatementFinding>& statements,
                                             const VerifyOptions& options);

}  // namespace modus::verify
