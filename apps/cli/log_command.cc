#include "apps/cli/log_command.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "apps/cli/moment.h"
#include "apps/cli/when_command.h"
#include "modus/base/text.h"
#include "modus/brief/visible.h"
#include "modus/brief/words.h"
#include "modus/catalogue/log_forecast.h"
#include "modus/catalogue/when.h"
#include "modus/formats/forecast_csv.h"
#include "modus/formats/forecast_log.h"
#include "modus/formats/log_place.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/utc_time.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_file.h"
#include "modus/formats/write_json.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;
using findings::LoggedForecast;
using findings::Resolution;
using formats::ForecastLog;

constexpr std::size_t kMostTableBytes = 256U << 20U;

std::string log_of(const Command& command) {
  const std::string& named = command.text(OptionId::kLog);
  return named.empty() ? formats::log_beside(command.case_file()) : named;
}

/// One line: when, what by when.
std::string say_forecast(const LoggedForecast& forecast, const Resolution* resolution) {
  std::string text = std::to_string(forecast.id) + "  " + forecast.made_at + "  " + forecast.event + ": ";
  for (const auto& [days, chance] : forecast.chances) text += brief::percent(chance) + " within " + std::to_string(days) + " days, ";
  text += "not at all by " + formats::write_day(forecast.as_of + std::chrono::days(forecast.horizon_days)) + " " + brief::percent(1 - forecast.chances.back().second);
  if (resolution == nullptr) return text + "; open";
  return text + (resolution->happened ? "; came on " + formats::write_day(*resolution->happened) : "; did not come by then");
}

/// The latest resolution of each forecast counts.
const Resolution* resolution_of(const std::vector<formats::LogEntry>& entries, std::int64_t forecast) {
  const Resolution* latest = nullptr;
  for (const formats::LogEntry& entry : entries) {
    const auto* resolution = std::get_if<Resolution>(&entry);
    if (resolution != nullptr && resolution->forecast == forecast) latest = resolution;
  }
  return latest;
}

/// `told` as text, or all of the log as JSON.
Answer tell(const Command& command, const std::string& file, const ForecastLog& log, const std::vector<std::string>& told) {
  if (command.json) return deliver(command, formats::write_log_json(catalogue::version(), file, log.seal(), log.entries(), told));
  std::string text;
  for (const std::string& line : told) text += brief::make_visible(line) + "\n";
  return deliver(command, std::move(text));
}

Answer list_log(const Command& command, const std::string& file) {
  const auto log = ForecastLog::open(file, ForecastLog::Access::kRead);
  if (!log.ok()) return refuse(command, log.problems());
  std::vector<std::string> lines;
  for (const formats::LogEntry& entry : log.value().entries()) {
    if (const auto* forecast = std::get_if<LoggedForecast>(&entry)) lines.push_back(say_forecast(*forecast, resolution_of(log.value().entries(), forecast->id)));
  }
  if (lines.empty()) lines.emplace_back("No forecast is logged yet.");
  return tell(command, file, log.value(), lines);
}

Answer export_log(const Command& command, const std::string& file) {
  const auto log = ForecastLog::open(file, ForecastLog::Access::kRead);
  if (!log.ok()) return refuse(command, log.problems());
  const std::string& table = command.text(OptionId::kExport);
  if (const base::Problems problems = formats::write_file(table, formats::write_forecast_csv(log.value().entries())); !problems.empty()) return refuse(command, problems);
  return tell(command, file, log.value(), {std::to_string(log.value().entries().size()) + " entries written to " + table});
}

Answer import_log(const Command& command, const std::string& file) {
  const std::string& table = command.text(OptionId::kImport);
  const auto text = formats::read_text_file(table, kMostTableBytes);
  if (!text.ok()) return refuse(command, text.problems());
  const auto entries = formats::read_forecast_csv(text.value(), table);
  if (!entries.ok()) return refuse(command, entries.problems());
  auto log = ForecastLog::open(file, ForecastLog::Access::kAppend);
  if (!log.ok()) return refuse(command, log.problems());
  const auto imported = log.value().import(entries.value());
  if (!imported.ok()) return refuse(command, imported.problems());
  return tell(command, file, log.value(),
              {std::to_string(imported.value().forecasts) + " forecasts and " + std::to_string(imported.value().resolutions) + " resolutions added to " + file + "; " +
               std::to_string(imported.value().skipped) + " were there already"});
}

base::Result<Resolution> resolution_typed(const Command& command, const std::string& made_at) {
  base::Problems problems;
  Resolution resolution{0, made_at, std::nullopt, command.by, command.text(OptionId::kWhy)};
  const std::string& id = command.text(OptionId::kResolve);
  const auto [end, fault] = std::from_chars(id.data(), id.data() + id.size(), resolution.forecast);
  if (fault != std::errc() || end != id.data() + id.size()) problems.push_back({{"--resolve", 0, 0}, "\"" + id + "\" is no number of a forecast", "see modus log CASE --list"});
  const std::string& happened = command.text(OptionId::kHappened);
  if (happened.empty() != command.has(OptionId::kNotByHorizon)) {
    problems.push_back({{"--resolve", 0, 0}, "does not say what came of it", "give --happened YYYY-MM-DD, or --not-by-horizon, one of the two"});
  } else if (!happened.empty()) {
    resolution.happened = formats::read_iso_day(happened);
    if (!resolution.happened) problems.push_back({{"--happened", 0, 0}, "\"" + happened + "\" is no day", "write it as 2026-03-14"});
  }
  if (!problems.empty()) return problems;
  return resolution;
}

Answer resolve(const Command& command, const std::string& file, const std::string& made_at) {
  const auto typed = resolution_typed(command, made_at);
  if (!typed.ok()) return refuse(command, typed.problems());
  const auto there = ForecastLog::open(file, ForecastLog::Access::kRead);  // a log is not made by resolving
  if (!there.ok()) return refuse(command, there.problems());
  auto log = ForecastLog::open(file, ForecastLog::Access::kAppend);
  if (!log.ok()) return refuse(command, log.problems());
  const bool before = resolution_of(log.value().entries(), typed.value().forecast) != nullptr;
  if (const base::Problems problems = log.value().append(std::vector<Resolution>{typed.value()}); !problems.empty()) return refuse(command, problems);
  const std::string what = typed.value().happened ? "came on " + formats::write_day(*typed.value().happened) : "did not come by its horizon";
  return tell(command, file, log.value(), {"Forecast " + std::to_string(typed.value().forecast) + ": " + what + (before ? "; this corrects what was entered before, which stays on record." : ".")});
}

Answer log_forecast(const Command& command, const std::string& file, const std::string& made_at, const base::Context& context) {
  const auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const auto options = when_options_of(command, input.value());
  if (!options.ok()) return refuse(command, options.problems());
  // A log that cannot be written to is said before the work is done.
  auto log = ForecastLog::open(file, ForecastLog::Access::kAppend);
  if (!log.ok()) return refuse(command, log.problems());
  const auto outcome = catalogue::when(input.value().seen, options.value(), context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr) return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  if (!outcome.answer()->checks.problems.empty()) return not_confirmed(command, outcome.answer()->checks);
  LoggedForecast forecast = catalogue::forecast_for_log(input.value().seen, outcome.answer()->brief, made_at);
  const auto id = log.value().append(forecast);
  if (!id.ok()) return refuse(command, id.problems());
  forecast.id = id.value();
  Answer answer = tell(command, file, log.value(), {say_forecast(forecast, nullptr), "Kept in " + file + ". When it is known what came: modus log " + command.case_file() + " --resolve " + std::to_string(forecast.id) + " --happened DAY, or --not-by-horizon."});
  answer.err += say_checks(outcome.answer()->checks);
  return answer;
}

/// Of the things a log is asked to do, at most one.
base::Problems asked_twice(const Command& command) {
  const int asked = (command.has(OptionId::kList) ? 1 : 0) + (command.text(OptionId::kResolve).empty() ? 0 : 1) + (command.text(OptionId::kExport).empty() ? 0 : 1) +
                    (command.text(OptionId::kImport).empty() ? 0 : 1);
  if (asked <= 1) return {};
  return {{{"log", 0, 0}, "is asked to do several things at once", "give one of --list, --resolve, --export and --import"}};
}

}  // namespace

Answer run_log(const Command& command, const base::Context& context) {
  base::Problems problems = asked_twice(command);
  const auto moment = moment_of(command);
  if (!moment.ok()) problems.insert(problems.end(), moment.problems().begin(), moment.problems().end());
  if (command.case_file() == "-" && command.text(OptionId::kLog).empty()) problems.push_back({{"-", 0, 0}, "a case from standard input has no log beside it", "name a log with --log FILE"});
  if (!problems.empty()) return refuse(command, problems);
  const std::string file = log_of(command);
  const std::string made_at = formats::write_utc_time(moment.value());
  if (command.has(OptionId::kList)) return list_log(command, file);
  if (!command.text(OptionId::kExport).empty()) return export_log(command, file);
  if (!command.text(OptionId::kImport).empty()) return import_log(command, file);
  if (!command.text(OptionId::kResolve).empty()) return resolve(command, file, made_at);
  return log_forecast(command, file, made_at, context);
}

}  // namespace modus::cli
