/// \file Chances beside what came: how often, and how far from one half they ought to have been.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "modus/findings/forecast_log.h"

namespace modus::timing {

/// A chance, and whether it came.
using ChanceCame = std::pair<double, bool>;

/// Bins a tenth wide, the last with 1 in it; those with any, rising.
[[nodiscard]] std::vector<findings::ReliabilityBin> reliability_of(const std::vector<ChanceCame>& pairs);

/// The b at which what came was likeliest, chances taken to be p' with logit p' = b logit p (Cox 1958, slope alone); within
/// -kMostSlope..kMostSlope, good to 1e-9; chances below kLeastChance (scoring.h), or as near to 1, count as that. Nothing where all
/// chances are one half. About ten passes.
inline constexpr double kMostSlope = 10;
[[nodiscard]] std::optional<double> recalibration_slope(const std::vector<ChanceCame>& pairs);

}  // namespace modus::timing
