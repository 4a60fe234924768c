#include "modus/preference/diagnose.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace modus::preference {
namespace {

// Inverse of the normal distribution function: Acklam's rational start, one Halley step on erfc.
double normal_quantile(double p) {
  static constexpr double kA[] = {-39.69683028665376, 220.9460984245205, -275.9285104469687,
                                  138.3577518672690,  -30.66479806614716, 2.506628277459239};
  static constexpr double kB[] = {-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
                                  -13.28068155288572};
  static constexpr double kC[] = {-0.007784894002430293, -0.3223964580411365, -2.400758277161838,
                                  -2.549732539343734,    4.374664141464968,   2.938163982698783};
  static constexpr double kD[] = {0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416};
  constexpr double kLow = 0.02425;
  double x = 0;
  if (p < kLow || p > 1 - kLow) {
    const double q = std::sqrt(-2 * std::log(std::min(p, 1 - p)));
    x = (((((kC[0] * q + kC[1]) * q + kC[2]) * q + kC[3]) * q + kC[4]) * q + kC[5]) /
        ((((kD[0] * q + kD[1]) * q + kD[2]) * q + kD[3]) * q + 1);
    if (p > 0.5) x = -x;
  } else {
    const double q = p - 0.5;
    const double r = q * q;
    x = (((((kA[0] * r + kA[1]) * r + kA[2]) * r + kA[3]) * r + kA[4]) * r + kA[5]) * q /
        (((((kB[0] * r + kB[1]) * r + kB[2]) * r + kB[3]) * r + kB[4]) * r + 1);
  }
  const double error = 0.5 * std::erfc(-x / std::sqrt(2.0)) - p;
  const double step = error * std::sqrt(2 * M_PI) * std::exp(x * x / 2);
  return x - step / (1 + x * step / 2);
}

struct Moments {
  double mean = 0, variance = 0;  // variance with n - 1
};

Moments moments(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, squares / (count - 1)};
}

// Chains side by side; every answer of the two diagnostics is read off these.
struct Chains {
  std::vector<std::span<const double>> parts;
  std::vector<Moments> each;
  double within = 0, total = 0;  // W and var-plus of the paper

  Chains(std::span<const double> values, std::size_t count) {
    const std::size_t length = values.size() / count;
    for (std::size_t k = 0; k < count; ++k) {
      parts.push_back(values.subspan(k * length, length));
      each.push_back(moments(parts.back()));
    }
    std::vector<double> means;
    for (const Moments& one : each) {
      means.push_back(one.mean);
      within += one.variance / static_cast<double>(count);
    }
    const auto n = static_cast<double>(length);
    total = within * (n - 1) / n + moments(means).variance;
  }

  [[nodiscard]] double autocorrelation(std::size_t lag) const {
    double mean_covariance = 0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      double sum = 0;
      for (std::size_t t = lag; t < parts[k].size(); ++t) {
        sum += (parts[k][t] - each[k].mean) * (parts[k][t - lag] - each[k].mean);
      }
      mean_covariance += sum / static_cast<double>(parts[k].size()) / static_cast<double>(parts.size());
    }
    return 1 - (within - mean_covariance) / total;
  }
};

double effective_size_of(const Chains& chains, double draws) {
  const std::size_t length = chains.parts[0].size();
  double sum = 0;
  double last = HUGE_VAL;
  for (std::size_t lag = 0; lag + 1 < length; lag += 2) {
    const double before = lag == 0 ? 1.0 : chains.autocorrelation(lag);
    const double pair = std::min(last, before + chains.autocorrelation(lag + 1));
    if (pair < 0) break;
    sum += pair;
    last = pair;
  }
  const double time = std::max(2 * sum - 1, 1 / std::log10(std::max(draws, 10.0)));
  return std::min(draws / time, draws * std::log10(draws));
}

}  // namespace

NormalScores::NormalScores(std::size_t count) {
  by_half_rank_.resize(2 * count + 1);
  for (std::size_t half = 2; half <= 2 * count; ++half) {
    by_half_rank_[half] = normal_quantile((static_cast<double>(half) / 2 - 0.375) / (static_cast<double>(count) + 0.25));
  }
}

std::vector<double> NormalScores::of(std::span<const double> values) const {
  std::vector<std::pair<double, std::uint32_t>> sorted;
  sorted.reserve(values.size());
  for (std::uint32_t k = 0; k < values.size(); ++k) sorted.emplace_back(values[k], k);
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> scores(values.size());
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin;
    while (end < sorted.size() && sorted[end].first == sorted[begin].first) ++end;
    for (std::size_t k = begin; k < end; ++k) scores[sorted[k].second] = by_half_rank_[begin + 1 + end];
    begin = end;
  }
  return scores;
}

findings::WatchedQuantity watch_quantity(std::string what, std::span<const double> values, std::size_t chains,
                                         const NormalScores& scores) {
  findings::WatchedQuantity quantity;
  quantity.what = std::move(what);
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  if (*low == *high) {
    quantity.constant = true;
    quantity.effective_size = static_cast<double>(values.size());
    return quantity;
  }
  const std::vector<double> normal = scores.of(values);
  const Chains halves(normal, 2 * chains);
  if (!(halves.within > 0)) {
    quantity.split_rhat = HUGE_VAL;
    return quantity;
  }
  quantity.split_rhat = std::sqrt(halves.total / halves.within);
  quantity.effective_size = effective_size_of(halves, static_cast<double>(values.size()));
  return quantity;
}

double effective_draws(std::span<const double> values, std::size_t chains) {
  const auto draws = static_cast<double>(values.size());
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  if (*low == *high) return draws;
  const Chains halves(values, values.size() / chains >= 16 ? 2 * chains : chains);
  if (!(halves.total > 0)) return draws;
  return std::clamp(effective_size_of(halves, draws), 1.0, draws);
}

}  // namespace modus::preference
