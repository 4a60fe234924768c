#include "modus/zone/mean_wants.h"

#include <algorithm>
#include <limits>

#include "modus/zone/share.h"

namespace modus::zone {
namespace {

constexpr double kNobodyAsked = std::numeric_limits<double>::infinity();

/// Means of a table [scenario * columns + column], divided by the units a point.
std::vector<double> column_means(const std::vector<double>& table, std::size_t columns, std::size_t scenarios,
                                 double units) {
  std::vector<double> means(columns, 0);
  for (std::size_t s = 0; s < scenarios; ++s) {
    for (std::size_t c = 0; c < columns; ++c) means[c] += table[s * columns + c];
  }
  for (double& mean : means) mean /= units * static_cast<double>(scenarios);
  return means;
}

}  // namespace

MeanWants::MeanWants(const Acceptance& acceptance) : acceptance_(acceptance) {
  const std::size_t scenarios = acceptance.scenario_count();
  for (const AskedParty& asked : acceptance.asked()) {
    const findings::PartyScenarios& wants = acceptance.scenarios().parties[asked.party];
    Party party;
    party.asked = asked;
    party.values = column_means(wants.values, wants.options, scenarios, wants.units_per_point);
    party.adjustments =
        column_means(wants.adjustments, wants.adjustments_per_scenario, scenarios, wants.units_per_point);
    party.no_deal = column_means(wants.no_deal, 1, scenarios, wants.units_per_point).front();
    parties_.push_back(std::move(party));
  }
}

double MeanWants::least_gain(PackageIndex package) const {
  const PackageList& list = acceptance_.list();
  double least = kNobodyAsked;
  for (const Party& party : parties_) {
    if (!acceptance_.is_asked(party.asked.party, package)) continue;
    const auto& first_option = acceptance_.scenarios().parties[party.asked.party].first_option;
    double gain = -party.no_deal;
    for (std::size_t i = 0; i < first_option.size(); ++i) {
      gain += party.values[first_option[i] + list.option_at(package, case_model::IssueIndex(i)).value];
    }
    for (std::size_t k = 0; k < party.adjustments.size(); ++k) {
      if (list.adjustments(party.asked.party)[k].at(package)) gain += party.adjustments[k];
    }
    least = std::min(least, gain);
  }
  return least;
}

double least_median_gain(const Acceptance& acceptance, PackageIndex package) {
  double least = kNobodyAsked;
  for (const AskedParty& asked : acceptance.asked()) {
    if (!acceptance.is_asked(asked.party, package)) continue;
    std::vector<double> gains(acceptance.scenario_count());
    for (std::size_t s = 0; s < gains.size(); ++s)
      gains[s] = acceptance.gain_in_points(asked.party, s, package);
    least = std::min(least, spread_of(std::move(gains)).median);
  }
  return least;
}

}  // namespace modus::zone
