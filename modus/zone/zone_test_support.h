/// \file Small random cases with scenarios made by hand, and naive answers written from the definitions.
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "modus/base/random.h"
#include "modus/case_model/case.h"
#include "modus/case_model/packages.h"
#include "modus/case_model/standing.h"
#include "modus/findings/scenarios.h"
#include "modus/zone/acceptance.h"

namespace modus::zone {

struct SmallCase {
  case_model::Case subject;
  case_model::Standing standing;
  findings::Scenarios scenarios;
};

struct SmallCaseShape {
  std::size_t principals = 2;
  bool guarantor = true;
  std::size_t issues = 4;
  std::size_t most_options = 4;
  std::size_t limits_each = 2;
  std::size_t adjustments_each = 1;
  std::size_t rules = 1;
  std::size_t scenarios = 96;
  bool whole_numbers = false;  ///< values and no-deal values small whole numbers, so that ties abound
};

class SmallCaseMaker {
 public:
  SmallCaseMaker(std::uint64_t seed, const SmallCaseShape& shape)
      : random_(seed, "small case"), shape_(shape) {}

  SmallCase make() {
    for (std::size_t p = 0; p < shape_.principals; ++p)
      add_party("p" + std::to_string(p), case_model::Role::kPrincipal);
    if (shape_.guarantor) add_party("z", case_model::Role::kGuarantor);
    for (std::size_t i = 0; i < shape_.issues; ++i) add_issue(i);
    for (std::size_t r = 0; r < shape_.rules; ++r) made_.subject.rules.push_back({rule(), {}});
    add_judgments();
    add_limits();
    add_scenarios();
    return std::move(made_);
  }

  /// A random condition over the issues made so far.
  case_model::Condition condition(int depth = 2) {
    using Kind = case_model::Condition::Kind;
    case_model::Condition made;
    const std::uint64_t kind = depth == 0 ? 0 : random_.below(6);
    if (kind <= 1) return atom();
    made.kind = kind == 2 ? Kind::kNot : kind == 3 ? Kind::kImplies : kind == 4 ? Kind::kAnd : Kind::kOr;
    const std::size_t parts = kind == 2 ? 1 : 2;
    for (std::size_t k = 0; k < parts; ++k) made.parts.push_back(condition(depth - 1));
    return made;
  }

 private:
  void add_party(std::string id, case_model::Role role) {
    case_model::Party party;
    party.id = party.name = std::move(id);
    party.roles = {role};
    made_.subject.parties.push_back(std::move(party));
  }

  void add_issue(std::size_t number) {
    case_model::Issue issue;
    issue.id = issue.name = "i" + std::to_string(number);
    const std::size_t options = 1 + random_.below(shape_.most_options);
    for (std::size_t o = 0; o < options; ++o) {
      case_model::Option option;
      option.id = option.name = "o" + std::to_string(o);
      if (shape_.guarantor && random_.chance(0.2)) option.needs = {case_model::PartyIndex(shape_.principals)};
      issue.options.push_back(std::move(option));
    }
    made_.subject.issues.push_back(std::move(issue));
  }

  case_model::Condition atom() {
    case_model::Condition made;
    made.kind = case_model::Condition::Kind::kAtom;
    made.issue = case_model::IssueIndex(random_.below(made_.subject.issues.size()));
    const std::size_t options = made_.subject.issues[made.issue].options.size();
    made.comparison = case_model::Comparison::kIn;
    for (std::size_t o = 0; o < options; ++o) {
      made.allowed.push_back(random_.chance(0.5));
      if (made.allowed.back()) made.options.emplace_back(o);
    }
    return made;
  }

  /// Never forbids every package: met where every issue takes its first option.
  case_model::Condition rule() {
    case_model::Condition made;
    made.kind = case_model::Condition::Kind::kOr;
    made.parts.push_back(condition());
    case_model::Condition first_options;
    for (const auto issue : made_.subject.issues.indices()) {
      case_model::Condition first;
      first.kind = case_model::Condition::Kind::kAtom;
      first.issue = issue;
      first.allowed.assign(made_.subject.issues[issue].options.size(), false);
      first.allowed[0] = true;
      first.options = {case_model::OptionIndex(0)};
      first_options.parts.push_back(std::move(first));
    }
    made.parts.push_back(std::move(first_options));
    return made;
  }

  void add_judgments() {
    for (const auto party : made_.subject.parties.indices()) {
      (void)party;
      case_model::Judgments judgments;
      judgments.stated = true;
      judgments.order.assign(shape_.issues, {});
      judgments.scores.assign(shape_.issues, {});
      judgments.scales.assign(shape_.issues, std::nullopt);
      judgments.weights.assign(shape_.issues, std::nullopt);
      for (std::size_t k = 0; k < shape_.adjustments_each; ++k)
        judgments.adjust.push_back({condition(), {}, "", {}});
      made_.subject.judgments.push_back(std::move(judgments));
    }
  }

  void add_limits() {
    made_.standing.limits_of.assign(made_.subject.parties.size(), {});
    for (const auto party : made_.subject.parties.indices()) {
      for (std::size_t k = 0; k < shape_.limits_each; ++k) {
        made_.standing.limits_of[party].emplace_back(made_.standing.limits.size());
        made_.standing.limits.push_back({party, condition(1), 0.5, {}});
      }
    }
  }

  double number(double most) {
    return shape_.whole_numbers
               ? static_cast<double>(random_.below(static_cast<std::uint64_t>(most / 10) + 1))
               : most * random_.uniform();
  }

  void add_scenarios() {
    auto& scenarios = made_.scenarios;
    scenarios.count = shape_.scenarios;
    for (const auto party : made_.subject.parties.indices()) {
      findings::PartyScenarios wants;
      wants.drawn = true;
      for (const auto& issue : made_.subject.issues) {
        wants.first_option.push_back(static_cast<std::uint32_t>(wants.options));
        wants.options += issue.options.size();
      }
      wants.adjustments_per_scenario = shape_.adjustments_each;
      for (std::size_t s = 0; s < scenarios.count; ++s) add_scenario(wants, party);
      scenarios.parties.push_back(std::move(wants));
    }
  }

  void add_scenario(findings::PartyScenarios& wants, case_model::PartyIndex) {
    for (std::size_t i = 0; i < shape_.issues; ++i)
      wants.weights.push_back(1.0 / static_cast<double>(shape_.issues));
    const double each = 100.0 / static_cast<double>(shape_.issues);
    for (std::size_t o = 0; o < wants.options; ++o) wants.values.push_back(number(each));
    for (std::size_t k = 0; k < shape_.adjustments_each; ++k)
      wants.adjustments.push_back(number(40) - number(40));
    wants.no_deal.push_back(number(70));
    wants.stalling.push_back(random_.chance(0.05) ? 1 : 0);
    wants.real_limits.push_back(random_.next() & ((std::uint64_t{1} << shape_.limits_each) - 1));
  }

  base::RandomStream random_;
  SmallCaseShape shape_;
  SmallCase made_;
};

inline base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

inline SmallCase make_small_case(std::uint64_t seed, const SmallCaseShape& shape = {}) {
  return SmallCaseMaker(seed, shape).make();
}

/// Value less no-deal value in units, added up term by term.
inline double naive_gain(const SmallCase& small, case_model::PartyIndex party, std::size_t scenario,
                         const case_model::Package& package) {
  const auto& wants = small.scenarios.parties[party];
  double value = -wants.no_deal[scenario];
  for (const auto issue : package.indices()) {
    value += wants.values[scenario * wants.options + wants.first_option[issue.value] + package[issue].value];
  }
  const auto& adjust = small.subject.judgments[party].adjust;
  for (std::size_t k = 0; k < adjust.size(); ++k) {
    if (case_model::holds(adjust[k].when, package)) {
      value += wants.adjustments[scenario * wants.adjustments_per_scenario + k];
    }
  }
  return value;
}

inline bool naive_accepts(const SmallCase& small, case_model::PartyIndex party, std::size_t scenario,
                          const case_model::Package& package) {
  const auto& wants = small.scenarios.parties[party];
  if (wants.stalling[scenario] != 0) return false;
  const auto& limits = small.standing.limits_of[party];
  for (std::size_t j = 0; j < limits.size(); ++j) {
    const bool real = (wants.real_limits[scenario] >> j & 1U) != 0;
    if (real && case_model::holds(small.standing.limits[limits[j].value].forbids, package)) return false;
  }
  return naive_gain(small, party, scenario, package) >= -1e-9;
}

inline bool naive_is_guarantor(const SmallCase& small, case_model::PartyIndex party) {
  return small.subject.parties[party].has(case_model::Role::kGuarantor);
}

inline bool naive_needs(const SmallCase& small, case_model::PartyIndex party,
                        const case_model::Package& package) {
  for (const auto issue : package.indices()) {
    for (const auto needed : small.subject.issues[issue].options[package[issue]].needs) {
      if (needed == party) return true;
    }
  }
  return false;
}

inline bool naive_all_accept(const SmallCase& small, std::size_t scenario,
                             const case_model::Package& package) {
  for (const case_model::Rule& rule : small.subject.rules) {
    if (!case_model::holds(rule.condition, package)) return false;
  }
  for (const auto party : small.subject.parties.indices()) {
    const bool asked = !naive_is_guarantor(small, party) || naive_needs(small, party, package);
    if (asked && !naive_accepts(small, party, scenario, package)) return false;
  }
  return true;
}

/// Every combination of options, in the order of case_model/packages.h.
inline std::vector<case_model::Package> every_combination(const SmallCase& small) {
  std::vector<case_model::Package> all;
  const std::uint64_t count = *case_model::count_combinations(small.subject.issues);
  for (std::uint64_t n = 0; n < count; ++n) all.push_back(case_model::package_at(small.subject.issues, n));
  return all;
}

inline bool is_in(std::span<const Word> set, std::size_t member) {
  return (set[member / 64] >> (member % 64) & 1U) != 0;
}

}  // namespace modus::zone
