/// \file The verb `sheet` as a user drives it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kStrike = "'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml'";

/// What the terminal shows, in one line.
std::string sheet(const std::string& options) {
  const ProgramRun run = run_shell("modus sheet " + kStrike + " " + options);
  EXPECT_EQ(run.status, 0) << run.err;
  return std::regex_replace(run.out, std::regex("[ \\n]+"), " ");
}

void expect_words(const std::string& text, std::initializer_list<const char*> words) {
  for (const char* part : words) EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

const json& of_party(const json& answer, const std::string& id) {
  for (const json& party : answer.at("result").at("parties")) {
    if (party.at("party") == id) return party;
  }
  throw std::runtime_error("no sheet of " + id);
}

TEST(Sheet, TellsTheDockersSideFromFirstToLast) {
  const std::string text = sheet("--party association");
  expect_words(text, {"Lorne Dockers' Association", "must be ratified by: Members of the association", "Heard speaking: Jory Penhale",
                      "“six in a gang is how people get killed”", "Nobody hurt on the quay", "the strike fund is said to last ten weeks",
                      "It is said that it accepts", "they will take four if the fund is there", "demands: one year (no longer counts)"});
  EXPECT_EQ(text.find("Lorne Terminals ="), std::string::npos);
}

TEST(Sheet, KeepsRumoursOutOfPositions) {
  const json answer = json::parse(run_shell("modus sheet " + kStrike + " --json").out);
  const json& association = of_party(answer, "association");
  const std::string rumours = association.at("rumours").dump();
  for (const char* id : {"a-pay-four", "a-pay-manager"}) {
    EXPECT_NE(rumours.find(id), std::string::npos);
    EXPECT_EQ(association.at("positions").dump().find(id), std::string::npos) << id;
  }
  EXPECT_EQ(of_party(answer, "members").at("positions").size(), 0U) << "only the evening news has spoken of the members";
}

TEST(Sheet, AnswersWithTheEnvelopeAndEveryStatementItNames) {
  const json answer = json::parse(run_shell("modus sheet " + kStrike + " --json").out);
  EXPECT_EQ(answer.at("verb"), "sheet");
  EXPECT_EQ(answer.at("for"), "team");
  EXPECT_FALSE(answer.contains("seed"));
  std::set<std::string> ids;
  for (const json& statement : answer.at("result").at("statements")) ids.insert(statement.at("id").get<std::string>());
  for (const json& party : answer.at("result").at("parties")) {
    for (const json& position : party.at("positions")) {
      for (const json& claim : position.at("claims")) {
        for (const json& id : claim.at("own")) EXPECT_TRUE(ids.contains(id.get<std::string>())) << id;
      }
    }
  }
}

TEST(Sheet, IsOfThePartiesAskedForInTheOrderOfIds) {
  const json answer = json::parse(run_shell("modus sheet " + kStrike + " --party members --party association --json").out);
  ASSERT_EQ(answer.at("result").at("parties").size(), 2U);
  EXPECT_EQ(answer.at("result").at("parties")[0].at("party"), "association");
}

TEST(Sheet, RefusesPartiesTheCaseHasNotAllAtOnce) {
  const ProgramRun run = run_shell("modus sheet " + kStrike + " --party asociation --party navy");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("did you mean 'association'?"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("the case has no party 'navy'"), std::string::npos) << run.err;
}

TEST(Sheet, IsWrittenInEveryForm) {
  const ProgramRun run = run_shell("for e in html md json txt; do modus sheet " + kStrike + " -o s.$e || exit 1; done; "
                                   "modus sheet " + kStrike + " | cmp - s.txt && modus sheet " + kStrike + " --json | cmp - s.json; ls");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "s.html\ns.json\ns.md\ns.txt\n");
  EXPECT_EQ(run_shell("modus sheet " + kStrike + " -o s.docx").status, 2);
}

TEST(Sheet, MirrorsWhenTwoPartiesChangeNames) {
  const std::string text = R"(
modus: 1
title: Mirror
as_of: 2026-03-14
parties: {a: {}, b: {}}
issues: {x: {options: {one: one, two: two}}}
statements:
  - {id: s1, party: a, kind: red_line, what: x = one}
  - {id: s2, party: b, kind: offers, what: x = one}
)";
  std::string swapped = std::regex_replace(text, std::regex("party: a"), "party: c");
  swapped = std::regex_replace(swapped, std::regex("party: b"), "party: a");
  swapped = std::regex_replace(swapped, std::regex("party: c"), "party: b");
  const json here = json::parse(run_shell("modus sheet - --json", text).out), there = json::parse(run_shell("modus sheet - --json", swapped).out);
  for (const char* part : {"positions", "limits", "islands", "unknown"}) {
    const auto blind = [&](const json& answer, const std::string& id) {
      return std::regex_replace(of_party(answer, id).at(part).dump(), std::regex("\"[ab](:|\")"), "\"?$1");
    };
    EXPECT_EQ(blind(here, "a"), blind(there, "b")) << part;
    EXPECT_EQ(blind(here, "b"), blind(there, "a")) << part;
  }
}

}  // namespace
}  // namespace modus::tests
