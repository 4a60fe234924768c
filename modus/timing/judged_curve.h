/// \file A curve through chances that the analyst judges usual, where no counted class fits.
#pragma once

#include "modus/case_model/forecast_settings.h"
#include "modus/findings/base_rate.h"

namespace modus::timing {

/// A Weibull curve with the judged share that never comes to it (0 where none is judged). One chance: at a steady rate
/// (shape 1), through it. Two: through both. More: least squares in log(-log(share still waiting)) against log(days).
/// The class has the name and source "judged" and no count. Precondition: at least one chance; days above 0 and rising,
/// chances rising, at most 1 - never (held 1e-9 away from it and from 0).
[[nodiscard]] findings::ReferenceClass judged_class(const case_model::JudgedRate& judged);

}  // namespace modus::timing
