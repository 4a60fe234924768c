#include "modus/formats/json_frontier.h"

#include "modus/formats/json_values.h"

namespace modus::formats {
namespace {

using findings::FrontierFinding;

/// Figures of a frontier are exact on their grid: all their digits are shown.
Json exact(double value) { return value == 0 ? 0.0 : value; }

Json utilities_json(const FrontierFinding& frontier, const findings::FrontierPoint& point) {
  Json object = Json::object();
  for (std::size_t p = 0; p < frontier.parties.size(); ++p) object[frontier.parties[p].id] = exact(point.utilities[p]);
  return object;
}

Json package_json(const FrontierFinding& frontier, const findings::FrontierPoint& point) {
  Json object = Json::object();
  for (std::size_t n = 0; n < frontier.issues.size(); ++n) object[frontier.issues[n].id] = frontier.issues[n].options[point.package[n]];
  return object;
}

Json solution_json(const FrontierFinding& frontier, const std::optional<findings::BargainingPoint>& solution) {
  if (!solution) return nullptr;
  const findings::FrontierPoint& point = frontier.points[solution->point];
  return {{"utilities", utilities_json(frontier, point)}, {"package", package_json(frontier, point)}, {"ties", solution->ties}};
}

Json parties_json(const FrontierFinding& frontier) {
  Json list = Json::array();
  for (const findings::FrontierParty& party : frontier.parties) {
    list.push_back({{"id", party.id}, {"name", party.name}, {"no_deal", exact(party.no_deal)}, {"no_deal_known", party.no_deal_known}, {"ideal", exact(party.ideal)}});
  }
  return list;
}

Json frontier_json(const FrontierFinding& frontier) {
  Json points = Json::array();
  for (const findings::FrontierPoint& point : frontier.points) {
    points.push_back({{"utilities", utilities_json(frontier, point)}, {"package", package_json(frontier, point)}, {"packages", point.packages}});
  }
  Json result = {{"parties", parties_json(frontier)}, {"points", std::move(points)}};
  result["solutions"] = {{"nash", solution_json(frontier, frontier.nash)},
                         {"kalai_smorodinsky", solution_json(frontier, frontier.kalai_smorodinsky)},
                         {"egalitarian", solution_json(frontier, frontier.egalitarian)},
                         {"leximin", solution_json(frontier, frontier.leximin)},
                         {"utilitarian", solution_json(frontier, frontier.utilitarian)}};
  result["opposition"] = frontier.opposition ? number(*frontier.opposition) : Json();
  result["reach_no_deal"] = frontier.reach_no_deal;
  result["package_count"] = frontier.package_count;
  result["acceptable_count"] = frontier.acceptable_count ? Json(*frontier.acceptable_count) : Json();
  result["acceptable_share"] = frontier.acceptable_share ? Json(*frontier.acceptable_share) : Json();
  result["width"] = frontier.width;
  return result;
}

}  // namespace

std::string write_frontier_json(const case_model::Case& subject, const findings::BriefFinding& brief, const FrontierFinding& frontier) {
  return envelope(subject, brief, "frontier", frontier.verdict, frontier_json(frontier));
}

std::string write_frontier_json(std::string_view version, const std::string& sha256, const FrontierFinding& frontier, const std::vector<std::string>& notes) {
  Json object = {{"modus", version}, {"verb", "frontier"}, {"case", {{"title", frontier.title}, {"as_of", nullptr}, {"sha256", sha256}}}};
  object["seed"] = nullptr;
  object["scenarios"] = nullptr;
  object["verdict"] = word_of_verdict(frontier.verdict);
  object["result"] = frontier_json(frontier);
  object["result"]["notes"] = notes;
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace modus::formats
