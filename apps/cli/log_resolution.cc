#include "apps/cli/log_resolution.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/log_answers.h"
#include "modus/formats/forecast_log.h"
#include "modus/formats/forecast_rules.h"
#include "modus/formats/utc_time.h"
#include "modus/formats/write_case.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;
using findings::LoggedForecast;
using findings::Resolution;
using formats::ForecastLog;

constexpr std::string_view kAll = "all";

bool means_all(const Command& command) { return std::ranges::count(command.list(OptionId::kResolve), kAll) > 0; }

/// Of which forecasts, as typed; none for "all".
base::Result<std::set<std::int64_t>> ids_typed(const Command& command) {
  std::set<std::int64_t> ids;
  base::Problems problems;
  for (const std::string& text : command.list(OptionId::kResolve)) {
    std::int64_t id = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), id);
    const bool number = fault == std::errc() && end == text.data() + text.size();
    if (number) ids.insert(id);
    if (!number && text != kAll) problems.push_back({{"--resolve", 0, 0}, "\"" + text + "\" is no number of a forecast", "see modus log CASE --list"});
  }
  if (means_all(command) && !ids.empty()) problems.push_back({{"--resolve", 0, 0}, "names all forecasts and single ones", "give numbers, or all"});
  if (!problems.empty()) return problems;
  return ids;
}

/// What came, of no forecast yet.
base::Result<Resolution> resolution_typed(const Command& command, const std::string& made_at) {
  Resolution resolution{0, made_at, std::nullopt, command.by, command.text(OptionId::kWhy)};
  const std::string& happened = command.text(OptionId::kHappened);
  if (happened.empty() != command.has(OptionId::kNotByHorizon)) {
    return base::Problem{{"--resolve", 0, 0}, "does not say what came of it", "give --happened YYYY-MM-DD, or --not-by-horizon, one of the two"};
  }
  if (happened.empty()) return resolution;
  resolution.happened = formats::read_iso_day(happened);
  if (!resolution.happened) return base::Problem{{"--happened", 0, 0}, "\"" + happened + "\" is no day", "write it as 2026-03-14"};
  return resolution;
}

base::Result<std::vector<LoggedForecast>> open_forecasts(const ForecastLog& log) {
  const LastResolutions last = last_resolutions(log.entries());
  std::vector<LoggedForecast> open = formats::content_of(log.entries()).forecasts;
  std::erase_if(open, [&](const LoggedForecast& forecast) { return resolution_of(last, forecast.id) != nullptr; });
  const auto other = std::ranges::find_if(open, [&](const LoggedForecast& forecast) {
    return std::pair(forecast.case_title, forecast.event) != std::pair(open.front().case_title, open.front().event);
  });
  if (other != open.end()) {
    return base::Problem{{"--resolve", 0, 0},
                         "the log's open forecasts are of several events: of \"" + open.front().event + "\" in number " + std::to_string(open.front().id) +
                             ", of \"" + other->event + "\" in number " + std::to_string(other->id),
                         "give the numbers, --resolve N for each"};
  }
  return open;
}

/// The same for every open forecast, each by its own horizon.
base::Result<std::vector<Resolution>> resolve_all(const ForecastLog& log, const Resolution& typed) {
  const auto open = open_forecasts(log);
  if (!open.ok()) return open.problems();
  std::vector<Resolution> resolutions;
  const auto today = formats::read_utc_time(typed.made_at);
  for (const LoggedForecast& forecast : open.value()) {
    const case_model::Day horizon = formats::horizon_of(forecast);
    Resolution resolution = typed;
    resolution.forecast = forecast.id;
    if (typed.happened && *typed.happened > horizon) resolution.happened.reset();
    const bool may_still_come = !typed.happened && today && std::chrono::floor<std::chrono::days>(*today) <= horizon;
    if (!may_still_come) resolutions.push_back(std::move(resolution));
  }
  if (!resolutions.empty()) return resolutions;
  return base::Problem{{"--resolve", 0, 0}, open.value().empty() ? "no forecast is open" : "the horizon of no open forecast has passed", "see modus log CASE --list"};
}

base::Result<std::vector<Resolution>> resolutions_of(const Command& command, const ForecastLog& log, const std::string& made_at) {
  const auto ids = ids_typed(command);
  const auto typed = resolution_typed(command, made_at);
  base::Problems problems = ids.ok() ? base::Problems() : ids.problems();
  if (!typed.ok()) std::ranges::copy(typed.problems(), std::back_inserter(problems));
  if (!problems.empty()) return problems;
  if (means_all(command)) return resolve_all(log, typed.value());
  std::vector<Resolution> resolutions;
  for (const std::int64_t id : ids.value()) {
    resolutions.push_back(typed.value());
    resolutions.back().forecast = id;
  }
  return resolutions;
}

std::string say(const Resolution& resolution, bool corrects) {
  const std::string what = resolution.happened ? "came on " + formats::write_day(*resolution.happened) : "did not come by its horizon";
  return "Forecast " + std::to_string(resolution.forecast) + ": " + what + (corrects ? "; this corrects what was entered before, which stays on record." : ".");
}

}  // namespace

Answer resolve_forecasts(const Command& command, const std::string& file, const std::string& made_at) {
  const auto there = ForecastLog::open(file, ForecastLog::Access::kRead);  // a log is not made by resolving
  if (!there.ok()) return refuse(command, there.problems());
  const auto resolutions = resolutions_of(command, there.value(), made_at);
  if (!resolutions.ok()) return refuse(command, resolutions.problems());
  auto log = ForecastLog::open(file, ForecastLog::Access::kAppend);
  if (!log.ok()) return refuse(command, log.problems());
  if (const base::Problems problems = log.value().append(resolutions.value()); !problems.empty()) return refuse(command, problems);
  const LastResolutions before = last_resolutions(there.value().entries());
  std::vector<std::string> told;
  for (const Resolution& resolution : resolutions.value()) told.push_back(say(resolution, resolution_of(before, resolution.forecast) != nullptr));
  return tell_log(command, file, log.value(), told);
}

}  // namespace modus::cli
