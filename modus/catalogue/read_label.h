/// \file Whom a label is for, as it is typed on a command line.
#pragma once

#include <string>
#include <string_view>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::catalogue {

/// "public", "team", or parties' ids parted by commas: a caucus with them. `name` is the file name in problems: an id that
/// no party has (with the nearest), or none at all.
[[nodiscard]] base::Result<case_model::Label> read_label(std::string_view text, const case_model::Case& subject, std::string_view name);

/// "public", "team", "a caucus with union and port".
[[nodiscard]] std::string say_label(const case_model::Label& label, const case_model::Case& subject);

}  // namespace modus::catalogue
