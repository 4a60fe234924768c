/// \file The verb `sheet`: an evidence sheet a party.
#pragma once

#include "apps/cli/run_command.h"

namespace modus::cli {

[[nodiscard]] Answer run_sheet(const Command& command);

}  // namespace modus::cli
