#include "modus/inquiry/claims.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace modus::inquiry {

using case_model::Case;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::Statement;
using case_model::StatementIndex;
using case_model::StatementKind;
using findings::Claim;

namespace {

int firmness(StatementKind kind) {
  switch (kind) {
    case StatementKind::kRedLine:
      return 0;
    case StatementKind::kRejects:
      return 1;
    case StatementKind::kDemands:
      return 2;
    case StatementKind::kPrefers:
      return 3;
    case StatementKind::kAccepts:
    case StatementKind::kOffers:
      return 4;
    case StatementKind::kRanks:
      return 5;
  }
  return 5;
}

/// The latest day first; without any day last; then by id.
bool is_later(const Case& subject, StatementIndex a, StatementIndex b) {
  const auto day_a = day_of(subject, subject.statements[a]), day_b = day_of(subject, subject.statements[b]);
  return day_a != day_b ? day_a > day_b : a < b;
}

/// The same for statements of one kind and meaning.
std::string meaning_key(const Case& subject, const Statement& statement) {
  std::string key(case_model::word_of(statement.kind));
  key += " " + case_model::meaning_of(statement.what, subject.issues);
  if (statement.over) key += " over " + case_model::meaning_of(*statement.over, subject.issues);
  for (const IssueIndex issue : statement.ranking) key += " " + std::to_string(issue.value);
  return key;
}

std::set<StatementIndex> replaced_in(const case_model::Standing& standing) {
  std::set<StatementIndex> replaced;
  for (const case_model::SetAside& aside : standing.set_aside) {
    if (aside.replaced) replaced.insert(aside.statement);
  }
  return replaced;
}

/// The party's statements that nothing has replaced.
std::vector<StatementIndex> on_record(const Case& subject, const case_model::Standing& standing, PartyIndex party) {
  const std::set<StatementIndex> replaced = replaced_in(standing);
  std::vector<StatementIndex> found;
  for (const StatementIndex index : subject.statements.indices()) {
    if (subject.statements[index].party == party && !replaced.contains(index)) found.push_back(index);
  }
  return found;
}

std::size_t count_origins(const Case& subject, const Claim& claim) {
  std::set<case_model::SourceIndex> origins;
  std::size_t without = 0;
  for (const auto* statements : {&claim.own, &claim.by_others}) {
    for (const StatementIndex index : *statements) {
      const auto& source = subject.statements[index].source;
      source ? static_cast<void>(origins.insert(case_model::origin_of(subject, *source))) : static_cast<void>(++without);
    }
  }
  return origins.size() + without;
}

bool rules_out(const Case& subject, const Statement& statement) {
  return statement.kind == StatementKind::kRedLine ||
         (statement.kind == StatementKind::kRejects && case_model::makes_limit(subject, statement));
}

/// Which options of the issue the statement stands for: what it asks for, or what it does not rule out. Empty where it
/// says nothing on the issue by itself.
std::set<OptionIndex> stand_on(const Case& subject, const Statement& statement, IssueIndex issue) {
  std::set<OptionIndex> options;
  if (case_model::tells_of_agreement(statement.kind)) {
    for (const auto& [named, option] : case_model::asked_for(statement.what)) {
      if (named == issue) options.insert(option);
    }
  }
  if (!rules_out(subject, statement) || case_model::issues_named(statement.what) != std::vector{issue}) return options;
  case_model::Package package(subject.issues.size(), OptionIndex(0));
  for (const OptionIndex option : subject.issues[issue].options.indices()) {
    package[issue] = option;
    if (!case_model::holds(statement.what, package)) options.insert(option);
  }
  return options;
}

/// The party's own dated statements that stand for something on the issue, the earliest first.
std::vector<StatementIndex> dated_stands(const Case& subject, PartyIndex party, IssueIndex issue) {
  std::vector<StatementIndex> found;
  for (const StatementIndex index : subject.statements.indices()) {
    const Statement& statement = subject.statements[index];
    const bool counts = statement.party == party && case_model::is_own_word(statement) && day_of(subject, statement);
    if (counts && !stand_on(subject, statement, issue).empty()) found.push_back(index);
  }
  std::ranges::stable_sort(found, {}, [&](StatementIndex index) { return day_of(subject, subject.statements[index]); });
  return found;
}

/// Whether some statement stands for an option that an earlier one did not.
bool goes_beyond(const Case& subject, const std::vector<StatementIndex>& statements, IssueIndex issue) {
  for (std::size_t later = 1; later < statements.size(); ++later) {
    const auto now = stand_on(subject, subject.statements[statements[later]], issue);
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const Statement& before = subject.statements[statements[earlier]];
      if (day_of(subject, before) == day_of(subject, subject.statements[statements[later]])) continue;
      if (!std::ranges::includes(stand_on(subject, before, issue), now)) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<case_model::Day> day_of(const Case& subject, const Statement& statement) {
  if (statement.on) return statement.on->last;
  return statement.source ? subject.sources[*statement.source].published : std::nullopt;
}

std::vector<IssueIndex> issues_of(const Statement& statement) {
  std::vector<IssueIndex> issues = case_model::issues_named(statement.what);
  if (statement.over) {
    for (const IssueIndex issue : case_model::issues_named(*statement.over)) issues.push_back(issue);
  }
  issues.insert(issues.end(), statement.ranking.begin(), statement.ranking.end());
  std::ranges::sort(issues);
  issues.erase(std::unique(issues.begin(), issues.end()), issues.end());
  return issues;
}

std::vector<Claim> claims_of(const Case& subject, const case_model::Standing& standing, PartyIndex party) {
  std::map<std::string, Claim> by_meaning;
  for (const StatementIndex index : on_record(subject, standing, party)) {
    Claim& claim = by_meaning[meaning_key(subject, subject.statements[index])];
    (case_model::is_own_word(subject.statements[index]) ? claim.own : claim.by_others).push_back(index);
  }
  std::vector<Claim> claims;
  for (auto& [meaning, claim] : by_meaning) {
    const auto later = [&](StatementIndex a, StatementIndex b) { return is_later(subject, a, b); };
    std::ranges::sort(claim.own, later);
    std::ranges::sort(claim.by_others, later);
    claim.origins = count_origins(subject, claim);
    claims.push_back(std::move(claim));
  }
  std::ranges::sort(claims, [&](const Claim& a, const Claim& b) {
    const int firm_a = firmness(subject.statements[a.first()].kind), firm_b = firmness(subject.statements[b.first()].kind);
    return firm_a != firm_b ? firm_a < firm_b : is_later(subject, a.first(), b.first());
  });
  return claims;
}

base::IndexedVector<IssueIndex, Stand> stands_of(const Case& subject, const case_model::Standing& standing, PartyIndex party) {
  base::IndexedVector<IssueIndex, Stand> stands(subject.issues.size());
  for (const StatementIndex index : on_record(subject, standing, party)) {
    const Statement& statement = subject.statements[index];
    if (!case_model::is_own_word(statement)) continue;
    const bool bars = rules_out(subject, statement);
    for (const IssueIndex issue : case_model::issues_named(statement.what)) {
      if (bars && case_model::issues_named(statement.what).size() > 1) continue;
      const std::set<OptionIndex> stand = stand_on(subject, statement, issue);
      for (const OptionIndex option : subject.issues[issue].options.indices()) {
        if (stand.contains(option) == bars) continue;
        (bars ? stands[issue].bars : stands[issue].asks)[option].push_back(index);
      }
    }
  }
  return stands;
}

std::vector<findings::PositionMove> moves_of(const Case& subject, PartyIndex party) {
  std::vector<findings::PositionMove> moves;
  for (const IssueIndex issue : subject.issues.indices()) {
    std::vector<StatementIndex> statements = dated_stands(subject, party, issue);
    if (goes_beyond(subject, statements, issue)) moves.push_back({issue, std::move(statements)});
  }
  return moves;
}

}  // namespace modus::inquiry
