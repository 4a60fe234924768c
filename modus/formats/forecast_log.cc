#include "modus/formats/forecast_log.h"

#include <map>
#include <system_error>
#include <utility>

#include "modus/base/text.h"
#include "modus/formats/forecast_entry.h"
#include "modus/formats/forecast_rules.h"
#include "modus/formats/log_database.h"

namespace modus::formats {
namespace {

namespace fs = std::filesystem;
using findings::LoggedForecast;
using findings::Resolution;

constexpr const char* kForecast = "forecast";
constexpr const char* kResolution = "resolution";
const std::string kNoSeal(64, '0');

bool is_resolution(const LogEntry& entry) { return std::holds_alternative<Resolution>(entry); }

std::string seal_of(const std::string& before, const StoredEntry& entry) {
  return base::sha256_hex(before + "\n" + std::to_string(entry.number) + "\n" + entry.kind + "\n" + std::to_string(entry.forecast) + "\n" + entry.content);
}

StoredEntry stored(const LogEntry& entry, std::int64_t number, const std::string& before) {
  StoredEntry row{number, is_resolution(entry) ? kResolution : kForecast, forecast_id_of(entry), write_entry(entry), ""};
  row.sha256 = seal_of(before, row);
  return row;
}

/// The same entry in any log: without its number.
std::string text_without_id(LogEntry entry) {
  if (auto* forecast = std::get_if<LoggedForecast>(&entry)) forecast->id = 0;
  return write_entry(entry);
}

base::Problem damaged(const fs::path& file, std::int64_t number, const std::string& how) {
  return {{file.string(), 0, 0}, "the forecast log is damaged: entry " + std::to_string(number) + " " + how, "nothing was written to it; take it from a copy"};
}

}  // namespace

ForecastLog::ForecastLog(fs::path file) : file_(std::move(file)), seal_(kNoSeal) {}
ForecastLog::ForecastLog(ForecastLog&&) noexcept = default;
ForecastLog& ForecastLog::operator=(ForecastLog&&) noexcept = default;
ForecastLog::~ForecastLog() = default;

base::Result<ForecastLog> ForecastLog::open(const fs::path& file, Access access) {
  ForecastLog log(file);
  std::error_code error;
  const bool append = access == Access::kAppend;
  if (append && !fs::exists(fs::symlink_status(file, error))) return log;
  auto database = LogDatabase::open(file, append);
  if (!database.ok()) return database.problems();
  log.database_ = std::move(database.value());
  base::Problems problems = log.check_and_read();
  if (!problems.empty()) return problems;
  return log;
}

base::Problems ForecastLog::check_and_read() {
  base::Problems problems = database_->begin_reading();
  if (problems.empty()) problems = database_->check();
  if (problems.empty()) problems = read_new_entries();
  database_->rollback();
  return problems;
}

base::Problems ForecastLog::read_new_entries() {
  base::Problems problems;
  const auto take = [&](const StoredEntry& row) {
    const auto number = static_cast<std::int64_t>(entries_.size()) + 1;
    if (row.number != number || row.sha256 != seal_of(seal_, row)) {
      problems = {damaged(file_, number, "is missing, or it or one before it was changed")};
      return false;
    }
    auto entry = read_entry(row.content, row.kind == kResolution, {file_.string(), 0, 0});
    const bool fits = entry.ok() && forecast_id_of(entry.value()) == row.forecast && take_up(std::move(entry.value()), {}).empty();
    if (!fits) problems = {damaged(file_, number, "does not make sense")};
    seal_ = row.sha256;
    return fits;
  };
  base::Problems failures = database_->entries_after(static_cast<std::int64_t>(entries_.size()), take);
  return failures.empty() ? problems : failures;
}

base::Problems ForecastLog::take_up(LogEntry entry, const base::Place& where) {
  const auto count = static_cast<std::int64_t>(forecasts_.size());
  base::Problems problems;
  if (const auto* forecast = std::get_if<LoggedForecast>(&entry)) {
    problems = check_forecast(*forecast, where);
    if (forecast->id != count + 1) problems.push_back({where, "forecast " + std::to_string(forecast->id) + " is out of turn", "ids count from 1"});
    if (problems.empty()) forecasts_.push_back(entries_.size());
  } else {
    const Resolution& resolution = std::get<Resolution>(entry);
    if (resolution.forecast < 1 || resolution.forecast > count) {
      return {{where, "there is no forecast " + std::to_string(resolution.forecast), count == 0 ? "the log has none yet" : "the log has 1 to " + std::to_string(count)}};
    }
    problems = check_resolution(resolution, std::get<LoggedForecast>(entries_[forecasts_[static_cast<std::size_t>(resolution.forecast - 1)]]), where);
  }
  if (problems.empty()) entries_.push_back(std::move(entry));
  return problems;
}

void ForecastLog::forget_from(std::size_t count) {
  entries_.resize(count);
  while (!forecasts_.empty() && forecasts_.back() >= count) forecasts_.pop_back();
}

base::Problems ForecastLog::store_from(std::size_t first, std::string& seal) {
  for (std::size_t i = first; i < entries_.size(); ++i) {
    const StoredEntry row = stored(entries_[i], static_cast<std::int64_t>(i) + 1, seal);
    base::Problems problems = database_->insert(row);
    if (!problems.empty()) return problems;
    seal = row.sha256;
  }
  return {};
}

base::Problems ForecastLog::write(const std::function<base::Problems()>& choose) {
  if (!database_) {
    base::Problems problems = choose();  // what is refused leaves no empty file behind
    forget_from(0);
    if (!problems.empty()) return problems;
    auto made = LogDatabase::make(file_);
    if (!made.ok()) return made.problems();
    database_ = std::move(made.value());
  }
  base::Problems problems = database_->begin_writing();
  if (!problems.empty()) return problems;
  problems = read_new_entries();
  const std::size_t before = entries_.size();
  std::string seal = seal_;
  if (problems.empty()) problems = choose();
  if (problems.empty()) problems = store_from(before, seal);
  if (problems.empty()) problems = database_->commit();
  if (problems.empty()) {
    seal_ = seal;
  } else {
    database_->rollback();
    forget_from(before);
  }
  return problems;
}

base::Result<std::int64_t> ForecastLog::append(LoggedForecast forecast) {
  base::Problems problems = write([&] {
    forecast.id = static_cast<std::int64_t>(forecasts_.size()) + 1;
    return take_up(forecast, {});
  });
  if (!problems.empty()) return problems;
  return forecast.id;
}

base::Problems ForecastLog::append(const std::vector<Resolution>& resolutions) {
  return write([&] {
    base::Problems problems;
    for (const Resolution& resolution : resolutions) {
      for (base::Problem& fault : take_up(resolution, {})) {
        problems.push_back({{}, "forecast " + std::to_string(resolution.forecast) + ": " + fault.what, fault.fix});
      }
    }
    return problems;
  });
}

base::Result<Imported> ForecastLog::take_up_new(const std::vector<LogEntry>& others) {
  std::map<std::string, std::int64_t> here;
  for (const LogEntry& entry : entries_) here.emplace(text_without_id(entry), forecast_id_of(entry));
  std::map<std::int64_t, std::int64_t> ids;
  Imported added;
  for (const LogEntry& other : others) {
    LogEntry entry = other;
    if (auto* resolution = std::get_if<Resolution>(&entry)) resolution->forecast = ids[resolution->forecast];
    const auto [same, is_new] = here.emplace(text_without_id(entry), static_cast<std::int64_t>(forecasts_.size()) + 1);
    if (auto* forecast = std::get_if<LoggedForecast>(&entry)) {
      ids[forecast->id] = same->second;
      forecast->id = same->second;
    }
    if (!is_new) {
      ++added.skipped;
      continue;
    }
    ++(is_resolution(entry) ? added.resolutions : added.forecasts);
    base::Problems problems = take_up(std::move(entry), {});
    if (!problems.empty()) return problems;
  }
  return added;
}

base::Result<Imported> ForecastLog::import(const std::vector<LogEntry>& others) {
  Imported added;
  base::Problems problems = write([&] {
    auto taken = take_up_new(others);
    if (taken.ok()) added = taken.value();
    return taken.ok() ? base::Problems() : taken.problems();
  });
  if (!problems.empty()) return problems;
  return added;
}

LogContent content_of(const std::vector<LogEntry>& entries) {
  LogContent content;
  for (const LogEntry& entry : entries) {
    if (const auto* forecast = std::get_if<LoggedForecast>(&entry)) content.forecasts.push_back(*forecast);
    if (const auto* resolution = std::get_if<Resolution>(&entry)) content.resolutions.push_back(*resolution);
  }
  return content;
}

}  // namespace modus::formats
