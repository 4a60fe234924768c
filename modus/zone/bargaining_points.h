/// \file The points the field knows on a frontier: Nash, Kalai-Smorodinsky, egalitarian, leximin, utilitarian.
#pragma once

#include <optional>
#include <vector>

#include "modus/findings/frontier.h"

namespace modus::zone {

/// With gains g = utility less no-deal value, and ideal gains G = the most of each party among the points:
///  - nash: the greatest product of gains (Nash 1950);
///  - kalai_smorodinsky: the greatest least share g / G, then the greatest next, and so on (Kalai and Smorodinsky 1975;
///    lexicographically, as in Imai 1983); parties whose G is 0 are left out of it;
///  - egalitarian: the greatest least gain (Kalai 1977); leximin: then the greatest next, and so on;
///  - utilitarian: the greatest sum of utilities.
/// Of equal points (within 1e-12 of the largest figure) that which is better by the egalitarian rule, then the first.
/// All points are taken to be worth at least no deal to everybody; points that are not are passed over. Nothing
/// where there is no point.
struct BargainingPoints {
  std::optional<findings::BargainingPoint> nash, kalai_smorodinsky, egalitarian, leximin, utilitarian;
};
[[nodiscard]] BargainingPoints bargaining_points(const std::vector<findings::FrontierPoint>& points, const std::vector<double>& no_deal);

/// The least distance of a point from everybody's ideal, sqrt(sum over parties of (1 - g / G)^2) (parties with G > 0): 0
/// where one package gives everybody the most. Nothing where there is no point.
[[nodiscard]] std::optional<double> opposition(const std::vector<findings::FrontierPoint>& points, const std::vector<double>& no_deal);

}  // namespace modus::zone
