#include "modus/zone/bargaining_points.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace modus::zone {
namespace {

using findings::BargainingPoint;
using findings::FrontierPoint;

constexpr double kEqual = 1e-12;

using Gains = std::vector<double>;

/// Points that are worth no deal to everybody, with their gains.
struct Candidate {
  std::size_t point;
  Gains gains;
};

std::vector<Candidate> candidates_of(const std::vector<FrontierPoint>& points, const std::vector<double>& no_deal) {
  std::vector<Candidate> candidates;
  for (std::size_t n = 0; n < points.size(); ++n) {
    Candidate candidate{n, {}};
    for (std::size_t p = 0; p < no_deal.size(); ++p) candidate.gains.push_back(points[n].utilities[p] - no_deal[p]);
    const bool worth = std::ranges::all_of(candidate.gains, [](double gain) { return gain >= -kEqual; });
    if (worth) candidates.push_back(std::move(candidate));
  }
  return candidates;
}

Gains ideal_of(const std::vector<Candidate>& candidates) {
  Gains ideal = candidates.empty() ? Gains() : candidates.front().gains;
  for (const Candidate& candidate : candidates) {
    for (std::size_t p = 0; p < ideal.size(); ++p) ideal[p] = std::max(ideal[p], candidate.gains[p]);
  }
  return ideal;
}

/// Figures in order of importance: greater is better.
using Rank = std::vector<double>;

bool equal(double one, double other) { return std::abs(one - other) <= kEqual * std::max(std::abs(one), std::abs(other)) + 1e-15; }

/// Below 0 where `one` is worse, above where it is better.
int compare(const Rank& one, const Rank& other) {
  for (std::size_t n = 0; n < one.size(); ++n) {
    if (!equal(one[n], other[n])) return one[n] < other[n] ? -1 : 1;
  }
  return 0;
}

Rank rising(Gains gains) {
  std::ranges::sort(gains);
  return gains;
}

/// The best by `rank`; what only shares the first figure of it counts as a tie.
std::optional<BargainingPoint> best(const std::vector<Candidate>& candidates, const std::function<Rank(const Candidate&)>& rank, bool whole) {
  if (candidates.empty()) return std::nullopt;
  const Candidate* chosen = nullptr;
  Rank top;
  for (const Candidate& candidate : candidates) {
    Rank here = rank(candidate);
    if (!whole) {
      const Rank fair = rising(candidate.gains);
      here.resize(1);
      here.insert(here.end(), fair.begin(), fair.end());
    }
    if (chosen == nullptr || compare(here, top) > 0) {
      chosen = &candidate;
      top = std::move(here);
    }
  }
  BargainingPoint found{chosen->point, 0};
  for (const Candidate& candidate : candidates) {
    const Rank here = rank(candidate);
    const bool ties = whole ? compare(here, top) == 0 : equal(here.front(), top.front());
    found.ties += &candidate != chosen && ties ? 1 : 0;
  }
  return found;
}

Rank shares(const Gains& gains, const Gains& ideal) {
  Gains all;
  for (std::size_t p = 0; p < gains.size(); ++p) {
    if (ideal[p] > kEqual) all.push_back(gains[p] / ideal[p]);
  }
  if (all.empty()) all.push_back(0);
  return rising(all);
}

}  // namespace

BargainingPoints bargaining_points(const std::vector<FrontierPoint>& points, const std::vector<double>& no_deal) {
  const std::vector<Candidate> candidates = candidates_of(points, no_deal);
  const Gains ideal = ideal_of(candidates);
  BargainingPoints found;
  found.nash = best(candidates, [](const Candidate& c) {
    double product = 1;
    for (const double gain : c.gains) product *= std::max(gain, 0.0);
    return Rank{product};
  }, false);
  found.kalai_smorodinsky = best(candidates, [&](const Candidate& c) { return shares(c.gains, ideal); }, true);
  found.egalitarian = best(candidates, [](const Candidate& c) { return Rank{rising(c.gains).front()}; }, false);
  found.leximin = best(candidates, [](const Candidate& c) { return rising(c.gains); }, true);
  found.utilitarian = best(candidates, [&](const Candidate& c) {
    double sum = 0;
    for (const double utility : points[c.point].utilities) sum += utility;
    return Rank{sum};
  }, false);
  return found;
}

std::optional<double> opposition(const std::vector<FrontierPoint>& points, const std::vector<double>& no_deal) {
  const std::vector<Candidate> candidates = candidates_of(points, no_deal);
  const Gains ideal = ideal_of(candidates);
  std::optional<double> least;
  for (const Candidate& candidate : candidates) {
    double sum = 0;
    for (std::size_t p = 0; p < ideal.size(); ++p) {
      if (ideal[p] > kEqual) sum += (1 - candidate.gains[p] / ideal[p]) * (1 - candidate.gains[p] / ideal[p]);
    }
    if (!least || std::sqrt(sum) < *least) least = std::sqrt(sum);
  }
  return least;
}

}  // namespace modus::zone
