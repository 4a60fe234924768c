/// \file What the charts of the brief are put together from, so that all of them look alike. Private to this room.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "modus/brief/document.h"

namespace modus::brief {

inline constexpr std::string_view kInk = "#1c1c1c";
inline constexpr std::string_view kBar = "#6b5b7b";

/// A text of the case as a chart shows it.
[[nodiscard]] std::string shown(const std::string& text);
/// Everything but encoding and layers.
[[nodiscard]] nlohmann::json base_specification(nlohmann::json data);
/// Rows named in the given order; long names are cut earlier on a narrow screen.
[[nodiscard]] nlohmann::json row_axis(const std::string& field);
/// A share between 0 and 1, with the ends of the likelihood words as its grid.
[[nodiscard]] nlohmann::json share_axis(const std::string& field, const std::string& title);
/// One below the other on a narrow screen.
[[nodiscard]] nlohmann::json legend_above(int columns);
[[nodiscard]] std::size_t height_of(std::size_t rows, std::size_t step);
/// Bars with their number beside them.
[[nodiscard]] nlohmann::json bar_layers();
[[nodiscard]] Chart make_chart(std::string id, std::string caption, const nlohmann::json& specification, Table table);

}  // namespace modus::brief
