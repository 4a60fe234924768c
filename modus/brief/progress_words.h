/// \file How progress by date is drawn and listed. Private to this room.
#pragma once

#include <string>

#include "modus/brief/telling.h"
#include "modus/findings/progress.h"

namespace modus::brief {

/// Whether it is beyond sampling error, and 5 percentage points or more.
[[nodiscard]] bool is_told(const findings::StatementMove& move);
/// "up 10 percentage points"; precondition: it is told.
[[nodiscard]] std::string say_moved(const findings::StatementMove& move);
/// Whether the range touches more than two words of the scale: then no one number is said.
[[nodiscard]] bool is_too_wide(const findings::ProgressDate& date);

/// The zone probability by date with its band; dates on which a statement moved it are marked.
[[nodiscard]] Chart progress_chart(Telling& telling);
[[nodiscard]] Table progress_table(Telling& telling);

}  // namespace modus::brief
