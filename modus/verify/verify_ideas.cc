#include "modus/verify/verify_ideas.h"

#include <algorithm>
#include <cmath>

#include "modus/verify/every_package.h"

namespace modus::verify {
namespace {

using case_model::PartyIndex;
using findings::BurdenFinding;
using Group = std::vector<PartyIndex>;

constexpr std::size_t kMostOrdered = 8;  // 40,320 orders

/// Each half of the scenarios chooses the package for the other.
double corrected(const NaiveAcceptance& naive, const EveryPackage& every) {
  std::size_t odd = 0, by_even = 0, by_odd = 0;
  for (std::size_t s = 0; s < naive.count(); ++s) odd += is_odd_place(naive.scenarios(), s) ? 1U : 0U;
  for (std::size_t x = 1; x < every.packages.size(); ++x) {
    if (every.even[x] > every.even[by_even]) by_even = x;
    if (every.odd[x] > every.odd[by_odd]) by_odd = x;
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  return (share(every.odd[by_even], odd) + share(every.even[by_odd], naive.count() - odd)) / 2;
}

/// The cost of a group by itself. `whole` is how many parties there are in all.
double cost_of(const case_model::Burden& burden, const Group& group, std::size_t whole) {
  if (group.empty()) return 0;
  if (group.size() == whole) return burden.total.value();
  double least = HUGE_VAL;
  for (std::size_t choice = 0; choice < std::size_t{1} << (group.size() - 1);
       ++choice) {  // who goes with the first
    Group with = {group[0]}, rest;
    for (std::size_t k = 1; k < group.size(); ++k)
      ((choice >> (k - 1) & 1U) != 0 ? with : rest).push_back(group[k]);
    const auto entered = std::find_if(burden.alone.begin(), burden.alone.end(),
                                      [&](const auto& one) { return one.who == with; });
    if (entered == burden.alone.end() && with.size() > 1) continue;
    const double own = entered == burden.alone.end() ? burden.total.value() : entered->pays.value();
    least = std::min(least, own + cost_of(burden, rest, whole));
  }
  return least;
}

std::vector<double> over_all_orders(const case_model::Burden& burden, const Group& parties) {
  std::vector<double> costs;  // by group as bits
  for (std::size_t bits = 0; bits < std::size_t{1} << parties.size(); ++bits) {
    Group group;
    for (std::size_t k = 0; k < parties.size(); ++k) {
      if ((bits >> k & 1U) != 0) group.push_back(parties[k]);
    }
    costs.push_back(cost_of(burden, group, parties.size()));
  }
  std::vector<double> values(parties.size(), 0);
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < parties.size(); ++k) order.push_back(k);
  double orders = 0;
  do {
    std::size_t before = 0;
    for (const std::size_t next : order) {
      values[next] += costs[before | std::size_t{1} << next] - costs[before];
      before |= std::size_t{1} << next;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& value : values) value /= orders;
  return values;
}

void check_burden(const case_model::Burden& burden, const BurdenFinding& found, const std::string& what,
                  Check& check) {
  Group parties;
  double shapley = 0, by_capacity = 0, capacity = 0;
  for (const findings::BurdenShare& share : found.shares) {
    parties.push_back(share.party);
    shapley += share.shapley;
    by_capacity += share.by_capacity.value_or(0);
    capacity += share.capacity ? share.capacity->value() : 0;
  }
  const std::vector<double> expected = over_all_orders(burden, parties);
  for (std::size_t k = 0; k < parties.size(); ++k) {
    check.near(what + ": Shapley value " + std::to_string(k + 1), found.shares[k].shapley, expected[k]);
  }
  check.near(what + ": sum of Shapley values", shapley, burden.total.value());
  if (found.shares.empty() || !found.shares[0].by_capacity) return;
  check.near(what + ": sum of shares by capacity", by_capacity, burden.total.value());
  for (const findings::BurdenShare& share : found.shares) {
    check.near(what + ": share by capacity", *share.by_capacity * capacity,
               burden.total.value() * share.capacity->value());
  }
}

}  // namespace

VerifyReport verify_best(const case_model::Case& subject, const findings::Scenarios& scenarios,
                         double zone_probability, double best_joint_acceptance,
                         const findings::PackageView& best, const std::string& name,
                         const VerifyOptions& options) {
  VerifyReport report;
  const NaiveAcceptance naive(subject, scenarios);
  if (!affordable(report, options, name, evaluations_of_all(naive))) return report;
  const EveryPackage every = count_every_package(naive);
  const auto count = static_cast<double>(naive.count());
  Check check(report, options, name, static_cast<double>(every.near_ties) / count);
  check.share("zone probability", zone_probability, static_cast<double>(every.zone) / count);
  if (every.near_ties > 0 || every.packages.empty()) return report;
  check.near("best joint acceptance, corrected", best_joint_acceptance,
             std::min(zone_probability, corrected(naive, every)));
  std::size_t most = 0;
  for (std::size_t x = 0; x < every.packages.size(); ++x) most = std::max(most, every.joint(x));
  const auto place = std::find(every.packages.begin(), every.packages.end(), best.package);
  check.holds("the best package meets the rules", place != every.packages.end());
  if (place == every.packages.end()) return report;
  check.equal("joint acceptance of the best package",
              every.joint(static_cast<std::size_t>(place - every.packages.begin())), most);
  return report;
}

VerifyReport verify_burdens(const case_model::Case& subject, const std::vector<BurdenFinding>& burdens,
                            const VerifyOptions& options) {
  VerifyReport report;
  for (const BurdenFinding& found : burdens) {
    const case_model::Issue& issue = subject.issues[found.issue];
    const std::string what = "shares of " + issue.id + " = " + issue.options[found.option].id;
    if (found.shares.size() > kMostOrdered) {
      report.not_done.push_back(what + ": more than 8 parties");
      continue;
    }
    Check check(report, options, what);
    check_burden(*issue.options[found.option].burden, found, what, check);
  }
  return report;
}

}  // namespace modus::verify
