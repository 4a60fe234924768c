#include "modus/zone/domain_problem.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace modus::zone {
namespace {

using case_model::Domain;
using case_model::DomainBox;

constexpr double kMostUnits = 4e18;       // of a sum; leaves room for one more
constexpr double kFinestScale = 1e12;
constexpr double kMostRows = 4e6;         // of one term's table

/// The largest size a sum, or a part of one, can come to.
double largest_sum(const Domain& domain, std::size_t party) {
  const case_model::DomainParty& of = domain.parties[party];
  double sum = std::abs(of.bias);
  for (std::size_t issue = 0; issue < domain.issues.size() && domain.rows.empty(); ++issue) {
    double most = 0;
    for (std::size_t option = 0; option < of.values[issue].size(); ++option) most = std::max(most, std::abs(of.worth(issue, option)));
    sum += most;
  }
  for (const DomainBox& box : of.boxes) sum += std::abs(box.amount);
  for (const case_model::DomainRow& row : domain.rows) sum = std::max(sum, std::abs(row.utilities[party]));
  return sum;
}

double scale_for(double largest) {
  double scale = kFinestScale;
  while (scale * largest > kMostUnits) scale /= 10;
  return scale;
}

class Builder {
 public:
  Builder(const Domain& domain, DomainProblem& made) : domain_(domain), made_(made) {}

  void add_issues() {
    for (std::size_t issue = 0; issue < domain_.issues.size(); ++issue) {
      SumTerm term{{issue}, {}, {}};
      for (std::size_t option = 0; option < domain_.issues[issue].options.size(); ++option) {
        for (const std::size_t party : made_.parties) {
          const double bias = issue == 0 ? domain_.parties[party].bias : 0;
          term.adds.push_back(units_of(domain_.parties[party].worth(issue, option), made_.scale) + units_of(bias, made_.scale));
        }
      }
      made_.problem.terms.push_back(std::move(term));
    }
  }

  /// Boxes about the same issues are one term.
  bool add_boxes() {
    std::map<std::vector<std::size_t>, std::vector<std::pair<std::size_t, const DomainBox*>>> by_scope;
    for (std::size_t p = 0; p < made_.parties.size(); ++p) {
      for (const DomainBox& box : domain_.parties[made_.parties[p]].boxes) {
        std::vector<std::size_t> scope;
        for (const DomainBox::Range& range : box.ranges) scope.push_back(range.issue);
        by_scope[scope].emplace_back(p, &box);
      }
    }
    for (const auto& [scope, boxes] : by_scope) {
      double rows = 1;
      for (const std::size_t issue : scope) rows *= static_cast<double>(domain_.issues[issue].options.size());
      if (rows > kMostRows) return false;
      add_boxes_about(scope, boxes);
    }
    return true;
  }

  void add_rows() {
    SumTerm term;
    for (std::size_t issue = 0; issue < domain_.issues.size(); ++issue) term.scope.push_back(issue);
    const std::size_t rows = rows_of(made_.problem, term.scope);
    term.adds.assign(rows * made_.parties.size(), 0);
    term.allowed.assign(rows, 0);
    for (const case_model::DomainRow& row : domain_.rows) {
      std::size_t at = 0;
      for (std::size_t issue = 0; issue < domain_.issues.size(); ++issue) at = at * domain_.issues[issue].options.size() + row.package[issue];
      term.allowed[at] = 1;
      for (std::size_t p = 0; p < made_.parties.size(); ++p) term.adds[at * made_.parties.size() + p] = units_of(row.utilities[made_.parties[p]], made_.scale);
    }
    made_.problem.terms.push_back(std::move(term));
  }

 private:
  void add_boxes_about(const std::vector<std::size_t>& scope, const std::vector<std::pair<std::size_t, const DomainBox*>>& boxes) {
    SumTerm term{scope, {}, {}};
    const std::size_t rows = rows_of(made_.problem, scope);
    term.adds.assign(rows * made_.parties.size(), 0);
    for (std::size_t row = 0; row < rows; ++row) {
      const std::vector<std::size_t> options = options_at(scope, row);
      for (const auto& [party, box] : boxes) {
        bool inside = true;
        for (std::size_t n = 0; n < scope.size(); ++n) inside = inside && options[n] >= box->ranges[n].first && options[n] <= box->ranges[n].last;
        if (inside) term.adds[row * made_.parties.size() + party] += units_of(box->amount, made_.scale);
      }
    }
    if (!scope.empty()) made_.problem.terms.push_back(std::move(term));
  }
  [[nodiscard]] std::vector<std::size_t> options_at(const std::vector<std::size_t>& scope, std::size_t row) const {
    std::vector<std::size_t> options(scope.size());
    for (std::size_t n = scope.size(); n-- > 0;) {
      options[n] = row % made_.problem.options[scope[n]];
      row /= made_.problem.options[scope[n]];
    }
    return options;
  }

  const Domain& domain_;
  DomainProblem& made_;
};

bool cap_can_be_passed(const Domain& domain, std::size_t party) {
  case_model::Domain uncut = domain;
  uncut.parties[party].cap.reset();
  return domain.parties[party].cap && case_model::bounds_of(uncut, party).high > *domain.parties[party].cap;
}

}  // namespace

std::int64_t units_of(double utility, double scale) { return static_cast<std::int64_t>(std::llround(utility * scale)); }

base::Result<DomainProblem> problem_of(const Domain& domain, const std::vector<std::size_t>& parties) {
  base::Problems problems;
  if (parties.empty() || parties.size() > 8) problems.push_back({{}, "has " + std::to_string(parties.size()) + " parties to look at", "choose one to eight of them"});
  double largest = 1e-12;
  for (const std::size_t party : parties) {
    largest = std::max(largest, largest_sum(domain, party));
    if (cap_can_be_passed(domain, party)) problems.push_back({{}, "utilities of " + domain.parties[party].name + " are cut at 1 where boxes overlap, which is no sum any more", "look at it package by package: convert it to a table of packages"});
  }
  if (!problems.empty()) return problems;
  DomainProblem made{{parties.size(), {}, {}, {}}, parties, scale_for(largest)};
  for (const case_model::DomainIssue& issue : domain.issues) made.problem.options.push_back(issue.options.size());
  Builder builder(domain, made);
  if (!domain.rows.empty()) {
    if (case_model::package_count_of(domain) > kMostRows) return base::Problem{{}, "lists packages out of more than 4,000,000 combinations", "list fewer issues or options"};
    builder.add_rows();
    return made;
  }
  builder.add_issues();
  if (!builder.add_boxes()) return base::Problem{{}, "a box ties together more than 4,000,000 combinations of options", "use boxes about fewer issues"};
  return made;
}

}  // namespace modus::zone
