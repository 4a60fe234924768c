#include "modus/case_model/asked_for.h"

namespace modus::case_model {
namespace {

void collect(const Condition& condition, std::set<Element>& elements) {
  const bool about_one_issue = issues_named(condition).size() == 1;
  if (condition.kind == Condition::Kind::kAtom && condition.comparison != Comparison::kUnequal) {
    for (std::size_t o = 0; o < condition.allowed.size(); ++o) {
      if (condition.allowed[o]) elements.emplace(condition.issue, OptionIndex(o));
    }
  }
  const bool goes_on = condition.kind == Condition::Kind::kAnd || (condition.kind == Condition::Kind::kOr && about_one_issue);
  if (!goes_on) return;
  for (const Condition& part : condition.parts) collect(part, elements);
}

}  // namespace

bool tells_of_agreement(StatementKind kind) {
  return kind == StatementKind::kOffers || kind == StatementKind::kAccepts || kind == StatementKind::kDemands;
}

bool is_own_word(const Statement& statement) {
  return statement.channel == Channel::kQuoted || statement.channel == Channel::kDocument || statement.channel == Channel::kReported;
}

std::set<Element> asked_for(const Condition& condition) {
  std::set<Element> elements;
  collect(condition, elements);
  return elements;
}

}  // namespace modus::case_model
