#include "modus/zone/share.h"

#include <algorithm>
#include <cmath>

#include "modus/preference/draw.h"

namespace modus::zone {
namespace {

constexpr double kNormal95 = 1.6448536269514722;  ///< 90 % of a normal lies within this many deviations

bool has(std::span<const Word> set, std::size_t member) {
  return (set[member / 64] >> (member % 64) & 1U) != 0;
}

/// Autocovariance of the numbers at a distance, over each chain about the mean of all, summed over chains.
double covariance_sum(const std::vector<double>& numbers, double mean, std::size_t chains,
                      std::size_t distance) {
  double sum = 0;
  for (std::size_t chain = 0; chain < chains; ++chain) {
    const std::size_t first = chain * numbers.size() / chains;
    const std::size_t last = (chain + 1) * numbers.size() / chains;
    for (std::size_t s = first; s + distance < last; ++s)
      sum += (numbers[s] - mean) * (numbers[s + distance] - mean);
  }
  return sum;
}

/// Count over the integrated autocorrelation time. Sums of neighbouring pairs of autocorrelations are
/// positive and fall (Geyer 1992, initial monotone sequence); the sum ends where they stop to.
double chain_effective_size(const std::vector<double>& numbers, double mean, std::size_t chains) {
  const auto count = static_cast<double>(numbers.size());
  const double variance = covariance_sum(numbers, mean, chains, 0);
  if (variance <= 0 || chains == 0) return count;
  const std::size_t longest = numbers.size() / chains / 2;
  double time = -1;
  double last_pair = 2;
  for (std::size_t distance = 0; distance + 1 < longest; distance += 2) {
    double pair =
        covariance_sum(numbers, mean, chains, distance) + covariance_sum(numbers, mean, chains, distance + 1);
    pair = std::min(pair / variance, last_pair);
    if (pair <= 0) break;
    time += 2 * pair;
    last_pair = pair;
  }
  return time <= 1 ? count : count / time;
}

/// Jeffreys' 90 % interval where none of n is in the set: 0 and the 95 % quantile of Beta(1/2, n + 1/2) (the
/// lower end is set to 0). Found by bisection on the tail, integrated after the substitution p = t^2.
double jeffreys_upper_at_zero(double n) {
  const auto mass = [n](double upper) {
    constexpr int kSteps = 100;
    const double end = std::sqrt(upper);
    double sum = 0;
    for (int i = 0; i < kSteps; ++i) {
      const double t = end * (i + 0.5) / kSteps;
      sum += std::pow(1 - t * t, n - 0.5);
    }
    return 2 * sum * end / kSteps;
  };
  const double all = std::exp(std::lgamma(0.5) + std::lgamma(n + 0.5) - std::lgamma(n + 1));
  double low = 0;
  double high = 1;
  for (int i = 0; i < 40; ++i) {
    const double middle = (low + high) / 2;
    (mass(middle) / all < 0.95 ? low : high) = middle;
  }
  return high;
}

findings::Share share_with(double value, double effective) {
  findings::Share share;
  share.value = value;
  share.effective_size = effective;
  if (value <= 0) {
    share.high = jeffreys_upper_at_zero(effective);
  } else if (value >= 1) {
    share.low = 1 - jeffreys_upper_at_zero(effective);
  } else {
    share.standard_error = std::sqrt(value * (1 - value) / effective);
    share.low = std::max(0.0, value - kNormal95 * share.standard_error);
    share.high = std::min(1.0, value + kNormal95 * share.standard_error);
  }
  return share;
}

}  // namespace

findings::Share share_of(std::span<const Word> set, std::size_t count, int chains) {
  if (count == 0) return {};
  std::vector<double> numbers(count);
  double sum = 0;
  for (std::size_t s = 0; s < count; ++s) sum += numbers[s] = has(set, s) ? 1 : 0;
  const double mean = sum / static_cast<double>(count);
  return share_with(mean, chain_effective_size(numbers, mean, static_cast<std::size_t>(std::max(chains, 1))));
}

findings::Share weighted_share(std::span<const Word> set, const std::vector<double>& weights, int chains) {
  double all = 0;
  double in_set = 0;
  for (std::size_t s = 0; s < weights.size(); ++s) {
    all += weights[s];
    if (has(set, s)) in_set += weights[s];
  }
  if (all <= 0) return {};
  const double ratio =
      share_of(set, weights.size(), chains).effective_size / static_cast<double>(weights.size());
  return share_with(in_set / all, std::max(1.0, ratio * preference::effective_size(weights)));
}

findings::Spread spread_of(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  const std::size_t count = numbers.size();
  const auto at_rank = [&](double q) {
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(count)));
    return numbers[std::clamp<std::size_t>(rank, 1, count) - 1];
  };
  const double median =
      count % 2 == 1 ? numbers[count / 2] : (numbers[count / 2 - 1] + numbers[count / 2]) / 2;
  return {median, at_rank(0.05), at_rank(0.95)};
}

}  // namespace modus::zone
