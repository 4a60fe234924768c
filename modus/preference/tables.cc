#include "modus/preference/tables.h"

#include <algorithm>
#include <cmath>

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::LimitIndex;
using case_model::Standing;
using case_model::Statement;
using case_model::StatementIndex;
using findings::PartyScenarios;

// One scenario's row of each table.
struct Row {
  const PartyScenarios& tables;
  std::size_t issue_count;
  std::size_t scenario;

  [[nodiscard]] double value(std::size_t issue, std::size_t option) const {
    return tables.values[scenario * tables.options + tables.first_option[issue] + option];
  }
  [[nodiscard]] double weight(std::size_t issue) const { return tables.weights[scenario * issue_count + issue]; }
  [[nodiscard]] double adjustment(std::size_t k) const {
    return tables.adjustments[scenario * tables.adjustments_per_scenario + k];
  }
};

double row_value(const SignedRow& signed_row, const Row& row) {
  double value = 0;
  for (const auto& [issue, option] : signed_row.terms) value += row.value(issue.value, option.value);
  for (const std::uint32_t k : signed_row.adjustments) value += row.adjustment(k);
  return value;
}

double best_value(const Component& component, const Row& row, std::uint64_t real) {
  double best = -HUGE_VAL;
  for (const Combination& way : component.combinations) {
    if ((way.forbidden_by & real) != 0) continue;
    double value = 0;
    for (std::size_t k = 0; k < component.issues.size(); ++k) value += row.value(component.issues[k], way.options[k]);
    for (const std::uint32_t k : way.adjustments) value += row.adjustment(k);
    best = std::max(best, value);
  }
  return best;
}

bool wanted_hold(const WantedOptions& wanted, const Row& row) {
  double worst = HUGE_VAL;
  double other = -HUGE_VAL;
  for (const std::uint32_t option : wanted.wanted) worst = std::min(worst, row.value(wanted.issue, option));
  for (const std::uint32_t option : wanted.others) other = std::max(other, row.value(wanted.issue, option));
  return worst >= other;
}

std::uint64_t limits_with_evidence(const std::vector<Evidence>& evidence) {
  std::uint64_t mask = 0;
  for (const Evidence& one : evidence) {
    mask |= one.forbidden_by;
    for (const Component& component : one.components) {
      for (const Combination& way : component.combinations) mask |= way.forbidden_by;
    }
  }
  return mask;
}

std::vector<Evidence> evidence_or_none(const Case& subject, const Standing& standing, StatementIndex statement) {
  auto evidence = evidence_of(subject, standing, statement);
  return evidence ? std::move(evidence).value() : std::vector<Evidence>{};
}

double share_that_holds(const std::vector<Evidence>& evidence, const findings::Scenarios& scenarios,
                        const PartyScenarios& tables, std::size_t issue_count) {
  std::size_t held = 0;
  for (std::size_t s = 0; s < scenarios.count; ++s) {
    const auto holds_now = [&](const Evidence& one) { return holds_in(one, tables, issue_count, s, tables.real_limits[s]); };
    held += std::all_of(evidence.begin(), evidence.end(), holds_now) ? 1U : 0U;
  }
  return static_cast<double>(held) / static_cast<double>(scenarios.count);
}

double share_real(const PartyScenarios& tables, std::size_t bit) {
  std::size_t real = 0;
  for (const std::uint64_t limits : tables.real_limits) real += (limits >> bit & 1U) != 0 ? 1U : 0U;
  return static_cast<double>(real) / static_cast<double>(tables.real_limits.size());
}

// Fills in what became of the limits, where some evidence bears on them.
void add_limits(const Case& subject, const Standing& standing, const findings::Scenarios& scenarios,
                const std::vector<std::uint64_t>& touched, std::vector<findings::StatementFinding>& found) {
  for (const case_model::PartyIndex party : subject.parties.indices()) {
    const std::vector<LimitIndex>& mine = standing.limits_of[party];
    for (std::size_t bit = 0; bit < mine.size(); ++bit) {
      for (const StatementIndex index : standing.limits[mine[bit].value].statements) {
        const Statement& statement = subject.statements[index];
        findings::StatementFinding& finding = found[index.value];
        finding.meant_entered = finding.said * meant_of(subject, statement) + (1 - finding.said) * subject.unstated;
        finding.meant_after.reset();
        const bool bears = scenarios.parties[party].drawn && (touched[party.value] >> bit & 1U) != 0;
        if (bears) finding.meant_after = share_real(scenarios.parties[party], bit);
      }
    }
  }
}

}  // namespace

bool holds_in(const Evidence& evidence, const PartyScenarios& tables, std::size_t issue_count, std::size_t scenario,
              std::uint64_t real) {
  const Row row{tables, issue_count, scenario};
  if (evidence.kind == Evidence::Kind::kWanted) {
    return std::all_of(evidence.wanted.begin(), evidence.wanted.end(),
                       [&](const WantedOptions& wanted) { return wanted_hold(wanted, row); });
  }
  double margin = evidence.constant * tables.units_per_point;
  for (const SignedRow& signed_row : evidence.rows) margin += signed_row.sign * row_value(signed_row, row);
  for (const auto& [issue, coefficient] : evidence.weight_terms) margin += coefficient * row.weight(issue);
  for (const Component& component : evidence.components) margin += best_value(component, row, real);
  if (evidence.against_no_deal) margin -= tables.no_deal[scenario];
  const bool met = (evidence.forbidden_by & real) == 0 && margin >= 0;
  return met != evidence.refusal;
}

std::vector<findings::StatementFinding> statement_findings(const Case& subject, const Standing& standing,
                                                           const findings::Scenarios& scenarios) {
  std::vector<findings::StatementFinding> found(subject.statements.size());
  std::vector<std::uint64_t> touched(subject.parties.size(), 0);
  for (const StatementIndex index : subject.statements.indices()) {
    const Statement& statement = subject.statements[index];
    findings::StatementFinding& finding = found[index.value];
    finding.statement = index;
    finding.said = said_of(subject, statement);
    const bool demand = statement.kind == case_model::StatementKind::kDemands && !makes_limit(subject, statement);
    finding.meant_entered = demand ? wants_of(subject, statement) : meant_of(subject, statement);
    finding.counted = std::binary_search(standing.counted.begin(), standing.counted.end(), index);
    const PartyScenarios& tables = scenarios.parties[statement.party];
    if (!finding.counted || !tables.drawn) continue;
    const std::vector<Evidence> evidence = evidence_or_none(subject, standing, index);
    if (evidence.empty()) continue;
    touched[statement.party.value] |= limits_with_evidence(evidence);
    finding.meant_after = share_that_holds(evidence, scenarios, tables, subject.issues.size());
  }
  add_limits(subject, standing, scenarios, touched, found);
  return found;
}

}  // namespace modus::preference
