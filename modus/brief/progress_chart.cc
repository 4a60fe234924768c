// How near a deal would have been judged to be, by date: chart and table.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "modus/base/text.h"
#include "modus/brief/chart_parts.h"
#include "modus/brief/progress_words.h"
#include "modus/brief/words.h"
#include "modus/case_model/likelihood.h"

namespace modus::brief {
namespace {

using findings::ProgressDate;
using nlohmann::json;

constexpr double kLeastTold = 0.05;  ///< what is less prints as "under 5 percentage points"

/// The statement that moved it most, if any did.
const findings::StatementMove* greatest_told(const ProgressDate& date) {
  const auto told = std::ranges::find_if(date.moved_by, is_told);
  return told == date.moved_by.end() ? nullptr : &*told;
}

json date_data(const Telling& telling) {
  json data = json::array();
  for (const ProgressDate& date : telling.finding.progress->dates) {
    const findings::StatementMove* greatest = greatest_told(date);
    data.push_back({{"date", shown(say_day(date.day))},
                    {"zone", rounded(date.zone_probability.value)},
                    {"low", rounded(date.low)},
                    {"high", rounded(date.high)},
                    {"moved", greatest != nullptr ? "a statement moved it" : "nothing said moved it"},
                    {"by", greatest != nullptr ? shown(telling.subject.statements[greatest->statement].id) : ""}});
  }
  return data;
}

json date_axis() {
  return {{"field", "date"}, {"type", "ordinal"}, {"sort", nullptr}, {"title", nullptr}, {"axis", {{"labelAngle", -40}, {"labelOverlap", true}}}};
}

json date_layers() {
  const json zone = share_axis("zone", "zone probability");
  const json shape = {{"field", "moved"},
                      {"type", "nominal"},
                      {"title", nullptr},
                      {"scale", {{"domain", {"a statement moved it", "nothing said moved it"}}, {"range", {"diamond", "circle"}}}},
                      {"legend", legend_above(2)}};
  const json band = {{"mark", {{"type", "area"}, {"color", "#e6e1ea"}}},
                     {"encoding", {{"y", share_axis("low", "zone probability")}, {"y2", {{"field", "high"}}}}}};
  const json line = {{"mark", {{"type", "line"}, {"color", kBar}, {"strokeWidth", 2}}}, {"encoding", {{"y", zone}}}};
  const json points = {{"mark", {{"type", "point"}, {"filled", true}, {"size", 90}, {"opacity", 1}, {"color", kInk}}},
                       {"encoding", {{"y", zone}, {"shape", shape}}}};
  const json names = {{"mark",
                       {{"type", "text"}, {"align", "left"}, {"dx", 7}, {"dy", -7}, {"fontSize", 11}, {"color", kInk}, {"limit", 110}}},
                      {"encoding", {{"y", zone}, {"text", {{"field", "by"}, {"type", "nominal"}}}}}};
  return json::array({band, line, points, names});
}

Text say_level(const ProgressDate& date) {
  if (is_too_wide(date)) return {Sentence(chance_range(date.low, date.high))};
  return {Sentence(chance(date.zone_probability.value)), Sentence("range " + chance_range(date.low, date.high))};
}

Text say_moves(Telling& telling, const ProgressDate& date) {
  Text told;
  for (const findings::StatementMove& move : date.moved_by) {
    if (!is_told(move)) continue;
    Sentence sentence(telling.subject.statements[move.statement].id + (move.change > 0 ? ": up " : ": down ") + bare_difference(std::abs(move.change)));
    told.push_back(sentence.cite(telling.cites.number_of(move.statement)));
  }
  const std::size_t others = date.moved_by.size() - told.size();
  if (told.empty()) return {Sentence(others == 0 ? "nothing" : others == 1 ? "1 statement, no move" : std::to_string(others) + " statements, no move")};
  if (others > 0) told.emplace_back("and " + std::to_string(others) + " more");
  return told;
}

std::string say_hardest(const Telling& telling, const ProgressDate& date) {
  std::vector<std::string> names;
  for (const case_model::IssueIndex issue : date.hardest_issues) names.push_back(telling.subject.issues[issue].name);
  return names.empty() ? "none stands out" : base::join_words(names);
}

}  // namespace

bool is_told(const findings::StatementMove& move) {
  return findings::Movement{move.change, move.standard_error}.is_told() && std::abs(move.change) >= kLeastTold;
}

std::string say_moved(const findings::StatementMove& move) {
  return (move.change > 0 ? "up " : "down ") + difference(std::abs(move.change));
}

bool is_too_wide(const ProgressDate& date) { return case_model::words_spanned(rounded(date.low), rounded(date.high)) > 2; }

Table progress_table(Telling& telling) {
  Table table{"The case at the end of each day, by what had been said until then (C). Moved by: how far a statement of that day moved the zone "
              "probability by itself, in percentage points, where that is 5 or more and beyond sampling error.",
              {{"Day"}, {"Zone probability"}, {"Best package"}, {"Hardest issues"}, {"Moved by"}},
              {}};
  for (const ProgressDate& date : telling.finding.progress->dates) {
    table.rows.push_back({{Sentence(say_day(date.day))},
                          say_level(date),
                          {Sentence(chance(date.best_joint_acceptance))},
                          {Sentence(say_hardest(telling, date))},
                          say_moves(telling, date)});
  }
  return table;
}

Chart progress_chart(Telling& telling) {
  json specification = base_specification(date_data(telling));
  specification["height"] = 260;
  specification["encoding"] = {{"x", date_axis()}};
  specification["layer"] = date_layers();
  return make_chart("progress",
                    "Zone probability by what had been said by each day (C). The band is what sampling and the assumptions leave open. A diamond "
                    "marks a day on which a statement moved it, with the name of the one that moved it most. Days stand side by side, "
                    "however far apart they are.",
                    specification, progress_table(telling));
}

}  // namespace modus::brief
