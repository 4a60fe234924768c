// What was observed of a class, and the curves through it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "modus/brief/chart_parts.h"
#include "modus/brief/tell_rates.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::ClassRates;
using findings::CureCurve;
using findings::ObservedChance;
using nlohmann::json;

/// At most `most` of them, evenly, the last among them.
std::vector<ObservedChance> some_of(const std::vector<ObservedChance>& all, std::size_t most) {
  if (all.size() <= most) return all;
  std::vector<ObservedChance> some;
  for (std::size_t number = 1; number <= most; ++number) some.push_back(all[number * all.size() / most - 1]);
  return some;
}

json observed_data(const ClassRates& rates) {
  json data = json::array();
  for (const ObservedChance& step : some_of(rates.reference.observed, 200)) {
    data.push_back({{"days", step.days}, {"chance", rounded(step.chance)}, {"low", rounded(step.low)}, {"high", rounded(step.high)}});
  }
  return data;
}

std::string name_of(const CureCurve& curve) { return curve.tail == CureCurve::Tail::kWeibull ? "Weibull curve" : "lognormal curve"; }

json curves_data(const ClassRates& rates) {
  json data = json::array();
  for (const auto& [days, chances] : rates.drawn) {
    for (std::size_t curve = 0; curve < chances.size(); ++curve) {
      data.push_back({{"days", std::round(days * 10) / 10}, {"chance", std::round(chances[curve] * 1000) / 1000}, {"curve", name_of(rates.reference.curves[curve])}});
    }
  }
  return data;
}

json days_axis() {
  return {{"field", "days"},
          {"type", "quantitative"},
          {"title", "days since the start of the clock"},
          {"scale", {{"type", "log"}, {"nice", false}}},
          {"axis", {{"values", {1, 3, 7, 30, 90, 365, 730, 1825, 3652}}, {"grid", false}}}};
}

json layers(const ClassRates& rates) {
  const json chance = share_axis("chance", "chance that it has come");
  const json bars = {{"mark", {{"type", "rule"}, {"strokeWidth", 2}, {"color", "#b5a9c0"}}},
                     {"encoding", {{"x", days_axis()}, {"y", share_axis("low", "chance that it has come")}, {"y2", {{"field", "high"}}}}}};
  const json points = {{"mark", {{"type", "point"}, {"filled", true}, {"size", 45}, {"color", kInk}, {"opacity", 1}}},
                       {"encoding", {{"x", days_axis()}, {"y", chance}}}};
  const json dash = {{"field", "curve"}, {"type", "nominal"}, {"title", nullptr}, {"legend", legend_above(2)}};
  const json curves = {{"data", {{"values", curves_data(rates)}}},
                       {"mark", {{"type", "line"}, {"color", kBar}, {"strokeWidth", 2}}},
                       {"encoding", {{"x", days_axis()}, {"y", chance}, {"strokeDash", dash}}}};
  return json::array({bars, points, curves});
}

Table observed_table(const ClassRates& rates) {
  constexpr std::size_t kRows = 12;
  const bool some = rates.reference.observed.size() > kRows;
  Table table{some ? "Some days of the observed curve; low and high are its 90 % interval." : "As observed; low and high are the 90 % interval of the count.",
              {{"By day", true}, {"Chance", true}, {"Low", true}, {"High", true}},
              {}};
  for (const ObservedChance& step : some_of(rates.reference.observed, kRows)) {
    table.rows.push_back({{Sentence(fmt::format("{:g}", std::round(step.days * 10) / 10))},
                          {Sentence(percent(step.chance))},
                          {Sentence(percent(step.low))},
                          {Sentence(percent(step.high))}});
  }
  return table;
}

}  // namespace

Chart rates_chart(const ClassRates& rates) {
  json specification = base_specification(observed_data(rates));
  specification["height"] = 280;
  specification["layer"] = layers(rates);
  return make_chart("rates",
                    "The chance that the event has come, by day (C): points are what was observed, with the 90 % interval; lines are the "
                    "fitted curves. Beyond the last point they are a guess.",
                    specification, observed_table(rates));
}

}  // namespace modus::brief
