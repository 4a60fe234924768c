/// \file Small cases for tests, made in a few words. Only tests include this.
#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>

#include "modus/case_model/case.h"
#include "modus/case_model/parse_condition.h"

namespace modus::case_model {

inline Issue named_issue(const std::string& id, std::initializer_list<const char*> options) {
  Issue issue;
  issue.id = issue.name = id;
  for (const char* option : options) issue.options.push_back({option, option, {}, {}});
  return issue;
}

/// Whole numbers from, from + 1, ... to, divided by 10^places.
inline Issue scale_issue(const std::string& id, int from, int to, int places = 0) {
  const auto decimal = [&](int units) {
    return *base::read_decimal(std::to_string(units) + "e-" + std::to_string(places));
  };
  Issue issue;
  issue.id = issue.name = id;
  issue.range = Range{decimal(from), decimal(to), decimal(1), ""};
  for (int units = from; units <= to; ++units) {
    const std::string number = base::write_decimal(decimal(units));
    issue.options.push_back({number, number, decimal(units), {}});
  }
  return issue;
}

/// Throws where the text is no condition.
inline Condition read_condition(const std::string& text, const Issues& issues) {
  base::Result<Condition> condition = parse_condition(text, issues, {});
  if (!condition.ok()) throw std::invalid_argument(base::describe(condition.problems().front()));
  return condition.value();
}

/// Throws where the text is no complete part.
inline Package read_package(const std::string& text, const Issues& issues) {
  return package_of(as_part(read_condition(text, issues)).value(), issues.size());
}

inline PartyIndex add_party(Case& subject, const std::string& id, std::vector<Role> roles) {
  Party party;
  party.id = party.name = id;
  party.roles = std::move(roles);
  subject.parties.push_back(party);
  Judgments judgments;
  judgments.order.assign(subject.issues.size(), {});
  judgments.scores.assign(subject.issues.size(), {});
  judgments.scales.assign(subject.issues.size(), std::nullopt);
  judgments.weights.assign(subject.issues.size(), std::nullopt);
  judgments.beliefs.assign(subject.issues.size(), {});
  subject.judgments.push_back(judgments);
  return PartyIndex(subject.parties.size() - 1);
}

/// Named s0, s1, ... in the order in which they are added.
inline StatementIndex add_statement(Case& subject, PartyIndex party, StatementKind kind,
                                    const std::string& what) {
  Statement statement;
  statement.id = "s" + std::to_string(subject.statements.size());
  statement.party = party;
  statement.kind = kind;
  statement.channel = Channel::kQuoted;
  statement.what = read_condition(what, subject.issues);
  subject.statements.push_back(statement);
  return StatementIndex(subject.statements.size() - 1);
}

/// crews: cut, keep, phased; fund: city, none (city commits the city); wages: 0 to 12. Principals port and
/// union, facilitator ministry, guarantor city.
inline Case dock_case() {
  Case subject;
  subject.title = "Dock";
  subject.issues = {named_issue("crews", {"cut", "keep", "phased"}), named_issue("fund", {"city", "none"}),
                    scale_issue("wages", 0, 12)};
  const PartyIndex city = add_party(subject, "city", {Role::kGuarantor});
  add_party(subject, "ministry", {Role::kFacilitator});
  add_party(subject, "port", {Role::kPrincipal});
  add_party(subject, "union", {Role::kPrincipal});
  subject.issues[IssueIndex(1)].options[OptionIndex(0)].needs = {city};
  return subject;
}

}  // namespace modus::case_model
