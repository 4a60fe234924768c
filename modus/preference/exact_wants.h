/// \file Point-valued parties in whole numbers, so that comparing a value with a no-deal value is exact.
#pragma once

#include <optional>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/preference/draw.h"

namespace modus::preference {

/// A party's wants where every judgment is exact. All numbers are points times units_per_point; whole, with sums
/// below 2^53, if units_per_point > 1 was possible at all.
struct ExactWants {
  double units_per_point = 1;
  std::vector<double> values;       ///< by issue and option: 100 * weight * score
  std::vector<double> adjustments;
  double no_deal = 0;
};

/// Nothing where some want is not exact, or where whole numbers below 2^53 do not suffice.
[[nodiscard]] std::optional<ExactWants> exact_wants(const case_model::Case& subject, case_model::PartyIndex party,
                                                    const Variation& variation);

}  // namespace modus::preference
