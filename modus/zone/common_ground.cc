#include "modus/zone/common_ground.h"

#include <algorithm>
#include <map>
#include <set>

#include "modus/case_model/asked_for.h"

namespace modus::zone {
namespace {

using case_model::Element;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;

std::vector<PartyIndex> principals(const case_model::Case& subject) {
  std::vector<PartyIndex> found;
  for (const PartyIndex party : subject.parties.indices()) {
    if (subject.parties[party].has(case_model::Role::kPrincipal)) found.push_back(party);
  }
  return found;
}

/// Who said that an element would do, and where.
struct Said {
  std::set<PartyIndex> by;
  std::vector<case_model::StatementIndex> statements;
};

std::map<Element, Said> collect_said(const DrawnCase& drawn) {
  std::map<Element, Said> said;
  for (const auto index : drawn.standing.counted) {
    const case_model::Statement& statement = drawn.subject.statements[index];
    const bool by_principal = drawn.subject.parties[statement.party].has(case_model::Role::kPrincipal);
    if (!by_principal || !case_model::tells_of_agreement(statement.kind)) continue;
    for (const Element& element : case_model::asked_for(statement.what)) {
      said[element].by.insert(statement.party);
      said[element].statements.push_back(index);
    }
  }
  return said;
}

}  // namespace

std::vector<findings::CommonElement> find_common_ground(const DrawnCase& drawn, const ZoneScan& scan) {
  const std::map<Element, Said> said = collect_said(drawn);
  const std::size_t needed = principals(drawn.subject).size();
  const std::size_t with_zone = count_bits(scan.zone);
  std::vector<findings::CommonElement> found;
  for (const IssueIndex issue : drawn.subject.issues.indices()) {
    const std::size_t options = drawn.subject.issues[issue].options.size();
    for (std::size_t o = 0; o < options && options > 1; ++o) {
      findings::CommonElement element;
      element.term = {issue, OptionIndex(o)};
      if (with_zone > 0) element.in_zone = scan.zone_has[issue][o] / static_cast<double>(with_zone);
      const auto entry = said.find({issue, OptionIndex(o)});
      element.said_by_all = entry != said.end() && needed > 1 && entry->second.by.size() == needed;
      const bool nearly_always = with_zone >= kFewestScenarios && element.in_zone >= kCommonShare;
      if (!element.said_by_all && !nearly_always) continue;
      if (entry != said.end()) element.statements = entry->second.statements;
      found.push_back(std::move(element));
    }
  }
  std::ranges::stable_partition(found, &findings::CommonElement::said_by_all);
  return found;
}

}  // namespace modus::zone
