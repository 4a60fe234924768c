/// \file The log of forecasts: a file to which forecasts and what came of them are only ever added.
///
/// An SQLite database (application id 0x4D6F6466, user_version 1) with one table, `entry`: number from 1, kind
/// ("forecast" or "resolution"), forecast (its id), content (JSON on one line) and sha256, the hash in hexadecimal of
/// "SHA256_BEFORE\nNUMBER\nKIND\nFORECAST\nCONTENT" (before the first entry: 64 zeros). So each entry vouches for all before it.
/// Triggers refuse to change or delete. Two views, `forecasts` and `resolutions`, are for people with an SQLite shell.
/// It is kept with a rollback journal and synchronous=EXTRA: what append() has acknowledged is on the disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "modus/base/result.h"
#include "modus/findings/forecast_log.h"

namespace modus::formats {

using LogEntry = std::variant<findings::LoggedForecast, findings::Resolution>;

class LogDatabase;

/// What of several entries was added.
struct Imported {
  std::size_t forecasts = 0, resolutions = 0;
  std::size_t skipped = 0;  ///< in the log already, to the letter
};

/// An open log. Not for several threads at once; several programs may have it open, and add to it, at once.
class ForecastLog {
 public:
  enum class Access { kRead, kAppend };

  /// Opens and checks all of it: every page, the schema, the chain of hashes, every entry. With kAppend a log that is not
  /// there, or has no bytes, is new; its file is made by the first append. A log that fails a check is never written to.
  /// Problems: none there (kRead); a link, folder or device; no rights; no log, or that of another application or version; damaged.
  /// Cost: 10^5 entries take about a second.
  [[nodiscard]] static base::Result<ForecastLog> open(const std::filesystem::path& file, Access access);
  ForecastLog(ForecastLog&&) noexcept;
  ForecastLog& operator=(ForecastLog&&) noexcept;
  ~ForecastLog();

  /// In the order of writing, as of the opening or the last append.
  [[nodiscard]] const std::vector<LogEntry>& entries() const { return entries_; }
  /// The hash of the last entry. Keep it elsewhere to see later that nothing before it was changed or cut off.
  [[nodiscard]] const std::string& seal() const { return seal_; }

  // Each adds all or nothing, and returns once it is safely on the disk. Problems: entries that check_forecast or
  // check_resolution (forecast_rules.h) refuse, another program that writes for more than ten seconds, a full disk, no rights.

  /// Its id: one more than the last.
  [[nodiscard]] base::Result<std::int64_t> append(findings::LoggedForecast forecast);
  [[nodiscard]] base::Problems append(const std::vector<findings::Resolution>& resolutions);
  /// Entries of another log, in their order: forecasts get new ids, resolutions those of their forecasts. Those that are
  /// here already are skipped. Precondition: forecast ids differ, each resolution comes after its forecast.
  [[nodiscard]] base::Result<Imported> import(const std::vector<LogEntry>& others);

 private:
  explicit ForecastLog(std::filesystem::path file);
  [[nodiscard]] base::Problems check_and_read();
  [[nodiscard]] base::Problems read_new_entries();
  /// Takes the entry up as the next one, unless it does not fit those before it.
  [[nodiscard]] base::Problems take_up(LogEntry entry, const base::Place& where);
  void forget_from(std::size_t count);
  /// Lets `choose` take up entries after all that others have added by then, and writes them.
  [[nodiscard]] base::Problems write(const std::function<base::Problems()>& choose);
  [[nodiscard]] base::Problems store_from(std::size_t first, std::string& seal);
  [[nodiscard]] base::Result<Imported> take_up_new(const std::vector<LogEntry>& others);

  std::filesystem::path file_;
  std::unique_ptr<LogDatabase> database_;  ///< none as long as there is no file
  std::vector<LogEntry> entries_;
  std::vector<std::size_t> forecasts_;  ///< forecast `id` is entry forecasts_[id - 1]
  std::string seal_;
};

/// The forecasts and resolutions of a log, apart, in order.
struct LogContent {
  std::vector<findings::LoggedForecast> forecasts;
  std::vector<findings::Resolution> resolutions;
};
[[nodiscard]] LogContent content_of(const std::vector<LogEntry>& entries);

}  // namespace modus::formats
