/// \file How chances by a day are said, in the brief's first pages and behind them. Private to this room.
#pragma once

#include <string>

#include "modus/brief/telling.h"

namespace modus::brief {

/// "within 7 days", "by 20 December 2026 (365 days)": the horizon goes by its day.
[[nodiscard]] std::string say_by_when(const findings::ForecastFinding& forecast, const findings::ChanceBy& by);
/// Whether the range touches more than two words of the scale: then no one number is said. What is not to come is said as
/// its opposite is.
[[nodiscard]] bool is_too_wide(const findings::ChanceBy& by);
/// "5 % (very unlikely), range under 5 % to 20 % (almost no chance to unlikely)"
[[nodiscard]] std::string say_with_range(const findings::ChanceBy& by, bool too_wide);

/// Below 5 % and above 95 % whole percents, where the document may have them and the base rate counts 50 processes or more,
/// so that one of them is 2 %; else as percent().
[[nodiscard]] bool has_fine_figures(const Telling& telling);
[[nodiscard]] std::string fine_percent(double probability, bool fine);
/// The same with the word of the scale: "2 % (almost no chance)", and of lowest and highest together.
[[nodiscard]] std::string fine_chance(double probability, bool fine);
[[nodiscard]] std::string fine_range(const findings::ChanceBy& by, bool fine);
/// The number that is printed so, for charts.
[[nodiscard]] double fine_rounded(double probability, bool fine);

/// What stands beside the forecast: "strikes over a contract: the strike ends (566 counted)"; empty where none was chosen.
[[nodiscard]] std::string say_base_rate(const findings::BaseRate& base);

/// The chance by week, from what is judged and simulated, the base rate, who said what, and what is left at the end.
[[nodiscard]] Chart when_chart(Telling& telling);
/// What moves the chance by the horizon, most first.
[[nodiscard]] Chart moves_chart(Telling& telling);
[[nodiscard]] Table chances_table(const Telling& telling);
[[nodiscard]] Table moves_table(const Telling& telling);
/// Who says it: the party's name, or the source's publisher or title.
[[nodiscard]] std::string say_assessor(const Telling& telling, const case_model::Assessment& assessment);

}  // namespace modus::brief
