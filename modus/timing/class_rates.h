/// \file What a reference class says at a moment: chances given the time gone; and a class made of the user's own durations.
#pragma once

#include "modus/base/result.h"
#include "modus/findings/durations.h"
#include "modus/findings/rates.h"

namespace modus::timing {

/// The chance within `days` more, given `elapsed` without the event: by all curves together, from the lowest to the highest
/// of what each curve says by itself with the error of the count: Wilson's 90 % interval (Wilson 1927) for as many processes
/// as the curves expect to be still going (all the class's, were none lost sight of). No count: the curves alone.
[[nodiscard]] findings::ObservedChance chance_of(const findings::ReferenceClass& reference, double elapsed, double days);

/// All of findings::ClassRates but `fits` and `never_told_apart`. Precondition: elapsed >= 0.
[[nodiscard]] findings::ClassRates rates_of(const findings::ReferenceClass& reference, double elapsed);

/// The class of the user's own table, with its Kaplan-Meier steps (of a long curve those at least 1/1000 apart, and the
/// last) and the curves fitted to them; its id is "own". Problems: as of fit_cure, with the table's name.
struct OwnClass {
  findings::ReferenceClass reference;
  std::vector<findings::CureFit> fits;
  bool never_told_apart = false;
};
[[nodiscard]] base::Result<OwnClass> class_of(const findings::DurationTable& table);

}  // namespace modus::timing
