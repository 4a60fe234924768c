#include "modus/preference/piecewise_draw.h"

#include <algorithm>
#include <cmath>

namespace modus::preference {
namespace {

constexpr int kMaxNewtonSteps = 64;
constexpr double kFlat = 1e-300;

std::optional<HoldSet> where_line_not_negative(const Line& line, double low, double high) {
  if (std::abs(line.slope) < kFlat) return std::nullopt;
  const double root = -line.value / line.slope;
  if (!(root > low && root < high)) return std::nullopt;
  return line.slope > 0 ? HoldSet{false, root, high} : HoldSet{false, low, root};
}

// Value and one-sided slope of the sum of maxima; `to_right` picks the slope to that side at a kink.
Line evaluate(const Line& base, std::span<const std::vector<Line>> groups, double c, bool to_right) {
  Line sum{base.value + base.slope * c, base.slope};
  for (const std::vector<Line>& group : groups) {
    double best = -HUGE_VAL;
    double slope = 0;
    for (const Line& line : group) {
      const double here = line.value + line.slope * c;
      const bool steeper = to_right ? line.slope > slope : line.slope < slope;
      if (here > best || (here == best && steeper)) {
        best = here;
        slope = line.slope;
      }
    }
    sum.value += best;
    sum.slope += slope;
  }
  return sum;
}

// The root nearest to an end where the function is not negative; nothing if it never goes negative before `stop`.
std::optional<double> newton_root(const Line& base, std::span<const std::vector<Line>> groups, double start, double stop) {
  const bool leftwards = stop < start;
  double c = start;
  for (int step = 0; step < kMaxNewtonSteps; ++step) {
    const Line here = evaluate(base, groups, c, !leftwards);
    const bool falling = leftwards ? here.slope > kFlat : here.slope < -kFlat;
    if (!falling) return here.value < 0 ? std::optional(c) : std::nullopt;
    if (here.value <= 0) return c;
    const double next = c - here.value / here.slope;
    if (leftwards ? next <= stop : next >= stop) return std::nullopt;
    if (next == c) return c;
    c = next;
  }
  return c;
}

}  // namespace

std::optional<HoldSet> where_not_negative(const Line& base, std::span<const std::vector<Line>> groups, double low,
                                          double high) {
  const bool straight = std::all_of(groups.begin(), groups.end(), [](const auto& group) { return group.size() == 1; });
  if (straight) {
    Line sum = base;
    for (const std::vector<Line>& group : groups) {
      sum.value += group[0].value;
      sum.slope += group[0].slope;
    }
    return where_line_not_negative(sum, low, high);
  }
  const double at_low = evaluate(base, groups, low, true).value;
  const double at_high = evaluate(base, groups, high, false).value;
  if (at_low < 0 && at_high < 0) return std::nullopt;
  if (at_low < 0) {
    const auto root = newton_root(base, groups, high, low);
    return HoldSet{false, root.value_or(low), high};
  }
  const auto left = newton_root(base, groups, low, high);
  if (at_high < 0) return HoldSet{false, low, left.value_or(high)};
  if (!left) return std::nullopt;
  const auto right = newton_root(base, groups, high, low);
  if (!right || !(*right > *left)) return std::nullopt;
  return HoldSet{true, *left, *right};
}

void PiecewiseDraw::start(Prior prior, double low, double high, double current) {
  prior_ = prior;
  low_ = low;
  high_ = high;
  current_ = current;
  steps_.clear();
}

void PiecewiseDraw::confine(const Line& line) {
  if (std::abs(line.slope) < kFlat) return;
  const double root = -line.value / line.slope;
  if (line.slope > 0) {
    confine(root, high_);
  } else {
    confine(low_, root);
  }
}

void PiecewiseDraw::confine(double low, double high) {
  low_ = std::max(low_, std::min(low, current_));
  high_ = std::min(high_, std::max(high, current_));
}

void PiecewiseDraw::add(const HoldSet& set, double if_holds, double if_not) {
  const double up = if_holds / if_not;
  const double down = if_not / if_holds;
  // Only levels relative to the start of the interval count, so that a step at an end is none.
  if (set.low > low_) steps_.push_back({set.low, set.outside ? down : up});
  if (set.high < high_) steps_.push_back({set.high, set.outside ? up : down});
}

double PiecewiseDraw::mass(double from, double to) const {
  if (prior_ == Prior::kUniform) return to - from;
  return -std::exp(low_ - from) * std::expm1(from - to);
}

double PiecewiseDraw::inside(double from, double to, double share) const {
  if (prior_ == Prior::kUniform) return from + (to - from) * share;
  return from - std::log1p(share * std::expm1(from - to));
}

double PiecewiseDraw::draw(base::RandomStream& random) {
  const double ticket = random.uniform();
  if (!is_open()) return current_;
  if (steps_.empty()) return inside(low_, high_, ticket);
  std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
  masses_.clear();
  double level = 1;
  double from = low_;
  double total = 0;
  for (const Step& step : steps_) {
    const double to = std::clamp(step.at, low_, high_);
    total += to > from ? level * mass(from, to) : 0.0;
    masses_.push_back(total);
    level *= step.factor;
    from = to;
  }
  total += high_ > from ? level * mass(from, high_) : 0.0;
  masses_.push_back(total);
  if (!(total > 0)) return current_;
  const double wanted = ticket * total;
  const auto piece = std::upper_bound(masses_.begin(), masses_.end(), wanted);
  const auto k = static_cast<std::size_t>(std::min(piece, masses_.end() - 1) - masses_.begin());
  const double begin = k == 0 ? low_ : std::clamp(steps_[k - 1].at, low_, high_);
  const double end = k == steps_.size() ? high_ : std::clamp(steps_[k].at, low_, high_);
  const double before = k == 0 ? 0.0 : masses_[k - 1];
  const double share = masses_[k] > before ? (wanted - before) / (masses_[k] - before) : 0.5;
  return std::clamp(inside(begin, end, share), begin, end);
}

}  // namespace modus::preference
