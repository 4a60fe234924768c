/// \file A case with its scenarios drawn and its zone looked for: where the run of every verb begins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/catalogue/outcome.h"
#include "modus/findings/brief.h"
#include "modus/zone/contested.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::catalogue {

/// From this many scenarios on, the zone itself is watched for mixing as the wants are; fewer are too few to tell.
inline constexpr std::size_t kScenariosToWatchZone = 4096;

/// What makes a run repeatable, as options of every verb that draws.
struct DrawSettings {
  std::size_t scenarios = 4096;  ///< 64 to 1,000,000, rounded up to a multiple of 8
  std::uint64_t seed = 1;
};

/// Made once, then only read. Its parts refer to each other and to `subject`, so it does not move.
struct DrawnRun {
  DrawnRun(const case_model::Case& asked, zone::PackageList packages, findings::Scenarios drawn_scenarios)
      : subject(asked),
        standing(case_model::weigh_statements(asked)),
        list(std::move(packages)),
        scenarios(std::move(drawn_scenarios)),
        acceptance(subject, standing, list, scenarios) {}
  DrawnRun(const DrawnRun&) = delete;
  DrawnRun& operator=(const DrawnRun&) = delete;

  const case_model::Case& subject;
  case_model::Standing standing;
  zone::PackageList list;
  findings::Scenarios scenarios;
  zone::Acceptance acceptance;
  zone::DrawnCase drawn{subject, standing, acceptance};
  zone::ZoneScan scan;
  zone::Contested contested;
};

/// Draws, looks for the zone, and makes sure that both have mixed. `subject` must outlive the result.
/// Problems and stops as in run.h. Same case and settings: same result at any thread count.
[[nodiscard]] Outcome<std::shared_ptr<const DrawnRun>> draw_run(const case_model::Case& subject, const DrawSettings& settings,
                                                                const base::Context& context);

/// Version, hash of the case, seed and number of scenarios; the audience is the team until told otherwise.
[[nodiscard]] findings::RunRecord record_of(const DrawnRun& run);

/// The stop of a run that was cancelled.
[[nodiscard]] Stopped cancelled();

}  // namespace modus::catalogue
