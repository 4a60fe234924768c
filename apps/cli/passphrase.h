/// \file The passphrase of a sealed case.
#pragma once

#include <string>

#include "apps/cli/command_line.h"
#include "modus/base/result.h"
#include "modus/formats/sealed.h"

namespace modus::cli {

/// The first line of the file that --passphrase-file names, else the variable MODUS_PASSPHRASE, else what is typed at
/// the terminal, where it is not shown; for a `new_one` twice. Problems: none of the three is there, it is empty or
/// longer than 4,096 bytes, or the two differ.
[[nodiscard]] base::Result<formats::SecretText> passphrase_for(const Command& command, const std::string& file, bool new_one = false);

}  // namespace modus::cli
