/// \file The verb `when`: when a deal might come, or not at all.
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kDock = "'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml'";
const std::string kTutorial = "'" MODUS_SOURCE_DIR "/cases/tutorial.yaml'";
const std::string kCopy = "cp -r '" MODUS_SOURCE_DIR "/cases/.' . && ";

std::string command(const std::string& options, const std::string& file = kDock) { return "modus when " + file + " --scenarios 512 " + options; }

json when(const std::string& options, const std::string& file = kDock) {
  const ProgramRun run = run_shell(command("--json " + options, file));
  EXPECT_EQ(run.status, 0) << run.err << run.out;
  return json::parse(run.out).at("result");
}

double last(const json& result) { return result.at("chances").back().at("probability"); }

TEST(When, GivesChancesThatNeverFallAndAddUpWithNotAtAll) {
  const json result = when("");
  double before = 0;
  for (const json& by : result.at("chances")) {
    EXPECT_GE(by.at("probability").get<double>(), before);
    EXPECT_LE(by.at("low").get<double>(), by.at("probability").get<double>());
    EXPECT_GE(by.at("high").get<double>(), by.at("probability").get<double>());
    before = by.at("probability");
  }
  EXPECT_NEAR(before + result.at("not_at_all").get<double>(), 1, 2e-6);
  EXPECT_EQ(result.at("chances").back().at("days"), 120);
  EXPECT_EQ(result.at("chances").back().at("by"), "2026-10-12");
}

TEST(When, TakesTheClassOfTheCaseOrAnother) {
  EXPECT_EQ(when("").at("base_rate").at("class").at("id"), "strike-us-manufacturing");
  EXPECT_EQ(when("--class pax-agreement-to-next").at("base_rate").at("class").at("id"), "pax-agreement-to-next");
  EXPECT_TRUE(when("--event 'a settlement' --horizon 90", kTutorial).at("base_rate").is_null());
}

TEST(When, MixesByTheWeightFromTheOneToTheOther) {
  const json base = when("--weight 0"), simulated = when("--weight 1");
  EXPECT_NEAR(last(base), base.at("base_rate").at("chances").back().at("probability").get<double>(), 1e-6);
  EXPECT_NEAR(last(simulated), simulated.at("simulated").at("chances").back().get<double>(), 1e-6);
}

TEST(When, LooksAheadAsFarAsAskedFor) {
  const json week = when("--horizon 5"), years = when("--horizon 800");
  ASSERT_EQ(week.at("chances").size(), 1U);
  EXPECT_EQ(week.at("chances").back().at("days"), 5);
  EXPECT_EQ(years.at("chances").back().at("days"), 800);
  EXPECT_EQ(years.at("chances").size(), 5U);
}

TEST(When, TellsWhatOthersSayAndPoolsItOnRequestAlone) {
  const json plain = when(""), pooled = when("--pool"), far = when("--extremise");
  ASSERT_EQ(plain.at("sources").size(), 2U);
  EXPECT_EQ(plain.at("sources").at(0).at("by"), "ministry");
  EXPECT_EQ(plain.at("sources").at(0).at("chances").at(0).at("probability"), 0.68);
  EXPECT_EQ(plain.at("sources").at(1).at("chances").at(0).at("days"), 28);
  EXPECT_TRUE(plain.at("pooled").is_null());
  EXPECT_EQ(pooled.at("pooled").at("origins"), 2);
  EXPECT_EQ(pooled.at("pooled").at("extremised"), 1);
  EXPECT_GT(far.at("pooled").at("extremised").get<double>(), 1);
  EXPECT_EQ(pooled.at("chances"), plain.at("chances"));
}

TEST(When, ReadsAnOwnTableOfDurationsNamedByHandOrByTheCase) {
  const std::string table = "printf 'days,event\\n5,1\\n9,1\\n20,1\\n31,1\\n44,0\\n60,1\\n90,0\\n150,1\\n' > rounds.csv && ";
  const ProgramRun typed = run_shell(table + command("--json --durations rounds.csv"));
  ASSERT_EQ(typed.status, 0) << typed.err << typed.out;
  const json by_hand = json::parse(typed.out).at("result").at("base_rate");
  EXPECT_EQ(by_hand.at("kind"), "durations");
  EXPECT_EQ(by_hand.at("sha256").get<std::string>().size(), 64U);
  const ProgramRun named = run_shell(kCopy + table + "sed -i 's/class: strike-us-manufacturing/durations: rounds.csv/' dock-strike.yaml && mkdir sub && cd sub && modus "
                                     "when ../dock-strike.yaml --scenarios 512 --json && modus brief ../dock-strike.yaml --scenarios 512 > brief.txt");
  ASSERT_EQ(named.status, 0) << named.err << named.out;
  EXPECT_EQ(json::parse(named.out).at("result").at("base_rate"), by_hand);
}

TEST(When, WorksWithoutABaseRateAndSaysHowToChooseOne) {
  const ProgramRun run = run_shell("modus when " + kTutorial + " --scenarios 512 --event 'a settlement' --horizon 90 -o when.md && cat when.md");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("No base rate was chosen"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("modus rates"), std::string::npos) << run.out;
}

TEST(When, SaysInWordsByWhenAndNotAtAll) {
  const ProgramRun run = run_shell(command("-o when.md && cat when.md"));
  EXPECT_EQ(run.status, 0) << run.err;
  for (const char* words : {"Within 7 days", "within 30 days", "Not at all by", "the base rate", "What moves it", "566 counted", "Ministry"})
    EXPECT_NE(run.out.find(words), std::string::npos) << run.out;
}

TEST(When, GivesTheSameBytesAtAnyNumberOfThreads) {
  EXPECT_EQ(run_shell(command("--json --threads 1")).out, run_shell(command("--json --threads 3")).out);
}

TEST(When, HidesTheTeamsForecastFromOthers) {
  const ProgramRun run = run_shell(command("--json --for public"));
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(json::parse(run.out).at("result").at("base_rate").is_null());
  const ProgramRun changed = run_shell(kCopy + "sed -i 's/stalling_ends: 0.1..0.4/stalling_ends: 0.9/; s/since: 2026-05-20/since: 2026-04-20/' dock-strike.yaml && " +
                                       command("--json --for public", "dock-strike.yaml"));
  const json seen = json::parse(run.out), other = json::parse(changed.out);
  EXPECT_EQ(seen.at("result"), other.at("result"));
}

struct BadWhen {
  const char* options;
  const char* says;
};
class RefusedWhen : public testing::TestWithParam<BadWhen> {};

TEST_P(RefusedWhen, IsToldWhatWouldBeRight) {
  const ProgramRun run = run_shell(std::string("modus when ") + GetParam().options);
  EXPECT_EQ(run.status, 1) << run.out;
  EXPECT_NE(run.err.find(GetParam().says), std::string::npos) << run.err;
}

INSTANTIATE_TEST_SUITE_P(Each, RefusedWhen,
                         testing::Values(BadWhen{"'" MODUS_SOURCE_DIR "/cases/tutorial.yaml'", "no horizon is set"},
                                         BadWhen{"'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' --class pax-talks-to-ceasfire", "--class: there is no reference class \"pax-talks-to-ceasfire\" (perhaps \"pax-talks-to-ceasefire\""},
                                         BadWhen{"'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' --weight 2", "is no share"},
                                         BadWhen{"'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' --horizon 0", "is no number of days"},
                                         BadWhen{"'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' --horizon soon", "is no number of days"},
                                         BadWhen{"'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' --durations nowhere.csv", "nowhere.csv"},
                                         BadWhen{"'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' --durations x.csv --class y", "choose a class or your own table"}));

}  // namespace
}  // namespace modus::tests
