// What blocks it, how statements and the sampler fared.
#include "modus/formats/json_values.h"

namespace modus::formats {
namespace {

using findings::BlockersFinding;
using findings::StickingPoint;

Json points_json(const Told& told, const BlockersFinding& blockers, const std::vector<std::size_t>& points) {
  Json list = Json::array();
  for (const std::size_t point : points)
    list.push_back(sticking_point_json(told, blockers.sticking_points[point]));
  return list;
}

Json sets_json(const Told& told, const BlockersFinding& blockers,
               const std::vector<findings::StickingSet>& sets) {
  Json list = Json::array();
  for (const findings::StickingSet& set : sets) {
    list.push_back(
        {{"sticking_points", points_json(told, blockers, set.points)}, {"frequency", number(set.frequency)}});
  }
  return list;
}

Json effect_of_point(const Told& told, const StickingPoint& point) {
  Json object = sticking_point_json(told, point);
  const bool limit = point.kind == StickingPoint::Kind::kLimit;
  object["kind"] = limit ? "limit" : "no_deal";
  object["statements"] = Json::array();
  if (limit) {
    for (const auto statement : told.standing.limits[point.limit.value].statements) {
      object["statements"].push_back(statement_id(told, statement));
    }
  }
  object["probability"] = number(point.probability);
  put_share(object, "unblocking_effect", point.unblocking_effect);
  return object;
}

Json effect_of_pair(const Told& told, const BlockersFinding& blockers, const findings::PairEffect& pair) {
  Json object = {{"sticking_points", points_json(told, blockers, {pair.first, pair.second})}};
  put_share(object, "unblocking_effect", pair.unblocking_effect);
  object["only_together"] = number(pair.only_together);
  return object;
}

Json effect_of_issue(const Told& told, const findings::IssueEffect& effect) {
  Json object = {{"issue", issue_id(told, effect.issue)}};
  put_share(object, "unblocking_effect", effect.unblocking_effect);
  object["silent"] = party_ids(told, effect.silent);
  return object;
}

Json moves_json(const Told& told, const std::vector<findings::LeastMoves>& all) {
  Json list = Json::array();
  for (const findings::LeastMoves& least : all) {
    Json moves = Json::array();
    for (const findings::Move& move : least.moves) {
      moves.push_back({{"party", party_id(told, move.party)},
                       {"points", number(move.points)},
                       {"limits_given_up", limits_json(told, move.limits_given_up)}});
    }
    list.push_back({{"package", package_json(told, least.package)},
                    {"moves", moves},
                    {"total", number(least.total)},
                    {"largest", number(least.largest)}});
  }
  return list;
}

}  // namespace

Json blockers_json(const Told& told, const BlockersFinding& blockers) {
  Json object = {{"nominal_has_zone", blockers.nominal_has_zone},
                 {"incompatible", sets_json(told, blockers, blockers.incompatible)},
                 {"openings", sets_json(told, blockers, blockers.openings)},
                 {"frequent_openings", sets_json(told, blockers, blockers.frequent_openings)},
                 {"capped", blockers.capped},
                 {"confirmed", blockers.confirmed}};
  for (const char* key : {"sticking_points", "pairs", "hardest_issues"}) object[key] = Json::array();
  for (const StickingPoint& point : blockers.sticking_points)
    object["sticking_points"].push_back(effect_of_point(told, point));
  for (const findings::PairEffect& pair : blockers.pairs)
    object["pairs"].push_back(effect_of_pair(told, blockers, pair));
  for (const findings::IssueEffect& effect : blockers.hardest_issues)
    object["hardest_issues"].push_back(effect_of_issue(told, effect));
  object["least_moves"] = {{"points_per_limit", number(BlockersFinding::kPointsPerLimit)},
                           {"cheapest", moves_json(told, blockers.cheapest)},
                           {"balanced", moves_json(told, blockers.balanced)}};
  put_share(object, "stalling", blockers.stalling);
  return object;
}

Json statements_json(const Told& told, const std::vector<findings::StatementFinding>& statements) {
  Json list = Json::array();
  for (const findings::StatementFinding& finding : statements) {
    list.push_back({{"id", statement_id(told, finding.statement)},
                    {"said", number(finding.said)},
                    {"meant_entered", number(finding.meant_entered)},
                    {"meant_after", finding.meant_after ? number(*finding.meant_after) : Json()},
                    {"counted", finding.counted}});
  }
  return list;
}

Json sampling_json(const findings::SamplingReport& sampling) {
  Json watched = Json::array();
  for (const findings::WatchedQuantity& quantity : sampling.watched) {
    watched.push_back({{"what", quantity.what},
                       {"split_rhat", number(quantity.split_rhat)},
                       {"effective_size", number(quantity.effective_size)},
                       {"constant", quantity.constant},
                       {"passes", quantity.passes()}});
  }
  return {{"chains", sampling.chains},
          {"sweeps_between_draws", sampling.sweeps_between_draws},
          {"draws", sampling.draws},
          {"mixed", sampling.mixed()},
          {"watched", watched}};
}

}  // namespace modus::formats
