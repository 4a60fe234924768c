#include "modus/zone/find_frontier.h"

#include <algorithm>
#include <numeric>

#include "modus/zone/bargaining_points.h"
#include "modus/zone/case_problem.h"
#include "modus/zone/count_packages.h"
#include "modus/zone/domain_problem.h"
#include "modus/zone/frontier_search.h"

namespace modus::zone {
namespace {

using case_model::Domain;
using findings::FrontierFinding;

/// Counting is a side answer: it gives up where the frontier itself would not.
constexpr CountLimits kCountLimits{2e5, 300'000};

double least_utility(const Domain& domain, std::size_t party) {
  if (domain.rows.empty()) return case_model::bounds_of(domain, party).low;
  double least = domain.rows.front().utilities[party];
  for (const case_model::DomainRow& row : domain.rows) least = std::min(least, row.utilities[party]);
  return least;
}

void name_parts(const Domain& domain, const std::vector<std::size_t>& parties, FrontierFinding& finding) {
  finding.title = domain.name;
  for (const std::size_t party : parties) {
    const case_model::DomainParty& of = domain.parties[party];
    const double least = least_utility(domain, party);
    finding.parties.push_back({of.id, of.name, std::max(least, of.reservation.value_or(least)), of.reservation.has_value(), least});
  }
  for (const case_model::DomainIssue& issue : domain.issues) finding.issues.push_back({issue.name, issue.name, issue.options, issue.options});
}

void name_parts(const DrawnCase& drawn, const CaseProblem& made, FrontierFinding& finding) {
  finding.title = drawn.subject.title;
  for (std::size_t p = 0; p < made.parties.size(); ++p) {
    const case_model::Party& party = drawn.subject.parties[made.parties[p]];
    const double no_deal = static_cast<double>(made.problem.least[p]) / made.units_per_point[p];
    finding.parties.push_back({party.id, party.name, no_deal, true, no_deal});
  }
  for (const case_model::Issue& issue : drawn.subject.issues) {
    findings::FrontierIssue named{issue.id, issue.name, {}, {}};
    for (const case_model::Option& option : issue.options) {
      named.options.push_back(option.id);
      named.option_names.push_back(option.name);
    }
    finding.issues.push_back(std::move(named));
  }
}

/// Counts, points and what stands on them. `scales`: units of a utility of one, by party.
base::Result<FrontierFinding> fill(SumProblem& problem, const std::vector<double>& scales, const FindFrontierOptions& options, FrontierFinding finding) {
  SumProblem unbound = problem;
  unbound.least.clear();
  const auto packages = count_packages(unbound);
  finding.package_count = packages ? packages->text() : "";
  if (options.count) {
    if (const auto count = count_packages(problem, kCountLimits)) {
      finding.acceptable_count = count->text();
      if (packages && packages->value() > 0) finding.acceptable_share = count->value() / packages->value();
    }
  }
  finding.width = order_by_fill(problem).width;
  finding.reach_no_deal = !options.all;
  const auto vectors = search_frontier(options.all ? unbound : problem);
  if (!vectors) return base::Problem{{}, "ties so many issues together that the frontier cannot be built exactly", "name fewer issues in one rule, limit, adjustment or box"};
  std::vector<double> no_deal;
  for (const findings::FrontierParty& party : finding.parties) no_deal.push_back(party.no_deal);
  for (const FrontierVector& vector : *vectors) {
    findings::FrontierPoint point{{}, vector.package, vector.packages};
    for (std::size_t p = 0; p < scales.size(); ++p) {
      point.utilities.push_back(static_cast<double>(vector.utilities[p]) / scales[p]);
      finding.parties[p].ideal = std::max(finding.parties[p].ideal, point.utilities[p]);
    }
    finding.points.push_back(std::move(point));
  }
  const BargainingPoints found = bargaining_points(finding.points, no_deal);
  finding.nash = found.nash;
  finding.kalai_smorodinsky = found.kalai_smorodinsky;
  finding.egalitarian = found.egalitarian;
  finding.leximin = found.leximin;
  finding.utilitarian = found.utilitarian;
  finding.opposition = opposition(finding.points, no_deal);
  finding.verdict = finding.points.empty() ? findings::Verdict::kImpossible : findings::Verdict::kProven;
  return finding;
}

}  // namespace

base::Result<FrontierFinding> find_frontier(const Domain& domain, const FindFrontierOptions& options) {
  std::vector<std::size_t> parties = options.parties;
  if (parties.empty()) {
    parties.resize(domain.parties.size());
    std::iota(parties.begin(), parties.end(), 0U);
  }
  auto made = problem_of(domain, parties);
  if (!made.ok()) return made.problems();
  FrontierFinding finding;
  name_parts(domain, parties, finding);
  SumProblem& problem = made.value().problem;
  // Each term was rounded by itself, so a sum may lie that many units off.
  const auto slack = static_cast<std::int64_t>(problem.terms.size());
  for (const findings::FrontierParty& party : finding.parties) problem.least.push_back(units_of(party.no_deal, made.value().scale) - slack);
  return fill(problem, std::vector<double>(parties.size(), made.value().scale), options, std::move(finding));
}

base::Result<FrontierFinding> find_frontier(const DrawnCase& drawn, const FindFrontierOptions& options) {
  auto made = problem_of(drawn);
  if (!made) {
    return base::Problem{{drawn.subject.file, 0, 0}, "leaves open what somebody wants, so there is no one frontier",
                         "give everybody who must accept exact weights, scores and a no-deal value; for open wants see modus packages"};
  }
  FrontierFinding finding;
  name_parts(drawn, *made, finding);
  return fill(made->problem, made->units_per_point, options, std::move(finding));
}

}  // namespace modus::zone
