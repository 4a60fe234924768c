/// \file What happened in processes of one kind: the answers of `rates`, and the classes that forecasts rest on.
#pragma once

#include <string>
#include <string_view>

#include "modus/base/result.h"
#include "modus/findings/rates.h"
#include "modus/timing/class_rates.h"

namespace modus::catalogue {

/// All classes that come with the program (timing/reference_classes.h), none in full.
[[nodiscard]] findings::RatesFinding list_rates();

/// One of them in full, given `elapsed` days without the event (0 or more). A problem names the nearest id.
[[nodiscard]] base::Result<findings::RatesFinding> rates_of_class(std::string_view id, double elapsed);

/// What to say of an id that no class has: names the nearest one, else all.
[[nodiscard]] base::Problem unknown_class(std::string_view id, const base::Place& where);

/// The class of a table of durations: CSV as of formats/read_durations.h; `file` names it in problems and in the class.
[[nodiscard]] base::Result<timing::OwnClass> class_of_durations(std::string_view text, const std::string& file);
/// The same in full.
[[nodiscard]] base::Result<findings::RatesFinding> rates_of_durations(std::string_view text, const std::string& file, double elapsed);

}  // namespace modus::catalogue
