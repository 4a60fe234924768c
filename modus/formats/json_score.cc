// How good the forecasts of a log were.
#include "modus/formats/json_values.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using findings::ReliabilityBin;
using findings::ScoreCard;
using findings::ScoreFinding;

Json number_or_null(const std::optional<double>& value) { return value ? number(*value) : Json(); }

Json card_json(const ScoreCard& card) {
  if (card.forecasts == 0) return {};
  return {{"who", card.who},
          {"forecasts", card.forecasts},
          {"brier", number(card.brier)},
          {"logarithmic", number(card.logarithmic)},
          {"ranked", number(card.ranked)},
          {"crps", number(card.crps)},
          {"skill", number_or_null(card.skill)},
          {"skill_low", number_or_null(card.skill_low)},
          {"skill_high", number_or_null(card.skill_high)},
          {"compared", card.compared},
          {"events", card.events}};
}

void put_cards(Json& result, const std::vector<ScoreCard>& cards) {
  result["ours"] = cards.empty() ? Json() : card_json(cards[0]);
  result["base_rate"] = cards.empty() ? Json() : card_json(cards[1]);
  result["sources"] = Json::array();
  for (std::size_t i = 2; i < cards.size(); ++i) result["sources"].push_back(card_json(cards[i]));
}

Json reliability_json(const std::vector<ReliabilityBin>& bins) {
  Json list = Json::array();
  for (const ReliabilityBin& bin : bins) {
    list.push_back({{"low", number(bin.low)},
                    {"high", number(bin.high)},
                    {"count", bin.count},
                    {"mean_chance", number(bin.mean_chance)},
                    {"share_came", number(bin.share_came)},
                    {"came_low", number(bin.came_low)},
                    {"came_high", number(bin.came_high)}});
  }
  return list;
}

}  // namespace

std::string write_score_json(const ScoreFinding& finding) {
  Json object = {{"modus", finding.version}, {"verb", "score"}, {"verdict", word_of_verdict(findings::Verdict::kSampled)}};
  Json& result = object["result"];
  result = {{"log", finding.log},   {"seal", finding.seal},         {"as_of", write_day(finding.as_of)}, {"logged", finding.logged}, {"resolved", finding.resolved},
            {"open", finding.open}, {"overdue", finding.overdue}, {"late", finding.late}, {"events", finding.events}};
  put_cards(result, finding.cards);
  result["reliability"] = reliability_json(finding.reliability);
  result["recalibration"] = number_or_null(finding.recalibration);
  result["least_to_recalibrate"] = ScoreFinding::kLeastToRecalibrate;
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace modus::formats
