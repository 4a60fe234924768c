/// \file Answers of one date from its scenarios, where these may weigh differently. Private to this room.
#pragma once

#include <cstddef>
#include <vector>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/findings/common.h"
#include "modus/zone/acceptance.h"

namespace modus::timing {

/// The zone of one date, scenario by scenario. `weights` empty: all are 1.
struct DateZone {
  zone::ScenarioSet zone;
  std::vector<double> weights;
  std::size_t count = 0;
  int chains = 8;
  [[nodiscard]] findings::Share share() const;
};

/// One share less another, over the same scenarios: the error is that of the difference scenario by scenario, by its
/// own effective number. Precondition: equal counts.
struct Difference {
  double value = 0, standard_error = 0;
};
[[nodiscard]] Difference difference_of(const DateZone& a, const DateZone& b);

/// Every k-th scenario, so that some `most` of them are looked at.
[[nodiscard]] std::size_t stride_for(std::size_t count, std::size_t most);

struct BestPackage {
  zone::PackageIndex package;      ///< accepted by all most often; of equals the one with the lowest number
  double joint_acceptance = 0;     ///< corrected as zone/scan_zone.h: corrected_maximum
};
/// In every `stride`-th scenario. O(scenarios * packages * parties / 64).
[[nodiscard]] BestPackage find_best(const zone::Acceptance& acceptance, const std::vector<double>& weights, std::size_t stride,
                                    const base::Context& context);

inline constexpr std::size_t kMostHardest = 3;
/// At most so many issues that, out of the way, would open a zone most often (blockers/issue_effects.h), in every
/// `stride`-th scenario: greatest first, ties by issue; only those whose effect is more than twice its error.
[[nodiscard]] std::vector<case_model::IssueIndex> hardest_issues(const zone::Acceptance& acceptance, const DateZone& date,
                                                                 std::size_t issues, std::size_t stride, const base::Context& context);

}  // namespace modus::timing
