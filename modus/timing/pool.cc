#include "modus/timing/pool.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace modus::timing {
namespace {

using findings::SourceForecast;

constexpr double kLeastSure = 0.001;

double log_odds(double chance) {
  const double held = std::clamp(chance, kLeastSure, 1 - kLeastSure);
  return std::log(held / (1 - held));
}

double chance_of(double odds) { return 1 / (1 + std::exp(-odds)); }

/// Of sorted values, so that their order is nothing.
double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Log-odds by origin, of those who give a figure by then; the same figure again is no second one.
std::vector<double> odds_of_origins(const std::vector<SourceForecast>& sources, int days) {
  std::map<std::string, std::set<double>> said;
  for (const SourceForecast& source : sources) {
    if (const auto chance = chance_by(source, days)) said[source.origin].insert(log_odds(*chance));
  }
  std::vector<double> odds;
  for (const auto& [origin, values] : said) odds.push_back(mean_of({values.begin(), values.end()}));
  std::sort(odds.begin(), odds.end());
  return odds;
}

std::size_t origins_with_figures(const std::vector<SourceForecast>& sources) {
  std::set<std::string> origins;
  for (const SourceForecast& source : sources) {
    if (!source.chances.empty()) origins.insert(source.origin);
  }
  return origins.size();
}

}  // namespace

std::optional<double> chance_by(const SourceForecast& source, int days) {
  int from = 0;
  double before = 0;
  for (const auto& [until, chance] : source.chances) {
    if (days == until) return chance;
    if (days < until) {
      const double part = static_cast<double>(days - from) / static_cast<double>(until - from);
      const double left = 1 - before;
      return left <= 0 ? 1 : 1 - left * std::pow(std::max(0.0, 1 - chance) / left, part);
    }
    from = until;
    before = chance;
  }
  return std::nullopt;
}

double extremising_factor(std::size_t origins) {
  const double n = static_cast<double>(origins);
  return n * (std::sqrt(3 * n * n - 3 * n + 1) - 2) / (n * n - n - 1);
}

std::optional<findings::PooledForecast> pool_forecasts(const std::vector<SourceForecast>& sources,
                                                       const std::vector<findings::ChanceBy>& chances,
                                                       const findings::BaseRate& base_rate, bool extremise) {
  findings::PooledForecast pooled;
  pooled.origins = origins_with_figures(sources);
  if (pooled.origins == 0) return std::nullopt;
  const bool anchored = base_rate.kind != findings::BaseRate::Kind::kNone;
  double highest = 0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    const std::vector<double> odds = odds_of_origins(sources, chances[i].days);
    pooled.chances.emplace_back();
    if (odds.empty()) continue;
    const double factor = anchored && extremise ? extremising_factor(odds.size()) : 1;
    const double base = anchored ? log_odds(base_rate.chances[i].probability) : 0;
    highest = std::max(highest, chance_of(base + factor * (mean_of(odds) - base)));
    pooled.chances.back() = highest;
    pooled.extremised = std::max(pooled.extremised, factor);
  }
  return pooled;
}

}  // namespace modus::timing
