/// \file What theory says of two who bargain: how they split, and how long each holds out. Closed forms, no sampling.
#pragma once

#include <vector>

namespace modus::timing {

/// The first proposer's share where offers alternate and a round's wait multiplies what is left by these factors, 0..1
/// (Rubinstein, "Perfect equilibrium in a bargaining model", Econometrica 50, 1982). Both 1: a half.
[[nodiscard]] double rubinstein_share(double own_factor, double other_factor);

/// Its limit where offers follow each other at once: the less impatient gets more. Impatience a month; both 0: a half.
[[nodiscard]] double patient_share(double own_impatience, double other_impatience);

/// An outside option counts only where it is worth more than the share (Binmore, Shaked and Sutton, QJE 104, 1989).
/// All of a pie of 1; nothing is left to share where the two outside options together exceed it.
[[nodiscard]] double share_with_outside(double share, double own_outside, double other_outside);

/// What one has of a pie where both enjoy a flow while they talk (Muthoo, Bargaining Theory, 1999, section 6.2).
[[nodiscard]] double worth_with_inside(double pie, double own_impatience, double other_impatience, double own_flow, double other_flow);

/// One who holds out: how sure the other is that it is no pose (0..1, ends excluded), and its rate of giving way.
struct HoldsOut {
  double real = 0.5;
  double rate = 0.1;  ///< a month
  /// The month by which it would have given way surely if it were a pose.
  [[nodiscard]] double exhausted() const;
};

/// The rate at which one gives way so that the other, whose impatience a month this is, does not mind waiting. `kept` is
/// what the other has by giving way itself, as a share of what it has if it gets its way; with demands a and b of a pie
/// of 1 and the other's b, kept = (1 - a) / b and the rate is impatience * (1 - a) / (a + b - 1). `kept` is held
/// kLeastKept away from both ends (Abreu and Gul, "Bargaining and reputation", Econometrica 68, 2000, section 3).
[[nodiscard]] double concession_rate(double other_impatience, double other_kept);

/// The chance that `one` gives way at once, before it is known whether it is a pose: 1 - real * e^(rate * T0), where the
/// war ends by T0, the earlier of the two exhausted(); 0 for the one exhausted first.
[[nodiscard]] double gives_way_at_once(const HoldsOut& one, double others_exhausted);

/// The month in which it gives way, given that it is a pose: 0 with gives_way_at_once / (1 - real), then by its rate, surely by
/// T0. Rises with `uniform`, 0..1 (Abreu and Gul, inverted).
[[nodiscard]] double month_of_giving_way(const HoldsOut& one, double others_exhausted, double uniform);

/// Time as talks feel it: it runs kDeadlineSpeed times as fast in the kDaysBeforeDeadline before each deadline, so that
/// whatever comes at a steady rate bunches there (Fanning, "Reputational bargaining and deadlines", Econometrica 84, 2016).
/// Both functions rise, and each undoes the other.
class HurriedClock {
 public:
  /// Deadlines in days after the case's date, rising; windows that overlap count once.
  explicit HurriedClock(const std::vector<int>& deadlines);
  [[nodiscard]] double felt(double day) const;
  [[nodiscard]] double day_of(double felt) const;

 private:
  struct Window {
    double first = 0, last = 0;  ///< days
    double felt_first = 0;       ///< felt time when it begins
  };
  std::vector<Window> windows_;
};

}  // namespace modus::timing
