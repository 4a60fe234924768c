#include <algorithm>
#include <numeric>
#include <string>

#include "modus/preference/party_model.h"

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::Condition;
using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::OptionIndex;
using case_model::Package;
using case_model::Part;
using case_model::PartyIndex;
using case_model::Standing;
using case_model::Statement;
using case_model::StatementIndex;
using case_model::StatementKind;

constexpr std::size_t kMaxCombinations = 20'000;
constexpr double kSurest = 1e-9;  // a statement at certainty weighs 10^9 to 1, so that sampling can start anywhere

// factor = said * (meant | 1 - meant) + (1 - said) / 2
void set_factors(Evidence& evidence, double said, double meant) {
  evidence.if_holds = std::max(kSurest, said * meant + (1 - said) / 2);
  evidence.if_not = std::max(kSurest, said * (1 - meant) + (1 - said) / 2);
}

std::uint64_t limits_forbidding(const Standing& standing, PartyIndex party, const Package& package) {
  std::uint64_t mask = 0;
  const std::vector<LimitIndex>& mine = standing.limits_of[party];
  for (std::size_t bit = 0; bit < mine.size(); ++bit) {
    if (holds(standing.limits[mine[bit].value].forbids, package)) mask |= std::uint64_t{1} << bit;
  }
  return mask;
}

std::vector<std::uint32_t> adjustments_met(const Case& subject, PartyIndex party, const Package& package) {
  std::vector<std::uint32_t> met;
  const auto& adjust = subject.judgments[party].adjust;
  for (std::uint32_t k = 0; k < adjust.size(); ++k) {
    if (holds(adjust[k].when, package)) met.push_back(k);
  }
  return met;
}

SignedRow complete_row(const Case& subject, PartyIndex party, const Part& part, double sign) {
  return {sign, part, adjustments_met(subject, party, package_of(part, subject.issues.size()))};
}

// Only adjustments that name nothing but the part's issues count.
SignedRow partial_row(const Case& subject, PartyIndex party, const Part& part, double sign) {
  Package package(subject.issues.size());
  std::vector<IssueIndex> given;
  for (const auto& [issue, option] : part) {
    package[issue] = option;
    given.push_back(issue);
  }
  SignedRow row{sign, part, {}};
  const auto& adjust = subject.judgments[party].adjust;
  for (std::uint32_t k = 0; k < adjust.size(); ++k) {
    const std::vector<IssueIndex> named = issues_named(adjust[k].when);
    const bool inside = std::includes(given.begin(), given.end(), named.begin(), named.end());
    if (inside && holds(adjust[k].when, package)) row.adjustments.push_back(k);
  }
  return row;
}

// Groups of issues: those some condition names together are in one.
class Ties {
 public:
  explicit Ties(std::size_t issues) : group_(issues) { std::iota(group_.begin(), group_.end(), 0U); }
  void tie(const Condition& condition) {
    const std::vector<IssueIndex> named = issues_named(condition);
    for (std::size_t k = 1; k < named.size(); ++k) join(named[0].value, named[k].value);
  }
  [[nodiscard]] std::uint32_t group_of(std::uint32_t issue) const { return group_[issue]; }
  [[nodiscard]] std::vector<std::uint32_t> members(std::uint32_t group) const {
    std::vector<std::uint32_t> all;
    for (std::uint32_t issue = 0; issue < group_.size(); ++issue) {
      if (group_[issue] == group) all.push_back(issue);
    }
    return all;
  }

 private:
  void join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t keep = std::min(group_[a], group_[b]);
    const std::uint32_t drop = std::max(group_[a], group_[b]);
    std::replace(group_.begin(), group_.end(), drop, keep);
  }
  std::vector<std::uint32_t> group_;
};

// Calls visit(package) for every choice of the given options of the given issues; others stay at option 0.
template <class Visit>
void each_choice(std::size_t issue_count, const std::vector<std::uint32_t>& issues,
                 const std::vector<std::vector<std::uint32_t>>& choices, Visit visit) {
  Package package(issue_count);
  std::vector<std::size_t> at(issues.size(), 0);
  if (std::any_of(choices.begin(), choices.end(), [](const auto& c) { return c.empty(); })) return;
  for (;;) {
    for (std::size_t k = 0; k < issues.size(); ++k) package[IssueIndex(issues[k])] = OptionIndex(choices[k][at[k]]);
    visit(package);
    std::size_t k = issues.size();
    while (k > 0 && ++at[k - 1] == choices[k - 1].size()) at[--k] = 0;
    if (k == 0) return;
  }
}

std::size_t count_choices(const std::vector<std::vector<std::uint32_t>>& choices, std::size_t most) {
  std::size_t count = 1;
  for (const auto& options : choices) {
    count *= options.size();
    if (count > most) return most + 1;
  }
  return count;
}

// Where an option stands in a party's ranking, 0 the best: a mix from its best branch to its worst.
struct Rank {
  std::size_t best = 0, worst = 0;
};

// How the party ranks the options of one issue, where that is known. Empty: nothing is known.
std::vector<Rank> known_ranks(const Case& subject, PartyIndex party, IssueIndex issue) {
  const case_model::Judgments& judged = subject.judgments[party];
  const case_model::Issue& what = subject.issues[issue];
  std::vector<Rank> ranks(what.options.size());
  if (!judged.order[issue].empty()) {
    for (std::size_t rank = 0; rank < judged.order[issue].size(); ++rank) ranks[judged.order[issue][rank].value] = {rank, rank};
    for (const OptionIndex option : what.options.indices()) {
      const auto& mix = what.options[option].mix;
      if (!mix) continue;
      ranks[option.value] = ranks[mix->branches[0].option.value];
      for (const case_model::Mix::Branch& branch : mix->branches) {
        const Rank& one = ranks[branch.option.value];
        ranks[option.value] = {std::min(ranks[option.value].best, one.best), std::max(ranks[option.value].worst, one.worst)};
      }
    }
    return ranks;
  }
  const auto& wants = judged.scales[issue];
  if (!wants || wants->better == case_model::ScaleWants::Better::kPeak) return {};
  for (std::size_t rank = 0; rank < ranks.size(); ++rank) ranks[rank] = {rank, rank};
  if (wants->better == case_model::ScaleWants::Better::kMore) std::reverse(ranks.begin(), ranks.end());
  return ranks;
}

// A combination that another beats on every issue by the party's known ranking, and that is no freer, can never be
// the best one.
void drop_beaten(const Case& subject, PartyIndex party, Component& component) {
  constexpr std::size_t kMostCompared = 3'000;  // quadratic
  if (component.combinations.size() > kMostCompared) return;
  std::vector<std::vector<Rank>> ranks;
  for (const std::uint32_t issue : component.issues) ranks.push_back(known_ranks(subject, party, IssueIndex(issue)));
  const auto at_least_as_good = [&](const Combination& a, const Combination& b) {
    if ((a.forbidden_by & ~b.forbidden_by) != 0 || a.adjustments != b.adjustments) return false;
    for (std::size_t k = 0; k < ranks.size(); ++k) {
      if (a.options[k] == b.options[k]) continue;
      if (ranks[k].empty() || ranks[k][a.options[k]].worst > ranks[k][b.options[k]].best) return false;
    }
    return true;
  };
  std::vector<Combination> kept;
  for (const Combination& one : component.combinations) {
    const bool beaten = std::any_of(component.combinations.begin(), component.combinations.end(), [&](const Combination& other) {
      return &other != &one && at_least_as_good(other, one);  // never both ways: options differ somewhere
    });
    if (!beaten) kept.push_back(one);
  }
  component.combinations = std::move(kept);
}

struct Completion {
  const Case& subject;
  const Standing& standing;
  PartyIndex party;
  const Part& part;
};

std::vector<std::uint32_t> options_left(const Completion& from, std::uint32_t issue) {
  for (const auto& [named, option] : from.part) {
    if (named.value == issue) return {option.value};
  }
  return issue_scores(from.subject, from.party, IssueIndex(issue)).candidates;
}

bool inside(const Condition& condition, const std::vector<std::uint32_t>& issues) {
  const std::vector<IssueIndex> named = issues_named(condition);
  return std::all_of(named.begin(), named.end(), [&](IssueIndex issue) {
    return std::find(issues.begin(), issues.end(), issue.value) != issues.end();
  });
}

Component build_component(const Completion& from, const std::vector<std::uint32_t>& issues,
                          const std::vector<std::vector<std::uint32_t>>& choices) {
  Component component{issues, {}};
  std::vector<const Condition*> rules;
  for (const case_model::Rule& rule : from.subject.rules) {
    if (inside(rule.condition, issues)) rules.push_back(&rule.condition);
  }
  const auto& adjust = from.subject.judgments[from.party].adjust;
  const std::vector<LimitIndex>& limits = from.standing.limits_of[from.party];
  each_choice(from.subject.issues.size(), issues, choices, [&](const Package& package) {
    const bool sensible = std::all_of(rules.begin(), rules.end(), [&](const Condition* rule) { return holds(*rule, package); });
    if (!sensible) return;
    Combination one;
    for (const std::uint32_t issue : issues) one.options.push_back(package[IssueIndex(issue)].value);
    for (std::size_t bit = 0; bit < limits.size(); ++bit) {
      const Condition& forbids = from.standing.limits[limits[bit].value].forbids;
      if (inside(forbids, issues) && holds(forbids, package)) one.forbidden_by |= std::uint64_t{1} << bit;
    }
    for (std::uint32_t k = 0; k < adjust.size(); ++k) {
      if (inside(adjust[k].when, issues) && holds(adjust[k].when, package)) one.adjustments.push_back(k);
    }
    component.combinations.push_back(std::move(one));
  });
  drop_beaten(from.subject, from.party, component);
  return component;
}

base::Result<std::vector<Component>> complete_part(const Completion& from, const base::Place& where) {
  const std::size_t issue_count = from.subject.issues.size();
  Ties ties(issue_count);
  for (const case_model::Rule& rule : from.subject.rules) ties.tie(rule.condition);
  for (const LimitIndex limit : from.standing.limits_of[from.party]) ties.tie(from.standing.limits[limit.value].forbids);
  for (const case_model::Adjustment& adjustment : from.subject.judgments[from.party].adjust) ties.tie(adjustment.when);
  std::vector<Component> components;
  for (std::uint32_t issue = 0; issue < issue_count; ++issue) {
    if (ties.group_of(issue) != issue) continue;
    const std::vector<std::uint32_t> issues = ties.members(issue);
    std::vector<std::vector<std::uint32_t>> choices;
    for (const std::uint32_t member : issues) choices.push_back(options_left(from, member));
    if (count_choices(choices, kMaxCombinations) > kMaxCombinations) {
      return base::Problem{where,
                           "rules, limits and adjustments tie together more than " + std::to_string(kMaxCombinations) +
                               " ways to complete this part",
                           "name options for more of the issues they tie, or split the rules"};
    }
    components.push_back(build_component(from, issues, choices));
  }
  return components;
}

void collect_named(const Condition& condition, IssueIndex issue, std::vector<bool>& named) {
  if (condition.kind == Condition::Kind::kAtom && condition.issue == issue) {
    for (const OptionIndex option : condition.options) named[option.value] = true;
  }
  for (const Condition& part : condition.parts) collect_named(part, issue, named);
}

// What a demand says of one issue's scores, given the options that some package meeting it takes. A mix that it does not
// name lies between its branches and adds nothing; one that it asks for by name is put beside those that are no
// branch of it, for no party can rate it above them all.
void add_wanted(const Case& subject, const Condition& demand, IssueIndex index, const std::vector<bool>& taken,
                std::vector<WantedOptions>& all) {
  const case_model::Issue& issue = subject.issues[index];
  std::vector<bool> named(issue.options.size(), false);
  collect_named(demand, index, named);
  WantedOptions plain{index.value, {}, {}};
  std::vector<std::uint32_t> asked_mixes;
  for (std::uint32_t option = 0; option < taken.size(); ++option) {
    if (!issue.options[OptionIndex(option)].mix) {
      (taken[option] ? plain.wanted : plain.others).push_back(option);
    } else if (taken[option] && named[option]) {
      asked_mixes.push_back(option);
    }
  }
  const std::vector<std::uint32_t> others = plain.others;
  if (!plain.wanted.empty() && !plain.others.empty()) all.push_back(std::move(plain));
  for (const std::uint32_t mix : asked_mixes) {
    WantedOptions one{index.value, {mix}, others};
    for (const case_model::Mix::Branch& branch : issue.options[OptionIndex(mix)].mix->branches) std::erase(one.others, branch.option.value);
    if (!one.others.empty()) all.push_back(std::move(one));
  }
}

// The options of each issue the demand names that some package meeting it and the rules takes.
std::vector<WantedOptions> wanted_options(const Case& subject, const Condition& demand) {
  const std::size_t issue_count = subject.issues.size();
  Ties ties(issue_count);
  ties.tie(demand);
  for (const case_model::Rule& rule : subject.rules) ties.tie(rule.condition);
  const std::vector<IssueIndex> named = issues_named(demand);
  if (named.empty()) return {};
  std::vector<std::uint32_t> issues = ties.members(ties.group_of(named[0].value));
  const auto choices_of = [&](const std::vector<std::uint32_t>& members) {
    std::vector<std::vector<std::uint32_t>> choices;
    for (const std::uint32_t issue : members) {
      choices.emplace_back(subject.issues[IssueIndex(issue)].options.size());
      std::iota(choices.back().begin(), choices.back().end(), 0U);
    }
    return choices;
  };
  constexpr std::size_t kMaxChoices = 1'000'000;  // beyond it, only rules inside the demand's own issues count
  if (count_choices(choices_of(issues), kMaxChoices) > kMaxChoices) {
    issues.clear();
    for (const IssueIndex issue : named) issues.push_back(issue.value);
  }
  std::vector<std::vector<bool>> taken;
  for (const IssueIndex issue : named) taken.emplace_back(subject.issues[issue].options.size(), false);
  each_choice(issue_count, issues, choices_of(issues), [&](const Package& package) {
    if (!holds(demand, package)) return;
    for (const case_model::Rule& rule : subject.rules) {
      if (inside(rule.condition, issues) && !holds(rule.condition, package)) return;
    }
    for (std::size_t k = 0; k < named.size(); ++k) taken[k][package[named[k]].value] = true;
  });
  std::vector<WantedOptions> all;
  for (std::size_t k = 0; k < named.size(); ++k) add_wanted(subject, demand, named[k], taken[k], all);
  return all;
}

// Of wanted (or other) options of a scale only the candidates can be the worst (or best).
void keep_candidates(const Case& subject, PartyIndex party, std::vector<WantedOptions>& all) {
  for (WantedOptions& one : all) {
    if (!subject.issues[IssueIndex(one.issue)].range) continue;
    const std::vector<std::uint32_t> candidates = issue_scores(subject, party, IssueIndex(one.issue)).candidates;
    const auto idle = [&](std::uint32_t option) { return !std::binary_search(candidates.begin(), candidates.end(), option); };
    std::erase_if(one.wanted, idle);
    std::erase_if(one.others, idle);
  }
}

std::vector<Evidence> ranking_evidence(const Statement& statement, const Evidence& blank) {
  std::vector<Evidence> all;
  for (std::size_t k = 0; k + 1 < statement.ranking.size(); ++k) {
    Evidence one = blank;
    one.weight_terms = {{statement.ranking[k].value, 1.0}, {statement.ranking[k + 1].value, -1.0}};
    all.push_back(std::move(one));
  }
  return all;
}

base::Result<std::vector<Evidence>> acceptance_evidence(const Case& subject, const Standing& standing,
                                                        const Statement& statement, Evidence one, const Part& part) {
  one.against_no_deal = true;
  if (is_complete(part, subject.issues)) {
    one.rows = {complete_row(subject, statement.party, part, 1)};
    one.forbidden_by = limits_forbidding(standing, statement.party, package_of(part, subject.issues.size()));
    return std::vector<Evidence>{std::move(one)};
  }
  auto components = complete_part({subject, standing, statement.party, part}, statement.where);
  if (!components) return components.problems();
  one.components = std::move(components).value();
  return std::vector<Evidence>{std::move(one)};
}

std::vector<Evidence> preference_evidence(const Case& subject, const Statement& statement, Evidence one) {
  const auto better = as_part(statement.what);
  const auto worse = statement.over ? as_part(*statement.over) : std::nullopt;
  if (!better || !worse) return {};
  const bool complete = is_complete(*better, subject.issues);
  const auto row = complete ? complete_row : partial_row;
  one.rows = {row(subject, statement.party, *better, 1), row(subject, statement.party, *worse, -1)};
  return {std::move(one)};
}

}  // namespace

base::Result<std::vector<Evidence>> evidence_of(const Case& subject, const Standing& standing, StatementIndex index) {
  const Statement& statement = subject.statements[index];
  Evidence one;
  one.statement = index;
  set_factors(one, said_of(subject, statement), meant_of(subject, statement));
  switch (statement.kind) {
    case StatementKind::kRedLine:
      return std::vector<Evidence>{};
    case StatementKind::kDemands: {
      set_factors(one, said_of(subject, statement), wants_of(subject, statement));
      one.kind = Evidence::Kind::kWanted;
      one.wanted = wanted_options(subject, statement.what);
      keep_candidates(subject, statement.party, one.wanted);
      if (one.wanted.empty()) return std::vector<Evidence>{};
      return std::vector<Evidence>{std::move(one)};
    }
    case StatementKind::kRanks:
      return ranking_evidence(statement, one);
    case StatementKind::kPrefers:
      return preference_evidence(subject, statement, std::move(one));
    case StatementKind::kRejects:
    case StatementKind::kOffers:
    case StatementKind::kAccepts: {
      const auto part = as_part(statement.what);
      const bool refusal = statement.kind == StatementKind::kRejects;
      if (!part || (refusal && !is_complete(*part, subject.issues))) return std::vector<Evidence>{};
      one.refusal = refusal;
      return acceptance_evidence(subject, standing, statement, std::move(one), *part);
    }
  }
  return std::vector<Evidence>{};
}

}  // namespace modus::preference
