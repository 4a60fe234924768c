// The forecasts of a log, and what came of them.
#include <map>

#include "modus/formats/json_values.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

Json chances_json(const findings::Chances& chances) {
  Json list = Json::array();
  for (const auto& [days, chance] : chances) list.push_back({{"days", days}, {"probability", number(chance)}});
  return list;
}

Json resolution_json(const findings::Resolution& resolution) {
  return {{"made_at", resolution.made_at},
          {"happened", resolution.happened ? Json(write_day(*resolution.happened)) : Json()},
          {"by", resolution.by},
          {"why", resolution.why}};
}

Json forecast_json(const findings::LoggedForecast& forecast) {
  Json sources = Json::array();
  for (const findings::LoggedSource& source : forecast.sources) {
    sources.push_back({{"by", source.by}, {"origin", source.origin}, {"chances", chances_json(source.chances)}});
  }
  return {{"id", forecast.id},           {"made_at", forecast.made_at},
          {"version", forecast.version}, {"title", forecast.case_title},
          {"sha256", forecast.case_sha256}, {"as_of", write_day(forecast.as_of)},
          {"event", forecast.event},     {"horizon_days", forecast.horizon_days},
          {"seed", forecast.seed},       {"scenarios", forecast.scenarios},
          {"weight", number(forecast.weight)}, {"chances", chances_json(forecast.chances)},
          {"base_rate", chances_json(forecast.base_rate)}, {"base_rate_class", forecast.base_rate_class},
          {"sources", std::move(sources)}};
}

}  // namespace

std::string write_log_json(std::string_view version, const std::string& log, const std::string& seal, const std::vector<LogEntry>& entries,
                           const std::vector<std::string>& told) {
  Json forecasts = Json::array();
  std::map<std::int64_t, Json> resolutions;
  for (const LogEntry& entry : entries) {
    if (const auto* resolution = std::get_if<findings::Resolution>(&entry)) resolutions[resolution->forecast].push_back(resolution_json(*resolution));
  }
  for (const LogEntry& entry : entries) {
    const auto* forecast = std::get_if<findings::LoggedForecast>(&entry);
    if (forecast == nullptr) continue;
    Json object = forecast_json(*forecast);
    const auto found = resolutions.find(forecast->id);
    object["resolutions"] = found == resolutions.end() ? Json::array() : found->second;
    forecasts.push_back(std::move(object));
  }
  const Json object = {{"modus", version}, {"verb", "log"}, {"log", log}, {"result", {{"told", told}, {"seal", seal}, {"forecasts", std::move(forecasts)}}}};
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace modus::formats
