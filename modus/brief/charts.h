/// \file The charts of the brief: Vega-Lite specifications, each with a caption that says what to see and a
/// table with the same numbers. Numbers are rounded as in the text, so that a chart shows no more than the
/// words do. Parties differ in shade and shape; no colour stands for a party's flag.
#pragma once

#include "modus/brief/telling.h"

namespace modus::brief {

Chart acceptance_chart(Telling& telling);  ///< listed packages by party, and all together
Chart options_chart(Telling& telling);     ///< the zone by issue and option
Chart unblocking_chart(Telling& telling);  ///< by issue, hardest first
Chart gains_chart(Telling& telling);       ///< over no deal, listed packages by party
Chart range_chart(Telling& telling);       ///< the assumptions behind the headline

// The tables beside them, told elsewhere.
Table acceptance_table(Telling& telling);
Table gains_table(Telling& telling);
Table options_table(Telling& telling);
Table issue_effects_table(Telling& telling);
Table range_table(Telling& telling);

}  // namespace modus::brief
