/// \file The front door of this room: a second look at a run's findings, by naive routines written from the
/// definitions in docs/method.md and the headers of findings/. Shares no code with the algorithms it checks.
///
///     VerifyReport report = verify_brief(subject, scenarios, brief, {});
///     if (!report.problems.empty()) ...   // somewhere the engine and the definitions disagree
///
/// It takes the scenarios as drawn; that they follow from the case is not checked here. Everything that is
/// not random given the scenarios is: shares of scenarios (to 1e-9, plus the share of scenarios in which
/// rounding could decide), counts, spreads, sets, orders and bounds.
#pragma once

#include "modus/case_model/case.h"
#include "modus/findings/brief.h"
#include "modus/findings/scenarios.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Which parts of a brief are filled and to be checked.
struct BriefParts {
  bool zone = true, blockers = true, packages = true, questions = true;
};

/// Promise: a problem for each disagreement found, in a fixed order; no problem where the findings agree with
/// their definitions. Checks that would cost more than `options.max_evaluations` are listed as not done.
/// Where the scenarios do not fit the case (parties drawn, table sizes) that is the one problem.
[[nodiscard]] VerifyReport verify_brief(const case_model::Case& subject, const findings::Scenarios& scenarios,
                                        const findings::BriefFinding& brief, const VerifyOptions& options,
                                        const BriefParts& parts = {});

}  // namespace modus::verify
