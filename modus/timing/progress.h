/// \file How near a deal would have been judged to be at each date of a case.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "modus/base/context.h"
#include "modus/base/result.h"
#include "modus/findings/blockers.h"
#include "modus/findings/progress.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::timing {

struct ProgressOptions {
  std::size_t dates = 50;         ///< told of at most; the rest is merged (case_days.h)
  std::size_t scenarios = 4096;   ///< at earlier dates, if so many are drawn
  /// What the last date lies in, as zone/find_zone.h found it. Absent: sampling alone.
  std::optional<std::pair<double, double>> range;
  /// Its hardest issues, as blockers/issue_effects.h found them. Null: looked for.
  const std::vector<findings::IssueEffect>* hardest = nullptr;
  bool all_variations = true;     ///< false: only those behind `range`, carried to every date
};

/// The case at the end of each of its dates: statements made later count as never made, with repetition and replacing
/// worked out anew. Assessments, judgments, drafts, parties and issues are as they are now: what is told is how things
/// would look today had one heard just that much. `scan` is scan_zone of the drawn case.
///
/// The last date is the case itself: its zone probability and best joint acceptance are those of find_zone. Earlier ones
/// are walked backwards (past_scenarios.h): re-weighted where that leaves a quarter of the scenarios and 400 at least (of
/// fewer scenarios, half), else drawn afresh party by party. The best joint acceptance of earlier dates is of a quarter
/// of their scenarios (512 at least) and their hardest issues of a sixteenth (128 at least; of the last date 1,024), each
/// more than twice its error. What a statement did is told by the same scenarios with and without it. A case of more than
/// some 200 statements is told from fewer scenarios, 256 at least: half as many for twice as many statements.
///
/// Range: of dates before the last, at the first, the highest, the lowest and on both sides of the greatest step,
/// everything that zone/rests_on.h varies, in 512 scenarios each; at any other the same distances in log-odds as at that date,
/// of those and the last, whose zone probability is most like its own (range_carried). Then joined with sampling. A
/// date on which every scenario is the same is without error.
///
/// Sampled; the same at any thread count and in any order of the file. Problems: at some date statements at certainty
/// contradict the judgments.
[[nodiscard]] base::Result<findings::ProgressFinding> find_progress(const zone::DrawnCase& drawn, const zone::ZoneScan& scan,
                                                                    const ProgressOptions& options, const base::Context& context);

/// Where one date stands against another, by `difference` and `standard_error`.
[[nodiscard]] findings::Nearness nearness_of(double difference, double standard_error);

}  // namespace modus::timing
