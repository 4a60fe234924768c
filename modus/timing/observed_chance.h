/// \file The interval of a share that is read off a survival curve.
#pragma once

#include "modus/findings/base_rate.h"

namespace modus::timing {

/// With its 90 % interval on the log(-log) scale (Kalbfleisch and Prentice 1980, section 1.3), which stays within 0..1;
/// `relative_variance` is that of the survival divided by its square (Greenwood's sum). At chance 0 the interval is
/// 0..0 and at 1 it is 1..1: the scale says nothing there, and the caller may know more.
[[nodiscard]] findings::ObservedChance with_interval(double days, double chance, double relative_variance);

}  // namespace modus::timing
