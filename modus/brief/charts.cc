#include "modus/brief/charts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "modus/brief/chart_parts.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;
using nlohmann::json;

/// After Okabe and Ito (2008): apart for the colour-blind and by lightness in print; blue, yellow and red are
/// left out because flags use them most. Shapes differ as well.
constexpr std::array<std::string_view, 6> kShades = {"#1b1b1b", "#CC79A7", "#009E73",
                                                     "#E69F00", "#7f7f7f", "#6a4c93"};
constexpr std::array<std::string_view, 6> kShapes = {"circle",  "square", "triangle-up",
                                                     "diamond", "cross",  "triangle-down"};
/// Of a scale with more steps, this many options are drawn.
constexpr std::size_t kOptionsDrawn = 12;

// Acceptance: a grid of shades with the number in each cell.

json acceptance_row(const std::string& package, const std::string& party, double value) {
  return {{"package", shown(package)},
          {"party", shown(party)},
          {"value", rounded(value)},
          {"text", shown(percent(value))}};
}

json acceptance_data(const Telling& telling) {
  json data = json::array();
  for (const ListedPackage& listed : listed_packages(telling)) {
    data.push_back(acceptance_row(listed.label, "All together", listed.view->joint_acceptance.value));
    for (const PartyIndex party : parties_counted(telling)) {
      const findings::PartyView& view = listed.view->parties[party];
      json cell = acceptance_row(listed.label, telling.name(party), view.asked ? view.acceptance.value : 0);
      if (!view.asked) cell["text"] = "not asked";
      data.push_back(std::move(cell));
    }
  }
  return data;
}

json acceptance_columns() {
  return {
      {"field", "party"},
      {"type", "nominal"},
      {"sort", nullptr},
      {"title", nullptr},
      {"axis",
       {{"orient", "top"}, {"labelAngle", -25}, {"labelLimit", 130}, {"ticks", false}, {"domain", false}}}};
}

json acceptance_layers() {
  const json shade = {
      {"field", "value"},
      {"type", "quantitative"},
      {"legend", nullptr},
      {"scale", {{"domain", {0, 1}}, {"range", {"#ffffff", "#3f2d56"}}, {"interpolate", "rgb"}}}};
  const json ink = {{"condition", {{"test", "datum.value > 0.45"}, {"value", "#ffffff"}}}, {"value", kInk}};
  return json::array({{{"mark", {{"type", "rect"}, {"stroke", "#8a8a8a"}, {"strokeWidth", 0.5}}},
                       {"encoding", {{"color", shade}}}},
                      {{"mark", {{"type", "text"}, {"fontSize", 12}}},
                       {"encoding", {{"text", {{"field", "text"}, {"type", "nominal"}}}, {"color", ink}}}}});
}

// The zone by issue and option: one row an option under the name of its issue.

struct OptionRows {
  json data = json::array(), labels = json::array(), is_issue = json::array();

  void add(const std::string& label, bool issue, const json& value, const std::string& text) {
    data.push_back({{"row", labels.size()}, {"value", value}, {"text", text}});
    labels.push_back(shown(label));
    is_issue.push_back(issue);
  }
};

OptionRows option_rows(const Telling& telling) {
  OptionRows rows;
  const auto& shares = telling.finding.zone.option_shares;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const case_model::Issue& issue = telling.subject.issues[shares[i].issue];
    if (i == 0 || shares[i - 1].issue != shares[i].issue) rows.add(issue.name, true, 0, "");
    const std::size_t stride = (issue.options.size() + kOptionsDrawn - 1) / kOptionsDrawn;
    if (shares[i].option.value % stride != 0) continue;
    rows.add(issue.options[shares[i].option].name, false, rounded(shares[i].in_zone),
             shown(percent(shares[i].in_zone)));
  }
  return rows;
}

json option_axis() {
  json axis = row_axis("row");
  axis["type"] = "ordinal";
  axis["axis"]["labelExpr"] = "labels[datum.value]";
  axis["axis"]["labelFontWeight"] = {{"condition", {{"test", "isIssue[datum.value]"}, {"value", "bold"}}},
                                     {"value", "normal"}};
  return axis;
}

// Gains: a line from the 5th to the 95th percentile with the median on it, one a party.

json gains_data(const Telling& telling) {
  json data = json::array();
  for (const ListedPackage& listed : listed_packages(telling)) {
    for (const PartyIndex party : parties_counted(telling)) {
      const findings::PartyView& view = listed.view->parties[party];
      if (!view.asked) continue;
      data.push_back({{"package", shown(listed.label)},
                      {"party", shown(telling.name(party))},
                      {"median", std::round(view.gain.median)},
                      {"low", std::round(view.gain.low)},
                      {"high", std::round(view.gain.high)}});
    }
  }
  return data;
}

json party_scale(const Telling& telling, const std::array<std::string_view, 6>& signs) {
  json names = json::array(), range = json::array();
  for (const PartyIndex party : parties_counted(telling)) {
    range.push_back(signs[names.size() % signs.size()]);
    names.push_back(shown(telling.name(party)));
  }
  return {{"domain", names}, {"range", range}};
}

json party_channel(const Telling& telling, const std::array<std::string_view, 6>& signs) {
  return {{"field", "party"},
          {"type", "nominal"},
          {"title", nullptr},
          {"scale", party_scale(telling, signs)},
          {"legend", legend_above(3)}};
}

json gains_layers(const Telling& telling) {
  const json point = {{"field", "median"}, {"type", "quantitative"}};
  const json zero = {{"mark", {{"type", "rule"}, {"color", kInk}, {"strokeDash", {4, 3}}}},
                     {"encoding", {{"x", {{"datum", 0}}}}}};
  const json color = party_channel(telling, kShades);
  const json lines = {{"mark", {{"type", "rule"}, {"strokeWidth", 2}}},
                      {"encoding",
                       {{"y", row_axis("package")},
                        {"yOffset", {{"field", "party"}}},
                        {"x", {{"field", "low"}, {"type", "quantitative"}, {"title", "points over no deal"}}},
                        {"x2", {{"field", "high"}}},
                        {"color", color}}}};
  const json points = {{"mark", {{"type", "point"}, {"filled", true}, {"size", 70}, {"opacity", 1}}},
                       {"encoding",
                        {{"y", row_axis("package")},
                         {"yOffset", {{"field", "party"}}},
                         {"x", point},
                         {"color", color},
                         {"shape", party_channel(telling, kShapes)}}}};
  return json::array({zero, lines, points});
}

// The range behind the headline.

json range_data(const Telling& telling) {
  json data = json::array();
  for (const findings::RestsOn& entry : telling.finding.zone.rests_on) {
    if (entry.group != findings::RestsOn::Group::kStage &&
        entry.group != findings::RestsOn::Group::kVariation)
      continue;
    const double value = entry.zone_probability.value;
    data.push_back({{"what", shown(capital(entry.what))},
                    {"value", rounded(value)},
                    {"text", shown(percent(value))},
                    {"counts", entry.in_range ? "in the range" : "shown beside it"}});
  }
  return data;
}

json range_layers(const findings::ZoneFinding& zone) {
  const json ends = json::array({{{"low", rounded(zone.range_low)}, {"high", rounded(zone.range_high)}}});
  const json band = {
      {"data", {{"values", ends}}},
      {"mark", {{"type", "rect"}, {"color", "#e6e1ea"}}},
      {"encoding", {{"x", {{"field", "low"}, {"type", "quantitative"}}}, {"x2", {{"field", "high"}}}}}};
  const json shape = {
      {"field", "counts"},
      {"type", "nominal"},
      {"title", nullptr},
      {"scale", {{"domain", {"in the range", "shown beside it"}}, {"range", {"circle", "cross"}}}},
      {"legend", legend_above(2)}};
  const json points = {
      {"mark", {{"type", "point"}, {"filled", true}, {"size", 80}, {"opacity", 1}, {"color", kInk}}},
      {"encoding",
       {{"y", row_axis("what")}, {"x", share_axis("value", "zone probability")}, {"shape", shape}}}};
  const json texts = {
      {"mark", {{"type", "text"}, {"align", "left"}, {"dx", 8}, {"fontSize", 11}, {"color", kInk}}},
      {"encoding",
       {{"y", row_axis("what")},
        {"x", share_axis("value", "zone probability")},
        {"text", {{"field", "text"}, {"type", "nominal"}}}}}};
  return json::array({band, points, texts});
}

json unblocking_data(const Telling& telling) {
  json data = json::array();
  for (const findings::IssueEffect& effect : telling.finding.blockers.hardest_issues) {
    const double value = effect.unblocking_effect.value;
    data.push_back({{"issue", shown(telling.subject.issues[effect.issue].name)},
                    {"value", std::round(value * 20) / 20},
                    {"text", shown(difference(value))}});
  }
  return data;
}

}  // namespace

Chart acceptance_chart(Telling& telling) {
  json specification = base_specification(acceptance_data(telling));
  specification["height"] = height_of(listed_packages(telling).size(), 26);
  specification["encoding"] = {{"x", acceptance_columns()}, {"y", row_axis("package")}};
  specification["padding"] = {
      {"left", 5}, {"top", 5}, {"right", 25}, {"bottom", 5}};  // for the last slanted name
  specification["layer"] = acceptance_layers();
  return make_chart("acceptance",
                    "Acceptance by package and party (C). Each cell is the share of scenarios in which the "
                    "party accepts the "
                    "package; the darker, the larger. The first column is the share in which all accept in "
                    "the same scenario, "
                    "which is never more than the smallest in its row.",
                    specification, acceptance_table(telling));
}

Chart options_chart(Telling& telling) {
  OptionRows rows = option_rows(telling);
  const std::size_t height = height_of(rows.data.size(), 19);
  json specification = base_specification(std::move(rows.data));
  specification["height"] = height;
  specification["params"] = json::array(
      {{{"name", "labels"}, {"value", rows.labels}}, {{"name", "isIssue"}, {"value", rows.is_issue}}});
  specification["encoding"] = {{"x", share_axis("value", "share of the scenarios that have a zone")},
                               {"y", option_axis()}};
  specification["layer"] = bar_layers();
  return make_chart(
      "options",
      "The zone by issue and option (C). Of the scenarios that have a zone: in how many does some package of "
      "the zone "
      "have this option? Where one bar of an issue stands high above the rest, the zone leaves little choice "
      "there. Of long scales only every few steps are drawn.",
      specification, options_table(telling));
}

Chart unblocking_chart(Telling& telling) {
  json specification = base_specification(unblocking_data(telling));
  specification["height"] = height_of(telling.finding.blockers.hardest_issues.size(), 24);
  specification["encoding"] = {{"x",
                                {{"field", "value"},
                                 {"type", "quantitative"},
                                 {"title", "rise in zone probability"},
                                 {"scale", {{"domainMin", 0}, {"domainMax", 1}}},
                                 {"axis", {{"format", ".0%"}, {"tickCount", 5}}}}},
                               {"y", row_axis("issue")}};
  specification["layer"] = bar_layers();
  return make_chart("unblocking",
                    "Unblocking effect by issue, hardest first (C): how far the zone probability would rise "
                    "if limits on the issue "
                    "fell away and everyone had its best there.",
                    specification, issue_effects_table(telling));
}

Chart gains_chart(Telling& telling) {
  json specification = base_specification(gains_data(telling));
  const std::size_t parties = parties_counted(telling).size();
  specification["height"] = height_of(listed_packages(telling).size(), 12 * parties + 12);
  specification["layer"] = gains_layers(telling);
  return make_chart("gains",
                    "What each listed package gains each party over no deal, in points (C). The sign is the "
                    "median, the line runs "
                    "from the 5th to the 95th percentile. A line that crosses zero means that nobody can be "
                    "sure the party gains. "
                    "Points do not compare parties.",
                    specification, gains_table(telling));
}

Chart range_chart(Telling& telling) {
  json data = range_data(telling);
  const std::size_t height = height_of(data.size(), 21);
  json specification = base_specification(std::move(data));
  specification["height"] = height;
  specification["layer"] = range_layers(telling.finding.zone);
  return make_chart("range",
                    "The range the headline rests on: the zone probability under each assumption (C). The "
                    "shaded band is the range; the "
                    "wider it is, the less one number means.",
                    specification, range_table(telling));
}

}  // namespace modus::brief
