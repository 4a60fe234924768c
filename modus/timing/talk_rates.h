/// \file How fast talks go: the rates of the simulated talks and the dates ahead, from the case and the conventions.
#pragma once

#include <vector>

#include "modus/case_model/case.h"
#include "modus/findings/forecast.h"

namespace modus::timing {

/// Dates of the timeline that lie ahead, in days after the case's date, rising.
///
/// Talks are planned ahead if so marked and not over by the case's date; they count on their last day, one planned for
/// that very date as half a day later. Whatever was planned for a day gone by and stands as planned still may have
/// taken place or not: it counts neither as history nor as ahead.
struct DatesAhead {
  std::vector<double> planned_talks;  ///< within the horizon
  std::vector<int> deadlines;         ///< also those up to kDaysBeforeDeadline after the horizon: talks feel them before
};

[[nodiscard]] DatesAhead dates_ahead(const case_model::Case& subject, int horizon_days);

/// What the case states, else the conventions. Rounds of talks that nobody judged: 5 % and 95 % points of
/// Gamma(kRoundsShape + rounds after the first, kRoundsMonths + months since the first) from the talks on record, which
/// for none is the convention alone. Impatience is that of parties which `asked` marks.
[[nodiscard]] findings::TimingRates rates_of(const case_model::Case& subject, const base::IndexedVector<case_model::PartyIndex, char>& asked);

/// The quantile of a Gamma distribution with mean shape: the x below which a share p of it lies. 0 < p < 1; to 1e-9.
[[nodiscard]] double gamma_quantile(double shape, double p);

}  // namespace modus::timing
