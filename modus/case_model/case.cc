#include "modus/case_model/case.h"

#include <algorithm>

namespace modus::case_model {
namespace {

template <class I, class T>
std::optional<I> find_id(const base::IndexedVector<I, T>& items, std::string_view id) {
  for (const I index : items.indices()) {
    if (items[index].id == id) return index;
  }
  return std::nullopt;
}

}  // namespace

bool Party::has(Role role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

std::optional<PartyIndex> Case::find_party(std::string_view id) const { return find_id(parties, id); }
std::optional<IssueIndex> Case::find_issue(std::string_view id) const { return find_id(issues, id); }
std::optional<StatementIndex> Case::find_statement(std::string_view id) const {
  return find_id(statements, id);
}
std::optional<SourceIndex> Case::find_source(std::string_view id) const { return find_id(sources, id); }

SourceIndex origin_of(const Case& subject, SourceIndex source) {
  // As many steps as there are sources reach the end of any chain, and leave a circle.
  for (std::size_t step = 0; step < subject.sources.size() && subject.sources[source].heard_from; ++step) {
    source = *subject.sources[source].heard_from;
  }
  return source;
}

bool meets_rules(const Case& subject, const Package& package) {
  return std::all_of(subject.rules.begin(), subject.rules.end(),
                     [&](const Rule& rule) { return holds(rule.condition, package); });
}

}  // namespace modus::case_model
