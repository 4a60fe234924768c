#include "modus/brief/chart_parts.h"

#include <algorithm>
#include <utility>

#include "modus/brief/visible.h"

namespace modus::brief {

using nlohmann::json;

std::string shown(const std::string& text) { return with_plain_spaces(make_visible(text)); }

json base_specification(json data) {
  return {{"$schema", "https://vega.github.io/schema/vega-lite/v6.json"},
          {"width", "container"},
          {"autosize", {{"type", "fit-x"}, {"contains", "padding"}}},
          {"background", nullptr},
          {"data", {{"values", std::move(data)}}},
          {"config",
           {{"font", "Segoe UI, Roboto, Noto Sans, Arial, sans-serif"},
            {"view", {{"stroke", nullptr}}},
            {"axis",
             {{"labelColor", kInk},
              {"titleColor", kInk},
              {"labelFontSize", 12},
              {"titleFontSize", 12},
              {"titleFontWeight", "normal"},
              {"gridColor", "#d9d9d9"},
              {"domainColor", "#8a8a8a"},
              {"tickColor", "#8a8a8a"}}},
            {"legend",
             {{"labelFontSize", 12}, {"titleFontSize", 12}, {"labelColor", kInk}, {"labelLimit", 240}}}}}};
}

json row_axis(const std::string& field) {
  return {{"field", field},
          {"type", "nominal"},
          {"sort", nullptr},
          {"title", nullptr},
          {"axis",
           {{"labelLimit", {{"expr", "windowSize()[0] < 600 ? 120 : 280"}}},
            {"ticks", false},
            {"domain", false}}}};
}

json share_axis(const std::string& field, const std::string& title) {
  return {{"field", field},
          {"type", "quantitative"},
          {"title", title},
          {"scale", {{"domain", {0, 1}}}},
          {"axis",
           {{"format", ".0%"},
            {"values", {0, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 1}},
            {"labelExpr", "datum.value == 0.05 || datum.value == 0.95 ? '' : datum.label"}}}};
}

json legend_above(int columns) {
  return {{"orient", "top"},
          {"columns", {{"expr", "windowSize()[0] < 600 ? 1 : " + std::to_string(columns)}}}};
}

std::size_t height_of(std::size_t rows, std::size_t step) { return std::max<std::size_t>(rows, 1) * step; }

Chart make_chart(std::string id, std::string caption, const json& specification, Table table) {
  return Chart{std::move(id), std::move(caption),
               specification.dump(-1, ' ', false, json::error_handler_t::replace), std::move(table)};
}

json bar_layers() {
  return json::array(
      {{{"mark", {{"type", "bar"}, {"color", kBar}, {"height", {{"band", 0.7}}}}}},
       {{"mark", {{"type", "text"}, {"align", "left"}, {"dx", 4}, {"fontSize", 11}, {"color", kInk}}},
        {"encoding", {{"text", {{"field", "text"}, {"type", "nominal"}}}}}}});
}

}  // namespace modus::brief
