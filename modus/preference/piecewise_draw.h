/// \file Exact draws of one coordinate from a density that is its prior times a factor for each statement, where
/// each statement holds on an interval or outside one.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "modus/base/random.h"

namespace modus::preference {

/// value + slope * c
struct Line {
  double value = 0, slope = 0;
};

/// Where something holds: on [low, high], or (outside) at or below low and at or above high.
struct HoldSet {
  bool outside = false;
  double low = 0, high = 0;
};

/// Where, for c in [low, high], base(c) + the sum over groups of the highest line of the group is at least 0.
/// Nothing where that does not change on the interval. Each group has at least one line. The function is convex
/// and piecewise linear, so that Newton's method from either end reaches a root in as many steps as it has pieces.
[[nodiscard]] std::optional<HoldSet> where_not_negative(const Line& base, std::span<const std::vector<Line>> groups,
                                                        double low, double high);

/// Collects what bears on one coordinate, then draws it.
class PiecewiseDraw {
 public:
  enum class Prior { kUniform, kExponential };

  /// Starts anew for a coordinate on [low, high], now at `current`. kExponential has density exp(-c).
  void start(Prior prior, double low, double high, double current);
  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double high() const { return high_; }
  [[nodiscard]] bool is_open() const { return low_ < high_; }
  /// Confines the coordinate to where base(c) is not negative; keeps `current` inside.
  void confine(const Line& line);
  void confine(double low, double high);
  /// One factor: if_holds on the set, if_not elsewhere.
  void add(const HoldSet& set, double if_holds, double if_not);
  [[nodiscard]] double draw(base::RandomStream& random);

 private:
  struct Step {
    double at, factor;
  };
  [[nodiscard]] double mass(double from, double to) const;
  [[nodiscard]] double inside(double from, double to, double share) const;

  Prior prior_ = Prior::kUniform;
  double low_ = 0, high_ = 1, current_ = 0;
  std::vector<Step> steps_;
  std::vector<double> masses_;
};

}  // namespace modus::preference
