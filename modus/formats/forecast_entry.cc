#include "modus/formats/forecast_entry.h"

#include "modus/formats/json_values.h"
#include "modus/formats/utc_time.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using findings::Chances;
using findings::LoggedForecast;
using findings::Resolution;

Json chances_json(const Chances& chances) {
  Json list = Json::array();
  for (const auto& [day, chance] : chances) list.push_back(Json::array({day, chance}));
  return list;
}

Json entry_json(const LoggedForecast& forecast) {
  Json sources = Json::array();
  for (const findings::LoggedSource& source : forecast.sources) {
    sources.push_back({{"by", source.by}, {"origin", source.origin}, {"chances", chances_json(source.chances)}});
  }
  return {{"id", forecast.id},
          {"made_at", forecast.made_at},
          {"version", forecast.version},
          {"case_title", forecast.case_title},
          {"case_sha256", forecast.case_sha256},
          {"as_of", write_day(forecast.as_of)},
          {"event", forecast.event},
          {"horizon_days", forecast.horizon_days},
          {"seed", forecast.seed},
          {"scenarios", forecast.scenarios},
          {"weight", forecast.weight},
          {"chances", chances_json(forecast.chances)},
          {"base_rate", chances_json(forecast.base_rate)},
          {"base_rate_class", forecast.base_rate_class},
          {"sources", std::move(sources)}};
}

Json entry_json(const Resolution& resolution) {
  return {{"forecast", resolution.forecast},
          {"made_at", resolution.made_at},
          {"happened", resolution.happened ? Json(write_day(*resolution.happened)) : Json()},
          {"by", resolution.by},
          {"why", resolution.why}};
}

case_model::Day day_of(const Json& value) {
  const auto day = read_iso_day(value.get<std::string>());
  if (!day) throw Json::other_error::create(501, "no day", &value);
  return *day;
}

Chances chances_of(const Json& list) {
  Chances chances;
  for (const Json& pair : list) chances.emplace_back(pair.at(0).get<int>(), pair.at(1).get<double>());
  return chances;
}

LoggedForecast forecast_of(const Json& object) {
  LoggedForecast forecast;
  object.at("id").get_to(forecast.id);
  object.at("made_at").get_to(forecast.made_at);
  object.at("version").get_to(forecast.version);
  object.at("case_title").get_to(forecast.case_title);
  object.at("case_sha256").get_to(forecast.case_sha256);
  forecast.as_of = day_of(object.at("as_of"));
  object.at("event").get_to(forecast.event);
  object.at("horizon_days").get_to(forecast.horizon_days);
  object.at("seed").get_to(forecast.seed);
  object.at("scenarios").get_to(forecast.scenarios);
  object.at("weight").get_to(forecast.weight);
  forecast.chances = chances_of(object.at("chances"));
  forecast.base_rate = chances_of(object.at("base_rate"));
  object.at("base_rate_class").get_to(forecast.base_rate_class);
  for (const Json& source : object.at("sources")) {
    forecast.sources.push_back({source.at("by").get<std::string>(), source.at("origin").get<std::string>(), chances_of(source.at("chances"))});
  }
  return forecast;
}

Resolution resolution_of(const Json& object) {
  Resolution resolution;
  object.at("forecast").get_to(resolution.forecast);
  object.at("made_at").get_to(resolution.made_at);
  if (!object.at("happened").is_null()) resolution.happened = day_of(object.at("happened"));
  object.at("by").get_to(resolution.by);
  object.at("why").get_to(resolution.why);
  return resolution;
}

}  // namespace

std::string write_entry(const LogEntry& entry) {
  return std::visit([](const auto& kind) { return entry_json(kind).dump(); }, entry);
}

std::int64_t forecast_id_of(const LogEntry& entry) {
  if (const auto* forecast = std::get_if<LoggedForecast>(&entry)) return forecast->id;
  return std::get<Resolution>(entry).forecast;
}

base::Result<LogEntry> read_entry(std::string_view text, bool resolution, const base::Place& where) {
  try {
    const Json object = Json::parse(text);
    LogEntry entry = resolution ? LogEntry(resolution_of(object)) : LogEntry(forecast_of(object));
    // What reads but would be written otherwise was not written by us.
    if (write_entry(entry) == text) return entry;
  } catch (const Json::exception&) {  // the text is data: told below like any other fault
  }
  return base::Problem{where, "an entry does not read as one", "take the log from a copy"};
}

}  // namespace modus::formats
