/// \file The door to the engine: one question about one case, one answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/catalogue/outcome.h"
#include "modus/catalogue/verbs.h"
#include "modus/findings/brief.h"

namespace modus::catalogue {

struct RunOptions {
  std::size_t scenarios = 4096;  ///< 64 to 1,000,000, rounded up to a multiple of 8
  std::uint64_t seed = 1;
  std::vector<case_model::Package> packages;  ///< reported on besides the case's drafts
  bool verify = false;  ///< check each finding again by the naive routines of verify/
};

/// What the verb asks of the case. Filled: `run`, `statements`, `sampling` and `assumptions` always; `zone` for kZone,
/// kPackages and kBrief; `blockers` for kBlockers and kBrief; `packages` for kPackages and kBrief; `questions` for
/// kBrief. The rest is as default-constructed.
///
/// Same case, options and seed: same answer at any thread count. Precondition: the verb is one of those four.
/// Problems: judgments that contradict each other; a package asked for that breaks the rules; too many limits or
///   packages. With `verify`, each finding that the naive routines do not confirm.
/// Stopped: the sampler did not mix; the context was cancelled; more memory than there is.
[[nodiscard]] Outcome<findings::BriefFinding> run(Verb verb, const case_model::Case& subject, const RunOptions& options,
                                                  const base::Context& context);

}  // namespace modus::catalogue
