/// \file From a case to scenarios: the prior, the judgments, the evidence, and a sampler that joins them.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/base/context.h"
#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/findings/scenarios.h"

namespace modus::preference {

/// Another assumption under which to draw, for "what this rests on". The default changes nothing.
struct Variation {
  bool no_statements = false;   ///< judgments alone
  bool limits_only = false;     ///< statements make limits but are no evidence on values
  double limit_meant_shift = 0; ///< added to `meant` of every statement that makes a limit, clipped to 0..1
  bool shared_bluffing = false; ///< limits of all parties stand or fall together: one uniform number decides all
  double cost_factor = 1;       ///< times every no-deal cost of a lottery
  double value_shift = 0;       ///< points added to every no-deal value that is not a lottery
  double dirichlet = 1;         ///< weight prior Dirichlet(dirichlet, ..., dirichlet)
  /// Pairs of limits whose entered certainty is exchanged (mirror check); indices into the Standing of the case.
  std::vector<std::pair<case_model::LimitIndex, case_model::LimitIndex>> exchanged;
  std::vector<case_model::StatementIndex> without;  ///< as if never made
};

struct DrawOptions {
  std::size_t scenarios = 4096;  ///< 64 to 1,000,000, rounded up to a multiple of 8
  std::uint64_t seed = 1;
  Variation variation;
  bool watch = true;             ///< false: mixing is not examined and statements are not followed (for variations)
  std::size_t sweeps = 1;        ///< sweeps between draws to start with; doubled until mixed, up to 64, where watched
  /// Scenarios of the same case, drawn without a variation: parties that the variation does not touch are taken
  /// from there, every k-th scenario, where the numbers of scenarios allow. The judgments are taken to be sound.
  const findings::Scenarios* drawn = nullptr;
};

/// Draws scenarios for every party whose acceptance is its own (ConsentKind kAsked and kIfNeeded).
///
/// Promise: sampled. Independent between parties; within one, Gibbs sweeps in eight chains, each conditional
/// drawn exactly, so the stationary distribution is the posterior of docs/method.md. The caller must look at
/// `sampling.mixed()` before it uses a number. Same case, options and seed: same bytes at any thread count.
/// Problems: judgments (with statements at certainty) that contradict each other: the minimal sets, each member
/// with its place; more than 64 standing limits of one party; more memory than 2 GiB asked for.
/// Cost: scenarios * sweeps * coordinates * statements of the party.
base::Result<findings::Scenarios> draw_scenarios(const case_model::Case& subject, const DrawOptions& options,
                                                 const base::Context& context);

/// Weights, one a scenario, mean 1, that turn scenarios drawn from the whole case into scenarios of the case
/// without those statements (importance re-weighting). All zero where no scenario is left.
/// `scenarios` must have been drawn from `subject` without a variation.
[[nodiscard]] std::vector<double> weights_without(const case_model::Case& subject, const findings::Scenarios& scenarios,
                                                  const std::vector<case_model::StatementIndex>& without);

/// (sum w)^2 / sum w^2 (Kish 1965); 0 for all zero.
[[nodiscard]] double effective_size(const std::vector<double>& weights);

}  // namespace modus::preference
