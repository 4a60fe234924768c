/// \file The single text as a mediator's team works on it: rounds, reactions, agreement, all through the
/// program.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kCopy = "cp -r '" MODUS_SOURCE_DIR "/cases/.' . && ";

ProgramRun on_dock_strike(const std::string& line) {
  return run_shell(kCopy + "modus text dock-strike.yaml --scenarios 512 " + line);
}

/// After the text was put on the table.
ProgramRun after_start(const std::string& line) {
  return run_shell(kCopy +
                   "modus text dock-strike.yaml --scenarios 512 --draft toll-paper --start > start.txt && " +
                   line);
}

const std::string kText = "modus text dock-strike.yaml --scenarios 512 ";

TEST(TextCommand, TellsTheTextInBracketsAndHowFarItGoes) {
  const ProgramRun run = on_dock_strike("--draft toll-paper");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("Draft toll-paper."), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("(agreed)"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("[5 %]"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("other packages that meet the rules"), std::string::npos) << run.out;
}

TEST(TextCommand, IsTheSameOnAnyNumberOfThreads) {
  const ProgramRun run = on_dock_strike(
      "--json --threads 1 > one && modus text dock-strike.yaml --scenarios 512 --json --threads 3 > three && "
      "cmp one three");
  EXPECT_EQ(run.status, 0) << run.out << run.err;
}

TEST(TextCommand, WritesPages) {
  const ProgramRun run = on_dock_strike(
      "-o text.html && modus text dock-strike.yaml --scenarios 512 -o text.md && head -c 15 text.html && "
      "head -n 1 text.md");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("<!doctype html>"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("# Text:"), std::string::npos) << run.out;
}

TEST(TextCommand, JsonHasItsKeys) {
  const ProgramRun run = on_dock_strike("--json --confidence 0.6");
  ASSERT_EQ(run.status, 0) << run.err;
  const json answer = json::parse(run.out);
  EXPECT_EQ(answer["verb"], "text");
  const json& result = answer["result"];
  EXPECT_EQ(result["confidence"], 0.6);
  EXPECT_EQ(result["draft"]["origin"], "common_ground");
  EXPECT_EQ(result["draft"]["clauses"].size(), 7U);
  for (const char* list : {"edits", "trades"}) {
    for (const json& change : result[list]) EXPECT_GE(change["least_not_hurt"].get<double>(), 0.6) << change;
  }
  EXPECT_EQ(result["proof"]["whole"], true);
  EXPECT_TRUE(result["rounds"].empty());
}

TEST(TextCommand, IsConfirmedByTheSeparateCheck) {
  const ProgramRun run = run_shell(kCopy + "modus text tutorial.yaml --verify --confidence 0.5");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("confirmed: the text"), std::string::npos) << run.err;
}

TEST(TextCommand, RoundsReactionsAndAgreementStayInTheFile) {
  const ProgramRun run = after_start(
      kText +
      "--react 'association:pay=5.5=welcomed' --react 'company:pay=5.5=criticised' --change pay=5.5 && " +
      kText + "--agree && modus check dock-strike.yaml && " + kText +
      "--json > answer.json && cat answer.json");
  ASSERT_EQ(run.status, 0) << run.out << run.err;
  EXPECT_NE(run.out.find("company criticised pay=5.5: statement text-1-company"), std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("round 2: change of pay by hand"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("round 2 is agreed"), std::string::npos) << run.out;
  const json answer = json::parse(run.out.substr(run.out.find("{\n")));
  const json& rounds = answer["result"]["rounds"];
  ASSERT_EQ(rounds.size(), 2U);
  EXPECT_EQ(rounds[0]["reactions"].size(), 2U);
  EXPECT_EQ(rounds[1]["agreed"], true);
  EXPECT_EQ(rounds[1]["moved"]["association"]["direction"], "gained");
  EXPECT_EQ(answer["result"]["draft"]["after_deal"], true);
}

TEST(TextCommand, WhatWasSaidInCaucusIsNotForOthers) {
  const ProgramRun run =
      after_start(kText + "--react 'association:pay=5.5=welcomed' > /dev/null && " + kText + "--for company");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out.find("welcomed"), std::string::npos) << run.out;
}

TEST(TextCommand, BadInputLeavesTheFileAsItWas) {
  for (const char* line :
       {"--take E99", "--react union=welcomed", "--react association:E99=welcomed",
        "--react association=liked", "--react association=welcomed", "--start", "--change pay=99",
        "--change 'term=one'", "--on tomorrow --agree", "--label nobody --agree", "--draft nothing",
        "--confidence 2", "--draft company-may --take N1"}) {
    const ProgramRun run = after_start("sha256sum dock-strike.yaml > before; " + kText + line +
                                       "; s=$?; sha256sum -c before && exit $s");
    EXPECT_EQ(run.status, 1) << line << run.out << run.err;
    EXPECT_NE(run.err.find('('), std::string::npos) << line << run.err;
  }
}

TEST(TextCommand, NoTextNoReaction) {
  const ProgramRun run = on_dock_strike("--react association=welcomed");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("--start"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace modus::tests
