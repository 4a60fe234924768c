#include "modus/catalogue/check_case.h"

#include "modus/case_model/standing.h"
#include "modus/preference/sure_facts.h"
#include "modus/zone/package_list.h"

namespace modus::catalogue {

base::Result<formats::CaseCounts> check_case(const case_model::Case& subject) {
  base::Problems problems = preference::find_contradictions(subject);
  const auto list = zone::PackageList::make(subject);
  if (!list.ok()) problems.insert(problems.end(), list.problems().begin(), list.problems().end());
  if (!problems.empty()) {
    base::sort_problems(problems);
    return problems;
  }
  const case_model::Standing standing = case_model::weigh_statements(subject);
  formats::CaseCounts counts;
  counts.parties = subject.parties.size();
  counts.issues = subject.issues.size();
  counts.sources = subject.sources.size();
  counts.statements = subject.statements.size();
  counts.statements_counted = standing.counted.size();
  counts.limits = standing.limits.size();
  counts.packages = list.value().package_count();
  counts.combinations = list.value().combination_count();
  return counts;
}

}  // namespace modus::catalogue
