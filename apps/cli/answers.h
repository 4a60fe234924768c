/// \file How every verb refuses, stops and delivers.
#pragma once

#include <functional>
#include <string>

#include "apps/cli/run_command.h"
#include "modus/base/result.h"
#include "modus/brief/document.h"
#include "modus/verify/report.h"

namespace modus::cli {

/// All problems, as text and, with --json, as an object.
[[nodiscard]] Answer refuse(const Command& command, const base::Problems& problems);
[[nodiscard]] Answer stop(const Command& command, const std::string& why, const std::string& what_to_do);
[[nodiscard]] Answer cancelled(const Command& command);
/// The separate check found problems: a fault of the program.
[[nodiscard]] Answer not_confirmed(const Command& command, const verify::VerifyReport& checks);
/// What --verify came to, for standard error.
[[nodiscard]] std::string say_checks(const verify::VerifyReport& checks);

/// The text goes where the command says: into the file, whole or not at all, or to standard output.
[[nodiscard]] Answer deliver(const Command& command, std::string text);

/// The answer in the form that --json or the file's ending asks for (.json, .html, .md; otherwise text).
[[nodiscard]] std::string write_as_asked(const Command& command, const std::function<std::string()>& json,
                                         const std::function<brief::Document()>& document);

/// Standard input up to `most` bytes and one more: what is larger is refused unread.
[[nodiscard]] std::string read_standard_input(std::size_t most);
/// The same for reports, where one of the command's inputs is "-"; else empty.
[[nodiscard]] std::string standard_input_if_asked(const Command& command);

}  // namespace modus::cli
