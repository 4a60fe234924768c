// What forecasts said beside what came.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "modus/brief/chart_parts.h"
#include "modus/brief/tell_score.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::ReliabilityBin;
using nlohmann::json;

constexpr const char* kSaid = "chance given (mean)";
constexpr const char* kCame = "share that came";

/// "3 of 12"
std::string say_came(const ReliabilityBin& bin) {
  return fmt::format("{:.0f} of {}", bin.share_came * static_cast<double>(bin.count), count(bin.count));
}

json reliability_data(const std::vector<ReliabilityBin>& bins) {
  json data = json::array();
  for (const ReliabilityBin& bin : bins) {
    data.push_back({{"said", rounded(bin.mean_chance)},
                    {"came", rounded(bin.share_came)},
                    {"low", rounded(bin.came_low)},
                    {"high", rounded(bin.came_high)},
                    {"count", say_came(bin)}});
  }
  return data;
}

json layers() {
  const json said = share_axis("said", kSaid), came = share_axis("came", kCame);
  const json line = {{"data", {{"values", json::array({{{"said", 0}, {"came", 0}}, {{"said", 1}, {"came", 1}}})}}},
                     {"mark", {{"type", "line"}, {"strokeDash", {4, 3}}, {"color", "#8a8a8a"}}},
                     {"encoding", {{"x", said}, {"y", came}}}};
  const json range = {{"mark", {{"type", "rule"}, {"strokeWidth", 2}, {"color", "#b5a9c0"}}},
                      {"encoding", {{"x", said}, {"y", share_axis("low", kCame)}, {"y2", {{"field", "high"}}}}}};
  const json points = {{"mark", {{"type", "point"}, {"filled", true}, {"size", 60}, {"color", kBar}, {"opacity", 1}}}, {"encoding", {{"x", said}, {"y", came}}}};
  const json counts = {{"mark", {{"type", "text"}, {"align", "left"}, {"dx", 7}, {"dy", -7}, {"color", kInk}}},
                       {"encoding", {{"x", said}, {"y", came}, {"text", {{"field", "count"}, {"type", "nominal"}}}}}};
  return json::array({line, range, points, counts});
}

Table reliability_table(const std::vector<ReliabilityBin>& bins) {
  Table table{"Each chance of each resolved forecast by one of its days; from and to: 90 %, as if each stood alone. Those of one forecast, and of one event, "
              "hang together: the true ranges are wider.",
              {{"Chance given"}, {"Mean", true}, {"Came", true}, {"Share", true}, {"From", true}, {"To", true}},
              {}};
  for (const ReliabilityBin& bin : bins) {
    table.rows.push_back({{Sentence(fmt::format("{:.0f} to {:.0f}\u00A0%", bin.low * 100, bin.high * 100))},
                          {Sentence(percent(bin.mean_chance))},
                          {Sentence(say_came(bin))},
                          {Sentence(percent(bin.share_came))},
                          {Sentence(percent(bin.came_low))},
                          {Sentence(percent(bin.came_high))}});
  }
  return table;
}

}  // namespace

Chart reliability_chart(const std::vector<ReliabilityBin>& reliability) {
  json specification = base_specification(reliability_data(reliability));
  specification["height"] = 300;
  specification["layer"] = layers();
  return make_chart("reliability",
                    "The share that came, by the chance given (C): on the dashed line both are the same. Bars are the 90 % ranges of the counts beside the points.",
                    specification, reliability_table(reliability));
}

}  // namespace modus::brief
