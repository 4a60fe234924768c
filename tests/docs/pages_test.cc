/// \file The pages of docs/ against what is there: links, tables, examples, commands.
#include <gtest/gtest.h>

#include <regex>

#include "modus/case_model/defaults.h"
#include "modus/case_model/likelihood.h"
#include "modus/catalogue/verbs.h"
#include "modus/formats/read_case.h"
#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> pages() {
  std::vector<fs::path> all = files_below(source_folder() / "docs", ".md");
  all.push_back(source_folder() / "README.md");
  all.push_back(source_folder() / "cases/README.md");
  return all;
}

/// The texts of a page's fenced blocks of one language.
std::vector<std::string> blocks_of(const fs::path& page, const std::string& language) {
  std::vector<std::string> blocks;
  bool inside = false;
  for (const std::string& line : lines_of(read_file(page))) {
    if (!inside && line == "```" + language) {
      inside = true;
      blocks.emplace_back();
    } else if (inside && line.starts_with("```")) {
      inside = false;
    } else if (inside) {
      blocks.back() += line + "\n";
    }
  }
  return blocks;
}

/// The cells of the first table row whose first cell is `key`.
std::vector<std::string> row_of(const std::string& page, const std::string& key) {
  for (const std::string& line : lines_of(page)) {
    if (!line.starts_with("| " + key + " |")) continue;
    std::vector<std::string> cells;
    static const std::regex cell(R"(\|\s*([^|]*?)\s*(?=\|))");
    for (std::sregex_iterator match(line.begin(), line.end(), cell), end; match != end; ++match) cells.push_back((*match)[1]);
    return cells;
  }
  ADD_FAILURE() << "no row " << key;
  return {""};
}

std::string code(std::string_view word) { return "`" + std::string(word) + "`"; }

TEST(Pages, LinksLeadSomewhere) {
  static const std::regex link(R"(\]\(([^)#\s]+)(#[^)]*)?\))");
  for (const fs::path& page : pages()) {
    const std::string text = read_file(page);
    for (std::sregex_iterator match(text.begin(), text.end(), link), end; match != end; ++match) {
      const std::string target = (*match)[1];
      EXPECT_TRUE(target.starts_with("http") || fs::exists(page.parent_path() / target)) << page << ": " << target;
    }
  }
}

TEST(Pages, WordsGivesTheScaleOfTheProgram) {
  const std::string page = read_file(source_folder() / "docs/words.md");
  for (const case_model::LikelihoodWord& word : case_model::likelihood_scale()) {
    EXPECT_DOUBLE_EQ(std::stod(row_of(page, std::string(word.word)).back()), word.number) << word.word;
  }
}

TEST(Pages, WordsGivesTheDefaultsOfTheProgram) {
  const std::string page = read_file(source_folder() / "docs/words.md");
  const case_model::Defaults defaults;
  for (std::size_t k = 0; k < case_model::kStatementKinds; ++k) {
    const std::string_view kind = case_model::word_of(static_cast<case_model::StatementKind>(k));
    EXPECT_DOUBLE_EQ(std::stod(row_of(page, code(kind)).back()), defaults.meant[k]) << kind;
  }
  for (std::size_t k = 0; k < case_model::kChannels; ++k) {
    const std::string_view channel = case_model::word_of(static_cast<case_model::Channel>(k));
    EXPECT_DOUBLE_EQ(std::stod(row_of(page, code(channel)).back()), defaults.said[k]) << channel;
  }
}

TEST(Pages, MethodGivesTheDefaultsOfTheProgram) {
  const std::string page = read_file(source_folder() / "docs/method.md");
  const case_model::Defaults defaults;
  const auto meant = [&](const std::string& key) { return std::stod(row_of(page, key).at(1)); };
  const auto of = [&](case_model::StatementKind kind) { return defaults.meant[static_cast<std::size_t>(kind)]; };
  EXPECT_DOUBLE_EQ(meant("`red_line`"), of(case_model::StatementKind::kRedLine));
  EXPECT_DOUBLE_EQ(meant("`demands` (its limit)"), of(case_model::StatementKind::kDemands));
  EXPECT_DOUBLE_EQ(meant("`demands` (as evidence, key `wants`)"), defaults.wants);
  EXPECT_DOUBLE_EQ(meant("`rejects` a part"), of(case_model::StatementKind::kRejects));
  EXPECT_DOUBLE_EQ(meant("`rejects` a complete package"), defaults.meant_rejects_complete);
}

TEST(Pages, CommandsIsMadeFromTheTableOfVerbs) {
  EXPECT_EQ(read_file(source_folder() / "docs/commands.md"), catalogue::commands_page()) << "run tools/refresh-goldens";
}

TEST(Pages, RoomsNamesHeadersThatAreThere) {
  const std::string page = read_file(source_folder() / "docs/rooms.md");
  static const std::regex header(R"(`(\w+\.h)`)");
  for (const fs::directory_entry& room : fs::directory_iterator(source_folder() / "modus")) {
    const std::string named = row_of(page, code(room.path().filename().string())).back();
    EXPECT_NE(named, "") << room.path();
    for (std::sregex_iterator match(named.begin(), named.end(), header), end; match != end; ++match) {
      EXPECT_TRUE(fs::exists(room.path() / match->str(1))) << room.path() << ": " << named;
    }
  }
}

TEST(Pages, WholeCasesInPagesRead) {
  for (const fs::path& page : pages()) {
    for (const std::string& text : blocks_of(page, "yaml")) {
      const bool whole = text.find("modus: 1") != std::string::npos && text.find("\nissues:") != std::string::npos;
      if (!whole) continue;
      const auto read = formats::read_case(text);
      EXPECT_TRUE(read.ok()) << page << ": " << (read.ok() ? "" : base::describe(read.problems().front()));
    }
  }
}

TEST(Pages, CaseFilePageHasACompleteSmallFile) {
  bool found = false;
  for (const std::string& text : blocks_of(source_folder() / "docs/case-file.md", "yaml")) {
    found = found || formats::read_case(text).ok();
  }
  EXPECT_TRUE(found);
}

TEST(Pages, WhatTheReadmeShowsIsWhatComesOut) {
  const std::string brief = read_file(source_folder() / "tests/goldens/expected/ukraine-2025-12.txt");
  const std::vector<std::string> shown = blocks_of(source_folder() / "README.md", "text");
  EXPECT_FALSE(shown.empty());
  for (const std::string& block : shown) EXPECT_NE(brief.find(block), std::string::npos) << block;
}

TEST(Pages, CommandsInTheReadmeRun) {
  for (const std::string& block : blocks_of(source_folder() / "README.md", "console")) {
    for (const std::string& line : lines_of(block)) {
      if (!line.starts_with("$ bin/modus ")) continue;
      const ProgramRun run = run_shell("cp -r '" MODUS_SOURCE_DIR "/cases' .\nmodus " + line.substr(12) + " > shown");
      EXPECT_EQ(run.status, 0) << line << run.err;
    }
  }
}

}  // namespace
}  // namespace modus::tests
