/// \file Families of sets of which none contains another, and their minimal hitting sets.
///
/// Openings (minimal correction sets) and incompatible positions (minimal unsatisfiable sets) are each the
/// minimal hitting sets of the other (Reiter 1987, corrected by Greiner, Smith and Wilkerson 1989).
#pragma once

#include <cstddef>
#include <vector>

#include "modus/blockers/point_set.h"

namespace modus::blockers {

/// Collects sets and keeps the minimal ones by inclusion.
class MinimalSets {
 public:
  /// Whether some kept set is a subset of `set`, which then adds nothing.
  [[nodiscard]] bool covers(const PointSet& set) const;
  /// Adds the set unless covered; drops the kept sets it is a subset of. O(kept sets).
  void insert(const PointSet& set);
  [[nodiscard]] bool contains(const PointSet& set) const;
  [[nodiscard]] const std::vector<PointSet>& sets() const { return sets_; }
  [[nodiscard]] std::size_t size() const { return sets_.size(); }
  void clear() { sets_.clear(); }
  void sort();

 private:
  std::vector<PointSet> sets_;
};

struct HittingSets {
  std::vector<PointSet> sets;  ///< each a minimal hitting set; smallest first
  bool complete = true;        ///< whether these are all of them
};

/// The minimal sets that have a point in common with every set of the family; for an empty family just the
/// empty set, for one that contains the empty set none. Exact, by Berge's dualisation (1989), as long as no
/// step of it holds more than `at_most` + 4,096 sets; then, and where more than `at_most` are found, those
/// listed are still minimal hitting sets, only not all. Cost: O(sets of the family * sets of a step ^ 2) at
/// worst.
[[nodiscard]] HittingSets minimal_hitting_sets(std::vector<PointSet> family, std::size_t points,
                                               std::size_t at_most);

/// Whether `set` hits every set of the family, and no proper subset of it does. O(family * points of the
/// set).
[[nodiscard]] bool is_minimal_hitting_set(const PointSet& set, const std::vector<PointSet>& family);

}  // namespace modus::blockers
