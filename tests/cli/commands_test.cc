/// \file The program as a user drives it: verbs, options, files, pipes.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "modus/catalogue/verbs.h"
#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kTutorial = "'" MODUS_SOURCE_DIR "/cases/tutorial.yaml'";

TEST(Commands, HelpTeachesByExampleForEveryVerb) {
  for (const catalogue::VerbRow& verb : catalogue::verbs()) {
    const ProgramRun run = run_shell("modus " + std::string(verb.name) + " --help");
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.err, "");
    for (const catalogue::Example& example : verb.examples) {
      EXPECT_NE(run.out.find("modus " + std::string(example.line)), std::string::npos) << run.out;
    }
    for (const std::string& line : lines_of(run.out)) EXPECT_LE(line.size(), 80U) << line;
  }
}

TEST(Commands, VersionIsOneLine) { EXPECT_EQ(run_shell("modus --version").out, "modus " + std::string(catalogue::version()) + "\n"); }

TEST(Commands, AWrongCommandLineIsStatusTwo) {
  for (const char* line : {"modus", "modus breif x", "modus zone", "modus zone x y", "modus zone x --sede 1", "modus zone x --seed -1",
                           "modus zone x --seed 1.5", "modus zone x --scenarios 3", "modus zone x --threads 999",
                           "modus new --template navy", "modus check x --seed 1", "modus brief x -o brief.docx"}) {
    const ProgramRun run = run_shell(line);
    EXPECT_EQ(run.status, 2) << line << run.err;
    EXPECT_EQ(run.out, "") << line;
    EXPECT_NE(run.err, "") << line;
  }
}

TEST(Commands, AMistypedVerbIsToldTheNearest) {
  EXPECT_NE(run_shell("modus breif x").err.find("did you mean brief?"), std::string::npos);
}

TEST(Commands, EveryTemplateIsACaseWithABrief) {
  for (const std::string_view name : catalogue::row_of(catalogue::OptionId::kTemplate).choices) {
    const ProgramRun run = run_shell("modus new --template " + std::string(name) + " -o mine.yaml && modus check mine.yaml && "
                                     "modus brief mine.yaml --scenarios 1024");
    EXPECT_EQ(run.status, 0) << name << run.err;
  }
}

TEST(Commands, NewNeverOverwritesUnlessTold) {
  const ProgramRun run = run_shell("echo mine > a.yaml; modus new -o a.yaml; s=$?; cat a.yaml; modus new -o a.yaml --force && "
                                   "head -c 1 a.yaml; exit $s");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out, "mine\n#");
  EXPECT_NE(run.err.find("--force"), std::string::npos) << run.err;
}

TEST(Commands, NewWithoutAFileGoesToStandardOutput) {
  EXPECT_EQ(run_shell("modus new --template peace").out, run_shell("modus new --template peace -o x; cat x").out);
}

TEST(Commands, JsonIsOneObjectWithTheEnvelope) {
  for (const char* verb : {"zone", "blockers", "packages", "brief"}) {
    const ProgramRun run = run_shell(std::string("modus ") + verb + " " + kTutorial + " --json --seed 7 --scenarios 1024");
    ASSERT_EQ(run.status, 0) << run.err;
    const json answer = json::parse(run.out);
    EXPECT_EQ(answer.at("modus"), catalogue::version());
    EXPECT_EQ(answer.at("verb"), verb);
    EXPECT_EQ(answer.at("seed"), 7);
    EXPECT_EQ(answer.at("scenarios"), 1024);
    EXPECT_EQ(answer.at("case").at("as_of"), "2026-05-10");
    EXPECT_EQ(answer.at("case").at("sha256").get<std::string>().size(), 64U);
    EXPECT_TRUE(answer.contains("verdict"));
    EXPECT_TRUE(answer.at("result").is_object());
  }
}

TEST(Commands, BriefJsonHoldsWhatTheOtherVerbsSay) {
  const std::string options = " " + kTutorial + " --json --scenarios 1024";
  const json brief = json::parse(run_shell("modus brief" + options).out).at("result");
  for (const char* verb : {"zone", "blockers", "packages"}) {
    const json own = json::parse(run_shell(std::string("modus ") + verb + options).out).at("result");
    EXPECT_EQ(brief.at(verb), own) << verb;
  }
}

TEST(Commands, TheEndingChoosesTheKindOfBrief) {
  const ProgramRun run = run_shell("for e in html md json txt; do modus brief " + kTutorial +
                                   " --scenarios 1024 -o b.$e || exit 1; done; head -c 15 b.html; head -c 1 b.json; ls");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(run.out.starts_with("<!doctype html>{") || run.out.starts_with("<!DOCTYPE html>{")) << run.out;
  EXPECT_TRUE(run.out.ends_with("b.html\nb.json\nb.md\nb.txt\n")) << "no other file may be left: " << run.out;
}

TEST(Commands, TheTextFileIsWhatTheTerminalShows) {
  const ProgramRun run = run_shell("modus brief " + kTutorial + " --scenarios 1024 > shown; modus brief " + kTutorial +
                                   " --scenarios 1024 -o b.txt; cmp shown b.txt");
  EXPECT_EQ(run.status, 0) << run.out;
}

TEST(Commands, DashIsStandardInput) {
  const std::string text = read_file(source_folder() / "cases/textbook-itex-cypress.yaml");
  const ProgramRun from_input = run_shell("modus zone - --json", text);
  const ProgramRun from_file = run_shell("modus zone '" MODUS_SOURCE_DIR "/cases/textbook-itex-cypress.yaml' --json");
  EXPECT_EQ(from_input.status, 0) << from_input.err;
  EXPECT_EQ(from_input.out, from_file.out);
}

TEST(Commands, APackageOfOnesOwnIsReported) {
  const std::string zone = "modus zone " + kTutorial + " --scenarios 1024 ";
  const ProgramRun run = run_shell(zone + "--json --package 'house=let, payment=80, workshop=nora' --package 'house = sell, workshop = tomas, payment = 60'");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("\"house\": \"let\""), std::string::npos);
  for (const char* wrong : {"'house=let'", "'house=lte, payment=80, workshop=nora'", "'house=let, house=sell, payment=80, workshop=nora'",
                            "'house'", "''", "'house=let and payment=80'", "'house=let, payment=81, workshop=nora'"}) {
    const ProgramRun refused = run_shell(zone + "--package " + wrong);
    EXPECT_EQ(refused.status, 1) << wrong << refused.err;
    EXPECT_NE(refused.err.find("--package"), std::string::npos) << refused.err;
    EXPECT_EQ(refused.out, "");
  }
}

TEST(Commands, VerifyConfirmsTheWorkedCases) {
  const ProgramRun run = run_shell("modus brief " + kTutorial + " --verify --scenarios 1024 >out");
  EXPECT_EQ(run.status, 0) << run.err;
}

TEST(Commands, AReaderThatStopsEndsItQuietly) {
  const ProgramRun run = run_shell("modus brief " + kTutorial + " --scenarios 1024 | head -n 1");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
}

TEST(Commands, AFullDiskIsToldAndIsStatusOne) {
  for (const char* line : {"modus new > /dev/full", "modus --version > /dev/full", "modus new >&-"}) {
    const ProgramRun run = run_shell(line);
    EXPECT_EQ(run.status, 1) << line;
    EXPECT_NE(run.err.find("standard output"), std::string::npos) << line << run.err;
  }
}

TEST(Commands, AFileThatCannotBeWrittenIsStatusOneAndLeavesNothing) {
  for (const char* output : {"nowhere/b.html", "/proc/b.md", "folder.json"}) {
    const ProgramRun run = run_shell("mkdir folder.json; modus brief " + kTutorial + " --scenarios 1024 -o " + output + "; s=$?; ls -A; exit $s");
    EXPECT_EQ(run.status, 1) << output;
    EXPECT_NE(run.err.find(output), std::string::npos) << run.err;
    EXPECT_EQ(run.out, "folder.json\n");
  }
}

TEST(Commands, ADiskThatFillsUpMidwayLeavesTheOldFile) {
  const ProgramRun run = run_shell("echo old > b.html; trap '' XFSZ; ulimit -f 8; modus brief " + kTutorial +
                                   " --scenarios 1024 -o b.html; s=$?; ls -A; cat b.html; exit $s");
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_EQ(run.out, "b.html\nold\n");
}

TEST(Commands, TextForPeopleHasNoColourAndEightyColumns) {
  const ProgramRun run = run_shell("modus brief " + kTutorial + " --scenarios 1024");
  EXPECT_EQ(run.err, "") << "nothing to say besides the answer";
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos);
}

TEST(Commands, TooLittleMemoryIsToldNotDiedOf) {
  const ProgramRun run = run_shell("ulimit -v 150000; modus brief " + kTutorial + " --scenarios 1000000 --threads 1");
  EXPECT_TRUE(run.status == 0 || run.status == 1 || run.status == 3) << run.status << run.err;
}

}  // namespace
}  // namespace modus::tests
