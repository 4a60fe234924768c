/// \file How hard each issue is: what a zone would gain if it were out of the way.
#pragma once

#include <vector>

#include "modus/blockers/openings.h"
#include "modus/findings/blockers.h"

namespace modus::blockers {

/// For every issue, the share of scenarios that have no zone, but would have one if limits naming the issue
/// were dropped and each party valued each package as if its own best option of that issue were in it. The
/// largest first, ties by issue. With each, the principals nobody knows anything about there: no statement
/// that counts names the issue and no judgment is on it, so that the issue may look easier than it is.
/// `openings` are those of the chosen scenarios. Cost: that of one scan of the scenarios without a zone an
/// issue.
[[nodiscard]] std::vector<findings::IssueEffect> issue_effects(const case_model::Case& subject,
                                                               const case_model::Standing& standing,
                                                               const zone::Acceptance& acceptance,
                                                               const std::vector<ScenarioOpenings>& openings,
                                                               const ScenarioChoice& choice,
                                                               const base::Context& context);

/// By issue: the scenarios of `choice`, by number, in which that opens a zone.
[[nodiscard]] std::vector<zone::ScenarioSet> opened_by_issue(const case_model::Case& subject, const zone::Acceptance& acceptance,
                                                             const std::vector<ScenarioOpenings>& openings,
                                                             const ScenarioChoice& choice, const base::Context& context);

/// The principals that are silent on an issue, by party.
[[nodiscard]] std::vector<case_model::PartyIndex> silent_on(const case_model::Case& subject,
                                                            const case_model::Standing& standing,
                                                            case_model::IssueIndex issue);

}  // namespace modus::blockers
