/// \file The look of the HTML brief.
#pragma once

#include <string_view>

namespace modus::brief {

/// A style sheet: one readable column, tables that scroll inside themselves on a narrow screen, A4 in print.
/// No colour stands for a party.
[[nodiscard]] std::string_view page_style();

}  // namespace modus::brief
