#include "modus/catalogue/log_forecast.h"

#include <algorithm>
#include <map>

namespace modus::catalogue {
namespace {

using findings::Chances;
using findings::ForecastFinding;
using findings::LoggedForecast;
using findings::LoggedSource;
using findings::SourceForecast;

Chances chances_of(const std::vector<findings::ChanceBy>& by) {
  Chances chances;
  for (const findings::ChanceBy& one : by) chances.emplace_back(one.days, one.probability);
  return chances;
}

/// Those by days after the forecast and up to its horizon.
Chances within(const Chances& chances, int horizon) {
  Chances kept;
  std::ranges::copy_if(chances, std::back_inserter(kept), [&](const auto& one) { return one.first > 0 && one.first <= horizon; });
  return kept;
}

std::vector<LoggedSource> sources_of(const ForecastFinding& forecast) {
  std::map<std::string, const SourceForecast*> latest;
  for (const SourceForecast& source : forecast.sources) {
    if (within(source.chances, forecast.horizon_days).empty()) continue;
    const SourceForecast*& kept = latest[source.by];
    if (kept == nullptr || !(source.on < kept->on)) kept = &source;
  }
  std::vector<LoggedSource> sources;
  for (const auto& [by, source] : latest) sources.push_back({by, source->origin, within(source->chances, forecast.horizon_days)});
  return sources;
}

}  // namespace

LoggedForecast forecast_for_log(const case_model::Case& subject, const findings::BriefFinding& brief, std::string made_at) {
  const ForecastFinding& forecast = *brief.forecast;
  LoggedForecast logged;
  logged.made_at = std::move(made_at);
  logged.version = brief.run.version;
  logged.case_title = subject.title;
  logged.case_sha256 = brief.run.case_sha256;
  logged.as_of = forecast.as_of;
  logged.event = forecast.event;
  logged.horizon_days = forecast.horizon_days;
  logged.seed = brief.run.seed;
  logged.scenarios = brief.run.scenarios;
  logged.chances = chances_of(forecast.chances);
  logged.weight = forecast.weight;
  if (forecast.base_rate.kind != findings::BaseRate::Kind::kNone) {
    logged.base_rate = chances_of(forecast.base_rate.chances);
    logged.base_rate_class = forecast.base_rate.reference.id.empty() ? forecast.base_rate.reference.name : forecast.base_rate.reference.id;
  }
  logged.sources = sources_of(forecast);
  return logged;
}

}  // namespace modus::catalogue
