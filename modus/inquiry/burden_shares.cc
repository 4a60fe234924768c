#include "modus/inquiry/burden_shares.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace modus::inquiry {
namespace {

using case_model::Burden;
using case_model::PartyIndex;
using findings::BurdenFinding;
__extension__ using Wide = __int128;

constexpr std::int64_t kMostUnits = 1'000'000'000'000'000;  // 10^15, so that sums times 12! fit in 128 bits

// Whole numbers of one decimal place for all of some decimals.
class Units {
 public:
  void include(const base::Decimal& number) { places_ = std::max(places_, number.places); }
  [[nodiscard]] std::int64_t power() const {
    std::int64_t power = 1;
    for (int k = 0; k < places_; ++k) power *= 10;
    return power;
  }
  [[nodiscard]] Wide wide(const base::Decimal& number) const {
    Wide units = number.units;
    for (int k = number.places; k < places_; ++k) units *= 10;
    return units;
  }
  [[nodiscard]] bool holds(const base::Decimal& number) const { return wide(number) <= kMostUnits; }
  [[nodiscard]] std::int64_t of(const base::Decimal& number) const {
    return static_cast<std::int64_t>(wide(number));
  }

 private:
  int places_ = 0;
};

std::vector<PartyIndex> carriers_of(const case_model::Option& option) {
  std::vector<PartyIndex> all = option.needs;
  for (const auto& [party, capacity] : option.burden->capacity) all.push_back(party);
  for (const Burden::Group& group : option.burden->alone)
    all.insert(all.end(), group.who.begin(), group.who.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::size_t group_of(const std::vector<PartyIndex>& carriers, const std::vector<PartyIndex>& who) {
  std::size_t group = 0;
  for (std::size_t k = 0; k < carriers.size(); ++k) {
    if (std::find(who.begin(), who.end(), carriers[k]) != who.end()) group |= std::size_t{1} << k;
  }
  return group;
}

// c(S) for every group as a set of bits, in units.
std::vector<std::int64_t> cheapest_ways(const Burden& burden, const std::vector<PartyIndex>& carriers,
                                        const Units& units) {
  constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();
  const std::size_t groups = std::size_t{1} << carriers.size();
  std::vector<std::int64_t> entered(groups, kNone);
  for (const Burden::Group& group : burden.alone)
    entered[group_of(carriers, group.who)] = units.of(group.pays);
  for (std::size_t k = 0; k < carriers.size(); ++k) {
    std::int64_t& single = entered[std::size_t{1} << k];
    if (single == kNone) single = units.of(burden.total);
  }
  std::vector<std::int64_t> cost(groups, kNone);
  cost[0] = 0;
  for (std::size_t group = 1; group < groups; ++group) {
    const std::size_t lowest = group & (~group + 1);
    for (std::size_t part = group; part != 0; part = (part - 1) & group) {
      if ((part & lowest) != 0 && entered[part] != kNone)
        cost[group] = std::min(cost[group], entered[part] + cost[group ^ part]);
    }
  }
  cost[groups - 1] = units.of(burden.total);
  return cost;
}

std::int64_t factorial(std::size_t n) {
  std::int64_t product = 1;
  for (std::size_t k = 2; k <= n; ++k) product *= static_cast<std::int64_t>(k);
  return product;
}

// The Shapley value times n!, in units.
std::vector<Wide> shapley_values(const std::vector<std::int64_t>& cost, std::size_t parties) {
  std::vector<Wide> values(parties, 0);
  for (std::size_t before = 0; before < cost.size(); ++before) {
    const auto size = static_cast<std::size_t>(std::popcount(before));
    if (size == parties) continue;
    const Wide orders = Wide{factorial(size)} * factorial(parties - size - 1);
    for (std::size_t k = 0; k < parties; ++k) {
      const std::size_t with = before | std::size_t{1} << k;
      if (with != before) values[k] += orders * (cost[with] - cost[before]);
    }
  }
  return values;
}

// Shares in units are value / divisor.
struct Shares {
  std::vector<Wide> values;
  Wide divisor = 1;
};

double in_points(Wide value, Wide divisor, std::int64_t power) {
  const Wide whole = value / divisor;
  const auto rest = static_cast<double>(value % divisor) / static_cast<double>(divisor);
  return (static_cast<double>(whole) + rest) / static_cast<double>(power);
}

Wide asked_of(const Shares& shares, std::size_t group) {
  Wide sum = 0;
  for (std::size_t k = 0; k < shares.values.size(); ++k) {
    if ((group >> k & 1U) != 0) sum += shares.values[k];
  }
  return sum;
}

std::vector<PartyIndex> members_of(const std::vector<PartyIndex>& carriers, std::size_t group) {
  std::vector<PartyIndex> who;
  for (std::size_t k = 0; k < carriers.size(); ++k) {
    if ((group >> k & 1U) != 0) who.push_back(carriers[k]);
  }
  return who;
}

std::optional<findings::CheaperAlone> cheaper_alone(const std::vector<std::int64_t>& cost,
                                                    const Shares& shares,
                                                    const std::vector<PartyIndex>& carriers,
                                                    std::int64_t power) {
  Wide most = 0;
  std::size_t found = 0;
  std::vector<PartyIndex> who;
  for (std::size_t group = 1; group + 1 < cost.size(); ++group) {
    const Wide saved = asked_of(shares, group) - Wide{cost[group]} * shares.divisor;
    if (saved <= 0 || saved < most) continue;
    std::vector<PartyIndex> members = members_of(carriers, group);
    const bool tie = saved == most;
    if (tie && (members.size() > who.size() || (members.size() == who.size() && members > who))) continue;
    most = saved;
    found = group;
    who = std::move(members);
  }
  if (most == 0) return std::nullopt;
  const double asked = in_points(asked_of(shares, found), shares.divisor, power);
  return findings::CheaperAlone{std::move(who), asked,
                                static_cast<double>(cost[found]) / static_cast<double>(power)};
}

// Proportional to capacity; nothing where a capacity is missing or all are 0.
std::optional<Shares> shares_by_capacity(const Burden& burden, const std::vector<PartyIndex>& carriers,
                                         std::int64_t total) {
  Units units;
  for (const auto& [party, capacity] : burden.capacity) units.include(capacity);
  Shares shares{{}, 0};
  for (const PartyIndex party : carriers) {
    const auto entered = burden.capacity.find(party);
    if (entered == burden.capacity.end()) return std::nullopt;
    shares.values.push_back(Wide{total} * units.of(entered->second));
    shares.divisor += units.of(entered->second);
  }
  if (shares.divisor == 0) return std::nullopt;
  return shares;
}

BurdenFinding share_burden(const case_model::Option& option, const std::vector<PartyIndex>& carriers,
                           const Units& units) {
  const Burden& burden = *option.burden;
  const std::vector<std::int64_t> cost = cheapest_ways(burden, carriers, units);
  const std::int64_t power = units.power();
  const Shares shapley{shapley_values(cost, carriers.size()), factorial(carriers.size())};
  const auto by_capacity = shares_by_capacity(burden, carriers, units.of(burden.total));
  BurdenFinding found;
  found.total = burden.total;
  found.unit = burden.unit;
  found.why = burden.why;
  for (std::size_t k = 0; k < carriers.size(); ++k) {
    findings::BurdenShare share;
    share.party = carriers[k];
    const auto capacity = burden.capacity.find(carriers[k]);
    if (capacity != burden.capacity.end()) share.capacity = capacity->second;
    if (by_capacity) share.by_capacity = in_points(by_capacity->values[k], by_capacity->divisor, power);
    share.shapley = in_points(shapley.values[k], shapley.divisor, power);
    share.alone = static_cast<double>(cost[std::size_t{1} << k]) / static_cast<double>(power);
    const auto is_own = [&](const Burden::Group& group) { return group.who == std::vector{carriers[k]}; };
    share.alone_entered = std::any_of(burden.alone.begin(), burden.alone.end(), is_own);
    found.shares.push_back(std::move(share));
  }
  found.against_shapley = cheaper_alone(cost, shapley, carriers, power);
  if (by_capacity) found.against_capacity = cheaper_alone(cost, *by_capacity, carriers, power);
  return found;
}

// What stands in the way of sharing a burden.
std::optional<base::Problem> trouble_with(const case_model::Issue& issue, const case_model::Option& option,
                                          const std::vector<PartyIndex>& carriers) {
  const std::string what = "the burden of " + issue.id + " = " + option.id;
  if (carriers.empty()) {
    return base::Problem{issue.where, what + " has nobody to carry it",
                         "name parties under `capacity` or `alone`, or in the option's `needs`"};
  }
  if (carriers.size() > kMostCarriers) {
    return base::Problem{
        issue.where,
        what + " is carried by " + std::to_string(carriers.size()) + " parties; at most 12 can be weighed",
        "let some of them stand as one"};
  }
  Units units, capacities;
  std::vector<base::Decimal> numbers = {option.burden->total};
  for (const Burden::Group& group : option.burden->alone) numbers.push_back(group.pays);
  for (const base::Decimal& number : numbers) units.include(number);
  for (const auto& [party, capacity] : option.burden->capacity) capacities.include(capacity);
  const auto fits = [&](const base::Decimal& number) { return units.holds(number); };
  const auto& entered = option.burden->capacity;
  if (std::all_of(numbers.begin(), numbers.end(), fits) &&
      std::all_of(entered.begin(), entered.end(),
                  [&](const auto& one) { return capacities.holds(one.second); })) {
    return std::nullopt;
  }
  return base::Problem{issue.where, what + " has numbers too far apart to be added exactly",
                       "use a larger unit, or fewer places after the point"};
}

}  // namespace

base::Result<std::vector<BurdenFinding>> share_burdens(const case_model::Case& subject) {
  std::vector<BurdenFinding> all;
  base::Problems problems;
  for (const case_model::IssueIndex issue : subject.issues.indices()) {
    for (const case_model::OptionIndex index : subject.issues[issue].options.indices()) {
      const case_model::Option& option = subject.issues[issue].options[index];
      if (!option.burden) continue;
      const std::vector<PartyIndex> carriers = carriers_of(option);
      if (const auto trouble = trouble_with(subject.issues[issue], option, carriers)) {
        problems.push_back(*trouble);
        continue;
      }
      Units units;
      units.include(option.burden->total);
      for (const Burden::Group& group : option.burden->alone) units.include(group.pays);
      all.push_back(share_burden(option, carriers, units));
      all.back().issue = issue;
      all.back().option = index;
    }
  }
  if (!problems.empty()) return problems;
  return all;
}

}  // namespace modus::inquiry
