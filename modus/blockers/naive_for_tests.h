/// \file Blockers from the definitions, by going through every package and every set of points: an oracle.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "modus/blockers/small_cases_for_tests.h"
#include "modus/blockers/sticking_points.h"
#include "modus/case_model/consent.h"

namespace modus::blockers::tests {

/// Sets of points as bits; at most 31 points.
using Mask = std::uint32_t;

inline PointSet set_of(Mask mask, std::size_t points) {
  PointSet set(points);
  for (std::size_t point = 0; point < points; ++point) {
    if ((mask >> point & 1U) != 0) set.add(point);
  }
  return set;
}

inline std::vector<case_model::Package> packages_of(const SmallCase& made) {
  std::vector<case_model::Package> packages;
  const std::uint64_t count = *case_model::count_combinations(made.subject.issues);
  for (std::uint64_t number = 0; number < count; ++number) {
    packages.push_back(case_model::package_at(made.subject.issues, number));
    if (!case_model::meets_rules(made.subject, packages.back())) packages.pop_back();
  }
  return packages;
}

inline double value_of(const findings::PartyScenarios& wants, std::size_t scenario,
                       const case_model::Package& package) {
  double value = 0;
  for (const case_model::IssueIndex issue : package.indices()) {
    value += wants.values[scenario * wants.options + wants.first_option[issue.value] + package[issue].value];
  }
  return value;
}

inline bool is_asked(const SmallCase& made, case_model::PartyIndex party,
                     const case_model::Package& package) {
  const case_model::ConsentKind consent = case_model::consent_of(made.subject)[party];
  return consent == case_model::ConsentKind::kAsked ||
         (consent == case_model::ConsentKind::kIfNeeded && case_model::needs(made.subject, package, party));
}

inline bool stalls(const SmallCase& made, std::size_t scenario, const case_model::Package& package) {
  const auto parties = made.scenarios.parties.indices();
  return std::any_of(parties.begin(), parties.end(), [&](case_model::PartyIndex party) {
    return is_asked(made, party, package) && made.scenarios.parties[party].stalling[scenario] != 0;
  });
}

inline bool is_real(const SmallCase& made, case_model::LimitIndex limit, std::size_t scenario) {
  const case_model::PartyIndex party = made.standing.limits[limit.value].party;
  const std::vector<case_model::LimitIndex>& limits = made.standing.limits_of[party];
  const auto bit = std::find(limits.begin(), limits.end(), limit) - limits.begin();
  return (made.scenarios.parties[party].real_limits[scenario] >> bit & 1U) != 0;
}

/// What stands in the way of the package in the scenario, stalling aside.
inline Mask violated_by(const SmallCase& made, const std::vector<findings::StickingPoint>& points,
                        std::size_t scenario, const case_model::Package& package) {
  Mask violated = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const findings::StickingPoint& point = points[i];
    if (!is_asked(made, point.party, package)) continue;
    const findings::PartyScenarios& wants = made.scenarios.parties[point.party];
    const bool stands = point.kind == findings::StickingPoint::Kind::kLimit
                            ? is_real(made, point.limit, scenario) &&
                                  case_model::holds(made.standing.limits[point.limit.value].forbids, package)
                            : value_of(wants, scenario, package) < wants.no_deal[scenario];
    if (stands) violated |= Mask{1} << i;
  }
  return violated;
}

/// Whether a zone exists once the points of `dropped` are out of the way.
inline bool has_zone_without(const SmallCase& made, const std::vector<findings::StickingPoint>& points,
                             std::size_t scenario, Mask dropped) {
  const std::vector<case_model::Package> packages = packages_of(made);
  return std::any_of(packages.begin(), packages.end(), [&](const case_model::Package& package) {
    return !stalls(made, scenario, package) && (violated_by(made, points, scenario, package) & ~dropped) == 0;
  });
}

/// The smallest sets for which `holds` is true, of a property that supersets keep.
inline std::vector<PointSet> minimal_masks(std::size_t points, const std::function<bool(Mask)>& holds) {
  std::vector<PointSet> found;
  for (Mask mask = 0; mask < Mask{1} << points; ++mask) {
    bool minimal = holds(mask);
    for (Mask left = mask; minimal && left != 0; left &= left - 1)
      minimal = !holds(mask & ~(left & (~left + 1)));
    if (minimal) found.push_back(set_of(mask, points));
  }
  std::sort(found.begin(), found.end());
  return found;
}

inline std::vector<PointSet> naive_openings(const SmallCase& made,
                                            const std::vector<findings::StickingPoint>& points,
                                            std::size_t scenario) {
  std::vector<Mask> violated;
  for (const case_model::Package& package : packages_of(made)) {
    if (!stalls(made, scenario, package)) violated.push_back(violated_by(made, points, scenario, package));
  }
  return minimal_masks(points.size(), [&](Mask dropped) {
    return std::any_of(violated.begin(), violated.end(),
                       [&](Mask by_one) { return (by_one & ~dropped) == 0; });
  });
}

/// The minimal sets of points such that, with only those in force, there is no zone.
inline std::vector<PointSet> naive_incompatible(const SmallCase& made,
                                                const std::vector<findings::StickingPoint>& points,
                                                std::size_t scenario) {
  std::vector<Mask> violated;
  for (const case_model::Package& package : packages_of(made)) {
    violated.push_back(violated_by(made, points, scenario, package));
  }
  return minimal_masks(points.size(), [&](Mask in_force) {
    return std::all_of(violated.begin(), violated.end(),
                       [&](Mask by_one) { return (by_one & in_force) != 0; });
  });
}

}  // namespace modus::blockers::tests
