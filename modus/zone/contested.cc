#include "modus/zone/contested.h"

#include <algorithm>
#include <cmath>

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;

/// One principal and one issue, over all scenarios.
struct Wants {
  std::vector<std::size_t> times_best;  ///< by option; ties count for the lowest
  double mean_spread = 0;               ///< best less worst option, points
};

Wants wants_of(const findings::PartyScenarios& party, IssueIndex issue, std::size_t options,
               std::size_t scenarios) {
  Wants wants;
  wants.times_best.assign(options, 0);
  for (std::size_t s = 0; s < scenarios; ++s) {
    const double* values = party.values.data() + s * party.options + party.first_option[issue.value];
    const double* best = std::max_element(values, values + options);
    ++wants.times_best[static_cast<std::size_t>(best - values)];
    wants.mean_spread += *best - *std::min_element(values, values + options);
  }
  wants.mean_spread /= party.units_per_point * static_cast<double>(scenarios);
  return wants;
}

std::optional<OptionIndex> likeliest_best(const Wants& wants, std::size_t scenarios) {
  const auto best = std::max_element(wants.times_best.begin(), wants.times_best.end());
  std::size_t next = 0;
  for (auto it = wants.times_best.begin(); it != wants.times_best.end(); ++it) {
    if (it != best) next = std::max(next, *it);
  }
  const auto n = static_cast<double>(scenarios);
  const double first_share = static_cast<double>(*best) / n;
  const double next_share = static_cast<double>(next) / n;
  const double gap = first_share - next_share;
  const double variance = (first_share + next_share - gap * gap) / n;
  if (wants.times_best.size() > 1 && gap <= 2 * std::sqrt(variance)) return std::nullopt;
  return OptionIndex(static_cast<std::size_t>(best - wants.times_best.begin()));
}

bool leaves_a_package(const DrawnCase& drawn, const std::vector<LimitIndex>& limits) {
  const PackageList& list = drawn.acceptance.list();
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    const auto rules = list.meets_rules().block(block);
    for (std::size_t w = 0; w < rules.size(); ++w) {
      Word left = rules[w];
      for (const LimitIndex limit : limits) left &= ~drawn.acceptance.forbids(limit).block(block)[w];
      if (left != 0) return true;
    }
  }
  return false;
}

bool is_asked(const DrawnCase& drawn, PartyIndex party) {
  return std::ranges::any_of(drawn.acceptance.asked(),
                             [&](const AskedParty& asked) { return asked.party == party; });
}

bool is_principal(const DrawnCase& drawn, PartyIndex party) {
  return is_asked(drawn, party) && drawn.subject.parties[party].has(case_model::Role::kPrincipal);
}

/// The issues over which principals' limits clash: those both limits name, or all they name if none.
std::vector<IssueIndex> clashing_issues(const DrawnCase& drawn) {
  std::vector<IssueIndex> clashing;
  for (const auto& [a, b] : opposed_limits(drawn)) {
    const case_model::Limit& first = drawn.standing.limits[a.value];
    const case_model::Limit& second = drawn.standing.limits[b.value];
    if (!is_principal(drawn, first.party) || !is_principal(drawn, second.party)) continue;
    const auto named_a = case_model::issues_named(first.forbids);
    const auto named_b = case_model::issues_named(second.forbids);
    std::vector<IssueIndex> shared;
    std::ranges::set_intersection(named_a, named_b, std::back_inserter(shared));
    if (shared.empty()) std::ranges::set_union(named_a, named_b, std::back_inserter(shared));
    clashing.insert(clashing.end(), shared.begin(), shared.end());
  }
  return clashing;
}

bool wishes_differ(const Contested& contested, IssueIndex issue) {
  std::optional<OptionIndex> first;
  for (const auto& wishes : contested.wishes) {
    if (!wishes[issue]) continue;
    if (first && *first != *wishes[issue]) return true;
    first = wishes[issue];
  }
  return false;
}

bool gets_every_wish(const Contested& contested, PartyIndex party, const case_model::Package& package) {
  return std::ranges::all_of(contested.issues, [&](IssueIndex issue) {
    return contested.wishes[party][issue] && *contested.wishes[party][issue] == package[issue];
  });
}

}  // namespace

std::vector<std::pair<LimitIndex, LimitIndex>> opposed_limits(const DrawnCase& drawn) {
  std::vector<std::pair<LimitIndex, LimitIndex>> pairs;
  const auto& limits = drawn.standing.limits;
  for (std::size_t a = 0; a < limits.size(); ++a) {
    if (!is_asked(drawn, limits[a].party) || !leaves_a_package(drawn, {LimitIndex(a)})) continue;
    for (std::size_t b = a + 1; b < limits.size(); ++b) {
      if (limits[b].party == limits[a].party || !is_asked(drawn, limits[b].party)) continue;
      if (leaves_a_package(drawn, {LimitIndex(a), LimitIndex(b)}) ||
          !leaves_a_package(drawn, {LimitIndex(b)}))
        continue;
      pairs.emplace_back(LimitIndex(a), LimitIndex(b));
    }
  }
  return pairs;
}

Contested find_contested(const DrawnCase& drawn) {
  const case_model::Case& subject = drawn.subject;
  const std::size_t scenarios = drawn.acceptance.scenario_count();
  Contested contested;
  contested.wishes.assign(subject.parties.size(), {});
  base::IndexedVector<IssueIndex, double> at_stake(subject.issues.size(), 0);
  for (const PartyIndex party : subject.parties.indices()) {
    contested.wishes[party].assign(subject.issues.size(), std::nullopt);
    if (!is_principal(drawn, party)) continue;
    contested.principals.push_back(party);
    for (const IssueIndex issue : subject.issues.indices()) {
      const std::size_t options = subject.issues[issue].options.size();
      const Wants wants = wants_of(drawn.acceptance.scenarios().parties[party], issue, options, scenarios);
      contested.wishes[party][issue] = likeliest_best(wants, scenarios);
      at_stake[issue] += wants.mean_spread;
    }
  }
  const std::vector<IssueIndex> clashing = clashing_issues(drawn);
  const auto clashes = [&](IssueIndex issue) { return std::ranges::find(clashing, issue) != clashing.end(); };
  for (const IssueIndex issue : subject.issues.indices()) {
    if (clashes(issue) || wishes_differ(contested, issue)) contested.issues.push_back(issue);
  }
  std::ranges::stable_sort(contested.issues, [&](IssueIndex a, IssueIndex b) {
    if (clashes(a) != clashes(b)) return clashes(a);
    return at_stake[a] > at_stake[b];
  });
  return contested;
}

std::optional<PartyIndex> one_sided_for(const Contested& contested, const case_model::Package& package) {
  if (contested.issues.empty()) return std::nullopt;
  std::optional<PartyIndex> first;
  bool all = true;
  for (const PartyIndex party : contested.principals) {
    const bool gets_all = gets_every_wish(contested, party, package);
    if (gets_all && !first) first = party;
    all = all && gets_all;
  }
  return all ? std::nullopt : first;
}

}  // namespace modus::zone
