/// \file The door to the engine: one question about one case, one answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/catalogue/outcome.h"
#include "modus/catalogue/verbs.h"
#include "modus/findings/brief.h"
#include "modus/verify/report.h"

namespace modus::catalogue {

struct RunOptions {
  std::size_t scenarios = 4096;  ///< 64 to 1,000,000, rounded up to a multiple of 8
  std::uint64_t seed = 1;
  std::vector<case_model::Package> packages;  ///< told of in `zone` besides the case's drafts; each meets the rules
  bool verify = false;  ///< check each finding again by the naive routines of verify/
  const case_model::Case* since = nullptr;  ///< kBrief: an earlier state of the same dispute, to tell what changed
  /// kBrief: the table of durations that the case names, read and fitted, and the hash of it (WhenOptions of when.h).
  std::optional<findings::ReferenceClass> own_class = {};
  std::string own_class_sha256 = {};
};

struct RunAnswer {
  /// Filled: `run`, `statements`, `sampling` and `assumptions` always; `zone` by kZone and kBrief; `blockers` by
  /// kBlockers and kBrief; `packages` by kPackages and kBrief; `questions` and `text` by kBrief,
  /// `forecast` too where the case has an event and a horizon, `progress` where it has more than one date. The rest is as default-constructed.
  findings::BriefFinding brief;
  verify::VerifyReport checks;  ///< empty unless asked for; problems in it mean that the answer is not to be used
};

/// What the verb asks of the case. Same case, options and seed: same answer at any thread count.
/// Precondition: the verb is one of kBrief, kZone, kBlockers, kPackages.
/// Problems: judgments that contradict each other; too many limits or packages to work with.
/// Stopped: the sampler did not mix; the context was cancelled.
[[nodiscard]] Outcome<RunAnswer> run(Verb verb, const case_model::Case& subject, const RunOptions& options,
                                     const base::Context& context);

}  // namespace modus::catalogue
