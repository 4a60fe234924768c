/// \file The verb `ask`: questions, and answers entered into the case.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kTutorial = "'" MODUS_SOURCE_DIR "/cases/tutorial.yaml'";
const std::string kCopy = "cp -r '" MODUS_SOURCE_DIR "/cases/.' . && ";

json asked(const std::string& options) {
  const ProgramRun run = run_shell("modus ask " + kTutorial + " --json --scenarios 2048 " + options);
  EXPECT_EQ(run.status, 0) << run.err;
  return json::parse(run.out).at("result");
}

TEST(Ask, ListsQuestionsWithTheirAnswersAndTheCeiling) {
  const json result = asked("");
  ASSERT_FALSE(result.at("questions").empty());
  for (const json& question : result.at("questions")) {
    for (const char* key : {"id", "text", "party", "kind", "value", "gain", "in_private", "in_public"}) EXPECT_TRUE(question.contains(key)) << key;
    EXPECT_TRUE(question.at("text").get<std::string>().ends_with("?"));
    EXPECT_LE(question.at("gain").get<double>(), result.at("ceiling").get<double>() + 1e-6);
    EXPECT_LE(question.at("in_private").at("gain").get<double>(), question.at("gain").get<double>());
    ASSERT_EQ(question.at("answers").size(), 2U);
    EXPECT_EQ(question.at("answers").at(0).at("answer"), "yes");
  }
}

TEST(Ask, ListsNoMoreThanAskedFor) {
  EXPECT_EQ(asked("--most 2").at("questions").size(), 2U);
  EXPECT_EQ(asked("--in public --most 1").at("in"), "public");
}

TEST(Ask, IsConfirmedBySeparateChecks) {
  const ProgramRun run = run_shell("modus ask " + kTutorial + " --scenarios 1024 --verify");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("question 1"), std::string::npos) << run.err;
}

TEST(Ask, WritesThePageItIsAskedFor) {
  const ProgramRun run = run_shell("modus ask " + kTutorial + " --scenarios 1024 -o ask.md && head -1 ask.md");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("What to ask"), std::string::npos) << run.out;
}

TEST(Ask, EntersAnAnswerSaysWhatItWroteAndWhatToRunNext) {
  const std::string id = asked("").at("questions").at(0).at("id");
  const ProgramRun run = run_shell(kCopy + "modus ask tutorial.yaml --answer " + id + "=no --by 'Old Ana' --quote 'well, no' && modus check tutorial.yaml");
  EXPECT_EQ(run.status, 0) << run.err << run.out;
  EXPECT_NE(run.out.find("entered as asked-1: "), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("Next: modus ask tutorial.yaml"), std::string::npos) << run.out;
  const ProgramRun text = run_shell(kCopy + "modus ask tutorial.yaml --answer " + id + "=no --by 'Old Ana' --quote 'well, no' > told; cat tutorial.yaml");
  for (const char* words : {"asked-1", "Old Ana", "well, no", "caucus", "asked in private: "}) {
    EXPECT_NE(text.out.find(words), std::string::npos) << words << "\n" << text.out;
  }
}

TEST(Ask, EntersAllAnswersOrNone) {
  const std::string id = asked("").at("questions").at(0).at("id");
  const ProgramRun run = run_shell(kCopy + "modus ask tutorial.yaml --answer " + id + "=yes --answer limit:nobody:s1=yes; s=$?; cmp tutorial.yaml " + kTutorial + "; exit $s");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("asks a party that the case does not have"), std::string::npos) << run.err;
}

TEST(Ask, RefusesWhatCannotBe) {
  const std::string id = asked("").at("questions").at(0).at("id");
  struct Wrong {
    std::string options, says;
  };
  for (const Wrong& wrong : {Wrong{"--answer " + id, "has no answer"}, Wrong{"--answer " + id + "=perhaps", "answer yes or no"},
                             Wrong{"--answer what=yes", "there is no question"}, Wrong{"--answer " + id + "=yes --on 2026-12-01", "as_of"},
                             Wrong{"--answer " + id + "=yes --on tuesday", "is no day"},
                             Wrong{"--answer " + id + "=yes --label norah", "there is no party"}}) {
    const ProgramRun run = run_shell(kCopy + "modus ask tutorial.yaml " + wrong.options + "; s=$?; cmp tutorial.yaml " + kTutorial + "; exit $s");
    EXPECT_EQ(run.status, 1) << wrong.options;
    EXPECT_EQ(run.out, "") << wrong.options;
    EXPECT_NE(run.err.find(wrong.says), std::string::npos) << wrong.options << run.err;
  }
  EXPECT_EQ(run_shell("modus ask " + kTutorial + " --answer " + id + "=yes --channel pigeon").status, 2);
  EXPECT_EQ(run_shell("modus ask - --answer " + id + "=yes", read_file(source_folder() / "cases/tutorial.yaml")).status, 1);
}

}  // namespace
}  // namespace modus::tests
