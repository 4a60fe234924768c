#include "modus/case_model/known_wants.h"

#include <algorithm>

namespace modus::case_model {
namespace {

using Known = base::IndexedVector<IssueIndex, bool>;

void add_named(const Condition& condition, Known& known) {
  for (const IssueIndex issue : issues_named(condition)) known[issue] = true;
}

/// Issues on which the two sides have different options.
void add_compared(const Statement& statement, Known& known) {
  const auto rather = as_part(statement.what), than = as_part(*statement.over);
  if (!rather || !than) return;
  for (const auto& term : *rather) {
    if (std::find(than->begin(), than->end(), term) == than->end()) known[term.first] = true;
  }
}

void add_statement(const Case& subject, const Statement& statement, Known& known) {
  if (statement.kind == StatementKind::kRanks) return;
  if (statement.kind == StatementKind::kPrefers) return add_compared(statement, known);
  const auto part = as_part(statement.what);
  const bool whole = part && subject.issues.size() > 1 && is_complete(*part, subject.issues);
  if (!whole) add_named(statement.what, known);
}

void add_judgments(const Judgments& judgments, Known& known) {
  for (const IssueIndex issue : known.indices()) {
    const bool scored = issue.value < judgments.scores.size() && !judgments.scores[issue].empty();
    const bool ordered = issue.value < judgments.order.size() && !judgments.order[issue].empty();
    const bool scaled = issue.value < judgments.scales.size() && judgments.scales[issue].has_value();
    if (scored || ordered || scaled) known[issue] = true;
  }
  for (const Adjustment& adjustment : judgments.adjust) add_named(adjustment.when, known);
}

}  // namespace

Known known_wants(const Case& subject, const Standing& standing, PartyIndex party) {
  Known known(subject.issues.size(), false);
  for (const StatementIndex index : standing.counted) {
    if (subject.statements[index].party == party) add_statement(subject, subject.statements[index], known);
  }
  if (party.value < subject.judgments.size()) add_judgments(subject.judgments[party], known);
  return known;
}

}  // namespace modus::case_model
