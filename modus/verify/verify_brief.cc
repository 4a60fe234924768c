#include "modus/verify/verify_brief.h"

#include <optional>

#include "modus/verify/verify_blockers.h"
#include "modus/verify/verify_packages.h"
#include "modus/verify/verify_progress.h"
#include "modus/verify/verify_questions.h"
#include "modus/verify/verify_statements.h"
#include "modus/verify/verify_text.h"
#include "modus/verify/verify_zone.h"

namespace modus::verify {
namespace {

bool fits(const case_model::Case& subject, const findings::PartyScenarios& wants, std::size_t scenarios,
          std::size_t adjustments) {
  std::size_t options = 0;
  for (const case_model::Issue& issue : subject.issues) options += issue.options.size();
  return wants.first_option.size() == subject.issues.size() && wants.options == options &&
         wants.adjustments_per_scenario == adjustments && wants.values.size() == scenarios * options &&
         wants.adjustments.size() == scenarios * adjustments && wants.no_deal.size() == scenarios &&
         wants.stalling.size() == scenarios && wants.real_limits.size() == scenarios;
}

bool scenarios_fit(const case_model::Case& subject, const findings::Scenarios& scenarios) {
  if (scenarios.count == 0 || scenarios.parties.size() != subject.parties.size()) return false;
  const auto consent = case_model::consent_of(subject);
  for (const case_model::PartyIndex party : subject.parties.indices()) {
    const bool own = consent[party] == case_model::ConsentKind::kAsked ||
                     consent[party] == case_model::ConsentKind::kIfNeeded;
    const findings::PartyScenarios& wants = scenarios.parties[party];
    if (own &&
        !(wants.drawn && fits(subject, wants, scenarios.count, subject.judgments[party].adjust.size()))) {
      return false;
    }
  }
  return true;
}

}  // namespace

VerifyReport verify_brief(const case_model::Case& subject, const findings::Scenarios& scenarios,
                          const findings::BriefFinding& brief, const VerifyOptions& options,
                          const BriefParts& parts) {
  VerifyReport report;
  Check(report, options, "scenarios").holds("they fit the case", scenarios_fit(subject, scenarios));
  if (!report.problems.empty()) return report;
  const NaiveAcceptance naive(subject, scenarios);
  std::optional<EveryPackage> every;
  const bool wanted = parts.zone || parts.packages || parts.questions;
  if (wanted && affordable(report, options, "every package in every scenario", evaluations_of_all(naive))) {
    every = count_every_package(naive);
  }
  const EveryPackage* counts = every ? &*every : nullptr;
  report.add(verify_statements(naive, brief.statements, options));
  if (parts.zone) report.add(verify_zone(naive, counts, brief.zone, options));
  if (parts.blockers) report.add(verify_blockers(naive, brief.blockers, options));
  if (parts.packages) report.add(verify_packages(naive, counts, brief.packages, options));
  if (parts.questions) report.add(verify_questions(naive, counts, brief, options));
  if (brief.progress) report.add(verify_progress(naive, *brief.progress, brief.zone, options));
  if (brief.text) {
    VerifyOptions less = options;  // of the brief it is a small part
    less.max_evaluations /= 10;
    report.add(verify_text(naive, *brief.text, less));
  }
  return report;
}

}  // namespace modus::verify
