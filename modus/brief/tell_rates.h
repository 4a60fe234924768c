/// \file Reference classes told: what happened in processes of one kind. Probabilities as everywhere, to 5 points; promises as
/// of tell.h.
#pragma once

#include "modus/brief/document.h"
#include "modus/findings/rates.h"

namespace modus::brief {

/// A length of time in the words of its size: "23 days", "5 months" (of 30.4 days), "6 years".
[[nodiscard]] std::string say_duration(double days);

/// The list, or one class in full.
[[nodiscard]] Document tell_rates(const findings::RatesFinding& finding);

/// What was observed and the fitted curves in one drawing, and the observed chances as a table.
[[nodiscard]] Chart rates_chart(const findings::ClassRates& rates);

}  // namespace modus::brief
