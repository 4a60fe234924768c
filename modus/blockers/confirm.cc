#include "modus/blockers/confirm.h"

#include <algorithm>
#include <set>
#include <vector>

#include "modus/case_model/consent.h"
#include "modus/case_model/packages.h"

namespace modus::blockers {
namespace {

using case_model::Package;
using findings::StickingPoint;
using Points = std::vector<std::size_t>;  ///< rising

constexpr std::uint64_t kCombinationsPerTask = 1024;

class NaiveCheck {
 public:
  NaiveCheck(const case_model::Case& subject, const case_model::Standing& standing,
             const findings::Scenarios& nominal, const std::vector<StickingPoint>& points)
      : subject_(subject),
        standing_(standing),
        nominal_(nominal),
        points_(points),
        consent_(case_model::consent_of(subject)) {}

  /// What packages violate, each set once; numbers first .. last-1.
  [[nodiscard]] std::set<Points> violated_by_packages(std::uint64_t first, std::uint64_t last) const {
    std::set<Points> violated;
    for (std::uint64_t number = first; number < last; ++number) {
      const Package package = case_model::package_at(subject_.issues, number);
      if (case_model::meets_rules(subject_, package)) violated.insert(violated_by(package));
    }
    return violated;
  }

 private:
  [[nodiscard]] Points violated_by(const Package& package) const {
    Points violated;
    for (std::size_t point = 0; point < points_.size(); ++point) {
      if (must_accept(points_[point], package) && stands_in_the_way(points_[point], package))
        violated.push_back(point);
    }
    return violated;
  }

  [[nodiscard]] bool must_accept(const StickingPoint& point, const Package& package) const {
    return consent_[point.party] == case_model::ConsentKind::kAsked ||
           case_model::needs(subject_, package, point.party);
  }

  [[nodiscard]] bool stands_in_the_way(const StickingPoint& point, const Package& package) const {
    if (point.kind == StickingPoint::Kind::kLimit) {
      return case_model::holds(standing_.limits[point.limit.value].forbids, package);
    }
    return value_of(point.party, package) < nominal_.parties[point.party].no_deal[0];
  }

  [[nodiscard]] double value_of(case_model::PartyIndex party, const Package& package) const {
    const findings::PartyScenarios& wants = nominal_.parties[party];
    double value = 0;
    for (const case_model::IssueIndex issue : package.indices()) {
      value += wants.values[wants.first_option[issue.value] + package[issue].value];
    }
    const std::vector<case_model::Adjustment>& adjust = subject_.judgments[party].adjust;
    for (std::size_t k = 0; k < wants.adjustments_per_scenario; ++k) {
      if (case_model::holds(adjust[k].when, package)) value += wants.adjustments[k];
    }
    return value;
  }

  const case_model::Case& subject_;
  const case_model::Standing& standing_;
  const findings::Scenarios& nominal_;
  const std::vector<StickingPoint>& points_;
  base::IndexedVector<case_model::PartyIndex, case_model::ConsentKind> consent_;
};

/// Whether some package violates none of these points.
bool can_all_stand(const Points& points, const std::set<Points>& violated) {
  return std::any_of(violated.begin(), violated.end(), [&](const Points& by_one) {
    return std::none_of(points.begin(), points.end(), [&](std::size_t point) {
      return std::find(by_one.begin(), by_one.end(), point) != by_one.end();
    });
  });
}

/// Whether some package violates nothing but these points.
bool opens(const Points& points, const std::set<Points>& violated) {
  return std::any_of(violated.begin(), violated.end(), [&](const Points& by_one) {
    return std::all_of(by_one.begin(), by_one.end(), [&](std::size_t point) {
      return std::find(points.begin(), points.end(), point) != points.end();
    });
  });
}

template <class Holds>
bool for_each_left_out(const Points& points, Holds holds) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    Points fewer = points;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (!holds(fewer)) return false;
  }
  return true;
}

bool is_incompatible(const Points& points, const std::set<Points>& violated) {
  return !can_all_stand(points, violated) &&
         for_each_left_out(points, [&](const Points& fewer) { return can_all_stand(fewer, violated); });
}

bool is_opening(const Points& points, const std::set<Points>& violated) {
  return opens(points, violated) &&
         for_each_left_out(points, [&](const Points& fewer) { return !opens(fewer, violated); });
}

}  // namespace

bool confirm_sets(const case_model::Case& subject, const case_model::Standing& standing,
                  const findings::Scenarios& nominal, const findings::BlockersFinding& finding,
                  const base::Context& context) {
  const std::optional<std::uint64_t> combinations = case_model::count_combinations(subject.issues);
  if (!combinations || *combinations > kMaxConfirmedCombinations) return false;
  const NaiveCheck check(subject, standing, nominal, finding.sticking_points);
  std::vector<std::set<Points>> parts((*combinations + kCombinationsPerTask - 1) / kCombinationsPerTask);
  base::parallel_for(context.threads, parts.size(), [&](std::size_t part) {
    const std::uint64_t first = part * kCombinationsPerTask;
    parts[part] = check.violated_by_packages(first, std::min(first + kCombinationsPerTask, *combinations));
  });
  std::set<Points> violated;
  for (std::set<Points>& part : parts) violated.merge(part);
  return finding.nominal_has_zone == violated.contains({}) &&
         std::all_of(finding.incompatible.begin(), finding.incompatible.end(),
                     [&](const auto& set) { return is_incompatible(set.points, violated); }) &&
         std::all_of(finding.openings.begin(), finding.openings.end(),
                     [&](const auto& set) { return is_opening(set.points, violated); });
}

}  // namespace modus::blockers
