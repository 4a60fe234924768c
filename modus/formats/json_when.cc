// When a deal might come, or not at all.
#include "modus/formats/json_values.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using findings::BaseRate;
using findings::ChanceBy;
using findings::ForecastFinding;
using findings::SourceForecast;
using findings::TimingRates;

std::string_view word_of(BaseRate::Kind kind) {
  switch (kind) {
    case BaseRate::Kind::kNone: break;
    case BaseRate::Kind::kClass: return "class";
    case BaseRate::Kind::kDurations: return "durations";
    case BaseRate::Kind::kJudged: return "judged";
  }
  return "none";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json chance_json(const ChanceBy& chance) {
  return {{"days", chance.days},
          {"by", write_day(chance.by)},
          {"probability", number(chance.probability)},
          {"low", number(chance.low)},
          {"high", number(chance.high)}};
}

Json chances_json(const std::vector<ChanceBy>& chances) {
  Json list = Json::array();
  for (const ChanceBy& chance : chances) list.push_back(chance_json(chance));
  return list;
}

Json numbers_json(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(number(value));
  return list;
}

Json base_rate_json(const BaseRate& base) {
  if (base.kind == BaseRate::Kind::kNone) return {};
  return {{"kind", word_of(base.kind)},
          {"class", reference_class_json(base.reference)},
          {"sha256", text_or_null(base.sha256)},
          {"since", write_day(base.since)},
          {"elapsed_days", number(base.elapsed_days)},
          {"chances", chances_json(base.chances)},
          {"not_at_all", number(base.not_at_all)},
          {"never", number(base.never)}};
}

Json source_json(const ForecastFinding& finding, const SourceForecast& source) {
  Json chances = Json::array();
  for (const auto& [days, chance] : source.chances)
    chances.push_back({{"days", days}, {"by", write_day(finding.as_of + std::chrono::days(days))}, {"probability", number(chance)}});
  return {{"assessment", source.assessment},
          {"by", source.by},
          {"speaker", text_or_null(source.speaker)},
          {"word", text_or_null(source.word)},
          {"quote", text_or_null(source.quote)},
          {"on", source.on ? Json(write_day(*source.on)) : Json()},
          {"chances", chances},
          {"origin", source.origin}};
}

Json pooled_json(const std::optional<findings::PooledForecast>& pooled) {
  if (!pooled) return {};
  Json chances = Json::array();
  for (const auto& chance : pooled->chances) chances.push_back(chance ? number(*chance) : Json());
  return {{"chances", chances}, {"origins", pooled->origins}, {"extremised", number(pooled->extremised)}};
}

Json move_json(const findings::ForecastMove& move) {
  return {{"key", move.key},         {"what", move.what},
          {"low_is", move.low_is},   {"high_is", move.high_is},
          {"low", numbers_json(move.low)}, {"high", numbers_json(move.high)},
          {"in_range", move.in_range}};
}

Json rate_json(const TimingRates::Rate& rate) {
  return {{"low", number(rate.low)}, {"high", number(rate.high)}, {"assumed", rate.assumed}, {"from", rate.from}};
}

Json rates_json(const Told& told, const TimingRates& rates) {
  Json object = {{"rounds", rate_json(rates.rounds)},
                 {"collapse", rate_json(rates.collapse)},
                 {"prevails", rate_json(rates.prevails)},
                 {"stalling_ends", rate_json(rates.stalling_ends)},
                 {"impatience", Json::object()}};
  for (const case_model::PartyIndex party : rates.impatience.indices()) {
    if (told.drawn(party)) object["impatience"][told.subject.parties[party].id] = rate_json(rates.impatience[party]);
  }
  return object;
}

Json weekly_json(const ForecastFinding& finding) {
  Json list = Json::array();
  for (std::size_t week = 0; week < finding.weekly.size(); ++week) {
    Json one = chance_json(finding.weekly[week]);
    const findings::SimulatedWeek& ended = finding.simulated[week];
    one["simulated"] = {{"deal", number(ended.deal)}, {"collapse", number(ended.collapse)}, {"prevails", number(ended.prevails)}};
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

Json forecast_json(const Told& told, const ForecastFinding& finding) {
  Json object = {{"event", finding.event},
                 {"as_of", write_day(finding.as_of)},
                 {"horizon_days", finding.horizon_days},
                 {"chances", chances_json(finding.chances)},
                 {"not_at_all", number(finding.not_at_all.probability)},
                 {"not_at_all_range", {{"low", number(finding.not_at_all.low)}, {"high", number(finding.not_at_all.high)}}},
                 {"base_rate", base_rate_json(finding.base_rate)}};
  object["sources"] = Json::array();
  for (const SourceForecast& source : finding.sources) object["sources"].push_back(source_json(finding, source));
  object["pooled"] = pooled_json(finding.pooled);
  object["weight"] = number(finding.weight);
  object["simulated"] = {{"chances", numbers_json(finding.simulated_chances)},
                         {"zone_now", number(finding.zone_now)},
                         {"zone_at_horizon", number(finding.zone_at_horizon)},
                         {"paths", finding.paths}};
  object["moves"] = Json::array();
  for (const findings::ForecastMove& move : finding.moves) object["moves"].push_back(move_json(move));
  object["rates"] = rates_json(told, finding.rates);
  object["weekly"] = weekly_json(finding);
  return object;
}

std::string write_when_json(const case_model::Case& subject, const findings::BriefFinding& brief) {
  const Told told(subject);
  Json result = forecast_json(told, *brief.forecast);
  result["assumptions"] = brief.assumptions;
  result["sampling"] = sampling_json(brief.sampling);
  return envelope(subject, brief, "when", brief.forecast->verdict, std::move(result));
}

}  // namespace modus::formats
