#include "modus/timing/recalibration.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "modus/timing/jeffreys.h"
#include "modus/timing/scoring.h"

namespace modus::timing {
namespace {

constexpr std::size_t kBins = 10;

struct Tally {
  std::size_t count = 0, came = 0;
  double chances = 0;
};

std::size_t bin_of(double chance) {
  constexpr double kRounding = 1e-9;  // 0.7 belongs to the bin that begins there, however it is stored
  return std::min(kBins - 1, static_cast<std::size_t>(chance * kBins + kRounding));
}

double log_odds(double chance) {
  const double inside = std::clamp(chance, kLeastChance, 1 - kLeastChance);
  return std::log(inside / (1 - inside));
}

/// First and second derivative of the log-likelihood at a slope; it is concave.
std::pair<double, double> derivatives(const std::vector<ChanceCame>& odds, double slope) {
  double first = 0, second = 0;
  for (const auto& [x, came] : odds) {
    const double chance = 1 / (1 + std::exp(-slope * x));
    first += x * ((came ? 1 : 0) - chance);
    second -= x * x * chance * (1 - chance);
  }
  return {first, second};
}

/// Newton's method, with halving wherever it would leave what is known to hold the best.
double best_slope(const std::vector<ChanceCame>& odds) {
  double low = -kMostSlope, high = kMostSlope, slope = 1;
  for (int step = 0; step < 100 && high - low > 1e-10; ++step) {
    const auto [first, second] = derivatives(odds, slope);
    (first > 0 ? low : high) = slope;
    const double newton = second < 0 ? slope - first / second : high;
    const double next = newton > low && newton < high ? newton : (low + high) / 2;
    if (std::abs(next - slope) < 1e-10) return next;
    slope = next;
  }
  return slope;
}

}  // namespace

std::vector<findings::ReliabilityBin> reliability_of(const std::vector<ChanceCame>& pairs) {
  std::array<Tally, kBins> tallies;
  for (const auto& [chance, came] : pairs) {
    Tally& tally = tallies[bin_of(chance)];
    ++tally.count;
    tally.chances += chance;
    if (came) ++tally.came;
  }
  std::vector<findings::ReliabilityBin> bins;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    const Tally& tally = tallies[bin];
    if (tally.count == 0) continue;
    const auto count = static_cast<double>(tally.count), tenth = static_cast<double>(bin);
    const auto [low, high] = jeffreys_interval(tally.came, tally.count);
    bins.push_back({tenth / kBins, (tenth + 1) / kBins, tally.count, tally.chances / count, static_cast<double>(tally.came) / count, low, high});
  }
  return bins;
}

std::optional<double> recalibration_slope(const std::vector<ChanceCame>& pairs) {
  std::vector<ChanceCame> odds;
  odds.reserve(pairs.size());
  for (const auto& [chance, came] : pairs) odds.emplace_back(log_odds(chance), came);
  if (std::ranges::all_of(odds, [](const ChanceCame& pair) { return pair.first == 0; })) return std::nullopt;
  return best_slope(odds);
}

}  // namespace modus::timing
