#include "modus/zone/central_scenario.h"

#include <algorithm>
#include <cmath>

#include "modus/zone/describe_package.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using findings::Belief;

constexpr double kConstant = 1e-12;  ///< a standard deviation below this is rounding

findings::Belief belief_about(Belief::Kind kind, case_model::PartyIndex party) {
  findings::Belief belief;
  belief.kind = kind;
  belief.party = party;
  return belief;
}

}  // namespace

// The order of quantities: for each asked party stalling, no-deal value, its limits, then for each issue its
// weight and the scores of its options. read_scenario follows the same order.
void CentralScenario::add_quantities(case_model::PartyIndex party) {
  quantities_.push_back(belief_about(Belief::Kind::kStalling, party));
  quantities_.push_back(belief_about(Belief::Kind::kNoDeal, party));
  for (const auto limit : drawn_.acceptance.limits_of(party)) {
    quantities_.push_back(belief_about(Belief::Kind::kLimitReal, party));
    quantities_.back().limit = limit;
  }
  for (const IssueIndex issue : drawn_.subject.issues.indices()) {
    quantities_.push_back(belief_about(Belief::Kind::kWeight, party));
    quantities_.back().issue = issue;
    for (const OptionIndex option : drawn_.subject.issues[issue].options.indices()) {
      quantities_.push_back(belief_about(Belief::Kind::kScore, party));
      quantities_.back().issue = issue;
      quantities_.back().option = option;
    }
  }
}

void CentralScenario::read_scenario(std::size_t scenario, std::vector<double>& numbers) const {
  numbers.clear();
  for (const AskedParty& asked : drawn_.acceptance.asked()) {
    const findings::PartyScenarios& wants = drawn_.acceptance.scenarios().parties[asked.party];
    numbers.push_back(wants.stalling[scenario]);
    numbers.push_back(wants.no_deal[scenario] / wants.units_per_point);
    for (std::size_t bit = 0; bit < drawn_.acceptance.limits_of(asked.party).size(); ++bit) {
      numbers.push_back(static_cast<double>(wants.real_limits[scenario] >> bit & 1U));
    }
    read_wants(wants, scenario, numbers);
  }
}

void CentralScenario::read_wants(const findings::PartyScenarios& wants, std::size_t scenario,
                                 std::vector<double>& numbers) const {
  const case_model::Issues& issues = drawn_.subject.issues;
  for (const IssueIndex issue : issues.indices()) {
    const double weight = wants.weights[scenario * issues.size() + issue.value];
    const double* values = wants.values.data() + scenario * wants.options + wants.first_option[issue.value];
    numbers.push_back(weight);
    for (std::size_t o = 0; o < issues[issue].options.size(); ++o) {
      numbers.push_back(weight > 0 ? values[o] / (100 * weight * wants.units_per_point) : 0);
    }
  }
}

std::vector<double> CentralScenario::means_over(const ScenarioSet& set) const {
  std::vector<double> sums(quantities_.size(), 0);
  std::vector<double> numbers;
  for_each_bit(set, [&](std::size_t scenario) {
    read_scenario(scenario, numbers);
    for (std::size_t q = 0; q < sums.size(); ++q) sums[q] += numbers[q];
  });
  for (double& sum : sums) sum /= static_cast<double>(count_bits(set));
  return sums;
}

CentralScenario::CentralScenario(const DrawnCase& drawn) : drawn_(drawn) {
  for (const AskedParty& asked : drawn.acceptance.asked()) add_quantities(asked.party);
  std::vector<double> sums(quantities_.size(), 0), squares(quantities_.size(), 0), origin, numbers;
  const std::size_t count = drawn.acceptance.scenario_count();
  for (std::size_t scenario = 0; scenario < count; ++scenario) {
    read_scenario(scenario, numbers);
    if (scenario == 0) origin = numbers;
    for (std::size_t q = 0; q < numbers.size();
         ++q) {  // about the first number, so that constants come out as such
      const double distance = numbers[q] - origin[q];
      sums[q] += distance;
      squares[q] += distance * distance;
    }
  }
  for (std::size_t q = 0; q < quantities_.size(); ++q) {
    const double mean = sums[q] / static_cast<double>(count);
    quantities_[q].before = origin[q] + mean;
    deviations_.push_back(std::sqrt(std::max(0.0, squares[q] / static_cast<double>(count) - mean * mean)));
  }
}

std::vector<findings::Belief> CentralScenario::beliefs_in(const ScenarioSet& set) const {
  const auto members = static_cast<double>(count_bits(set));
  if (members == 0) return {};
  const std::vector<double> means = means_over(set);
  std::vector<std::pair<double, Belief>> shifted;
  for (std::size_t q = 0; q < quantities_.size(); ++q) {
    if (deviations_[q] <= kConstant) continue;
    Belief belief = quantities_[q];
    belief.given = means[q];
    const double shift = std::abs(belief.given - belief.before) / deviations_[q];
    if (shift >= std::max(kLeastShift, 2 / std::sqrt(members))) shifted.emplace_back(shift, belief);
  }
  std::ranges::stable_sort(shifted, [](const auto& a, const auto& b) { return a.first > b.first; });
  if (shifted.size() > kMostBeliefs) shifted.resize(kMostBeliefs);
  std::vector<Belief> beliefs;
  for (auto& [shift, belief] : shifted) beliefs.push_back(belief);
  return beliefs;
}

}  // namespace modus::zone
