#include "modus/case_model/condition.h"

#include <algorithm>
#include <map>

#include "modus/case_model/case.h"

namespace modus::case_model {
namespace {

// Decimals have at most 15 significant digits, so that their doubles compare as they do.
bool meets(const base::Decimal& amount, Comparison comparison, const base::Decimal& bound) {
  switch (comparison) {
    case Comparison::kLess:
      return amount.value() < bound.value();
    case Comparison::kAtMost:
      return amount.value() <= bound.value();
    case Comparison::kGreater:
      return amount.value() > bound.value();
    case Comparison::kAtLeast:
      return amount.value() >= bound.value();
    case Comparison::kEqual:
    case Comparison::kIn:
      return amount == bound;
    case Comparison::kUnequal:
      return amount != bound;
  }
  return false;
}

void collect_issues(const Condition& condition, std::vector<IssueIndex>& named) {
  if (condition.kind == Condition::Kind::kAtom) named.push_back(condition.issue);
  for (const Condition& part : condition.parts) collect_issues(part, named);
}

// Adds the terms of a conjunction; false where it is none or contradicts itself.
bool collect_terms(const Condition& condition, std::map<IssueIndex, OptionIndex>& terms) {
  if (condition.kind == Condition::Kind::kAnd) {
    return std::all_of(condition.parts.begin(), condition.parts.end(),
                       [&](const Condition& part) { return collect_terms(part, terms); });
  }
  if (condition.kind != Condition::Kind::kAtom || condition.options.size() != 1) return false;
  if (condition.comparison != Comparison::kEqual && condition.comparison != Comparison::kIn) return false;
  const auto [place, added] = terms.emplace(condition.issue, condition.options.front());
  return added || place->second == condition.options.front();
}

}  // namespace

Condition compare_options(IssueIndex issue, Comparison comparison, std::vector<OptionIndex> options,
                          const Issues& issues) {
  std::sort(options.begin(), options.end());
  options.erase(std::unique(options.begin(), options.end()), options.end());
  Condition atom;
  atom.kind = Condition::Kind::kAtom;
  atom.issue = issue;
  atom.comparison = comparison == Comparison::kIn && options.size() == 1 ? Comparison::kEqual : comparison;
  atom.allowed.assign(issues[issue].options.size(), comparison == Comparison::kUnequal);
  for (const OptionIndex option : options) atom.allowed[option.value].flip();
  atom.options = std::move(options);
  return atom;
}

Condition compare_amount(IssueIndex issue, Comparison comparison, base::Decimal bound, const Issues& issues) {
  Condition atom;
  atom.kind = Condition::Kind::kAtom;
  atom.issue = issue;
  atom.comparison = comparison;
  atom.bound = bound;
  for (const Option& option : issues[issue].options)
    atom.allowed.push_back(meets(option.amount, comparison, bound));
  return atom;
}

Condition negation_of(Condition condition) {
  Condition negation;
  negation.kind = Condition::Kind::kNot;
  negation.parts.push_back(std::move(condition));
  return negation;
}

bool holds(const Condition& condition, const Package& package) {
  const auto part_holds = [&](const Condition& part) { return holds(part, package); };
  const auto& parts = condition.parts;
  switch (condition.kind) {
    case Condition::Kind::kAtom:
      return condition.allowed[package[condition.issue].value];
    case Condition::Kind::kNot:
      return !part_holds(parts.front());
    case Condition::Kind::kAnd:
      return std::all_of(parts.begin(), parts.end(), part_holds);
    case Condition::Kind::kOr:
      return std::any_of(parts.begin(), parts.end(), part_holds);
    case Condition::Kind::kImplies:
      return !part_holds(parts[0]) || part_holds(parts[1]);
  }
  return false;
}

std::vector<IssueIndex> issues_named(const Condition& condition) {
  std::vector<IssueIndex> named;
  collect_issues(condition, named);
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  return named;
}

bool names_scale(const Condition& condition, const Issues& issues) {
  const std::vector<IssueIndex> named = issues_named(condition);
  return std::any_of(named.begin(), named.end(),
                     [&](IssueIndex issue) { return issues[issue].range.has_value(); });
}

std::optional<Part> as_part(const Condition& condition) {
  std::map<IssueIndex, OptionIndex> terms;
  if (!collect_terms(condition, terms)) return std::nullopt;
  return Part(terms.begin(), terms.end());
}

bool is_complete(const Part& part, const Issues& issues) { return part.size() == issues.size(); }

Package package_of(const Part& part, std::size_t issue_count) {
  Package package(issue_count);
  for (const auto& [issue, option] : part) package[issue] = option;
  return package;
}

Condition condition_of(const Part& part, const Issues& issues) {
  Condition conjunction;
  for (const auto& [issue, option] : part) {
    conjunction.parts.push_back(compare_options(issue, Comparison::kEqual, {option}, issues));
  }
  if (conjunction.parts.size() == 1) return conjunction.parts.front();
  return conjunction;
}

bool same_meaning(const Condition& a, const Condition& b, const Issues& issues) {
  return meaning_of(a, issues) == meaning_of(b, issues);
}

}  // namespace modus::case_model
