/// \file How far a drafted case's answer hangs on the ways in which its passages can be read.
#pragma once

#include <cstdint>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/findings/brief.h"

namespace modus::catalogue {

/// At most this many ways of reading are drawn, with kCodingScenarios scenarios each: a second or two.
inline constexpr std::size_t kCodingsDrawn = 24;
inline constexpr std::size_t kCodingScenarios = 1024;
/// So many of the hardest issues must be confirmed by a person before a draft's numbers stand alone.
inline constexpr std::size_t kIssuesToConfirm = 2;

/// Zone probability over the codings of the open questions, one other coding at a time. `brief` holds the zone and the
/// blockers of the case as it stands. Ways of reading that contradict themselves or do not mix are left out. Same case and
/// seed, same answer at any number of threads. Precondition: the case has a draft record.
[[nodiscard]] findings::DraftFinding weigh_codings(const case_model::Case& subject, const findings::BriefFinding& brief,
                                                   std::uint64_t seed, const base::Context& context);

}  // namespace modus::catalogue
