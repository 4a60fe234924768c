#include "modus/catalogue/progress.h"

#include <utility>

#include "modus/catalogue/assumptions.h"
#include "modus/timing/progress.h"
#include "modus/verify/verify_brief.h"
#include "modus/zone/find_zone.h"

namespace modus::catalogue {
namespace {

constexpr std::size_t kScenariosInBrief = 1024;

}  // namespace

Outcome<ProgressAnswer> progress(const case_model::Case& subject, const ProgressRequest& request, const base::Context& context) {
  const auto outcome = draw_run(subject, request.draw, context);
  if (outcome.problems() != nullptr) return *outcome.problems();
  if (outcome.stopped() != nullptr) return *outcome.stopped();
  const DrawnRun& run = **outcome.answer();
  ProgressAnswer answer;
  answer.brief.run = record_of(run);
  answer.brief.statements = run.scenarios.statements;
  answer.brief.sampling = run.scenarios.sampling;
  answer.brief.assumptions = assumptions_of(subject);
  context.report("what the zone rests on", 0.3);
  zone::FindZoneOptions zone_options;
  zone_options.variations.variations_alone = true;
  answer.brief.zone = zone::find_zone(run.drawn, run.scan, run.contested, zone_options, context);
  timing::ProgressOptions options;
  options.dates = request.dates;
  options.range = {answer.brief.zone.range_low, answer.brief.zone.range_high};
  auto found = timing::find_progress(run.drawn, run.scan, options, context);
  if (context.stop()) return cancelled();
  if (!found) return found.problems();
  answer.brief.progress = std::move(found).value();
  if (request.verify) {
    context.report("checking", 0.95);
    answer.checks = verify::verify_brief(subject, run.scenarios, answer.brief, {}, {true, false, false, false});
  }
  if (context.stop()) return cancelled();
  return answer;
}

std::optional<findings::ProgressFinding> progress_of(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const findings::ZoneFinding& zone,
                                                     const findings::BlockersFinding& blockers, const base::Context& context) {
  timing::ProgressOptions options;
  options.dates = kDatesInBrief;
  options.scenarios = kScenariosInBrief;
  options.range = {zone.range_low, zone.range_high};
  options.hardest = &blockers.hardest_issues;
  options.all_variations = false;
  auto found = timing::find_progress(drawn, scan, options, context);
  if (!found || context.stop() || found.value().dates.size() < 2) return std::nullopt;
  return std::move(found).value();
}

}  // namespace modus::catalogue
