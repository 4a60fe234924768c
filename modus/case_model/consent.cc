#include "modus/case_model/consent.h"

#include <algorithm>

namespace modus::case_model {
namespace {

bool anything_known(const Case& subject, PartyIndex party) {
  if (subject.judgments[party].stated) return true;
  return std::any_of(subject.statements.begin(), subject.statements.end(),
                     [&](const Statement& statement) { return statement.party == party; });
}

ConsentKind kind_of_consent(const Case& subject, PartyIndex index) {
  const Party& party = subject.parties[index];
  if (party.has(Role::kPrincipal)) return ConsentKind::kAsked;
  if (party.has(Role::kRatifier))
    return anything_known(subject, index) ? ConsentKind::kAsked : ConsentKind::kFollows;
  if (!party.has(Role::kGuarantor)) return ConsentKind::kNotAsked;
  return anything_known(subject, index) ? ConsentKind::kIfNeeded : ConsentKind::kConsents;
}

}  // namespace

base::IndexedVector<PartyIndex, ConsentKind> consent_of(const Case& subject) {
  base::IndexedVector<PartyIndex, ConsentKind> consent;
  for (const PartyIndex party : subject.parties.indices()) consent.push_back(kind_of_consent(subject, party));
  return consent;
}

bool needs(const Case& subject, const Package& package, PartyIndex party) {
  std::size_t position = 0;
  return std::any_of(subject.issues.begin(), subject.issues.end(), [&](const Issue& issue) {
    const std::vector<PartyIndex>& needed = issue.options[package[IssueIndex(position++)]].needs;
    return std::find(needed.begin(), needed.end(), party) != needed.end();
  });
}

}  // namespace modus::case_model
