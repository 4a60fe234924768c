#include "modus/catalogue/drawn_run.h"

#include <utility>
#include <vector>

#include "modus/catalogue/verbs.h"
#include "modus/formats/write_case.h"
#include "modus/preference/diagnose.h"
#include "modus/preference/draw.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using findings::Scenarios;

Stopped not_mixed(const findings::WatchedQuantity& worst) {
  return {"The scenarios drawn do not represent the case well enough for a number: \"" + worst.what + "\" did not settle.",
          "Try more --scenarios. If that does not help, look for statements and judgments of one party that pull hard against "
          "each other, and widen the narrowest ranges."};
}

/// The zone as a quantity of the chains: 1 where all accept some package.
findings::WatchedQuantity watch_zone(const zone::ZoneScan& scan, const Scenarios& scenarios) {
  std::vector<double> has_zone(scenarios.count);
  for (std::size_t s = 0; s < scenarios.count; ++s) has_zone[s] = static_cast<double>(scan.zone[s / 64] >> (s % 64) & 1U);
  const preference::NormalScores scores(scenarios.count);
  return preference::watch_quantity("whether there is a zone", has_zone, static_cast<std::size_t>(scenarios.sampling.chains), scores);
}

}  // namespace

Stopped cancelled() { return {"It was cancelled before there was an answer.", "Run it again."}; }

findings::RunRecord record_of(const DrawnRun& run) {
  findings::RunRecord record;
  record.version = version();
  record.case_sha256 = formats::case_sha256(run.subject);
  record.seed = run.scenarios.seed;
  record.scenarios = run.scenarios.count;
  return record;
}

Outcome<std::shared_ptr<const DrawnRun>> draw_run(const Case& subject, const DrawSettings& settings, const base::Context& context) {
  auto list = zone::PackageList::make(subject);
  if (!list.ok()) return list.problems();
  context.report("drawing scenarios", 0);
  preference::DrawOptions options;
  options.scenarios = settings.scenarios;
  options.seed = settings.seed;
  auto scenarios = preference::draw_scenarios(subject, options, context);
  if (context.stop()) return cancelled();
  if (!scenarios.ok()) return scenarios.problems();
  const findings::SamplingReport& sampling = scenarios.value().sampling;
  if (!sampling.mixed()) return not_mixed(sampling.watched.front());
  const auto run = std::make_shared<DrawnRun>(subject, std::move(list.value()), std::move(scenarios.value()));
  context.report("looking for a zone", 0.2);
  run->scan = zone::scan_zone(run->acceptance, context);
  if (run->scenarios.count >= kScenariosToWatchZone) {
    const findings::WatchedQuantity watched = watch_zone(run->scan, run->scenarios);
    if (!watched.passes() && !context.stop()) return not_mixed(watched);
    run->scenarios.sampling.watched.push_back(watched);
  }
  run->contested = zone::find_contested(run->drawn);
  if (context.stop()) return cancelled();
  return std::shared_ptr<const DrawnRun>(run);
}

}  // namespace modus::catalogue
