/// \file Small cases for the tests of this room, put together in code.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/case_model/parse_condition.h"
#include "modus/case_model/standing.h"

namespace modus::preference::tests {

inline base::Interval interval(const std::string& text) { return *base::read_interval(text); }

/// Parties and issues must be added in the order of their ids, parties before judgments.
struct CaseBuilder {
  case_model::Case subject;

  CaseBuilder& party(const std::string& id) {
    case_model::Party one;
    one.id = one.name = id;
    one.roles = {case_model::Role::kPrincipal};
    subject.parties.push_back(one);
    return *this;
  }
  CaseBuilder& issue(const std::string& id, const std::vector<std::string>& options) {
    case_model::Issue one;
    one.id = one.name = id;
    for (const std::string& option : options) one.options.push_back({option, option, {}, {}});
    subject.issues.push_back(one);
    return *this;
  }
  CaseBuilder& scale(const std::string& id, int to) {
    case_model::Issue one;
    one.id = one.name = id;
    one.range = case_model::Range{{0, 0}, {to, 0}, {1, 0}, ""};
    for (int amount = 0; amount <= to; ++amount) {
      const std::string name = std::to_string(amount);
      one.options.push_back({name, name, {amount, 0}, {}});
    }
    subject.issues.push_back(one);
    return *this;
  }
  /// After all parties and issues: room for everyone's judgments.
  CaseBuilder& judgments() {
    const std::size_t issues = subject.issues.size();
    case_model::Judgments blank;
    blank.order.assign(issues, {});
    blank.scores.assign(issues, {});
    blank.scales.assign(issues, std::nullopt);
    blank.weights.assign(issues, std::nullopt);
    subject.judgments.assign(subject.parties.size(), blank);
    return *this;
  }
  case_model::Judgments& of(std::size_t party) {
    subject.judgments[case_model::PartyIndex(party)].stated = true;
    return subject.judgments[case_model::PartyIndex(party)];
  }
  [[nodiscard]] case_model::Condition condition(const std::string& text) const {
    auto read = case_model::parse_condition(text, subject.issues, {});
    EXPECT_TRUE(read.ok()) << text;
    return read.value();
  }
  case_model::Statement& say(const std::string& id, std::size_t party, case_model::StatementKind kind, const std::string& what) {
    case_model::Statement one;
    one.id = id;
    one.party = case_model::PartyIndex(party);
    one.kind = kind;
    one.channel = case_model::Channel::kQuoted;
    if (!what.empty()) one.what = condition(what);
    subject.statements.push_back(one);
    return *(subject.statements.end() - 1);
  }
};

/// Share of scenarios in which `holds(scenario)`.
template <class Holds>
double share_of(std::size_t scenarios, Holds holds) {
  std::size_t count = 0;
  for (std::size_t s = 0; s < scenarios; ++s) count += holds(s) ? 1U : 0U;
  return static_cast<double>(count) / static_cast<double>(scenarios);
}

}  // namespace modus::preference::tests
