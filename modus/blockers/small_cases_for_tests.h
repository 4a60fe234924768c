/// \file Small random cases with their scenarios, for the tests of this room and of those above it.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "modus/base/random.h"
#include "modus/case_model/packages.h"
#include "modus/case_model/standing.h"
#include "modus/zone/acceptance.h"

namespace modus::blockers::tests {

struct SmallShape {
  std::size_t principals = 2;
  bool guarantor = false;  ///< a last party, asked only about packages with the first option of issue 0
  std::vector<std::size_t> options = {3, 3};  ///< by issue
  std::size_t limits = 3;                     ///< at most, of each party
  std::size_t scenarios = 16;
  bool rule = false;  ///< forbids one combination of the first two issues
  bool stalling = false;
  bool whole_numbers = true;  ///< values 0..9 an issue, so that ties are frequent
};

/// A case, its scenarios, and the two joined. Not copied or moved, since `acceptance` refers into it.
struct SmallCase {
  case_model::Case subject;
  case_model::Standing standing;
  findings::Scenarios scenarios;
  zone::PackageList list;
  std::unique_ptr<zone::Acceptance> acceptance;

  SmallCase() = default;
  SmallCase(const SmallCase&) = delete;
  SmallCase& operator=(const SmallCase&) = delete;

  /// To be called again after any change of the above.
  void join() {
    standing = case_model::weigh_statements(subject);
    auto made = zone::PackageList::make(subject);
    ASSERT_TRUE(made.ok());
    list = std::move(made).value();
    acceptance = std::make_unique<zone::Acceptance>(subject, standing, list, scenarios);
  }
};

inline void add_issue(case_model::Case& subject, std::size_t options) {
  case_model::Issue issue;
  issue.id = "i" + std::to_string(subject.issues.size());
  issue.name = issue.id;
  for (std::size_t o = 0; o < options; ++o) {
    case_model::Option option;
    option.id = option.name = "o" + std::to_string(o);
    issue.options.push_back(option);
  }
  subject.issues.push_back(issue);
}

inline void add_party(case_model::Case& subject, const std::string& id, case_model::Role role) {
  case_model::Party party;
  party.id = party.name = id;
  party.roles = {role};
  subject.parties.push_back(party);
  case_model::Judgments judgments;
  judgments.order.assign(subject.issues.size(), {});
  judgments.scores.assign(subject.issues.size(), {});
  judgments.scales.assign(subject.issues.size(), std::nullopt);
  judgments.weights.assign(subject.issues.size(), std::nullopt);
  judgments.stated = true;
  subject.judgments.push_back(judgments);
}

inline case_model::Condition terms(const case_model::Case& subject, const case_model::Part& part) {
  return case_model::condition_of(part, subject.issues);
}

/// A red line of the party against the part.
inline void add_limit(case_model::Case& subject, case_model::PartyIndex party, const case_model::Part& part) {
  case_model::Statement statement;
  statement.id = "s" + std::to_string(100 + subject.statements.size());
  statement.party = party;
  statement.kind = case_model::StatementKind::kRedLine;
  statement.what = terms(subject, part);
  subject.statements.push_back(statement);
}

/// A part of one or two issues.
inline case_model::Part random_part(const case_model::Case& subject, base::RandomStream& random) {
  const case_model::IssueIndex first(random.below(subject.issues.size()));
  const case_model::IssueIndex second(random.below(subject.issues.size()));
  const auto option = [&](case_model::IssueIndex issue) {
    return case_model::OptionIndex(random.below(subject.issues[issue].options.size()));
  };
  if (first >= second) return {{first, option(first)}};
  return {{first, option(first)}, {second, option(second)}};
}

/// Draws one party's wants; about half of the packages are worth their no-deal value, and limits are real in
/// half of the scenarios.
inline findings::PartyScenarios random_wants(const case_model::Case& subject, const SmallShape& shape,
                                             base::RandomStream& random) {
  findings::PartyScenarios wants;
  wants.drawn = true;
  for (const case_model::Issue& issue : subject.issues) {
    wants.first_option.push_back(static_cast<std::uint32_t>(wants.options));
    wants.options += issue.options.size();
  }
  const auto number = [&] {
    return shape.whole_numbers ? std::floor(10 * random.uniform()) : 10 * random.uniform();
  };
  for (std::size_t scenario = 0; scenario < shape.scenarios; ++scenario) {
    for (std::size_t option = 0; option < wants.options; ++option) wants.values.push_back(number());
    double no_deal = 0;
    for (std::size_t issue = 0; issue < subject.issues.size(); ++issue) no_deal += number();
    wants.no_deal.push_back(no_deal);
    wants.stalling.push_back(shape.stalling && random.chance(0.2) ? 1 : 0);
    wants.real_limits.push_back(random.next());
  }
  return wants;
}

inline void draw_wants(SmallCase& made, const SmallShape& shape, base::RandomStream& random) {
  made.scenarios.count = shape.scenarios;
  for (std::size_t party = 0; party < made.subject.parties.size(); ++party) {
    made.scenarios.parties.push_back(random_wants(made.subject, shape, random));
  }
}

inline std::unique_ptr<SmallCase> random_case(const SmallShape& shape, std::uint64_t seed) {
  base::RandomStream random(seed, "small case");
  auto made = std::make_unique<SmallCase>();
  case_model::Case& subject = made->subject;
  for (const std::size_t options : shape.options) add_issue(subject, options);
  for (std::size_t p = 0; p < shape.principals; ++p) {
    add_party(subject, "p" + std::to_string(p), case_model::Role::kPrincipal);
  }
  if (shape.guarantor) {
    const case_model::PartyIndex guarantor(shape.principals);
    add_party(subject, "q", case_model::Role::kGuarantor);
    subject.issues[case_model::IssueIndex(0)].options[case_model::OptionIndex(0)].needs = {guarantor};
  }
  for (const case_model::PartyIndex party : subject.parties.indices()) {
    const std::size_t limits = random.below(shape.limits + 1);
    for (std::size_t limit = 0; limit < limits; ++limit)
      add_limit(subject, party, random_part(subject, random));
  }
  if (shape.rule) {
    case_model::Condition rule;
    rule.kind = case_model::Condition::Kind::kNot;
    rule.parts = {terms(subject, random_part(subject, random))};
    subject.rules.push_back({rule, {}});
  }
  draw_wants(*made, shape, random);
  made->join();
  return made;
}

}  // namespace modus::blockers::tests
