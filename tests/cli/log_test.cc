/// \file The verb `log` as a user drives it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kCase = "ln -s '" MODUS_SOURCE_DIR "/cases/reports' reports && cp '" MODUS_SOURCE_DIR "/cases/tutorial.yaml' c.yaml && ";
// The tutorial says no horizon: it is typed.
const std::string kLog = "modus log c.yaml --horizon 90 --scenarios 512 --seed 3 --at 2026-05-10T09:00:00Z 2>err";

TEST(Log, KeepsAForecastBesideItsCase) {
  const ProgramRun run = run_shell(kCase + kLog + " && " + kLog + " --json && ls c.forecasts.db");
  ASSERT_EQ(run.status, 0) << run.out << run.err;
  EXPECT_TRUE(run.out.starts_with("1  2026-05-10T09:00:00Z  a settlement signed by both: "));
  EXPECT_NE(run.out.find("Kept in c.forecasts.db"), std::string::npos);
  EXPECT_TRUE(run.out.ends_with("c.forecasts.db\n"));
  const std::string object = run.out.substr(run.out.find("{\n"), run.out.rfind("}\n") + 2 - run.out.find("{\n"));
  const json forecasts = json::parse(object).at("result").at("forecasts");
  ASSERT_EQ(forecasts.size(), 2U);
  EXPECT_EQ(forecasts[1].at("id"), 2);
  EXPECT_EQ(forecasts[0].at("chances"), forecasts[1].at("chances"));
  EXPECT_EQ(forecasts[0].at("horizon_days"), 90);
}

TEST(Log, SaysWhatWhenSays) {
  const ProgramRun logged = run_shell(kCase + kLog + " --json");
  const ProgramRun asked = run_shell(kCase + "modus when c.yaml --horizon 90 --scenarios 512 --seed 3 --json 2>err");
  ASSERT_EQ(asked.status, 0) << asked.err;
  const json kept = json::parse(logged.out).at("result").at("forecasts")[0].at("chances");
  const json said = json::parse(asked.out).at("result").at("chances");
  ASSERT_EQ(kept.size(), said.size());
  for (std::size_t n = 0; n < kept.size(); ++n) {
    EXPECT_EQ(kept[n].at("days"), said[n].at("days"));
    EXPECT_EQ(kept[n].at("probability"), said[n].at("probability"));
  }
}

TEST(Log, TakesWhatCameAndCorrectionsAsFurtherEntries) {
  const std::string resolve = "modus log c.yaml --resolve 1 --by Lee ";
  const ProgramRun run = run_shell(kCase + kLog + " >first && " + resolve + "--happened 2026-06-01 --at 2026-06-02T00:00:00Z && " + resolve +
                                   "--happened 2026-06-03 --at 2026-06-04T00:00:00Z && modus log c.yaml --list && modus log c.yaml --list --json");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("Forecast 1: came on 2026-06-01.\n"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("came on 2026-06-03; this corrects what was entered before, which stays on record."), std::string::npos);
  EXPECT_NE(run.out.find("; came on 2026-06-03\n"), std::string::npos);
  EXPECT_EQ(json::parse(run.out.substr(run.out.find("{\n"))).at("result").at("forecasts")[0].at("resolutions").size(), 2U);
}

TEST(Log, RefusesWhatCannotBeSo) {
  const auto refused = [](const std::string& options, const std::string& why) {
    const ProgramRun run = run_shell(kCase + kLog + " >first; sha256sum c.forecasts.db; modus log c.yaml " + options + "; echo status $?; sha256sum c.forecasts.db");
    EXPECT_NE(run.out.find("status 1"), std::string::npos) << options;
    EXPECT_NE(run.err.find(why), std::string::npos) << run.err;
    EXPECT_EQ(run.out.substr(0, 64), run.out.substr(run.out.find("status 1\n") + 9, 64)) << options;
  };
  refused("--resolve 1 --not-by-horizon --at 2026-06-01T00:00:00Z", "has not passed");
  refused("--resolve 1 --happened 2026-05-01 --at 2026-06-01T00:00:00Z", "2026-05");
  refused("--resolve 7 --happened 2026-06-01 --at 2026-06-02T00:00:00Z", "7");
  refused("--resolve one --happened 2026-06-01", "is no number of a forecast");
  refused("--resolve 1", "does not say what came of it");
  refused("--resolve 1 --happened soon", "\"soon\" is no day");
  refused("--list --export t.csv", "several things at once");
  refused("--resolve all --resolve 1 --happened 2026-06-01 --at 2026-06-02T00:00:00Z", "names all forecasts and single ones");
  refused("--resolve all --not-by-horizon --at 2026-06-01T00:00:00Z", "the horizon of no open forecast has passed");
  refused("--resolve 1 --resolve 7 --happened 2026-06-01 --at 2026-06-02T00:00:00Z", "there is no forecast 7");
  refused("--happened 2026-06-01", "not of which forecast");
  refused("--why 'I saw it'", "not of which forecast");
  refused("--export c.forecasts.db", "end it in .csv");
  refused("--export c.yaml", "end it in .csv");
  refused("--import none.csv", "there is no such file");
  refused("--at yesterday", "is no moment");
}

TEST(Log, ResolvesAllThatAreOpenEachByItsOwnHorizon) {
  const std::string shorter = "modus log c.yaml --horizon 14 --scenarios 512 --at 2026-05-10T09:00:00Z >/dev/null 2>&1 && ";
  const ProgramRun run = run_shell(kCase + kLog + " >first && " + shorter + kLog + " >third && modus log c.yaml --resolve 3 --happened 2026-05-30 --at 2026-06-02T00:00:00Z >third && "
                                   "modus log c.yaml --resolve all --happened 2026-06-01 --at 2026-06-02T00:00:00Z");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "Forecast 1: came on 2026-06-01.\nForecast 2: did not come by its horizon.\n");
}

TEST(Log, AsksForNumbersWhereOpenForecastsAreOfSeveralEvents) {
  const ProgramRun run = run_shell(kCase + kLog + " >first && modus log c.yaml --event 'a truce' --horizon 90 --scenarios 512 --at 2026-05-10T09:00:00Z >/dev/null 2>&1; "
                                   "modus log c.yaml --resolve all --happened 2026-06-01 --at 2026-06-02T00:00:00Z");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("of \"a settlement signed by both\" in number 1, of \"a truce\" in number 2"), std::string::npos) << run.err;
}

TEST(Log, SaysWhereWhatCameMayHaveBeenKnown) {
  const std::string log = "modus log c.yaml --horizon 90 --scenarios 512 2>err --at ";
  const ProgramRun run = run_shell(kCase + log + "2026-05-17T23:00:00Z && " + log + "2026-05-18T00:00:00Z && " + log + "2026-08-09T00:00:00Z && modus score c.yaml --json --at 2026-08-09T00:00:00Z");
  ASSERT_EQ(run.status, 0) << run.err;
  const std::size_t second = run.out.find("\n2  "), third = run.out.find("\n3  ");
  EXPECT_EQ(run.out.substr(0, second).find("may have known"), std::string::npos);
  EXPECT_NE(run.out.substr(second, third - second).find("may have known"), std::string::npos);
  EXPECT_NE(run.out.substr(third).find("a look back, no forecast"), std::string::npos);
  EXPECT_EQ(json::parse(run.out.substr(run.out.find("{\n"))).at("result").at("late"), 2);
}

TEST(Log, GoesOutAndComesInAsATable) {
  const ProgramRun run = run_shell(kCase + kLog + " >first && modus log c.yaml --export t.csv && modus log c.yaml --log other.db --import t.csv && "
                                   "modus log c.yaml --log other.db --import t.csv && modus log c.yaml --log other.db --export u.csv && cmp t.csv u.csv");
  ASSERT_EQ(run.status, 0) << run.out << run.err;
  EXPECT_NE(run.out.find("1 forecast and 0 resolutions added to other.db; 0 entries were there already"), std::string::npos);
  EXPECT_NE(run.out.find("0 forecasts and 0 resolutions added to other.db; 1 entry was there already"), std::string::npos);
}

TEST(Log, NeverWritesToAFileThatIsNoLog) {
  const ProgramRun run = run_shell(kCase + "echo mine > c.forecasts.db; " + kLog + "; echo status $?; cat c.forecasts.db err");
  EXPECT_NE(run.out.find("status 1\nmine\n"), std::string::npos) << run.out;
}

}  // namespace
}  // namespace modus::tests
