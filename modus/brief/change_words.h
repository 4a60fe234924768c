/// \file How changes of a case and moved figures are said. Private to this room.
#pragma once

#include <optional>
#include <string>

#include "modus/brief/telling.h"
#include "modus/findings/what_if.h"

namespace modus::brief {

/// "up 10 percentage points", "down under 5 percentage points"; "no more than sampling error" where it is not told
/// from none.
[[nodiscard]] std::string say_way(const findings::Movement& moved);
/// "from 30 % (unlikely) to 45 % (roughly even), up 15 percentage points"; "stays at ..." where both print alike.
[[nodiscard]] std::string say_move(const findings::Headline& before, const findings::Headline& after,
                                   const findings::Movement& moved);

/// "Added: statement s3 (Union): rejects ...", cited where it is a statement of the case after.
[[nodiscard]] Sentence say_change(Telling& after, const findings::Change& change);
/// How the effect of a change was come by, or why there is none.
[[nodiscard]] std::string say_basis(findings::ChangeEffect::Basis basis);

/// Zone probability, best joint acceptance, parties, packages: before, after and how far apart. `before` is the case before.
[[nodiscard]] Table headline_table(const case_model::Case& before, const Telling& after, const findings::Headline& was,
                                   const findings::Headline& is, const findings::HeadlineMovement& moved);
/// Whether another package is accepted most often, and which.
[[nodiscard]] Sentence say_best_packages(const case_model::Case& before, const case_model::Case& after, const findings::Headline& was,
                                         const findings::Headline& is);
/// Unblocking effects worth telling, of sticking points by id and of issues hardest first.
[[nodiscard]] Blocks tell_named_effects(const case_model::Case& before, const Telling& after, const findings::Headline& was,
                                        const findings::Headline& is);

/// The judgments that matter most: a chart and what it means.
[[nodiscard]] Blocks tell_scan(Telling& telling, const findings::JudgmentScan& scan);

}  // namespace modus::brief
