/// \file The verb `rates` as a user drives it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kPorts = "'" MODUS_SOURCE_DIR "/cases/durations/port-strikes.csv'";

/// What the terminal shows, in one line.
std::string rates(const std::string& options) {
  const ProgramRun run = run_shell("modus rates " + options);
  EXPECT_EQ(run.status, 0) << run.err;
  return std::regex_replace(run.out, std::regex("(\u00A0|[ \\n])+"), " ");
}

json rates_json(const std::string& options) { return json::parse(run_shell("modus rates --json " + options).out).at("result").at("classes"); }

void expect_words(const std::string& text, std::initializer_list<const char*> words) {
  for (const char* part : words) EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

void expect_refused(const ProgramRun& run, const std::string& why) {
  EXPECT_EQ(run.status, 1) << run.out;
  EXPECT_NE(run.err.find(why), std::string::npos) << run.err;
  EXPECT_TRUE(run.out.empty()) << run.out;
}

TEST(Rates, ListsTheClassesWithCeasefireAndSettlementApart) {
  expect_words(rates(""), {"pax-talks-to-ceasefire", "pax-talks-to-comprehensive", "71 counted, 33 came"});
  EXPECT_EQ(rates_json("").size(), 13U);
}

TEST(Rates, KeepsEveryIdWholeInTheTerminal) {
  const std::string text = run_shell("modus rates").out;
  for (const json& one : rates_json("")) EXPECT_NE(text.find(one.at("id").get<std::string>()), std::string::npos) << one.at("id");
}

TEST(Rates, TellsOneClassWithItsSourceAndCautions) {
  expect_words(rates("--class pax-talks-to-comprehensive"),
               {"The clock starts: first agreement to talk", "84 processes; 32 came to it", "Bell and Badanjak 2019", "upper bounds", "Within", "lognormal", "Weibull", "both are carried"});
}

TEST(Rates, LowersTheChancesOfAWarThatHasLasted) {
  const json fresh = rates_json("--class ucdp-interstate")[0], old = rates_json("--class ucdp-interstate --elapsed 1095")[0];
  EXPECT_EQ(old.at("elapsed_days"), 1095);
  EXPECT_EQ(old.at("chances")[1].at("days"), 30);
  EXPECT_NEAR(old.at("chances")[1].at("chance").get<double>(), 0.026, 0.002);
  EXPECT_GT(fresh.at("chances")[1].at("chance").get<double>(), 0.3);
  EXPECT_FALSE(old.at("beyond_data").get<bool>());
  expect_words(rates("--class ucdp-interstate --elapsed 5000"), {"Nothing in the class was observed for so long"});
  expect_words(rates("--class pax-talks-to-comprehensive --elapsed 400"), {"Less than one in two comes to it within what was observed, 9 years more"});
}

TEST(Rates, FitsTheUsersOwnTable) {
  const json own = rates_json(kPorts)[0];
  EXPECT_EQ(own.at("id"), "own");
  EXPECT_EQ(own.at("count"), 25);
  EXPECT_EQ(own.at("events"), 22);
  EXPECT_EQ(own.at("fits").size(), 4U);
  EXPECT_TRUE(own.at("never_told_apart").is_boolean());
  double weight = 0;
  for (const json& curve : own.at("curves")) weight += curve.at("weight").get<double>();
  EXPECT_NEAR(weight, 1, 1e-9);
  expect_words(rates(kPorts), {"25 processes; 22 came to it", "It rests on 22 events.", "AIC", "a share that never comes to it from none"});
}

TEST(Rates, ReadsATableFromStandardInput) {
  const ProgramRun run = run_shell("modus rates - --json", "days,event\n1,1\n2,1\n3,1\n5,1\n8,1\n13,0\n");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(json::parse(run.out).at("result").at("classes")[0].at("events"), 5);
}

TEST(Rates, WritesAPageWithItsDrawing) {
  const ProgramRun run = run_shell("modus rates " + kPorts + " -o own.html && cat own.html | head -c 100 && grep -c 'vega-lite/v6' own.html");
  EXPECT_EQ(run.status, 0) << run.err;
}

TEST(Rates, RefusesWhatItCannotAnswer) {
  expect_refused(run_shell("modus rates --class pax-talks-to-cease-fire"), "perhaps \"pax-talks-to-ceasefire\"");
  expect_refused(run_shell("modus rates --elapsed 30"), "belongs to one class");
  expect_refused(run_shell("modus rates --class ucdp-interstate --elapsed -3"), "is no number of days");
  expect_refused(run_shell("modus rates --class ucdp-interstate --elapsed nan"), "is no number of days");
  expect_refused(run_shell("modus rates --class ucdp-interstate " + kPorts), "there is a table as well");
  expect_refused(run_shell("modus rates none.csv"), "there is no such file");
  expect_refused(run_shell("printf 'days,event\\n3,1\\n' > few.csv; modus rates few.csv"), "few.csv: the event came in 1 of 1 rows: too few for a curve");
}

TEST(Rates, NamesEveryFaultOfATableByItsLine) {
  const ProgramRun run = run_shell("printf 'days,event\\nx,1\\n3,perhaps\\n' > bad.csv; modus rates bad.csv --json");
  EXPECT_EQ(run.status, 1);
  const json problems = json::parse(run.out).at("problems");
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].at("line"), 2);
  EXPECT_EQ(problems[1].at("line"), 3);
}

TEST(Rates, ShowsWhatHidesInAFilesName) {
  const ProgramRun run = run_shell("cp " + kPorts + " $'a\\xe2\\x80\\xaeb.csv'; modus rates $'a\\xe2\\x80\\xaeb.csv'");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out.find("\u202E"), std::string::npos);
}

}  // namespace
}  // namespace modus::tests
