#include "apps/cli/log_command.h"

#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "apps/cli/log_answers.h"
#include "apps/cli/log_resolution.h"
#include "apps/cli/moment.h"
#include "apps/cli/when_command.h"
#include "modus/brief/words.h"
#include "modus/catalogue/log_forecast.h"
#include "modus/catalogue/when.h"
#include "modus/formats/forecast_csv.h"
#include "modus/formats/forecast_log.h"
#include "modus/formats/forecast_rules.h"
#include "modus/formats/log_place.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/utc_time.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_file.h"

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

Answer list_log(const Command& command, const std::string& file) {
  const auto log = ForecastLog::open(file, ForecastLog::Access::kRead);
  if (!log.ok()) return refuse(command, log.problems());
  const LastResolutions last = last_resolutions(log.value().entries());
  std::vector<std::string> lines;
  for (const formats::LogEntry& entry : log.value().entries()) {
    if (const auto* forecast = std::get_if<LoggedForecast>(&entry)) lines.push_back(say_forecast(*forecast, resolution_of(last, forecast->id)));
  }
  if (lines.empty()) lines.emplace_back("No forecast is logged yet.");
  return tell_log(command, file, log.value(), lines);
}

Answer export_log(const Command& command, const std::string& file) {
  const auto log = ForecastLog::open(file, ForecastLog::Access::kRead);
  if (!log.ok()) return refuse(command, log.problems());
  const std::string& table = command.text(OptionId::kExport);
  if (!table.ends_with(".csv")) return refuse(command, {{{table, 0, 0}, "is no name of a table", "end it in .csv"}});
  if (const base::Problems problems = formats::write_file(table, formats::write_forecast_csv(log.value().entries())); !problems.empty()) return refuse(command, problems);
  return tell_log(command, file, log.value(), {counted(log.value().entries().size(), "entry", "entries") + " written to " + table});
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
  return tell_log(command, file, log.value(),
              {counted(imported.value().forecasts, "forecast", "forecasts") + " and " + counted(imported.value().resolutions, "resolution", "resolutions") +
               " added to " + file + "; " + counted(imported.value().skipped, "entry was", "entries were") + " there already"});
}

/// A forecast as it was made: its figures, where it is kept, how to say what came, and whether that may have been known.
std::vector<std::string> say_kept(const Command& command, const std::string& file, const LoggedForecast& forecast) {
  std::vector<std::string> told = {say_forecast(forecast, nullptr),
                                   "Kept in " + file + ". When it is known what came: modus log " + command.case_file() + " --resolve " +
                                       std::to_string(forecast.id) + " --happened DAY, or --not-by-horizon."};
  const std::string day = formats::write_day(forecast.as_of);
  if (formats::made_after_its_horizon(forecast)) {
    told.push_back("It is for the time from " + day + " on, and its horizon had passed when it was made: a look back, no forecast.");
  } else if (formats::made_late(forecast)) {
    told.push_back("It was made long after the day it is for, " + day + ": whoever judged the case may have known what came since.");
  }
  return told;
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
  Answer answer = tell_log(command, file, log.value(), say_kept(command, file, forecast));
  answer.err += say_checks(outcome.answer()->checks);
  return answer;
}

/// Of the things a log is asked to do, at most one; and nothing is said of an entry that is not made.
base::Problems check_options(const Command& command) {
  base::Problems problems;
  const bool resolves = !command.list(OptionId::kResolve).empty();
  const int asked = (command.has(OptionId::kList) ? 1 : 0) + (resolves ? 1 : 0) + (command.text(OptionId::kExport).empty() ? 0 : 1) +
                    (command.text(OptionId::kImport).empty() ? 0 : 1);
  if (asked > 1) problems.push_back({{"log", 0, 0}, "is asked to do several things at once", "give one of --list, --resolve, --export and --import"});
  const bool says_what_came = !command.text(OptionId::kHappened).empty() || command.has(OptionId::kNotByHorizon);
  const bool says_more = !command.text(OptionId::kWhy).empty() || !command.by.empty();
  if (!resolves && (says_what_came || says_more)) {
    problems.push_back({{"log", 0, 0}, "is told what came, but not of which forecast", "give --resolve N as well; --list shows the numbers"});
  }
  return problems;
}

}  // namespace

Answer run_log(const Command& command, const base::Context& context) {
  base::Problems problems = check_options(command);
  const auto moment = moment_of(command);
  if (!moment.ok()) problems.insert(problems.end(), moment.problems().begin(), moment.problems().end());
  if (command.case_file() == "-" && command.text(OptionId::kLog).empty()) problems.push_back({{"-", 0, 0}, "a case from standard input has no log beside it", "name a log with --log FILE"});
  if (!problems.empty()) return refuse(command, problems);
  const std::string file = log_of(command);
  const std::string made_at = formats::write_utc_time(moment.value());
  if (command.has(OptionId::kList)) return list_log(command, file);
  if (!command.text(OptionId::kExport).empty()) return export_log(command, file);
  if (!command.text(OptionId::kImport).empty()) return import_log(command, file);
  if (!command.list(OptionId::kResolve).empty()) return resolve_forecasts(command, file, made_at);
  return log_forecast(command, file, made_at, context);
}

}  // namespace modus::cli
