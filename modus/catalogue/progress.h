/// \file How near a deal would have been judged to be at each date of a case, as the verb `progress` and the brief have it.
#pragma once

#include <cstddef>
#include <optional>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/catalogue/outcome.h"
#include "modus/findings/brief.h"
#include "modus/verify/report.h"

namespace modus::catalogue {

struct ProgressRequest {
  DrawSettings draw;
  std::size_t dates = 50;  ///< told of at most
  bool verify = false;     ///< check the findings again by the naive routines of verify/
};

struct ProgressAnswer {
  findings::BriefFinding brief;  ///< run, zone, progress, statements, sampling, assumptions
  verify::VerifyReport checks;   ///< as in run.h
};

/// Same case and request: same answer at any thread count. Problems and stops as in run.h, and where statements at
/// certainty contradict the judgments at some date.
[[nodiscard]] Outcome<ProgressAnswer> progress(const case_model::Case& subject, const ProgressRequest& request,
                                               const base::Context& context);

/// Dates that the brief tells of at most.
inline constexpr std::size_t kDatesInBrief = 12;

/// The same of a run whose zone is found with all it rests on, and whose blockers are, for the brief: fewer scenarios at earlier dates, and what
/// the case leaves open looked at on the last date alone. Nothing where the case has one date, or where it
/// contradicts itself at an earlier one.
[[nodiscard]] std::optional<findings::ProgressFinding> progress_of(const zone::DrawnCase& drawn, const zone::ZoneScan& scan,
                                                                   const findings::ZoneFinding& zone,
                                                                   const findings::BlockersFinding& blockers, const base::Context& context);

}  // namespace modus::catalogue
