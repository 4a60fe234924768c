/// \file What a count of yes among independent trials says of the chance behind it.
#pragma once

#include <cstddef>
#include <utility>

namespace modus::timing {

/// The 90 % Jeffreys interval of a chance after `came` of `count` trials: the 5 % and 95 % points of
/// Beta(came + 1/2, count - came + 1/2), but 0 where none came and 1 where all did (Brown, Cai and DasGupta 2001,
/// section 4.1.2). Good to 1e-9. Without trials 0..1. Precondition: came <= count.
[[nodiscard]] std::pair<double, double> jeffreys_interval(std::size_t came, std::size_t count);

/// The regularised incomplete beta function I_x(a, b), x in 0..1, a and b above 0: continued fraction (Lentz's method).
[[nodiscard]] double incomplete_beta(double a, double b, double x);

}  // namespace modus::timing
