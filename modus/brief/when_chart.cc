// The chance that a deal has come, by week, and what moves it.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "modus/brief/chart_parts.h"
#include "modus/brief/when_words.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::ChanceBy;
using findings::ForecastFinding;
using nlohmann::json;

constexpr std::size_t kMovesDrawn = 12;
/// Neutral signs of those who speak, in one ink.
constexpr std::array<std::string_view, 6> kSigns = {"circle", "square", "triangle-up", "diamond", "cross", "triangle-down"};
constexpr std::string_view kOurs = "forecast, with its range", kBase = "base rate alone";

/// The chances by week, with the days on which the table says them.
std::vector<ChanceBy> points_of(const ForecastFinding& forecast) {
  std::vector<ChanceBy> points = forecast.weekly;
  points.insert(points.end(), forecast.chances.begin(), forecast.chances.end());
  std::ranges::stable_sort(points, {}, &ChanceBy::days);
  const auto repeats = std::ranges::unique(points, {}, &ChanceBy::days);
  points.erase(repeats.begin(), repeats.end());
  return points;
}

json curve_data(const ForecastFinding& forecast, bool fine) {
  const auto shown_as = [&](double value) { return fine_rounded(value, fine); };
  json data = json::array();
  for (const ChanceBy& by : points_of(forecast)) {
    const bool now = by.days == 0;
    data.push_back({{"days", by.days},
                    {"chance", now ? 0 : shown_as(by.probability)},
                    {"low", now ? 0 : shown_as(by.low)},
                    {"high", now ? 0 : shown_as(by.high)},
                    {"line", kOurs}});
  }
  return data;
}

json base_data(const ForecastFinding& forecast, bool fine) {
  json data = json::array();
  if (forecast.base_rate.kind == findings::BaseRate::Kind::kNone) return data;
  data.push_back({{"days", 0}, {"chance", 0}, {"line", kBase}});
  for (const ChanceBy& by : forecast.base_rate.chances)
    data.push_back({{"days", by.days}, {"chance", fine_rounded(by.probability, fine)}, {"line", kBase}});
  return data;
}

std::string name_of(const Telling& telling, const findings::SourceForecast& source) {
  const std::string name = say_assessor(telling, telling.subject.assessments[source.assessment]);
  return shown(source.speaker.empty() ? name : name + " (" + source.speaker + ")");
}

/// What was said for days within the horizon.
json claims_data(const Telling& telling) {
  const ForecastFinding& forecast = *telling.finding.forecast;
  json data = json::array();
  for (const findings::SourceForecast& source : forecast.sources) {
    for (const auto& [days, chance] : source.chances) {
      if (days <= forecast.horizon_days) data.push_back({{"days", days}, {"chance", rounded(chance)}, {"who", name_of(telling, source)}});
    }
  }
  return data;
}

json sign_scale(const json& claims) {
  std::vector<std::string> names;
  for (const json& claim : claims) {
    const auto who = claim["who"].get<std::string>();
    if (std::ranges::find(names, who) == names.end()) names.push_back(who);
  }
  json signs = json::array();
  for (std::size_t i = 0; i < names.size(); ++i) signs.push_back(kSigns[i % kSigns.size()]);
  return {{"domain", names}, {"range", signs}};
}

json days_axis(const ForecastFinding& forecast) {
  std::set<int> values = {0, forecast.horizon_days};
  for (const ChanceBy& by : forecast.chances) {
    if (by.days * 12 >= forecast.horizon_days) values.insert(by.days);
  }
  return {{"field", "days"},
          {"type", "quantitative"},
          {"title", "days after " + shown(say_day(forecast.as_of))},
          {"scale", {{"domain", {0, forecast.horizon_days}}, {"nice", false}}},
          {"axis", {{"values", values}, {"grid", false}}}};
}

json chance_axis(const std::string& field) { return share_axis(field, "chance that it has come"); }

json line_channel(bool based, const json& range) {
  json names = json::array({kOurs}), styles = json::array({range[0]});
  if (based) {
    names.push_back(kBase);
    styles.push_back(range[1]);
  }
  return {{"field", "line"}, {"type", "nominal"}, {"title", nullptr}, {"scale", {{"domain", names}, {"range", styles}}}, {"legend", legend_above(2)}};
}

/// From the chance by the horizon up to certainty: what is left over.
json never_layers(const ForecastFinding& forecast, bool fine) {
  const double come = fine_rounded(forecast.chances.back().probability, fine);
  const std::string words = shown("not at all by " + say_day(forecast.not_at_all.by) + ": " + fine_percent(forecast.not_at_all.probability, fine));
  const json data = {{"values", json::array({{{"days", forecast.horizon_days}, {"chance", come}, {"end", 1}, {"middle", (1 + come) / 2}, {"text", words}}})}};
  const json x = days_axis(forecast);
  const json bar = {{"data", data},
                    {"mark", {{"type", "rule"}, {"strokeWidth", 7}, {"color", "#8a8a8a"}}},
                    {"encoding", {{"x", x}, {"y", chance_axis("chance")}, {"y2", {{"field", "end"}}}}}};
  const json text = {{"data", data},
                     {"mark", {{"type", "text"}, {"align", "right"}, {"dx", -10}, {"fontSize", 12}, {"color", kInk}}},
                     {"encoding", {{"x", x}, {"y", chance_axis("middle")}, {"text", {{"field", "text"}, {"type", "nominal"}}}}}};
  return json::array({bar, text});
}

json when_layers(const Telling& telling) {
  const ForecastFinding& forecast = *telling.finding.forecast;
  const bool fine = has_fine_figures(telling), based = forecast.base_rate.kind != findings::BaseRate::Kind::kNone;
  const json x = days_axis(forecast);
  const json color = line_channel(based, {kInk, kBar}), dash = line_channel(based, {json::array({1, 0}), json::array({6, 4})});
  json layers = json::array();
  layers.push_back({{"mark", {{"type", "area"}, {"color", "#e6e1ea"}}}, {"encoding", {{"x", x}, {"y", chance_axis("low")}, {"y2", {{"field", "high"}}}}}});
  layers.push_back({{"mark", {{"type", "line"}, {"strokeWidth", 2}}}, {"encoding", {{"x", x}, {"y", chance_axis("chance")}, {"color", color}, {"strokeDash", dash}}}});
  if (based) {
    layers.push_back({{"data", {{"values", base_data(forecast, fine)}}},
                      {"mark", {{"type", "line"}, {"strokeWidth", 2}}},
                      {"encoding", {{"x", x}, {"y", chance_axis("chance")}, {"color", color}, {"strokeDash", dash}}}});
  }
  for (const json& layer : never_layers(forecast, fine)) layers.push_back(layer);
  const json claims = claims_data(telling);
  if (claims.empty()) return layers;
  const json shape = {{"field", "who"}, {"type", "nominal"}, {"title", "as said by"}, {"scale", sign_scale(claims)}, {"legend", legend_above(2)}};
  layers.push_back({{"data", {{"values", claims}}},
                    {"mark", {{"type", "point"}, {"filled", false}, {"size", 90}, {"strokeWidth", 2}, {"color", kInk}}},
                    {"encoding", {{"x", x}, {"y", chance_axis("chance")}, {"shape", shape}}}});
  return layers;
}

json moves_data(const ForecastFinding& forecast, bool fine) {
  json data = json::array();
  for (const findings::ForecastMove& move : forecast.moves) {
    if (data.size() == kMovesDrawn) break;
    data.push_back({{"what", shown(capital(move.what))},
                    {"low", fine_rounded(move.low.back(), fine)},
                    {"high", fine_rounded(move.high.back(), fine)},
                    {"counts", move.in_range ? "in the range" : "shown beside it"}});
  }
  return data;
}

json moves_layers(const ForecastFinding& forecast, bool fine) {
  const json stays = json::array({{{"chance", fine_rounded(forecast.chances.back().probability, fine)}}});
  const json x = share_axis("low", "chance by " + shown(say_day(forecast.not_at_all.by)));
  const json counts = {{"field", "counts"},
                       {"type", "nominal"},
                       {"title", nullptr},
                       {"scale", {{"domain", {"in the range", "shown beside it"}}, {"range", {kBar, "#c9c2d1"}}}},
                       {"legend", legend_above(2)}};
  const auto ends = [&](const char* field) {
    return json{{"mark", {{"type", "tick"}, {"thickness", 3}, {"color", kInk}}}, {"encoding", {{"y", row_axis("what")}, {"x", {{"field", field}, {"type", "quantitative"}}}}}};
  };
  const json bars = {{"mark", {{"type", "bar"}, {"height", {{"band", 0.6}}}}},
                     {"encoding", {{"y", row_axis("what")}, {"x", x}, {"x2", {{"field", "high"}}}, {"color", counts}}}};
  const json rule = {{"data", {{"values", stays}}},
                     {"mark", {{"type", "rule"}, {"color", kInk}, {"strokeDash", {4, 3}}}},
                     {"encoding", {{"x", {{"field", "chance"}, {"type", "quantitative"}}}}}};
  return json::array({bars, ends("low"), ends("high"), rule});
}

}  // namespace

Chart when_chart(Telling& telling) {
  const ForecastFinding& forecast = *telling.finding.forecast;
  json specification = base_specification(curve_data(forecast, has_fine_figures(telling)));
  specification["height"] = 280;
  specification["layer"] = when_layers(telling);
  return make_chart("when",
                    "The chance that it has come, by day (C). The shaded band is the range; the bar at the right is the chance that it does not come at all by "
                    "then, so that it and the end of the line make 100 %. Signs: what others say, as they said it; words stand for their number by the last day.",
                    specification, chances_table(telling));
}

Chart moves_chart(Telling& telling) {
  const ForecastFinding& forecast = *telling.finding.forecast;
  json data = moves_data(forecast, has_fine_figures(telling));
  const std::size_t height = height_of(data.size(), 24);
  json specification = base_specification(std::move(data));
  specification["height"] = height;
  specification["layer"] = moves_layers(forecast, has_fine_figures(telling));
  return make_chart("when-moves",
                    "What moves the chance by the last day, most first (C): each bar runs between the two ends of one assumption, the dashed line is the forecast. "
                    "Where bars are short, the answer does not hang on that.",
                    specification, moves_table(telling));
}

}  // namespace modus::brief
