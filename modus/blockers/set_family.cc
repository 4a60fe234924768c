#include "modus/blockers/set_family.h"

#include <algorithm>

namespace modus::blockers {
namespace {

/// How many sets more than asked for a step of the dualisation may hold before it gives way to shrinking.
constexpr std::size_t kStepSlack = 4096;

/// One step of the dualisation: from the minimal hitting sets of some sets to those of these sets and `next`.
/// A set that misses `next` is extended by each of its points; two extensions never contain one another, so
/// only the sets that hit `next` already can make one superfluous.
std::vector<PointSet> extend(const std::vector<PointSet>& hitting, const PointSet& next) {
  std::vector<PointSet> extended;
  for (const PointSet& set : hitting) {
    if (set.intersects(next)) extended.push_back(set);
  }
  const std::size_t kept = extended.size();
  for (const PointSet& set : hitting) {
    if (set.intersects(next)) continue;
    for (const std::size_t point : next.members()) {
      PointSet candidate = set;
      candidate.add(point);
      const auto inside = [&](const PointSet& other) { return other.is_subset_of(candidate); };
      if (std::none_of(extended.begin(), extended.begin() + static_cast<std::ptrdiff_t>(kept), inside)) {
        extended.push_back(std::move(candidate));
      }
    }
  }
  return extended;
}

bool hits_all(const PointSet& set, const std::vector<PointSet>& family) {
  return std::all_of(family.begin(), family.end(),
                     [&](const PointSet& other) { return set.intersects(other); });
}

/// Minimal hitting sets found by taking points away one by one, once from each starting point.
std::vector<PointSet> shrink_from_each_point(const std::vector<PointSet>& family, std::size_t points) {
  PointSet all(points);
  for (const PointSet& set : family) all |= set;
  const std::vector<std::size_t> members = all.members();
  std::vector<PointSet> found;
  for (std::size_t start = 0; start < members.size(); ++start) {
    PointSet set = all;
    for (std::size_t step = 0; step < members.size(); ++step) {
      const std::size_t point = members[(start + step) % members.size()];
      set.remove(point);
      if (!hits_all(set, family)) set.add(point);
    }
    found.push_back(std::move(set));
  }
  return found;
}

}  // namespace

bool MinimalSets::covers(const PointSet& set) const {
  return std::any_of(sets_.begin(), sets_.end(),
                     [&](const PointSet& kept) { return kept.is_subset_of(set); });
}

void MinimalSets::insert(const PointSet& set) {
  if (covers(set)) return;
  std::erase_if(sets_, [&](const PointSet& kept) { return set.is_subset_of(kept); });
  sets_.push_back(set);
}

bool MinimalSets::contains(const PointSet& set) const {
  return std::find(sets_.begin(), sets_.end(), set) != sets_.end();
}

void MinimalSets::sort() { std::sort(sets_.begin(), sets_.end()); }

HittingSets minimal_hitting_sets(std::vector<PointSet> family, std::size_t points, std::size_t at_most) {
  std::sort(family.begin(), family.end());
  HittingSets result{{PointSet(points)}, true};
  for (const PointSet& next : family) {
    result.sets = extend(result.sets, next);
    if (result.sets.size() > at_most + kStepSlack) {
      result = {shrink_from_each_point(family, points), false};
      break;
    }
  }
  std::sort(result.sets.begin(), result.sets.end());
  result.sets.erase(std::unique(result.sets.begin(), result.sets.end()), result.sets.end());
  if (result.sets.size() > at_most) {
    result.sets.resize(at_most);
    result.complete = false;
  }
  return result;
}

bool is_minimal_hitting_set(const PointSet& set, const std::vector<PointSet>& family) {
  PointSet needed = set;  // the points that alone hit some set
  for (const std::size_t point : set.members()) needed.remove(point);
  for (const PointSet& other : family) {
    const PointSet common = set & other;
    const std::size_t size = common.count();
    if (size == 0) return false;
    if (size == 1) needed |= common;
  }
  return needed == set;
}

}  // namespace modus::blockers
