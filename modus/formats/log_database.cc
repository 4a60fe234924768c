#include "modus/formats/log_database.h"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>

namespace modus::formats {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kApplication = 0x4D6F6466;  ///< "Modf"
constexpr std::uint32_t kVersion = 1;
constexpr int kWaitMilliseconds = 10'000;
constexpr int kMostRowBytes = 16 << 20;
constexpr std::size_t kHeaderBytes = 100;

/// Run in the transaction that writes the first entry.
constexpr const char* kSchema = R"sql(
PRAGMA application_id = 1299145830;
PRAGMA user_version = 1;
CREATE TABLE entry(number INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('forecast', 'resolution')), forecast INTEGER NOT NULL, content TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
CREATE TRIGGER entry_added BEFORE INSERT ON entry WHEN NEW.number IS NOT (SELECT ifnull(max(number), 0) + 1 FROM entry) BEGIN SELECT raise(ABORT, 'entries are added at the end'); END;
CREATE TRIGGER entry_changed BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_deleted BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'entries are never deleted'); END;
CREATE UNIQUE INDEX entry_forecast ON entry(forecast) WHERE kind = 'forecast';
CREATE VIEW forecasts AS SELECT forecast AS id, content ->> 'made_at' AS made_at, content ->> 'case_title' AS case_title, content ->> 'as_of' AS as_of, content ->> 'event' AS event, content ->> 'horizon_days' AS horizon_days, content -> 'chances' AS chances, content -> 'base_rate' AS base_rate, content -> 'sources' AS sources FROM entry WHERE kind = 'forecast';
CREATE VIEW resolutions AS SELECT forecast, content ->> 'made_at' AS made_at, content ->> 'happened' AS happened, content ->> 'by' AS by, content ->> 'why' AS why FROM entry WHERE kind = 'resolution';
)sql";

constexpr const char* kListSchema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";

/// The statements of kSchema that stay in the file; they stand in the order of names.
std::string expected_schema() {
  const std::string_view text(kSchema);
  std::string kept;
  for (std::size_t from = text.find("CREATE"); from != std::string_view::npos;) {
    const std::size_t end = text.find(";\n", from);
    kept += std::string(text.substr(from, end - from)) + "\n";
    from = text.find("CREATE", end);
  }
  return kept;
}

std::uint32_t big_endian(std::string_view bytes, std::size_t place) {
  std::uint32_t value = 0;
  for (std::size_t i = place; i < place + 4; ++i) value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
  return value;
}

base::Problem problem(const fs::path& file, std::string what, std::string fix) { return {{file.string(), 0, 0}, std::move(what), std::move(fix)}; }

constexpr const char* kTakeCopy = "nothing was written to it; take it from a copy";

/// What the first bytes of a file that is not empty say against it.
base::Problems check_header(const fs::path& file, std::string_view bytes) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  if (bytes.size() < kHeaderBytes || !bytes.starts_with(kMagic)) return {problem(file, "is no forecast log, or is damaged", kTakeCopy)};
  if (big_endian(bytes, 68) != kApplication) return {problem(file, "is a database of another application", "name a forecast log, or a file that is not there yet")};
  if (const std::uint32_t version = big_endian(bytes, 60); version != kVersion) {
    return {problem(file, "is a forecast log of form " + std::to_string(version) + "; this program knows form 1",
                    version > kVersion ? "use the program that made it, or a newer one" : kTakeCopy)};
  }
  if (bytes[18] != 1 || bytes[19] != 1) {
    return {problem(file, "was set to another way of writing by another program", "set it back: sqlite3 FILE 'PRAGMA journal_mode = DELETE'")};
  }
  return {};
}

/// Whether a program that was killed while it wrote has left its notes for putting the file back.
bool was_left_half_written(const fs::path& file) {
  std::error_code error;
  const auto bytes = fs::file_size(file.string() + "-journal", error);
  return !error && bytes > 0;
}

base::Problems check_kind(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(file, error);
  if (!fs::exists(status)) {
    return {problem(file, "there is no such forecast log", "check its name and folder; modus log CASE makes one")};
  }
  if (fs::is_symlink(status)) return {problem(file, "is a link", "name the file itself: a log under two names can be damaged")};
  if (!fs::is_regular_file(status)) return {problem(file, "is no file but a folder or device", "name a file")};
  return {};
}

/// Before SQLite has seen it: is this file ours to open at all?
base::Problems check_first_bytes(const fs::path& file, bool may_be_empty) {
  base::Problems problems = check_kind(file);
  if (!problems.empty()) return problems;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return {problem(file, std::string("cannot be read: ") + std::strerror(errno), "check its permissions")};
  std::string bytes(kHeaderBytes, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  if (was_left_half_written(file) && (bytes.empty() || bytes[0] == '\0')) return {};  // killed while it made the file
  if (bytes.empty()) return may_be_empty ? base::Problems() : base::Problems{problem(file, "is empty", "modus log CASE adds a forecast to it")};
  return check_header(file, bytes);
}

/// A statement that is finalised on the way out.
class Query {
 public:
  Query(sqlite3* handle, const char* sql) { code_ = sqlite3_prepare_v2(handle, sql, -1, &statement_, nullptr); }
  ~Query() { sqlite3_finalize(statement_); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  void bind(int place, std::int64_t value) { note(sqlite3_bind_int64(statement_, place, value)); }
  void bind(int place, const std::string& text) {
    note(sqlite3_bind_text64(statement_, place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  /// SQLITE_ROW, SQLITE_DONE, or the first error met.
  int step() { return code_ == SQLITE_OK ? sqlite3_step(statement_) : code_; }
  [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] std::string text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  }

 private:
  void note(int code) {
    if (code_ == SQLITE_OK) code_ = code;
  }
  sqlite3_stmt* statement_ = nullptr;
  int code_ = SQLITE_OK;
};

std::string fix_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "wait until the other program is done, and do this again";
    case SQLITE_FULL:
    case SQLITE_IOERR: return "make room on the disk, or keep the log elsewhere";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT: return kTakeCopy;
    default: return "check the permissions of the file and its folder";
  }
}

}  // namespace

base::Problems LogDatabase::failed(int code) const {
  const bool damaged = (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB;
  const std::string said = sqlite3_errstr(code);
  return {problem(file_, damaged ? "the forecast log is damaged: " + said : "the forecast log cannot be used: " + said, fix_of(code))};
}

base::Result<std::unique_ptr<LogDatabase>> LogDatabase::connect(const fs::path& file, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(fs::absolute(file).c_str(), &handle, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<LogDatabase> database(new LogDatabase(file, handle));
  if (code != SQLITE_OK) return database->failed(code);
  sqlite3_busy_timeout(handle, kWaitMilliseconds);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kMostRowBytes);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  base::Problems problems = database->run("PRAGMA synchronous = EXTRA; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
  if (!problems.empty()) return problems;
  return database;
}

base::Result<std::unique_ptr<LogDatabase>> LogDatabase::open(const fs::path& file, bool may_write) {
  base::Problems problems = check_first_bytes(file, may_write);
  if (!problems.empty()) return problems;
  const bool put_back = was_left_half_written(file);
  auto database = connect(file, may_write || put_back ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  if (!database.ok() || !put_back) return database;
  problems = database.value()->ask("SELECT count(*) FROM sqlite_schema").ok() ? check_first_bytes(file, may_write) : database.value()->failed(SQLITE_CORRUPT);
  if (!problems.empty()) return problems;
  return database;
}

base::Result<std::unique_ptr<LogDatabase>> LogDatabase::make(const fs::path& file) {
  return connect(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

LogDatabase::~LogDatabase() { sqlite3_close(handle_); }

base::Problems LogDatabase::run(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? base::Problems() : failed(sqlite3_extended_errcode(handle_));
}

base::Result<std::string> LogDatabase::ask(const char* sql) {
  Query query(handle_, sql);
  const int code = query.step();
  if (code == SQLITE_ROW) return query.text(0);
  if (code == SQLITE_DONE) return std::string();
  return failed(code);
}

base::Result<std::string> LogDatabase::schema() {
  Query query(handle_, kListSchema);
  std::string found;
  int code = query.step();
  for (; code == SQLITE_ROW; code = query.step()) found += query.text(0) + "\n";
  if (code != SQLITE_DONE) return failed(code);
  return found;
}

base::Problems LogDatabase::check() {
  const auto integrity = ask("PRAGMA integrity_check(1)");
  if (!integrity.ok()) return integrity.problems();
  if (integrity.value() != "ok") return {problem(file_, "the forecast log is damaged: its pages do not fit together", kTakeCopy)};
  const auto found = schema();
  if (!found.ok()) return found.problems();
  if (found.value().empty() || found.value() == expected_schema()) return {};
  return {problem(file_, "the forecast log was changed by another program: its tables are not as they were made", kTakeCopy)};
}

base::Problems LogDatabase::begin_reading() { return run("BEGIN"); }

base::Problems LogDatabase::begin_writing() {
  base::Problems problems = run("BEGIN IMMEDIATE");
  if (!problems.empty()) return problems;
  const auto found = schema();
  problems = !found.ok() ? found.problems() : found.value().empty() ? run(kSchema) : base::Problems();
  if (!problems.empty()) rollback();
  return problems;
}

base::Problems LogDatabase::commit() {
  base::Problems problems = run("COMMIT");
  if (!problems.empty()) rollback();
  return problems;
}

void LogDatabase::rollback() { sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr); }

base::Problems LogDatabase::entries_after(std::int64_t number, const std::function<bool(StoredEntry)>& take) {
  const auto found = schema();
  if (!found.ok() || found.value().empty()) return found.ok() ? base::Problems() : found.problems();
  Query query(handle_, "SELECT number, kind, forecast, content, sha256 FROM entry WHERE number > ? ORDER BY number");
  query.bind(1, number);
  int code = query.step();
  for (; code == SQLITE_ROW; code = query.step()) {
    if (!take({query.number(0), query.text(1), query.number(2), query.text(3), query.text(4)})) return {};
  }
  return code == SQLITE_DONE ? base::Problems() : failed(code);
}

base::Problems LogDatabase::insert(const StoredEntry& entry) {
  Query query(handle_, "INSERT INTO entry(number, kind, forecast, content, sha256) VALUES (?, ?, ?, ?, ?)");
  query.bind(1, entry.number);
  query.bind(2, entry.kind);
  query.bind(3, entry.forecast);
  query.bind(4, entry.content);
  query.bind(5, entry.sha256);
  const int code = query.step();
  return code == SQLITE_DONE ? base::Problems() : failed(code);
}

}  // namespace modus::formats
