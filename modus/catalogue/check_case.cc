#include "modus/catalogue/check_case.h"

#include "modus/case_model/standing.h"
#include "modus/preference/sure_facts.h"
#include "modus/zone/package_list.h"

namespace modus::catalogue {

base::Result<CaseSummary> check_case(const case_model::Case& subject) {
  base::Problems problems = preference::find_contradictions(subject);
  const auto list = zone::PackageList::make(subject);
  if (!list.ok()) problems.insert(problems.end(), list.problems().begin(), list.problems().end());
  if (!problems.empty()) {
    base::sort_problems(problems);
    return problems;
  }
  const case_model::Standing standing = case_model::weigh_statements(subject);
  CaseSummary summary;
  summary.parties = subject.parties.size();
  summary.issues = subject.issues.size();
  summary.sources = subject.sources.size();
  summary.statements = subject.statements.size();
  summary.statements_counted = standing.counted.size();
  summary.limits = standing.limits.size();
  summary.packages = list.value().package_count();
  summary.combinations = list.value().combination_count();
  return summary;
}

}  // namespace modus::catalogue
