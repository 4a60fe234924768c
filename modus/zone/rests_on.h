/// \file What the zone probability rests on: the same question under other assumptions.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/base/context.h"
#include "modus/findings/zone.h"
#include "modus/zone/drawn_case.h"

namespace modus::zone {

struct RestsOnOptions {
  std::size_t scenarios = 1024;       ///< for each variation that is drawn afresh
  double least_effective_size = 400;  ///< below it a re-weighting is not used and scenarios are drawn afresh
  bool variations_alone = false;      ///< no stage but the headline, and nothing left out
};

/// One entry an assumption, in this order:
///  - stages: before any statement, from limits alone, from everything (the headline itself);
///  - variations, only those that can matter: limits meant less and more (where there are limits), shared
///    bluffing (two limits at least that are neither certain nor out of the question), no-deal costs left out
///    and doubled (lotteries with costs), no-deal values 10 points lower and higher (where they are not
///    lotteries), weights more and less unequal (where they are not exact), mirror check (opposed limits
///    whose entered certainty differs);
///  - without each statement that counts; without each source, and without each origin that several sources
///  go
///    back to. By re-weighting where the effective size allows, else drawn afresh.
/// `in_range` is set for the headline and the variations, not for the earlier stages and what is left out.
/// Assumptions that contradict the judgments are left out. `zone` is the set of scenarios with a zone.
/// Cost: a draw and a search for a zone for each variation, in parallel.
[[nodiscard]] std::vector<findings::RestsOn> find_what_it_rests_on(const DrawnCase& drawn,
                                                                   const ScenarioSet& zone,
                                                                   const findings::Share& headline,
                                                                   const RestsOnOptions& options,
                                                                   const base::Context& context);

}  // namespace modus::zone
