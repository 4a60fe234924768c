/// \file What is said of a case date by date, checked from the definitions.
#pragma once

#include "modus/findings/progress.h"
#include "modus/findings/zone.h"
#include "modus/verify/naive_acceptance.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks that each statement is told on the date on which it was made, largest move first; that the last date is the
/// case's own and has its zone probability; that ranges hold their values and best packages meet the rules; and that
/// the words follow from the figures. Where all wants are exact and no limit is uncertain on a date, the zone of that date
/// is worked out again, package by package; other dates would take scenarios of their own, and are not done.
[[nodiscard]] VerifyReport verify_progress(const NaiveAcceptance& naive, const findings::ProgressFinding& progress,
                                           const findings::ZoneFinding& zone, const VerifyOptions& options);

}  // namespace modus::verify
