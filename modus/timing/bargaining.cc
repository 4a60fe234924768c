#include "modus/timing/bargaining.h"

#include <algorithm>
#include <cmath>

#include "modus/timing/conventions.h"

namespace modus::timing {

double rubinstein_share(double own_factor, double other_factor) {
  const double both = own_factor * other_factor;
  return both >= 1 ? 0.5 : (1 - other_factor) / (1 - both);
}

double patient_share(double own_impatience, double other_impatience) {
  const double both = own_impatience + other_impatience;
  return both <= 0 ? 0.5 : other_impatience / both;
}

double share_with_outside(double share, double own_outside, double other_outside) {
  if (own_outside + other_outside > 1) return own_outside;
  return std::clamp(share, own_outside, 1 - other_outside);
}

double worth_with_inside(double pie, double own_impatience, double other_impatience, double own_flow, double other_flow) {
  const double own = own_flow / own_impatience;
  const double other = other_flow / other_impatience;
  return own + patient_share(own_impatience, other_impatience) * (pie - own - other);
}

double HoldsOut::exhausted() const { return -std::log(real) / rate; }

double concession_rate(double other_impatience, double other_kept) {
  const double kept = std::clamp(other_kept, kLeastKept, 1 - kLeastKept);
  return other_impatience * kept / (1 - kept);
}

double gives_way_at_once(const HoldsOut& one, double others_exhausted) {
  const double end = std::min(one.exhausted(), others_exhausted);
  return std::max(0.0, 1 - one.real * std::exp(one.rate * end));
}

double month_of_giving_way(const HoldsOut& one, double others_exhausted, double uniform) {
  const double end = std::min(one.exhausted(), others_exhausted);
  const double still = 1 - uniform * (1 - one.real);  // share of all such parties, poses or not, that have not given way
  return std::max(0.0, end - std::log(still / one.real) / one.rate);
}

HurriedClock::HurriedClock(const std::vector<int>& deadlines) {
  for (const int deadline : deadlines) {
    const double first = std::max(0, deadline - kDaysBeforeDeadline);
    const double last = deadline;
    if (last <= 0) continue;
    if (!windows_.empty() && first <= windows_.back().last) {
      windows_.back().last = std::max(windows_.back().last, last);
    } else {
      windows_.push_back({first, last, 0});
    }
  }
  double gained = 0;
  for (Window& window : windows_) {
    window.felt_first = window.first + gained;
    gained += (kDeadlineSpeed - 1) * (window.last - window.first);
  }
}

double HurriedClock::felt(double day) const {
  double felt = day;
  for (const Window& window : windows_) {
    if (day <= window.first) break;
    felt += (kDeadlineSpeed - 1) * (std::min(day, window.last) - window.first);
  }
  return felt;
}

double HurriedClock::day_of(double felt) const {
  double day = felt;
  for (const Window& window : windows_) {
    if (felt <= window.felt_first) break;
    const double inside = std::min(felt - window.felt_first, kDeadlineSpeed * (window.last - window.first));
    day -= inside * (1 - 1 / kDeadlineSpeed);
  }
  return day;
}

}  // namespace modus::timing
