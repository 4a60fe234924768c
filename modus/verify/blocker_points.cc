#include "modus/verify/blocker_points.h"

#include <algorithm>
#include <unordered_set>

namespace modus::verify {

using findings::StickingPoint;

BlockerPoints::BlockerPoints(const NaiveAcceptance& naive, const std::vector<StickingPoint>& points)
    : naive_(naive) {
  const auto& parties = naive.parties();
  for (const StickingPoint& point : points) {
    const auto k =
        static_cast<std::size_t>(std::find(parties.begin(), parties.end(), point.party) - parties.begin());
    if (k == parties.size()) return;
    const auto& limits = naive.standing().limits_of[point.party];
    const bool limit = point.kind == StickingPoint::Kind::kLimit;
    const auto bit =
        static_cast<std::size_t>(std::find(limits.begin(), limits.end(), point.limit) - limits.begin());
    places_.push_back({k, limit, limit ? bit : 0});
  }
  match_ = places_ == expected_places();
}

// Limits by party and statement, then no-deal values by party.
std::vector<BlockerPoints::Place> BlockerPoints::expected_places() const {
  std::vector<Place> expected;
  for (std::size_t k = 0; k < naive_.parties().size(); ++k) {
    const std::size_t limits = naive_.standing().limits_of[naive_.parties()[k]].size();
    for (std::size_t bit = 0; bit < limits; ++bit) expected.push_back({k, true, bit});
  }
  for (std::size_t k = 0; k < naive_.parties().size(); ++k) expected.push_back({k, false, 0});
  return expected;
}

bool BlockerPoints::is_real(std::size_t point, std::size_t scenario) const {
  const Place& place = places_[point];
  return !place.limit || (naive_.wants(place.k).real_limits[scenario] >> place.bit & 1U) != 0;
}

BlockerPoints::Obstacles BlockerPoints::obstacles(std::size_t scenario, const case_model::Package& package,
                                                  const PackageFacts& facts) const {
  Obstacles found;
  std::vector<double> gains(facts.size());
  for (std::size_t k = 0; k < facts.size(); ++k) {
    if (!facts[k].asked) continue;
    gains[k] = naive_.gain(k, scenario, package, facts[k]);
    found.near_tie = found.near_tie || naive_.is_near_tie(k, gains[k]);
    found.stalling = found.stalling || naive_.wants(k).stalling[scenario] != 0;
  }
  for (std::size_t point = 0; point < places_.size(); ++point) {
    const Place& place = places_[point];
    if (!facts[place.k].asked) continue;
    const bool forbidden = (facts[place.k].forbidden_by >> place.bit & 1U) != 0;
    found.violated[point] = place.limit ? forbidden && is_real(point, scenario) : gains[place.k] < 0;
  }
  return found;
}

bool Patterns::contains(const Points& set) const {
  return std::find(sets.begin(), sets.end(), set) != sets.end();
}

bool Patterns::opened_by(const Points& dropped) const {
  return std::any_of(sets.begin(), sets.end(), [&](const Points& set) { return is_subset(set, dropped); });
}

bool Patterns::is_opening(const Points& set) const {
  if (!opened_by(set)) return false;
  for (std::size_t point = 0; point < set.size(); ++point) {
    if (!set[point]) continue;
    Points less = set;
    if (opened_by(less.reset(point))) return false;
  }
  return true;
}

bool Patterns::is_incompatible(const Points& set) const {
  const auto respected = [&](const Points& wanted) {
    return std::any_of(sets.begin(), sets.end(),
                       [&](const Points& violated) { return (violated & wanted).none(); });
  };
  if (sets.empty() || respected(set)) return false;
  for (std::size_t point = 0; point < set.size(); ++point) {
    if (!set[point]) continue;
    Points less = set;
    if (!respected(less.reset(point))) return false;
  }
  return true;
}

Patterns patterns_of(const BlockerPoints& points, std::size_t scenario, const PackagesWithFacts& all) {
  Patterns patterns;
  std::unordered_set<Points> known;
  for (std::size_t x = 0; x < all.packages.size(); ++x) {
    const BlockerPoints::Obstacles found = points.obstacles(scenario, all.packages[x], all.facts[x]);
    patterns.near_tie = patterns.near_tie || found.near_tie;
    if (!found.stalling && known.insert(found.violated).second) patterns.sets.push_back(found.violated);
  }
  return patterns;
}

}  // namespace modus::verify
