/// \file Expanding the pie: what each idea of a case would do to its zone, and how burdens could be shared.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/catalogue/outcome.h"
#include "modus/findings/ideas.h"
#include "modus/verify/report.h"

namespace modus::catalogue {

/// So many of the ideas that gain most are tried two by two.
inline constexpr std::size_t kPairedIdeas = 3;

struct ExpandOptions {
  DrawSettings settings;
  std::vector<std::string> ideas;  ///< by id; empty: all
  bool verify = false;             ///< count again by the naive routines of verify/
};

struct ExpandAnswer {
  findings::ExpandFinding finding;
  verify::VerifyReport checks;
};

/// The case as it is and with each idea merged into it, all drawn with the same seed, ideas in parallel.
/// Problems: an id that no idea has; no idea and no burden to weigh; an idea that does not merge or whose
/// case contradicts itself, with what to add; a burden that cannot be shared; as draw_run. An idea may not
/// add a party. Stopped: as draw_run, of the case with any idea. Deterministic at any thread count. Cost: a
/// draw and a scan of the zone for the case, each idea and each pair.
[[nodiscard]] Outcome<ExpandAnswer> expand(const case_model::Case& subject, const ExpandOptions& options,
                                           const base::Context& context);

}  // namespace modus::catalogue
