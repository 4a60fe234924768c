/// \file modus log --resolve: what came of forecasts.
#pragma once

#include <string>

#include "apps/cli/run_command.h"

namespace modus::cli {

/// Enters, at that moment, what came of the forecasts that --resolve names, of all of them or of none. "all" stands for
/// those without an entry yet, which must be of one event of one case: a day after a forecast's horizon means that it had not come by
/// then; --not-by-horizon is entered where the horizon has passed.
[[nodiscard]] Answer resolve_forecasts(const Command& command, const std::string& file, const std::string& made_at);

}  // namespace modus::cli
