/// \file The SQLite file under a forecast log: rows in and out, nothing of what they mean. Private to this room.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "modus/base/result.h"

struct sqlite3;

namespace modus::formats {

/// One row as it is stored.
struct StoredEntry {
  std::int64_t number = 0;
  std::string kind;
  std::int64_t forecast = 0;
  std::string content, sha256;
};

class LogDatabase {
 public:
  /// Opens a file that is there; an empty one where `may_write` is set is no fault. Looks at the file's first bytes before SQLite
  /// does, so that no other kind of file is ever touched. Where a program was killed while it wrote, SQLite puts
  /// the file back as it was before that.
  [[nodiscard]] static base::Result<std::unique_ptr<LogDatabase>> open(const std::filesystem::path& file, bool may_write);
  /// The same with a new, empty file where there is none.
  [[nodiscard]] static base::Result<std::unique_ptr<LogDatabase>> make(const std::filesystem::path& file);
  ~LogDatabase();
  LogDatabase(const LogDatabase&) = delete;
  LogDatabase& operator=(const LogDatabase&) = delete;

  /// Every page and index in order, the schema ours to the letter. An empty database is no fault.
  [[nodiscard]] base::Problems check();
  [[nodiscard]] base::Problems begin_reading();
  /// Waits up to ten seconds for others; makes table and triggers where there is nothing yet.
  [[nodiscard]] base::Problems begin_writing();
  [[nodiscard]] base::Problems commit();
  /// Ends either, as if nothing had been written.
  void rollback();
  /// Rows with higher numbers, rising, until `take` says stop by returning false.
  [[nodiscard]] base::Problems entries_after(std::int64_t number, const std::function<bool(StoredEntry)>& take);
  [[nodiscard]] base::Problems insert(const StoredEntry& entry);

 private:
  LogDatabase(std::filesystem::path file, sqlite3* handle) : file_(std::move(file)), handle_(handle) {}
  [[nodiscard]] static base::Result<std::unique_ptr<LogDatabase>> connect(const std::filesystem::path& file, int flags);
  [[nodiscard]] base::Problems run(const char* sql);
  /// The first column of the first row; empty where there is no row.
  [[nodiscard]] base::Result<std::string> ask(const char* sql);
  [[nodiscard]] base::Result<std::string> schema();
  [[nodiscard]] base::Problems failed(int code) const;

  std::filesystem::path file_;
  sqlite3* handle_;
};

}  // namespace modus::formats
