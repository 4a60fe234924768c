#include "modus/catalogue/run.h"

#include <optional>

#include "modus/blockers/find_blockers.h"
#include "modus/catalogue/ask.h"
#include "modus/catalogue/assumptions.h"
#include "modus/catalogue/compare_cases.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/catalogue/progress.h"
#include "modus/catalogue/weigh_codings.h"
#include "modus/catalogue/when.h"
#include "modus/inquiry/single_text.h"
#include "modus/verify/verify_brief.h"
#include "modus/verify/verify_forecast.h"
#include "modus/zone/find_packages.h"
#include "modus/zone/find_zone.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using findings::BriefFinding;

/// In the brief, which has other things to say and little time.
constexpr std::size_t kEditsInBrief = 3;
constexpr double kTextBudgetInBrief = 6e8;

BriefFinding start_brief(const DrawnRun& run) {
  BriefFinding brief;
  brief.run = record_of(run);
  brief.statements = run.scenarios.statements;
  brief.sampling = run.scenarios.sampling;
  brief.assumptions = assumptions_of(run.subject);
  return brief;
}

/// What changed since an earlier state. Where that one has no answer, neither has the run: that is given back.
std::optional<Outcome<RunAnswer>> add_since(const Case& since, const DrawnRun& now, const base::Context& context, BriefFinding& brief) {
  base::Problems problems = different_disputes(since, now.subject);
  if (!problems.empty()) return problems;
  context.report("what changed", 0.25);
  const auto before = draw_run(since, {now.scenarios.count, now.scenarios.seed}, context);
  if (before.problems() != nullptr) return *before.problems();
  if (before.stopped() != nullptr) return *before.stopped();
  brief.since = find_changes(**before.answer(), now, context);
  return std::nullopt;
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
  void add_text(BriefFinding& brief) const {
    if (verb != Verb::kBrief || context.stop()) return;
    context.report("which edits to try", 0.75);
    inquiry::TextOptions text;
    text.from_drafts = true;
    text.most_edits = text.most_trades = kEditsInBrief;
    text.budget = kTextBudgetInBrief;
    brief.text = inquiry::find_single_text(drawn, scan, text, context);
  }
  void add_questions(BriefFinding& brief) const {
    if (verb != Verb::kBrief || context.stop()) return;
    context.report("what to ask", 0.8);
    brief.questions = questions_of(drawn, scan, contested, brief.packages, {}, context);
  }
  /// Nothing where the case does not say what counts as a deal, and by when.
  [[nodiscard]] base::Problems add_forecast(BriefFinding& brief) const {
    if (verb != Verb::kBrief || !has_event_and_horizon(drawn.subject) || context.stop()) return {};
    context.report("when", 0.82);
    WhenOptions when;
    when.own_class = options.own_class;
    when.own_class_sha256 = options.own_class_sha256;
    auto forecast = forecast_of(drawn, scan, when, std::pair{brief.zone.range_low, brief.zone.range_high}, context);
    if (!forecast.ok()) return forecast.problems();
    brief.forecast = std::move(forecast.value());
    return {};
  }
  /// A draft nobody has confirmed is not told date by date.
  void add_progress(BriefFinding& brief) const {
    if (verb != Verb::kBrief || context.stop() || (brief.draft && !brief.draft->settled)) return;
    context.report("progress by date", 0.88);
    brief.progress = progress_of(drawn, scan, brief.zone, brief.blockers, context);
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
    verify::VerifyReport report = verify::verify_brief(drawn.subject, drawn.acceptance.scenarios(), brief, {}, parts);
    if (brief.forecast) report.add(verify::verify_forecast(*brief.forecast, {}));
    return report;
  }
};

}  // namespace

Outcome<RunAnswer> run(Verb verb, const Case& subject, const RunOptions& options, const base::Context& context) {
  const auto outcome = draw_run(subject, {options.scenarios, options.seed}, context);
  if (outcome.problems() != nullptr) return *outcome.problems();
  if (outcome.stopped() != nullptr) return *outcome.stopped();
  const DrawnRun& drawn = **outcome.answer();
  RunAnswer result{start_brief(drawn), {}};
  const Steps steps{verb, options, drawn.drawn, drawn.scan, drawn.contested, context};
  if (options.since != nullptr && verb == Verb::kBrief) {
    if (auto stopped = add_since(*options.since, drawn, context, result.brief)) return std::move(*stopped);
  }
  steps.add_zone(result.brief);
  steps.add_blockers(result.brief);
  steps.add_packages(result.brief);
  steps.add_text(result.brief);
  steps.add_questions(result.brief);
  if (base::Problems problems = steps.add_forecast(result.brief); !problems.empty()) return problems;
  steps.add_draft(result.brief);
  steps.add_progress(result.brief);
  result.checks = steps.check(result.brief);
  if (context.stop()) return cancelled();
  return result;
}

}  // namespace modus::catalogue
