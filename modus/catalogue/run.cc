#include "modus/catalogue/run.h"

#include <optional>

#include "modus/blockers/find_blockers.h"
#include "modus/catalogue/assumptions.h"
#include "modus/catalogue/weigh_codings.h"
#include "modus/formats/write_case.h"
#include "modus/inquiry/find_questions.h"
#include "modus/preference/diagnose.h"
#include "modus/preference/draw.h"
#include "modus/verify/verify_brief.h"
#include "modus/zone/find_packages.h"
#include "modus/zone/find_zone.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using findings::BriefFinding;
using findings::Scenarios;

Stopped cancelled() { return {"It was cancelled before there was an answer.", "Run it again."}; }

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

BriefFinding start_brief(const Case& subject, const Scenarios& scenarios) {
  BriefFinding brief;
  brief.run = {std::string(version()), formats::case_sha256(subject), scenarios.seed, scenarios.count};
  brief.statements = scenarios.statements;
  brief.sampling = scenarios.sampling;
  brief.assumptions = assumptions_of(subject);
  return brief;
}

/// What the questions are asked about: drafts, and the best package of each family.
std::vector<case_model::Package> listed_packages(const Case& subject, const findings::PackagesFinding& found) {
  std::vector<case_model::Package> listed;
  for (const case_model::Draft& draft : subject.drafts) {
    if (case_model::meets_rules(subject, draft.package)) listed.push_back(draft.package);
  }
  for (const findings::Family& family : found.families) listed.push_back(family.packages.front().package);
  return listed;
}

/// One step an answer: each looks at the verb, and leaves the brief alone if it is not asked for.
struct Steps {
  Verb verb;
  const RunOptions& options;
  const zone::DrawnCase& drawn;
  const zone::ZoneScan& scan;
  const zone::Contested& contested;
  const base::Context& context;

  [[nodiscard]] bool asks(Verb one) const { return verb == one || verb == Verb::kBrief; }

  void add_zone(BriefFinding& brief) const {
    if (!asks(Verb::kZone) || context.stop()) return;
    context.report("what the zone rests on", 0.3);
    zone::FindZoneOptions zone_options;
    zone_options.packages = options.packages;
    brief.zone = zone::find_zone(drawn, scan, contested, zone_options, context);
  }
  void add_blockers(BriefFinding& brief) const {
    if (!(asks(Verb::kBlockers) || (verb == Verb::kZone && drawn.subject.draft)) || context.stop()) return;
    context.report("what blocks it", 0.5);
    brief.blockers = blockers::find_blockers(drawn, context);
  }
  void add_packages(BriefFinding& brief) const {
    if (!asks(Verb::kPackages) || context.stop()) return;
    context.report("what could be tabled", 0.7);
    brief.packages = zone::find_packages(drawn, scan, contested, context);
  }
  void add_questions(BriefFinding& brief) const {
    if (verb != Verb::kBrief || context.stop()) return;
    context.report("what to ask", 0.8);
    brief.questions = inquiry::find_questions(drawn, scan, listed_packages(drawn.subject, brief.packages), context);
  }
  void add_draft(BriefFinding& brief) const {
    if (!drawn.subject.draft || !asks(Verb::kZone) || context.stop()) return;
    context.report("weighing ways of reading", 0.85);
    brief.draft = weigh_codings(drawn.subject, brief, options.seed, context);
  }
  [[nodiscard]] verify::VerifyReport check(const BriefFinding& brief) const {
    if (!options.verify || context.stop()) return {};
    context.report("checking", 0.9);
    const verify::BriefParts parts{asks(Verb::kZone), asks(Verb::kBlockers), asks(Verb::kPackages), verb == Verb::kBrief};
    return verify::verify_brief(drawn.subject, drawn.acceptance.scenarios(), brief, {}, parts);
  }
};

Outcome<RunAnswer> answer(Verb verb, const Case& subject, const RunOptions& options, const zone::PackageList& list,
                          const Scenarios& scenarios, const base::Context& context) {
  const case_model::Standing standing = case_model::weigh_statements(subject);
  const zone::Acceptance acceptance(subject, standing, list, scenarios);
  const zone::DrawnCase drawn{subject, standing, acceptance};
  context.report("looking for a zone", 0.2);
  const zone::ZoneScan scan = zone::scan_zone(acceptance, context);
  RunAnswer result{start_brief(subject, scenarios), {}};
  if (scenarios.count >= kScenariosToWatchZone) {
    const findings::WatchedQuantity watched = watch_zone(scan, scenarios);
    if (!watched.passes() && !context.stop()) return not_mixed(watched);
    result.brief.sampling.watched.push_back(watched);
  }
  const zone::Contested contested = zone::find_contested(drawn);
  const Steps steps{verb, options, drawn, scan, contested, context};
  steps.add_zone(result.brief);
  steps.add_blockers(result.brief);
  steps.add_packages(result.brief);
  steps.add_questions(result.brief);
  steps.add_draft(result.brief);
  result.checks = steps.check(result.brief);
  if (context.stop()) return cancelled();
  return result;
}

}  // namespace

Outcome<RunAnswer> run(Verb verb, const Case& subject, const RunOptions& options, const base::Context& context) {
  const auto list = zone::PackageList::make(subject);
  if (!list.ok()) return list.problems();
  context.report("drawing scenarios", 0);
  preference::DrawOptions draw_options;
  draw_options.scenarios = options.scenarios;
  draw_options.seed = options.seed;
  const auto scenarios = preference::draw_scenarios(subject, draw_options, context);
  if (context.stop()) return cancelled();
  if (!scenarios.ok()) return scenarios.problems();
  const findings::SamplingReport& sampling = scenarios.value().sampling;
  if (!sampling.mixed()) return not_mixed(sampling.watched.front());
  return answer(verb, subject, options, list.value(), scenarios.value(), context);
}

}  // namespace modus::catalogue
