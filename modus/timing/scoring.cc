#include "modus/timing/scoring.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "modus/timing/cure_curve.h"

namespace modus::timing {
namespace {

using findings::Chances;

double square(double value) { return value * value; }

/// The integral of the square of a straight line from `a` to `b` over a stretch of that length.
double square_under_line(double a, double b, double length) { return length * (a * a + a * b + b * b) / 3; }

/// What one straight piece adds, with the event inside it, before it or after it.
double crps_of_piece(double from, double to, double low, double high, double happened) {
  if (happened <= from) return square_under_line(low - 1, high - 1, to - from);
  if (happened >= to) return square_under_line(low, high, to - from);
  const double then = low + (high - low) * (happened - from) / (to - from);
  return square_under_line(low, then, happened - from) + square_under_line(then - 1, high - 1, to - happened);
}

/// Abscissae and weights of the eight-point Gauss-Legendre rule on -1..1, of one half (the other mirrors it).
constexpr std::array<std::array<double, 2>, 4> kGauss = {{{0.1834346424956498, 0.3626837833783620},
                                                          {0.5255324099163290, 0.3137066458778873},
                                                          {0.7966664774136267, 0.2223810344533745},
                                                          {0.9602898564975363, 0.1012285362903763}}};
constexpr int kPieces = 64;

/// The integral of (chance by then - came)^2 from one day to another. Steps are even in the cube root of the time, since curves
/// rise fastest early.
double integral_of_square(const std::vector<findings::CureCurve>& curves, double from, double to, double came) {
  const auto term = [&](double root) { return square(1 - survival(curves, root * root * root) - came) * 3 * root * root; };
  const double first = std::cbrt(from), step = (std::cbrt(to) - first) / kPieces;
  double sum = 0;
  for (int piece = 0; piece < kPieces; ++piece) {
    const double middle = first + (piece + 0.5) * step;
    for (const auto& [place, weight] : kGauss) sum += weight * (term(middle - place * step / 2) + term(middle + place * step / 2));
  }
  return sum * step / 2;
}

}  // namespace

std::vector<double> bins_of(const Chances& chances) {
  std::vector<double> bins;
  bins.reserve(chances.size() + 1);
  double before = 0;
  for (const auto& [day, chance] : chances) {
    bins.push_back(chance - before);
    before = chance;
  }
  bins.push_back(1 - before);
  return bins;
}

std::size_t bin_that_came(const Chances& chances, std::optional<int> happened) {
  if (!happened) return chances.size();
  const auto bin = std::ranges::find_if(chances, [&](const auto& by) { return *happened <= by.first; });
  return static_cast<std::size_t>(bin - chances.begin());
}

double brier_score(std::span<const double> bins, std::size_t came) {
  double sum = 0;
  for (std::size_t bin = 0; bin < bins.size(); ++bin) sum += square(bins[bin] - (bin == came ? 1 : 0));
  return sum;
}

double logarithmic_score(std::span<const double> bins, std::size_t came) { return -std::log(std::clamp(bins[came], kLeastChance, 1.0)); }

double ranked_score(std::span<const double> bins, std::size_t came) {
  double sum = 0, chance = 0;
  for (std::size_t bin = 0; bin + 1 < bins.size(); ++bin) {
    chance += bins[bin];
    sum += square(chance - (came <= bin ? 1 : 0));
  }
  return sum / static_cast<double>(bins.size() - 1);
}

double chance_by(const Chances& chances, double day) {
  double from = 0, low = 0;
  for (const auto& [to, high] : chances) {
    if (day <= to) return low + (high - low) * std::max(day - from, 0.0) / (to - from);
    from = to;
    low = high;
  }
  return low;
}

double crps(const Chances& chances, std::optional<double> happened) {
  if (chances.empty()) return 0;
  const double event = happened.value_or(chances.back().first);
  double sum = 0, from = 0, low = 0;
  for (const auto& [to, high] : chances) {
    sum += crps_of_piece(from, to, low, high, event);
    from = to;
    low = high;
  }
  return sum;
}

double crps(const std::vector<findings::CureCurve>& curves, double horizon, std::optional<double> happened) {
  const double event = std::clamp(happened.value_or(horizon), 0.0, horizon);
  return integral_of_square(curves, 0, event, 0) + integral_of_square(curves, event, horizon, 1);
}

}  // namespace modus::timing
