/// \file What changes of a case do to its headline: the runs behind `what-if`, `diff` and `brief --since`.
#pragma once

#include <optional>
#include <vector>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/catalogue/outcome.h"
#include "modus/findings/what_if.h"
#include "modus/formats/edit_case.h"
#include "modus/inquiry/headline.h"
#include "modus/verify/report.h"

namespace modus::catalogue {

/// Scenarios of a case that is drawn afresh for the effect of one change.
inline constexpr std::size_t kEffectDraws = 1024;
/// Of so many changes at most the single effect is worked out: statements and judgments first, then in order.
inline constexpr std::size_t kMostEffects = 64;

struct WhatIfOptions {
  DrawSettings settings;
  bool scan = false;    ///< look for the judgment that matters most, in the case with the edits made
  bool verify = false;  ///< count both headlines again by the naive routine of verify/
};

struct WhatIfAnswer {
  findings::WhatIfFinding finding;  ///< without edits: before, and after the same
  case_model::Case after;           ///< the case with the edits made
  std::optional<findings::JudgmentScan> scan;
  findings::RunRecord run;          ///< of the case before
  verify::VerifyReport checks;
};

/// The case as it is, and with the edits made. By re-weighting where weights_for (preference/reweigh_case.h) allows it
/// and the effective number of scenarios is at least kLeastEffectiveSize, unless a scan is asked for; else drawn afresh
/// with the same seed. Which of the two, `finding.after.reweighted` says. Problems: of the edits, and as draw_run.
/// Stopped: as draw_run, of either case. Deterministic at any thread count.
[[nodiscard]] Outcome<WhatIfAnswer> what_if(const case_model::Case& subject, const std::vector<formats::CaseEdit>& edits,
                                            const WhatIfOptions& options, const base::Context& context);

/// Problems where two cases are not of one dispute: no principal, or no issue, in common (by id).
[[nodiscard]] base::Problems different_disputes(const case_model::Case& before, const case_model::Case& after);

/// What changed from one state of a dispute to another, and what each change did by itself. Each is undone in `after`
/// alone: by re-weighting its scenarios, or drawn afresh with kEffectDraws scenarios and the same seed, beside as many
/// of `after`. Precondition: of one dispute. If the context stops it, the finding is not to be used.
[[nodiscard]] findings::DiffFinding find_changes(const DrawnRun& before, const DrawnRun& after, const base::Context& context);

struct DiffAnswer {
  findings::DiffFinding finding;
  findings::RunRecord run;  ///< of the case after
  verify::VerifyReport checks;
};
struct DiffOptions {
  DrawSettings settings;
  bool verify = false;
};
/// Problems: other disputes; as draw_run, of either case.
[[nodiscard]] Outcome<DiffAnswer> diff(const case_model::Case& before, const case_model::Case& after, const DiffOptions& options,
                                       const base::Context& context);

}  // namespace modus::catalogue
