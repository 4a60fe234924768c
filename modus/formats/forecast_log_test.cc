#include "modus/formats/forecast_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>

#include "modus/formats/forecasts_for_tests.h"

namespace modus::formats {
namespace {

namespace fs = std::filesystem;
using Access = ForecastLog::Access;
using findings::LoggedForecast;
using findings::Resolution;
using testing::HasSubstr;

std::string bytes_of(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

void put_bytes(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes; }

class ForecastLogFile : public testing::Test {
 protected:
  ForecastLogFile() {
    std::string name = (fs::temp_directory_path() / "modus-log-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    file_ = folder_ / "talks.forecasts.db";
  }
  ~ForecastLogFile() override { fs::remove_all(folder_); }

  ForecastLog open(Access access = Access::kAppend) const {
    auto log = ForecastLog::open(file_, access);
    if (!log.ok()) throw std::runtime_error(base::describe(log.problems().front()));
    return std::move(log.value());
  }
  std::string fault(Access access = Access::kRead) const {
    const auto log = ForecastLog::open(file_, access);
    return log.ok() ? "" : base::describe(log.problems().front());
  }
  /// Three forecasts, the first resolved.
  void fill() const {
    ForecastLog log = open();
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(log.append(any_forecast()).ok());
    ASSERT_THAT(log.append({came(1, "2026-04-01")}), testing::IsEmpty());
  }
  /// As some other program would do to the file.
  void run_sql(const std::string& sql) const {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(file_.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }

  fs::path folder_, file_;
};

TEST_F(ForecastLogFile, GivesBackWhatWasAdded) {
  const LoggedForecast forecast = any_forecast();
  ForecastLog log = open();
  ASSERT_EQ(log.append(forecast).value(), 1);
  ASSERT_EQ(log.append(forecast).value(), 2);
  ASSERT_THAT(log.append({came(2, "2026-04-01")}), testing::IsEmpty());
  const LogContent content = content_of(open(Access::kRead).entries());
  ASSERT_EQ(content.forecasts.size(), 2U);
  expect_same(content.forecasts[0], forecast);
  EXPECT_EQ(content.forecasts[1].id, 2);
  ASSERT_EQ(content.resolutions.size(), 1U);
  EXPECT_EQ(content.resolutions[0].forecast, 2);
  EXPECT_EQ(content.resolutions[0].happened, came(2, "2026-04-01").happened);
  EXPECT_EQ(open(Access::kRead).seal(), log.seal());
}

TEST_F(ForecastLogFile, IsNotMadeByOpeningOrByWhatIsRefused) {
  ForecastLog log = open();
  EXPECT_TRUE(log.entries().empty());
  LoggedForecast wrong = any_forecast();
  wrong.chances.front().second = 1.5;
  EXPECT_FALSE(log.append(wrong).ok());
  EXPECT_FALSE(log.append({came(1, "2026-04-01")}).empty());
  EXPECT_FALSE(fs::exists(file_));
  EXPECT_THAT(fault(), HasSubstr("there is no such forecast log"));
}

TEST_F(ForecastLogFile, RefusesAllResolutionsWhereOneIsWrong) {
  fill();
  ForecastLog log = open();
  const auto problems = log.append({came(2, "2026-04-01"), came(7, "2026-04-01"), came(3, "2025-01-01")});
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_THAT(base::describe(problems[0]), HasSubstr("there is no forecast 7"));
  EXPECT_THAT(base::describe(problems[1]), HasSubstr("lies before the forecast"));
  EXPECT_EQ(open(Access::kRead).entries().size(), 4U);
  EXPECT_EQ(log.entries().size(), 4U);
}

TEST_F(ForecastLogFile, RefusesToChangeOrDelete) {
  fill();
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &handle), SQLITE_OK);
  for (const char* sql : {"UPDATE entry SET content = '' WHERE number = 1", "DELETE FROM entry", "DELETE FROM entry WHERE number = 4",
                          "INSERT OR REPLACE INTO entry VALUES (1, 'forecast', 1, '', '')", "INSERT INTO entry VALUES (9, 'forecast', 9, '', '')"}) {
    EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_CONSTRAINT) << sql;
  }
  sqlite3_close(handle);
  EXPECT_EQ(fault(), "");
}

TEST_F(ForecastLogFile, IsReadableWithAnSqliteShell) {
  fill();
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &handle), SQLITE_OK);
  std::string found;
  const auto note = [](void* to, int, char** columns, char**) {
    *static_cast<std::string*>(to) += std::string(columns[0]) + " " + columns[1] + "\n";
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(handle, "SELECT id, event FROM forecasts WHERE id = 2 UNION ALL SELECT forecast, happened FROM resolutions", note, &found, nullptr), SQLITE_OK);
  sqlite3_close(handle);
  EXPECT_EQ(found, "2 " + any_forecast().event + "\n1 2026-04-01\n");
}

struct Harm {
  std::string name, sql, says;
};

class HarmedLog : public ForecastLogFile, public testing::WithParamInterface<Harm> {};

TEST_P(HarmedLog, IsRefusedAndLeftAsItIs) {
  fill();
  run_sql(GetParam().sql);
  const std::string before = bytes_of(file_);
  EXPECT_THAT(fault(Access::kRead), HasSubstr(GetParam().says));
  EXPECT_THAT(fault(Access::kAppend), HasSubstr(GetParam().says));
  EXPECT_EQ(bytes_of(file_), before);
}

INSTANTIATE_TEST_SUITE_P(
    Harms, HarmedLog,
    testing::Values(Harm{"OtherApplication", "PRAGMA application_id = 7", "another application"},
                    Harm{"NewerVersion", "PRAGMA user_version = 2", "form 2"}, Harm{"NoVersion", "PRAGMA user_version = 0", "form 0"},
                    Harm{"DroppedTrigger", "DROP TRIGGER entry_changed", "its tables are not as they were made"},
                    Harm{"AddedTable", "CREATE TABLE more(x)", "its tables are not as they were made"},
                    Harm{"AddedTrigger", "CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END", "its tables are not as they were made"},
                    Harm{"OtherJournal", "PRAGMA journal_mode = WAL", "another way of writing"}),
    [](const auto& harm) { return harm.param.name; });

/// Entries changed by somebody who takes the triggers away for it and puts them back.
class ForgedLog : public ForecastLogFile, public testing::WithParamInterface<const char*> {};

TEST_P(ForgedLog, IsToldByItsHashes) {
  fill();
  std::string triggers;
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &handle), SQLITE_OK);
  const auto note = [](void* to, int, char** columns, char**) {
    *static_cast<std::string*>(to) += std::string(columns[0]) + ";\n";
    return 0;
  };
  sqlite3_exec(handle, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", note, &triggers, nullptr);
  sqlite3_close(handle);
  run_sql(std::string("DROP TRIGGER entry_added; DROP TRIGGER entry_changed; DROP TRIGGER entry_deleted; ") + GetParam() + "; " + triggers);
  const std::string before = bytes_of(file_);
  for (const Access access : {Access::kRead, Access::kAppend}) EXPECT_THAT(fault(access), HasSubstr("the forecast log is damaged: entry "));
  EXPECT_EQ(bytes_of(file_), before);
}

INSTANTIATE_TEST_SUITE_P(Edits, ForgedLog,
                         testing::Values("UPDATE entry SET content = replace(content, '0.05', '0.15') WHERE number = 2", "DELETE FROM entry WHERE number = 2",
                                         "DELETE FROM entry WHERE number = 1", "UPDATE entry SET forecast = 3 WHERE number = 4",
                                         "UPDATE entry SET sha256 = lower(hex(zeroblob(32))) WHERE number = 1",
                                         "UPDATE entry SET number = 5 WHERE number = 4"));

TEST_F(ForecastLogFile, RefusesOtherThingsThanLogs) {
  put_bytes(file_, "as_of: 2026-03-14\n");
  EXPECT_THAT(fault(Access::kAppend), HasSubstr("is no forecast log"));
  put_bytes(file_, "");
  EXPECT_THAT(fault(Access::kRead), HasSubstr("is empty"));
  fs::remove(file_);
  run_sql("CREATE TABLE t(x)");
  EXPECT_THAT(fault(Access::kAppend), HasSubstr("another application"));
  fs::remove(file_);
  fs::create_directory(file_);
  EXPECT_THAT(fault(Access::kAppend), HasSubstr("folder or device"));
  fs::remove(file_);
  fs::create_symlink(folder_ / "elsewhere.db", file_);
  EXPECT_THAT(fault(Access::kAppend), HasSubstr("is a link"));
  fs::remove(file_);
  file_ = folder_ / "nowhere" / "talks.db";
  auto log = ForecastLog::open(file_, Access::kAppend);
  EXPECT_THAT(base::describe(log.value().append(any_forecast()).problems().front()), HasSubstr("unable to open"));
  EXPECT_FALSE(fs::exists(file_.parent_path()));
}

TEST_F(ForecastLogFile, CutOffOrOverwrittenNeverGivesOtherEntriesAndStaysAsItIs) {
  fill();
  const std::string whole = bytes_of(file_);
  const auto entries = open(Access::kRead).entries();
  std::size_t refused = 0, harms = 0;
  const auto look = [&](const std::string& harmed) {
    put_bytes(file_, harmed);
    for (const Access access : {Access::kRead, Access::kAppend}) {
      const auto log = ForecastLog::open(file_, access);
      if (log.ok()) {
        EXPECT_EQ(entries.size(), log.value().entries().size());
      }
      if (!log.ok()) ++refused;
      ++harms;
    }
    EXPECT_EQ(bytes_of(file_), harmed);
  };
  for (std::size_t length = 1; length < whole.size(); length += 997) look(whole.substr(0, length));
  EXPECT_EQ(refused, harms);
  for (std::size_t place = 0; place < whole.size(); place += 61) {
    std::string flipped = whole;
    flipped[place] = static_cast<char>(flipped[place] ^ 0x55);
    look(flipped);
  }
  EXPECT_GT(refused, harms / 20);  // much of a page is room that nothing stands in
}

TEST_F(ForecastLogFile, EveryChangedLetterOfAnEntryIsNoticed) {
  fill();
  const std::string whole = bytes_of(file_);
  const std::size_t start = whole.find("{\"id\":2,");
  ASSERT_NE(start, std::string::npos);
  for (std::size_t place = start; place < start + 300; place += 7) {
    std::string flipped = whole;
    flipped[place] = static_cast<char>(flipped[place] ^ 1);
    put_bytes(file_, flipped);
    EXPECT_NE(fault(), "") << place;
    EXPECT_EQ(bytes_of(file_), flipped);
  }
}

/// Runs the body in a process of its own.
pid_t in_another_process(const std::function<void()>& body) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  body();
  ::_exit(0);
}

TEST_F(ForecastLogFile, LosesNothingAcknowledgedWhenKilled) {
  for (int round = 0; round < 3; ++round) {
    int ends[2] = {};
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = in_another_process([&] {
      auto log = ForecastLog::open(file_, Access::kAppend);
      for (;;) {
        const std::int64_t id = log.value().append(any_forecast()).value();
        if (::write(ends[1], &id, sizeof id) != sizeof id) ::_exit(1);
      }
    });
    std::int64_t acknowledged = 0;
    for (int i = 0; i < 20 + round; ++i) ASSERT_EQ(::read(ends[0], &acknowledged, sizeof acknowledged), static_cast<ssize_t>(sizeof acknowledged));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ends[1]);
    while (::read(ends[0], &acknowledged, sizeof acknowledged) == static_cast<ssize_t>(sizeof acknowledged)) {
    }
    ::close(ends[0]);
    EXPECT_GE(static_cast<std::int64_t>(open(Access::kRead).entries().size()), acknowledged);
  }
}

TEST_F(ForecastLogFile, TakesEntriesOfTwoWritersAtOnce) {
  constexpr int kEach = 200;
  const auto append_many = [&] {
    auto log = ForecastLog::open(file_, Access::kAppend);
    for (int i = 0; i < kEach; ++i) {
      if (!log.ok() || !log.value().append(any_forecast()).ok()) ::_exit(1);
    }
  };
  const pid_t one = in_another_process(append_many), other = in_another_process(append_many);
  int first = 1, second = 1;
  ::waitpid(one, &first, 0);
  ::waitpid(other, &second, 0);
  EXPECT_EQ(first, 0);
  EXPECT_EQ(second, 0);
  const auto entries = open(Access::kRead).entries();
  ASSERT_EQ(entries.size(), 2U * kEach);
  EXPECT_EQ(std::get<LoggedForecast>(entries.back()).id, 2 * kEach);
}

TEST_F(ForecastLogFile, SeesWhatAnotherHasAddedMeanwhile) {
  ForecastLog log = open();
  ASSERT_TRUE(log.append(any_forecast()).ok());
  ASSERT_TRUE(open().append(any_forecast()).ok());
  EXPECT_EQ(log.append(any_forecast()).value(), 3);
  EXPECT_EQ(log.entries().size(), 3U);
}

TEST_F(ForecastLogFile, ImportsWhatItDoesNotHave) {
  fill();
  const auto entries = open(Access::kRead).entries();
  file_ = folder_ / "other.db";
  {
    ForecastLog other = open();
    LoggedForecast own = any_forecast();
    own.event = "another event";
    ASSERT_TRUE(other.append(own).ok());
    const Imported added = other.import(entries).value();
    EXPECT_EQ(added.forecasts, 1U);  // the three are alike
    EXPECT_EQ(added.resolutions, 1U);
    EXPECT_EQ(added.skipped, 2U);
    EXPECT_EQ(other.import(entries).value().skipped, 4U);
  }
  const LogContent content = content_of(open(Access::kRead).entries());
  ASSERT_EQ(content.forecasts.size(), 2U);
  EXPECT_EQ(content.resolutions.at(0).forecast, 2);
}

}  // namespace
}  // namespace modus::formats
