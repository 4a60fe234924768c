#include "modus/verify/verify_statements.h"

#include <algorithm>
#include <functional>

namespace modus::verify {
namespace {

using case_model::LimitIndex;
using case_model::Package;
using case_model::Statement;
using case_model::StatementIndex;
using case_model::StatementKind;
using findings::StatementFinding;

// In how many scenarios something holds, and in how many rounding could decide.
struct Held {
  std::size_t scenarios = 0, near_ties = 0;
};

std::optional<Package> complete_package(const case_model::Issues& issues,
                                        const case_model::Condition& condition) {
  const auto part = case_model::as_part(condition);
  if (!part || !case_model::is_complete(*part, issues)) return std::nullopt;
  return case_model::package_of(*part, issues.size());
}

class StatementsCheck {
 public:
  StatementsCheck(const NaiveAcceptance& naive, const VerifyOptions& options, VerifyReport& report)
      : naive_(naive), options_(options), report_(report) {}

  void check(const StatementFinding& finding) {
    const case_model::Case& subject = naive_.subject();
    const Statement& statement = subject.statements[finding.statement];
    const std::optional<Held> held =
        finding.counted && finding.meant_after ? held_by(finding.statement) : std::nullopt;
    const double slack = held ? share(held->near_ties) : 0;
    Check check(report_, options_, "statement " + statement.id, slack);
    const auto& counted = naive_.standing().counted;
    check.holds("it counts just where nothing replaces or repeats it",
                finding.counted == std::binary_search(counted.begin(), counted.end(), finding.statement));
    const double said = case_model::said_of(subject, statement),
                 meant = case_model::meant_of(subject, statement);
    check.near("said", finding.said, said);
    if (case_model::makes_limit(subject, statement) && finding.counted) {
      check.near("meant as entered", finding.meant_entered, said * meant + (1 - said) * subject.unstated);
    }
    if (!finding.meant_after) return;
    check.holds("meant after the evidence is a probability",
                *finding.meant_after >= 0 && *finding.meant_after <= 1);
    if (held) check.share("meant after the evidence", *finding.meant_after, share(held->scenarios));
  }

 private:
  [[nodiscard]] double share(std::size_t scenarios) const {
    return static_cast<double>(scenarios) / static_cast<double>(naive_.count());
  }

  // Nothing where this routine does not know how to tell, or nobody drew the party's wants.
  [[nodiscard]] std::optional<Held> held_by(StatementIndex index) const {
    const case_model::Case& subject = naive_.subject();
    const Statement& statement = subject.statements[index];
    const auto& parties = naive_.parties();
    const auto k = static_cast<std::size_t>(std::find(parties.begin(), parties.end(), statement.party) -
                                            parties.begin());
    if (k == parties.size()) return std::nullopt;
    if (case_model::makes_limit(subject, statement)) return real_limit(k, index);
    const std::optional<Package> what = complete_package(subject.issues, statement.what);
    if (!what) return std::nullopt;
    switch (statement.kind) {
      case StatementKind::kAccepts:
      case StatementKind::kOffers:
        return accepted(k, *what, true);
      case StatementKind::kRejects:
        return accepted(k, *what, false);
      case StatementKind::kPrefers: {
        const auto over = statement.over ? complete_package(subject.issues, *statement.over) : std::nullopt;
        return over ? std::optional(preferred(k, *what, *over)) : std::nullopt;
      }
      case StatementKind::kRedLine:
      case StatementKind::kDemands:
      case StatementKind::kRanks:
        return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] Held real_limit(std::size_t k, StatementIndex index) const {
    Held held;
    const auto& limits = naive_.standing().limits_of[naive_.parties()[k]];
    for (std::size_t j = 0; j < limits.size(); ++j) {
      const auto& statements = naive_.standing().limits[limits[j].value].statements;
      if (std::find(statements.begin(), statements.end(), index) == statements.end()) continue;
      for (const std::uint64_t real : naive_.wants(k).real_limits) held.scenarios += real >> j & 1U;
    }
    return held;
  }

  // Stalling aside.
  [[nodiscard]] Held accepted(std::size_t k, const Package& package, bool wanted) const {
    Held held;
    const PartyFacts facts = naive_.facts_of(package)[k];
    for (std::size_t s = 0; s < naive_.count(); ++s) {
      const double gain = naive_.gain(k, s, package, facts);
      if (naive_.is_near_tie(k, gain)) ++held.near_ties;
      const bool accepts = gain >= 0 && (naive_.wants(k).real_limits[s] & facts.forbidden_by) == 0;
      if (accepts == wanted) ++held.scenarios;
    }
    return held;
  }

  [[nodiscard]] Held preferred(std::size_t k, const Package& package, const Package& over) const {
    Held held;
    const PartyFacts facts = naive_.facts_of(package)[k], over_facts = naive_.facts_of(over)[k];
    for (std::size_t s = 0; s < naive_.count(); ++s) {
      const double more = naive_.gain(k, s, package, facts) - naive_.gain(k, s, over, over_facts);
      if (naive_.is_near_tie(k, more)) ++held.near_ties;
      if (more >= 0) ++held.scenarios;
    }
    return held;
  }

  const NaiveAcceptance& naive_;
  const VerifyOptions& options_;
  VerifyReport& report_;
};

}  // namespace

VerifyReport verify_statements(const NaiveAcceptance& naive, const std::vector<StatementFinding>& statements,
                               const VerifyOptions& options) {
  VerifyReport report;
  if (statements.size() != naive.subject().statements.size()) {
    Check(report, options, "statements").holds("every statement is told of", false);
    return report;
  }
  StatementsCheck check(naive, options, report);
  for (const StatementFinding& finding : statements) check.check(finding);
  return report;
}

}  // namespace modus::verify
