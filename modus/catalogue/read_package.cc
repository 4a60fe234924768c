#include "modus/catalogue/read_package.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "modus/base/text.h"
#include "modus/case_model/parse_condition.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using case_model::Part;

/// One term, or its problems added.
std::optional<Part> read_term(std::string_view term, const Case& subject, const base::Place& place, base::Problems& problems) {
  const auto condition = case_model::parse_condition(term, subject.issues, place);
  if (!condition.ok()) {
    problems.insert(problems.end(), condition.problems().begin(), condition.problems().end());
    return std::nullopt;
  }
  std::optional<Part> part = case_model::as_part(condition.value());
  if (!part || part->size() != 1) {
    problems.push_back({place, "'" + std::string(term) + "' is no term of a package", "write ISSUE=OPTION, parted by commas"});
    return std::nullopt;
  }
  return part;
}

Part read_terms(std::string_view text, const Case& subject, base::Place place, base::Problems& problems) {
  Part all;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t comma = std::min(text.find(',', start), text.size());
    place.column = static_cast<int>(base::count_code_points(text.substr(0, start))) + 1;
    const auto term = read_term(text.substr(start, comma - start), subject, place, problems);
    if (term) all.push_back(term->front());
    start = comma + 1;
  }
  return all;
}

void check_issues(const Part& terms, const Case& subject, bool all, const base::Place& place, base::Problems& problems) {
  for (const case_model::IssueIndex issue : subject.issues.indices()) {
    const auto times = std::ranges::count(terms, issue, &Part::value_type::first);
    const std::string& id = subject.issues[issue].id;
    if (all && times == 0) problems.push_back({place, "the package has no option for '" + id + "'", "name every issue"});
    if (times > 1) problems.push_back({place, "the package names '" + id + "' more than once", "leave one"});
  }
}

/// The terms put into `package`; `all`: each issue must be named.
base::Result<case_model::Package> read_into(case_model::Package package, bool all, std::string_view text, const Case& subject,
                                            std::string_view name) {
  base::Problems problems;
  const base::Place place{std::string(name), 1, 1};
  const Part terms = read_terms(text, subject, place, problems);
  if (problems.empty()) check_issues(terms, subject, all, place, problems);
  if (!problems.empty()) return problems;
  for (const auto& [issue, option] : terms) package[issue] = option;
  for (const case_model::Rule& rule : subject.rules) {
    if (case_model::holds(rule.condition, package)) continue;
    problems.push_back({place, "the package breaks the rule " + case_model::write_condition(rule.condition, subject.issues),
                        "choose other options"});
  }
  if (!problems.empty()) return problems;
  return package;
}

}  // namespace

base::Result<case_model::Package> read_package(std::string_view text, const Case& subject, std::string_view name) {
  return read_into(case_model::Package(subject.issues.size()), true, text, subject, name);
}

base::Result<case_model::Package> read_change(std::string_view text, const Case& subject, const case_model::Package& from,
                                              std::string_view name) {
  return read_into(from, false, text, subject, name);
}

}  // namespace modus::catalogue
