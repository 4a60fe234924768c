#include <memory>
#include <utility>

#include "modus/catalogue/changes.h"
#include "modus/catalogue/compare_cases.h"
#include "modus/inquiry/scan_judgments.h"
#include "modus/preference/draw.h"
#include "modus/preference/reweigh_case.h"
#include "modus/verify/verify_headline.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using inquiry::Measures;
using Weights = std::vector<double>;
using MaybeStopped = std::optional<Outcome<WhatIfAnswer>>;

/// One question from its start to its end.
class WhatIf {
 public:
  WhatIf(const WhatIfOptions& options, const base::Context& context, Case after) : options_(options), context_(context) {
    answer_.after = std::move(after);
  }

  Outcome<WhatIfAnswer> run(const Case& subject) {
    const auto drawn = draw_run(subject, options_.settings, context_);
    if (drawn.problems() != nullptr) return *drawn.problems();
    if (drawn.stopped() != nullptr) return *drawn.stopped();
    const DrawnRun& before = **drawn.answer();
    const Measures measures = inquiry::measure_scenarios(before.drawn, before.scan, context_);
    findings::WhatIfFinding& finding = answer_.finding;
    finding.before = inquiry::headline_of(measures);
    check(before, {}, finding.before);
    answer_.run = record_of(before);
    finding.changes = list_changes(formats::changes_between(subject, answer_.after));
    if (finding.changes.empty()) {
      finding.after = finding.before;
      scan(before, measures);
    } else if (!reweigh(before, measures)) {
      MaybeStopped stopped = draw_afresh(measures);
      if (stopped) return std::move(*stopped);
    }
    const findings::Movement zone = finding.moved.zone_probability;
    finding.moved = inquiry::movement_between(finding.before, finding.after);
    finding.moved.zone_probability = zone;
    if (context_.stop()) return cancelled();
    return std::move(answer_);
  }

 private:
  /// False where the scenarios must be drawn afresh.
  bool reweigh(const DrawnRun& before, const Measures& measures) {
    if (options_.scan) return false;
    const auto weights = preference::weights_for(before.subject, before.scenarios, answer_.after);
    if (!weights || preference::effective_size(*weights) < preference::kLeastEffectiveSize) return false;
    answer_.finding.after = inquiry::headline_of(measures, *weights, answer_.after);
    answer_.finding.moved.zone_probability = inquiry::zone_moved_by(measures, *weights);
    check(before, *weights, answer_.finding.after);
    return true;
  }

  MaybeStopped draw_afresh(const Measures& before) {
    const auto drawn = draw_run(answer_.after, options_.settings, context_);
    if (drawn.problems() != nullptr) return *drawn.problems();
    if (drawn.stopped() != nullptr) return *drawn.stopped();
    const DrawnRun& after = **drawn.answer();
    const Measures measures = inquiry::measure_scenarios(after.drawn, after.scan, context_);
    answer_.finding.after = inquiry::headline_of(measures);
    answer_.finding.moved.zone_probability = inquiry::zone_moved_between(before, measures);
    check(after, {}, answer_.finding.after);
    scan(after, measures);
    return std::nullopt;
  }

  void scan(const DrawnRun& run, const Measures& measures) {
    if (!options_.scan) return;
    context_.report("which judgment matters most", 0.9);
    answer_.scan = inquiry::scan_judgments(run.drawn, measures, context_);
  }

  void check(const DrawnRun& run, const Weights& weights, const findings::Headline& headline) {
    if (!options_.verify) return;
    answer_.checks.add(verify::verify_headline(run.subject, run.scenarios, weights, headline, inquiry::kWeighedPackages, {}));
  }

  const WhatIfOptions& options_;
  const base::Context& context_;
  WhatIfAnswer answer_;
};

}  // namespace

Outcome<WhatIfAnswer> what_if(const Case& subject, const std::vector<formats::CaseEdit>& edits, const WhatIfOptions& options,
                              const base::Context& context) {
  auto after = formats::edit_case(subject, edits);
  if (!after.ok()) return after.problems();
  return WhatIf(options, context, std::move(after.value())).run(subject);
}

}  // namespace modus::catalogue
