#include "modus/zone/case_problem.h"

#include <algorithm>

#include "modus/zone/find_zone.h"

namespace modus::zone {
namespace {

using case_model::Condition;
using case_model::IssueIndex;
using case_model::OptionIndex;

constexpr double kMostRows = 1e6;

class Builder {
 public:
  Builder(const DrawnCase& drawn, CaseProblem& made) : drawn_(drawn), made_(made) {}

  bool build() {
    add_values();
    for (const case_model::Rule& rule : drawn_.subject.rules) {
      if (!add_condition(rule.condition, [](bool holds, SumTerm& term, std::size_t row) { term.allowed[row] = holds ? 1 : 0; })) return false;
    }
    for (const AskedParty& asked : drawn_.acceptance.asked()) {
      if (!add_limits(asked.party)) return false;
    }
    for (std::size_t p = 0; p < made_.parties.size(); ++p) {
      if (!add_adjustments(p)) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] const findings::PartyScenarios& wants(std::size_t p) const { return drawn_.acceptance.scenarios().parties[made_.parties[p]]; }

  void add_values() {
    for (const IssueIndex issue : drawn_.subject.issues.indices()) {
      SumTerm term{{issue.value}, {}, {}};
      for (std::size_t option = 0; option < drawn_.subject.issues[issue].options.size(); ++option) {
        for (std::size_t p = 0; p < made_.parties.size(); ++p) {
          term.adds.push_back(static_cast<std::int64_t>(wants(p).values[wants(p).first_option[issue.value] + option]));
        }
      }
      made_.problem.terms.push_back(std::move(term));
    }
  }
  bool add_limits(case_model::PartyIndex party) {
    for (const case_model::LimitIndex limit : drawn_.acceptance.limits_of(party)) {
      if (!drawn_.acceptance.is_real(limit, 0)) continue;
      const Condition& forbids = drawn_.standing.limits[limit.value].forbids;
      if (!add_condition(forbids, [](bool holds, SumTerm& term, std::size_t row) { term.allowed[row] = holds ? 0 : 1; })) return false;
    }
    return true;
  }
  bool add_adjustments(std::size_t p) {
    const auto& adjust = drawn_.subject.judgments[made_.parties[p]].adjust;
    for (std::size_t k = 0; k < adjust.size(); ++k) {
      const auto amount = static_cast<std::int64_t>(wants(p).adjustments[k]);
      const bool fits = add_condition(adjust[k].when, [&](bool holds, SumTerm& term, std::size_t row) {
        if (holds) term.adds[row * made_.parties.size() + p] += amount;
      });
      if (!fits) return false;
    }
    return true;
  }

  /// A term about what the condition names; `fill` is told of every row whether the condition holds.
  template <class Fill>
  bool add_condition(const Condition& condition, const Fill& fill) {
    SumTerm term;
    double rows = 1;
    for (const IssueIndex issue : case_model::issues_named(condition)) {
      term.scope.push_back(issue.value);
      rows *= static_cast<double>(drawn_.subject.issues[issue].options.size());
    }
    if (rows > kMostRows) return false;
    if (term.scope.empty()) term.scope.push_back(0);
    const std::size_t count = rows_of(made_.problem, term.scope);
    term.adds.assign(count * made_.parties.size(), 0);
    term.allowed.assign(count, 1);
    case_model::Package package(drawn_.subject.issues.size(), OptionIndex(0));
    for (std::size_t row = 0; row < count; ++row) {
      std::size_t left = row;
      for (std::size_t n = term.scope.size(); n-- > 0;) {
        package[IssueIndex(term.scope[n])] = OptionIndex(left % made_.problem.options[term.scope[n]]);
        left /= made_.problem.options[term.scope[n]];
      }
      fill(case_model::holds(condition, package), term, row);
    }
    made_.problem.terms.push_back(std::move(term));
    return true;
  }

  const DrawnCase& drawn_;
  CaseProblem& made_;
};

bool somebody_stalls(const DrawnCase& drawn, case_model::PartyIndex party) {
  const auto& stalling = drawn.acceptance.scenarios().parties[party].stalling;
  return std::ranges::any_of(stalling, [](std::uint8_t stalls) { return stalls != 0; });
}

}  // namespace

std::optional<CaseProblem> problem_of(const DrawnCase& drawn) {
  CaseProblem made;
  if (!is_exact(drawn)) return std::nullopt;
  for (const AskedParty& asked : drawn.acceptance.asked()) {
    if (asked.if_needed || somebody_stalls(drawn, asked.party)) return std::nullopt;
    made.parties.push_back(asked.party);
    const findings::PartyScenarios& wants = drawn.acceptance.scenarios().parties[asked.party];
    made.units_per_point.push_back(wants.units_per_point);
    made.problem.least.push_back(static_cast<std::int64_t>(wants.no_deal.front()));
  }
  if (made.parties.empty() || made.parties.size() > 8) return std::nullopt;
  made.problem.parties = made.parties.size();
  for (const case_model::Issue& issue : drawn.subject.issues) made.problem.options.push_back(issue.options.size());
  if (!Builder(drawn, made).build()) return std::nullopt;
  return made;
}

}  // namespace modus::zone
