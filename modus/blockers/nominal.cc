#include "modus/blockers/nominal.h"

namespace modus::blockers {
namespace {

/// The mean of each column of a table with one row a scenario. Summed as differences from the first row, so
/// that a column that never changes keeps its value exactly.
std::vector<double> mean_row(const std::vector<double>& table, std::size_t rows) {
  const std::size_t columns = table.size() / rows;
  std::vector<double> differences(columns, 0);
  for (std::size_t row = 1; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      differences[column] += table[row * columns + column] - table[column];
    }
  }
  std::vector<double> means(columns);
  for (std::size_t column = 0; column < columns; ++column) {
    means[column] = table[column] + differences[column] / static_cast<double>(rows);
  }
  return means;
}

std::uint64_t first_bits(std::size_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

findings::PartyScenarios nominal_party(const findings::PartyScenarios& party, std::size_t scenarios,
                                       std::size_t limits) {
  findings::PartyScenarios nominal;
  nominal.drawn = party.drawn;
  if (!party.drawn) return nominal;
  nominal.point_valued = party.point_valued;
  nominal.units_per_point = party.units_per_point;
  nominal.options = party.options;
  nominal.first_option = party.first_option;
  nominal.adjustments_per_scenario = party.adjustments_per_scenario;
  nominal.values = mean_row(party.values, scenarios);
  nominal.adjustments = mean_row(party.adjustments, scenarios);
  nominal.no_deal = mean_row(party.no_deal, scenarios);
  nominal.stalling = {0};
  nominal.real_limits = {first_bits(limits)};
  return nominal;
}

}  // namespace

findings::Scenarios nominal_scenario(const findings::Scenarios& scenarios,
                                     const case_model::Standing& standing) {
  findings::Scenarios nominal;
  nominal.count = 1;
  nominal.seed = scenarios.seed;
  nominal.sampling.chains = 1;
  for (const case_model::PartyIndex party : scenarios.parties.indices()) {
    nominal.parties.push_back(
        nominal_party(scenarios.parties[party], scenarios.count, standing.limits_of[party].size()));
  }
  return nominal;
}

}  // namespace modus::blockers
