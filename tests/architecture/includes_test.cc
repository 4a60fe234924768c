/// \file Who may include whom: CMakeLists.txt says it to the linker, this test holds the text to it.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/support/files.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;
using Rooms = std::map<std::string, std::set<std::string>>;

/// The directions as they were decided: room, and what it may use besides what those use.
const Rooms& decided() {
  static const Rooms table = {
      {"base", {}},
      {"case_model", {"base"}},
      {"documents", {"base"}},
      {"reading", {"documents", "case_model"}},
      {"model_reader", {"reading"}},
      {"drafting", {"reading", "case_model"}},
      {"findings", {"case_model"}},
      {"preference", {"case_model", "findings"}},
      {"zone", {"preference"}},
      {"blockers", {"zone"}},
      {"inquiry", {"blockers"}},
      {"timing", {"blockers"}},
      {"formats", {"findings"}},
      {"brief", {"findings"}},
      {"verify", {"findings"}},
      {"catalogue", {"inquiry", "timing", "formats", "brief", "verify", "drafting", "model_reader"}},
  };
  return table;
}

/// What the room reaches, itself included.
std::set<std::string> reach(const Rooms& rooms, const std::string& room) {
  std::set<std::string> all = {room};
  for (const std::string& below : rooms.at(room)) all.merge(reach(rooms, below));
  return all;
}

/// The rows `modus_room(name USES ...)` of CMakeLists.txt, of rooms only.
Rooms rooms_of_the_build() {
  const std::string text = read_file(source_folder() / "CMakeLists.txt");
  const std::regex row(R"(modus_room\((\w+)([^)]*)\))");
  const std::regex use(R"(modus_(\w+))");
  Rooms rooms;
  for (std::sregex_iterator match(text.begin(), text.end(), row), end; match != end; ++match) {
    std::set<std::string>& uses = rooms[(*match)[1]];
    const std::string rest = (*match)[2];
    for (std::sregex_iterator name(rest.begin(), rest.end(), use); name != end; ++name) uses.insert((*name)[1]);
  }
  return rooms;
}

std::vector<fs::path> sources_of(const fs::path& folder) {
  std::vector<fs::path> all = files_below(folder, ".cc");
  for (fs::path& header : files_below(folder, ".h")) all.push_back(std::move(header));
  return all;
}

/// The project's own files that a file includes.
std::vector<std::string> own_includes(const fs::path& file) {
  static const std::regex line(R"re(^#include "([^"]+)")re");
  std::vector<std::string> found;
  for (const std::string& text : lines_of(read_file(file))) {
    std::smatch match;
    if (std::regex_search(text, match, line)) found.push_back(match[1]);
  }
  return found;
}

bool is_test(const fs::path& file) { return file.filename().string().ends_with("_test.cc"); }

TEST(Architecture, TheBuildLinksRoomsAsDecided) { EXPECT_EQ(rooms_of_the_build(), decided()); }

TEST(Architecture, EveryRoomIsAFolderWithARow) {
  for (const fs::directory_entry& entry : fs::directory_iterator(source_folder() / "modus")) {
    EXPECT_TRUE(decided().contains(entry.path().filename())) << entry.path();
  }
}

TEST(Architecture, RoomsIncludeOnlyDownward) {
  for (const auto& [room, uses] : decided()) {
    const std::set<std::string> allowed = reach(decided(), room);
    for (const fs::path& file : sources_of(source_folder() / "modus" / room)) {
      for (const std::string& include : own_includes(file)) {
        if (include.ends_with(".inc")) continue;  // made by the build
        ASSERT_TRUE(include.starts_with("modus/")) << file << " includes " << include << ", which is no path from the top";
        const std::string of = include.substr(6, include.find('/', 6) - 6);
        EXPECT_TRUE(allowed.contains(of)) << file << " includes " << include;
      }
    }
  }
}

TEST(Architecture, WhatIsIncludedIsThere) {
  for (const char* folder : {"modus", "tests", "apps"}) {
    for (const fs::path& file : sources_of(source_folder() / folder)) {
      for (const std::string& include : own_includes(file)) {
        if (include.ends_with(".inc")) continue;  // made by the build
        EXPECT_TRUE(fs::exists(source_folder() / include)) << file << " includes " << include;
      }
    }
  }
}

TEST(Architecture, VerifyAndBriefKnowNoAlgorithm) {
  for (const char* room : {"verify", "brief", "formats"}) {
    for (const char* algorithm : {"preference", "zone", "blockers", "inquiry", "timing"}) {
      EXPECT_FALSE(reach(decided(), room).contains(algorithm));
    }
  }
}

TEST(Architecture, TheFolderIsTheNamespace) {
  for (const auto& [room, uses] : decided()) {
    for (const fs::path& file : sources_of(source_folder() / "modus" / room)) {
      const std::string text = read_file(file);
      const bool has_own = text.find("namespace modus::" + room) != std::string::npos;
      EXPECT_TRUE(has_own || is_test(file)) << file << " has no namespace modus::" << room;
    }
  }
}

TEST(Architecture, EveryHeaderSaysWhatItIsFor) {
  for (const char* folder : {"modus", "apps", "tests"}) {
    for (const fs::path& header : files_below(source_folder() / folder, ".h")) {
      const std::string text = read_file(header);
      EXPECT_TRUE(text.starts_with("/// \\file ")) << header;
      EXPECT_NE(text.find("#pragma once"), std::string::npos) << header;
    }
  }
}

TEST(Architecture, TheEngineNeverPrintsExitsOrAborts) {
  const std::regex forbidden(R"(std::(cout|cerr|clog|exit|abort|terminate|print)\b|\b(printf|fprintf|puts|exit|abort|_exit)\s*\()");
  for (const fs::path& file : sources_of(source_folder() / "modus")) {
    if (is_test(file)) continue;
    int number = 0;
    for (const std::string& line : lines_of(read_file(file))) {
      ++number;
      const std::string code = line.substr(0, line.find("//"));
      EXPECT_FALSE(std::regex_search(code, forbidden)) << file << ":" << number << ": " << line;
    }
  }
}

TEST(Architecture, FilesHaveAtMostFourHundredLines) {
  for (const char* folder : {"modus", "apps", "tests", "bench"}) {
    for (const fs::path& file : sources_of(source_folder() / folder)) {
      EXPECT_LE(lines_of(read_file(file)).size(), 400U) << file;
    }
  }
}

TEST(Architecture, NothingIsLeftForLater) {
  const std::regex later(R"(\b(TO)(DO)\b|\bFIX(ME)\b|\bXX(X)\b)");
  for (const char* folder : {"modus", "apps", "tests", "bench"}) {
    for (const fs::path& file : sources_of(source_folder() / folder)) {
      EXPECT_FALSE(std::regex_search(read_file(file), later)) << file;
    }
  }
}

}  // namespace
}  // namespace modus::tests
