/// \file The chart library that every HTML brief carries: the files of pages/, put into the program when it
/// is built.
#pragma once

#include <string_view>

namespace modus::brief {

/// pages/vega-bundle.js: draws the charts of a page by itself. ASCII.
[[nodiscard]] std::string_view chart_library();
/// pages/THIRD-PARTY.txt: the licences of what that script is made of.
[[nodiscard]] std::string_view chart_library_licences();

}  // namespace modus::brief
