#include "modus/brief/tell_frontier.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "modus/base/number.h"
#include "modus/base/text.h"
#include "modus/brief/chart_parts.h"
#include "modus/brief/telling.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::FrontierFinding;
using findings::FrontierPoint;
using nlohmann::json;

constexpr std::size_t kRowsShown = 30;

/// On the file's own scale: as many places as tell utilities apart to about one in a thousand.
int places_of(const FrontierFinding& frontier) {
  double widest = 0;
  for (const findings::FrontierParty& party : frontier.parties) widest = std::max(widest, std::abs(party.ideal));
  int places = 1;
  while (places < 6 && widest > 0 && widest * std::pow(10, places) < 1000) ++places;
  return places;
}

std::string figure(const FrontierFinding& frontier, double value) { return base::write_fixed(value, places_of(frontier)); }

std::string say_package(const FrontierFinding& frontier, const FrontierPoint& point) {
  std::vector<std::string> terms;
  for (std::size_t n = 0; n < frontier.issues.size(); ++n) {
    terms.push_back(frontier.issues[n].name + ": " + frontier.issues[n].option_names[point.package[n]]);
  }
  std::string text;
  for (const std::string& term : terms) text += (text.empty() ? "" : "; ") + term;
  return text;
}

struct Named {
  const char* name;
  const char* stands_for;
  std::optional<findings::BargainingPoint> FrontierFinding::*point;
};
constexpr std::array<Named, 5> kSolutions = {{
    {"Nash", "the greatest product of gains over no deal: the scale of each party's utility does not matter (Nash 1950)", &FrontierFinding::nash},
    {"Kalai-Smorodinsky", "equal shares of the most each could gain, as nearly as packages allow (Kalai and Smorodinsky 1975)", &FrontierFinding::kalai_smorodinsky},
    {"Egalitarian", "the greatest least gain; the scales are compared as they are (Kalai 1977)", &FrontierFinding::egalitarian},
    {"Leximin", "the greatest least gain, then the next, and so on", &FrontierFinding::leximin},
    {"Utilitarian", "the greatest sum; the scales are compared as they are", &FrontierFinding::utilitarian},
}};

Table solutions_table(const FrontierFinding& frontier) {
  Table table{"Points the field knows, and what each stands for", {{"point"}}, {}};
  for (const findings::FrontierParty& party : frontier.parties) table.columns.push_back({party.name, true});
  table.columns.push_back({"also reached by", true});
  table.columns.push_back({"stands for"});
  table.columns.push_back({"package"});
  for (const Named& solution : kSolutions) {
    const auto& found = frontier.*solution.point;
    if (!found) continue;
    const FrontierPoint& point = frontier.points[found->point];
    std::vector<Text> row = {{Sentence(solution.name)}};
    for (const double utility : point.utilities) row.push_back({Sentence(figure(frontier, utility))});
    row.push_back({Sentence(std::to_string(found->ties))});
    row.push_back({Sentence(solution.stands_for)});
    row.push_back({Sentence(say_package(frontier, point))});
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table points_table(const FrontierFinding& frontier) {
  const std::size_t shown = std::min(kRowsShown, frontier.points.size());
  Table table{shown == frontier.points.size() ? "The frontier" : fmt::format("The frontier: {} of {} points, evenly spaced; all are in the JSON answer", shown, frontier.points.size()), {}, {}};
  for (const findings::FrontierParty& party : frontier.parties) table.columns.push_back({party.name, true});
  table.columns.push_back({"packages", true});
  table.columns.push_back({"package"});
  for (std::size_t n = 0; n < shown; ++n) {
    const std::size_t at = shown < 2 ? 0 : n * (frontier.points.size() - 1) / (shown - 1);
    const FrontierPoint& point = frontier.points[at];
    std::vector<Text> row;
    for (const double utility : point.utilities) row.push_back({Sentence(figure(frontier, utility))});
    row.push_back({Sentence(std::to_string(point.packages))});
    row.push_back({Sentence(say_package(frontier, point))});
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Two parties: the frontier, no deal, and the points.
Block points_block(const FrontierFinding& frontier) {
  Table table = points_table(frontier);
  if (frontier.parties.size() != 2 || frontier.points.empty()) return table;
  json rows = json::array();
  for (const FrontierPoint& point : frontier.points) rows.push_back({{"x", point.utilities[0]}, {"y", point.utilities[1]}, {"what", "frontier"}});
  json marks = json::array();
  marks.push_back({{"x", frontier.parties[0].no_deal}, {"y", frontier.parties[1].no_deal}, {"what", "no deal"}});
  for (const Named& solution : kSolutions) {
    const auto& found = frontier.*solution.point;
    if (found) marks.push_back({{"x", frontier.points[found->point].utilities[0]}, {"y", frontier.points[found->point].utilities[1]}, {"what", solution.name}});
  }
  const auto axis = [&](const char* field, std::size_t party) {
    return json{{"field", field}, {"type", "quantitative"}, {"title", shown(frontier.parties[party].name)}, {"scale", {{"zero", false}}}};
  };
  json specification = base_specification(json::object());
  specification.erase("data");
  specification["height"] = 300;
  specification["layer"] = {
      {{"data", {{"values", rows}}}, {"mark", {{"type", "point"}, {"filled", true}, {"size", 18}, {"color", kBar}}}, {"encoding", {{"x", axis("x", 0)}, {"y", axis("y", 1)}}}},
      {{"data", {{"values", marks}}}, {"mark", {{"type", "point"}, {"size", 90}, {"color", kInk}}},
       {"encoding", {{"x", axis("x", 0)}, {"y", axis("y", 1)}, {"shape", {{"field", "what"}, {"type", "nominal"}, {"title", nullptr}, {"legend", legend_above(3)}}}}}}};
  return make_chart("frontier-chart", fmt::format("What {} gets against what {} gets: each dot is the best the one can have for what the other has.", frontier.parties[0].name, frontier.parties[1].name),
                    specification, std::move(table));
}

Sentence say_counts(const FrontierFinding& frontier) {
  std::string text = fmt::format("{} of the {} package{} that meet the rules {} on the frontier", frontier.points.size(), frontier.package_count, frontier.package_count == "1" ? "" : "s", frontier.points.size() == 1 ? "is" : "are");
  if (frontier.reach_no_deal) text += ", among those worth at least no deal to everybody";
  text += frontier.acceptable_count ? fmt::format("; {} are worth no deal to everybody.", *frontier.acceptable_count) : "; those worth no deal to everybody are too many to count exactly.";
  return Sentence(text).mark(Mark::kComputed);
}

Text say_no_deal(const FrontierFinding& frontier) {
  Text text;
  for (const findings::FrontierParty& party : frontier.parties) {
    text.push_back(Sentence(fmt::format("{}: no deal is worth {}{}, the most on the frontier {}.", party.name, figure(frontier, party.no_deal),
                                        party.no_deal_known ? "" : " (nobody says; its least utility stands in)", figure(frontier, party.ideal))));
  }
  return text;
}

}  // namespace

Blocks frontier_blocks(const FrontierFinding& frontier) {
  Blocks blocks = {heading(2, "frontier", "The frontier")};
  if (frontier.points.empty()) {
    blocks.push_back(paragraph(Sentence("No package is worth no deal to everybody, so there is none.").mark(Mark::kComputed)));
    return blocks;
  }
  Text opening = {Sentence("Each point below cannot be bettered for one party without taking from another.")};
  opening.push_back(say_counts(frontier));
  if (frontier.opposition) {
    opening.push_back(Sentence(fmt::format("Opposition {}: 0 where one package gives everybody the most.", base::write_fixed(*frontier.opposition, 2))).mark(Mark::kComputed));
  }
  blocks.push_back(Paragraph{std::move(opening)});
  blocks.push_back(Paragraph{say_no_deal(frontier)});
  blocks.push_back(solutions_table(frontier));
  blocks.push_back(paragraph(Sentence("They follow from different ideas of what is fair; none is advice.")));
  blocks.push_back(points_block(frontier));
  return blocks;
}

Document tell_frontier(const FrontierFinding& frontier, const std::vector<std::string>& notes) {
  Document document{"Frontier: " + frontier.title, frontier_blocks(frontier), {}};
  Text how = {Sentence(fmt::format("Exact: issues were summed out one by one, {} at most in one table.", frontier.width))};
  for (const std::string& note : notes) how.emplace_back(note);
  document.blocks.push_back(heading(2, "how", "How it was worked out"));
  document.blocks.push_back(Paragraph{std::move(how)});
  return document;
}

}  // namespace modus::brief
