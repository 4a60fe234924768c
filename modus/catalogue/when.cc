#include "modus/catalogue/when.h"

#include <algorithm>
#include <string>

#include "modus/catalogue/assumptions.h"
#include "modus/catalogue/rates.h"
#include "modus/timing/assessments.h"
#include "modus/timing/assessments.h"
#include "modus/timing/find_when.h"
#include "modus/timing/judged_curve.h"
#include "modus/timing/pool.h"
#include "modus/timing/pool.h"
#include "modus/timing/reference_classes.h"
#include "modus/verify/verify_forecast.h"
#include "modus/zone/rests_on.h"
#include "modus/zone/share.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using findings::BaseRate;

base::Place in_file(const Case& subject) { return {subject.file, 0, 0}; }

base::Place at_forecast(const Case& subject) {
  return subject.forecast.where.file.empty() ? in_file(subject) : subject.forecast.where;
}

void check_event(const Case& subject, const timing::WhenInput& input, bool has_horizon, base::Problems& problems) {
  if (input.event.empty()) {
    problems.push_back({in_file(subject), "no event is defined, so there is nothing to forecast",
                        "add a line that says what counts, such as `event: a ceasefire in effect for 30 days` or `event: a comprehensive agreement "
                        "signed by both`; the first of these has come about ten times as often within a month of talks as the second"});
  }
  if (!has_horizon) {
    problems.push_back({in_file(subject), "no horizon is set, so \"not at all\" means nothing yet",
                        "add a line that says by when at the latest, such as `horizon: 180 days`"});
  } else if (input.horizon_days < 1 || input.horizon_days > kLongestHorizonDays) {
    problems.push_back({in_file(subject), "a horizon of " + std::to_string(input.horizon_days) + " days is out of range",
                        "write 1 to " + std::to_string(kLongestHorizonDays) + " days"});
  }
}

void choose_listed(const std::string& id, const base::Place& where, timing::WhenInput& input, base::Problems& problems) {
  const findings::ReferenceClass* found = timing::find_reference_class(id);
  if (found == nullptr) {
    problems.push_back(unknown_class(id, where));
    return;
  }
  input.kind = BaseRate::Kind::kClass;
  input.reference = *found;
  input.others = timing::reference_classes();
}

/// What goes before what: an option, then a table given by hand, then the case's own choice.
void choose_class(const Case& subject, const WhenOptions& options, timing::WhenInput& input, base::Problems& problems) {
  const case_model::ForecastSettings& settings = subject.forecast;
  if (!options.reference_class.empty()) return choose_listed(options.reference_class, {"--class", 0, 0}, input, problems);
  if (options.own_class) {
    input.kind = BaseRate::Kind::kDurations;
    input.reference = *options.own_class;
    input.sha256 = options.own_class_sha256;
  } else if (!settings.reference_class.empty()) {
    choose_listed(settings.reference_class, at_forecast(subject), input, problems);
  } else if (settings.judged) {
    input.kind = BaseRate::Kind::kJudged;
    input.reference = timing::judged_class(*settings.judged);
  } else if (!settings.durations.empty()) {
    problems.push_back({at_forecast(subject), "the table of durations \"" + settings.durations + "\" was not read",
                        "name the case by its file, so that the table is found beside it, or choose a class"});
  }
}

/// The clock of a counted class starts with the first thing on record; what was judged is meant from now on.
case_model::Day clock_start(const Case& subject, BaseRate::Kind kind) {
  if (subject.forecast.since) return *subject.forecast.since;
  case_model::Day first = subject.as_of;
  if (kind == BaseRate::Kind::kJudged) return first;
  for (const case_model::TimelineEvent& event : subject.timeline) first = std::min(first, event.on.first);
  return first;
}

base::Result<timing::WhenInput> resolve(const Case& subject, const WhenOptions& options) {
  base::Problems problems;
  timing::WhenInput input;
  input.event = options.event.empty() ? subject.event : options.event;
  const std::optional<int> horizon = options.horizon_days ? options.horizon_days : subject.horizon_days;
  input.horizon_days = horizon.value_or(0);
  check_event(subject, input, horizon.has_value(), problems);
  choose_class(subject, options, input, problems);
  input.weight = options.weight.value_or(subject.forecast.weight.value_or(kForecastWeight));
  if (!(input.weight >= 0 && input.weight <= 1)) {
    problems.push_back({options.weight ? base::Place{} : at_forecast(subject), "the weight of the simulation is not between 0 and 1",
                        "write 0 for the base rate alone, 1 for the simulation alone, or something between; 0.3 is usual"});
  }
  input.since = clock_start(subject, input.kind);
  if (input.since > subject.as_of) {
    problems.push_back({at_forecast(subject), "the clock of the base rate starts after the case's date", "let `since` be a day up to `as_of`"});
  }
  if (!problems.empty()) return problems;
  return input;
}

/// From least to greatest of the zone probability, as the verb `zone` has it.
std::pair<double, double> zone_range_of(const DrawnRun& run, const base::Context& context) {
  const findings::Share headline = zone::share_of(run.scan.zone, run.scenarios.count, run.scenarios.sampling.chains);
  zone::RestsOnOptions options;
  options.variations_alone = true;
  std::pair<double, double> range{headline.low, headline.high};
  for (const findings::RestsOn& other : zone::find_what_it_rests_on(run.drawn, run.scan.zone, headline, options, context)) {
    if (!other.in_range) continue;
    range.first = std::min(range.first, other.zone_probability.value);
    range.second = std::max(range.second, other.zone_probability.value);
  }
  return range;
}

}  // namespace

bool has_event_and_horizon(const Case& subject) { return !subject.event.empty() && subject.horizon_days.has_value(); }

base::Result<findings::ForecastFinding> forecast_of(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const WhenOptions& options,
                                                    std::optional<std::pair<double, double>> zone_range, const base::Context& context) {
  auto input = resolve(drawn.subject, options);
  if (!input.ok()) return input.problems();
  input.value().zone_range = zone_range;
  findings::ForecastFinding finding = timing::find_when(drawn, scan, input.value(), context);
  finding.sources = timing::source_forecasts(drawn.subject, finding.horizon_days);
  if (options.pool || options.extremise)
    finding.pooled = timing::pool_forecasts(finding.sources, finding.chances, finding.base_rate, options.extremise);
  return finding;
}

Outcome<WhenAnswer> when(const Case& subject, const WhenOptions& options, const base::Context& context) {
  if (const auto input = resolve(subject, options); !input.ok()) return input.problems();
  const auto outcome = draw_run(subject, options.settings, context);
  if (outcome.problems() != nullptr) return *outcome.problems();
  if (outcome.stopped() != nullptr) return *outcome.stopped();
  const DrawnRun& run = **outcome.answer();
  WhenAnswer answer;
  answer.brief.run = record_of(run);
  answer.brief.statements = run.scenarios.statements;
  answer.brief.sampling = run.scenarios.sampling;
  answer.brief.assumptions = assumptions_of(subject);
  context.report("what the zone rests on", 0.4);
  const auto zone_range = zone_range_of(run, context);
  if (context.stop()) return cancelled();
  context.report("when", 0.7);
  auto forecast = forecast_of(run.drawn, run.scan, options, zone_range, context);
  if (!forecast.ok()) return forecast.problems();
  answer.brief.forecast = std::move(forecast.value());
  if (options.verify && !context.stop()) {
    context.report("checking", 0.9);
    answer.checks = verify::verify_forecast(*answer.brief.forecast, {});
  }
  if (context.stop()) return cancelled();
  return answer;
}

}  // namespace modus::catalogue
