/// \file The headline figures of a case, counted from its scenarios as they are or weighted anew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "modus/base/context.h"
#include "modus/findings/blockers.h"
#include "modus/findings/headline.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::inquiry {

/// Among more packages than this the best one of weighted scenarios is sought among those accepted most often.
inline constexpr std::size_t kWeighedPackages = 4096;
/// So many scenarios at most, unless said otherwise, are looked at for the effects of sticking points and issues.
inline constexpr std::size_t kEffectScenarios = 1024;

/// What the figures are counted from, scenario by scenario. Keeps a reference to the case.
struct Measures {
  const case_model::Case* subject = nullptr;
  std::size_t count = 0;  ///< scenarios
  int chains = 1;
  zone::ScenarioSet zone;
  zone::ScenarioSet odd;  ///< at an odd place inside their chain
  std::uint64_t package_count = 0;

  std::vector<case_model::PartyIndex> parties;           ///< asked, rising
  std::vector<zone::ScenarioSet> zone_without;           ///< beside `parties`
  std::vector<std::vector<std::uint32_t>> accepted;      ///< beside `parties`: packages it accepts, by scenario

  case_model::Package best;        ///< accepted most often
  double best_joint_acceptance = 0;  ///< corrected, over all packages
  std::vector<case_model::Package> packages;   ///< the short list, by number; all that some scenario accepts if few
  std::vector<zone::ScenarioSet> accepted_by_all;  ///< beside `packages`

  std::size_t stride = 1, effect_count = 0;    ///< every stride-th scenario is looked at for what follows
  std::vector<findings::StickingPoint> points;
  std::vector<case_model::Limit> limits;           ///< of the case, by LimitIndex
  std::vector<zone::ScenarioSet> opened_by_point;  ///< beside `points`: bit n is scenario n * stride
  std::vector<zone::ScenarioSet> opened_by_issue;  ///< by issue
};

/// `scan` is scan_zone of `drawn.acceptance`. If the context stops it, the result is not to be used. Cost: one more
/// scan for the short list, and find_blockers' two on at most `effect_scenarios` (find_openings, issue_effects).
[[nodiscard]] Measures measure_scenarios(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const base::Context& context,
                                         std::size_t effect_scenarios = kEffectScenarios);

/// The headline of the case; with `weights` (one a scenario) that of the case the weights lead to, `after`. Limits go by
/// their names there; those it does not have are left out.
///
/// Definitions as of the same figures in findings/zone.h and findings/blockers.h, every share a weighted one. With
/// weights the best package is that with the greatest weighted share on the short list, ties to the lowest number, and
/// its corrected acceptance comes from choosing on each half by weight. All weights equal: same as without. Exact
/// but for the short list, which holds every package that anybody could choose unless more than kWeighedPackages are
/// accepted in some scenario. O(short list * scenarios) at most, usually far less. Thread-safe.
[[nodiscard]] findings::Headline headline_of(const Measures& measures);
[[nodiscard]] findings::Headline headline_of(const Measures& measures, const std::vector<double>& weights, const case_model::Case& after);

/// What `after` has more than `before`, figure by figure where both have it. The error of the zone probability takes
/// them for independent; the functions below know better.
[[nodiscard]] findings::HeadlineMovement movement_between(const findings::Headline& before, const findings::Headline& after);

/// How far weights move the zone probability, with the error of the difference (delta method for a ratio of means).
[[nodiscard]] findings::Movement zone_moved_by(const Measures& measures, const std::vector<double>& weights);
/// From one case to another, drawn with the same seed: scenario by scenario where both have as many, since what does
/// not change is then the same in both.
[[nodiscard]] findings::Movement zone_moved_between(const Measures& before, const Measures& after);

}  // namespace modus::inquiry
