/// \file What a mixture-cure curve says: chances by a day, given the time already gone.
///
/// A class with several curves is their mixture: each curve is one possibility for how such processes go, so what has
/// already been lived through without the event makes those likelier that expected it (Bayes).
/// Source: Farewell 1982; methods as in docs/method.md, "When".
#pragma once

#include <vector>

#include "modus/findings/base_rate.h"

namespace modus::timing {

/// Share without the event by then; 1 at 0 days and before. Never below `never`.
[[nodiscard]] double survival(const findings::CureCurve& curve, double days);
[[nodiscard]] double survival(const std::vector<findings::CureCurve>& curves, double days);

/// The chance that the event comes within `days` more, given that it has not come in `elapsed`. 0..1, rising in days.
[[nodiscard]] double chance_within(const std::vector<findings::CureCurve>& curves, double elapsed, double days);

/// The chance that it never comes, given that it has not come in `elapsed`. Rises with elapsed.
[[nodiscard]] double never_given(const std::vector<findings::CureCurve>& curves, double elapsed);

/// Density of the event at that day, a day; 0 at 0 and before.
[[nodiscard]] double density(const findings::CureCurve& curve, double days);

}  // namespace modus::timing
