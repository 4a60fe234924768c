#include "modus/zone/domain_of_case.h"

#include "modus/zone/case_problem.h"

namespace modus::zone {
namespace {

using case_model::Case;

void list_left_out(const DrawnCase& drawn, const CaseProblem& made, std::vector<std::string>& left_out) {
  const Case& subject = drawn.subject;
  for (const case_model::Rule& rule : subject.rules) left_out.push_back("The rule " + case_model::write_condition(rule.condition, subject.issues) + " is left out.");
  for (const case_model::PartyIndex party : made.parties) {
    for (const case_model::LimitIndex limit : drawn.acceptance.limits_of(party)) {
      left_out.push_back("That " + subject.parties[party].name + " has no package with " + case_model::write_condition(drawn.standing.limits[limit.value].forbids, subject.issues) + " is left out.");
    }
    for (const case_model::Adjustment& adjustment : subject.judgments[party].adjust) {
      left_out.push_back("What " + subject.parties[party].name + " gains or loses where " + case_model::write_condition(adjustment.when, subject.issues) + " is left out.");
    }
  }
}

}  // namespace

base::Result<DomainOfCase> domain_of(const DrawnCase& drawn) {
  const auto made = problem_of(drawn);
  if (!made) {
    return base::Problem{{drawn.subject.file, 0, 0}, "leaves open what somebody wants, which these files cannot hold", "give everybody who must accept exact weights, scores and a no-deal value"};
  }
  DomainOfCase result;
  result.domain.name = drawn.subject.title;
  for (const case_model::Issue& issue : drawn.subject.issues) {
    case_model::DomainIssue named{issue.id, {}, case_model::DomainIssue::Kind::kNamed, 0, 0};
    for (const case_model::Option& option : issue.options) named.options.push_back(option.id);
    result.domain.issues.push_back(std::move(named));
  }
  for (std::size_t p = 0; p < made->parties.size(); ++p) {
    case_model::DomainParty party;
    party.id = party.name = drawn.subject.parties[made->parties[p]].id;
    party.weights.assign(result.domain.issues.size(), 1);
    const double scale = made->units_per_point[p];
    for (std::size_t issue = 0; issue < result.domain.issues.size(); ++issue) {
      party.values.emplace_back();
      const SumTerm& term = made->problem.terms[issue];
      for (std::size_t option = 0; option < result.domain.issues[issue].options.size(); ++option) {
        party.values.back().push_back(static_cast<double>(term.adds[option * made->parties.size() + p]) / scale);
      }
    }
    party.reservation = static_cast<double>(made->problem.least[p]) / scale;
    result.domain.parties.push_back(std::move(party));
  }
  list_left_out(drawn, *made, result.left_out);
  return result;
}

}  // namespace modus::zone
