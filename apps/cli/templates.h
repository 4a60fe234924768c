/// \file The cases that `modus new` starts from; their texts stand in modus/formats/templates.
#pragma once

#include <string_view>

namespace modus::cli {

/// The text of that case; empty where there is none of that name.
[[nodiscard]] std::string_view template_text(std::string_view name);

}  // namespace modus::cli
