#include "modus/formats/write_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "modus/formats/read_text_file.h"
#include "modus/formats/test_texts.h"

namespace modus::formats {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class WriteFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("modus_write_file_test_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override {
    fs::permissions(folder_, fs::perms::owner_all);
    fs::remove_all(folder_);
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder_)) all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    return all;
  }
  [[nodiscard]] std::string content(const std::string& name) const {
    return read_text_file(folder_ / name, 1U << 20U).value();
  }

  fs::path folder_;
};

TEST_F(WriteFile, WritesANewFileAndNothingElse) {
  const std::string bytes("by\0tes\n", 7);
  EXPECT_TRUE(write_file(folder_ / "a", bytes).empty());
  EXPECT_EQ(content("a"), bytes);
  EXPECT_EQ(names(), std::vector<std::string>{"a"});
}

TEST_F(WriteFile, ReplacesAFileAndKeepsItsPermissions) {
  write_bytes(folder_ / "a", "old and longer");
  fs::permissions(folder_ / "a", fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_TRUE(write_file(folder_ / "a", "new").empty());
  EXPECT_EQ(content("a"), "new");
  EXPECT_EQ(fs::status(folder_ / "a").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(WriteFile, FollowsALink) {
  write_bytes(folder_ / "a", "old");
  fs::create_symlink("a", folder_ / "link");
  EXPECT_TRUE(write_file(folder_ / "link", "new").empty());
  EXPECT_EQ(content("a"), "new");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
}

TEST_F(WriteFile, TellsThatTheFolderIsMissing) {
  const base::Problems problems = write_file(folder_ / "none/a", "x");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(base::describe(problems[0]), HasSubstr("none/a: cannot be written: No such file"));
  EXPECT_THAT(problems[0].fix, HasSubstr("make the folder"));
}

TEST_F(WriteFile, TellsThatThePathIsAFolder) {
  EXPECT_THAT(write_file(folder_, "x").at(0).what, HasSubstr("directory"));
}

// Nobody, not even root, makes files there.
TEST_F(WriteFile, TellsThatTheFolderMayNotBeWritten) {
  EXPECT_THAT(write_file("/proc/modus", "x").at(0).what, HasSubstr("cannot be written"));
}

TEST_F(WriteFile, TellsThatADeviceIsFull) {
  EXPECT_THAT(write_file("/dev/full", "x").at(0).what, HasSubstr("No space left"));
}

TEST_F(WriteFile, LeavesTheOldFileAndNoTemporaryWhereTheDiskFillsUpMidway) {
  write_bytes(folder_ / "a", "old");
  // Files of this process may not grow beyond 4 KiB for a moment: the second write fails, as on a full disk.
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{4096, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const base::Problems problems = write_file(folder_ / "a", std::string(100'000, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(content("a"), "old");
  EXPECT_EQ(names(), std::vector<std::string>{"a"});
}

}  // namespace
}  // namespace modus::formats
