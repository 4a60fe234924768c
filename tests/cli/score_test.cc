/// \file The verb `score` as a user drives it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

// Two forecasts on 10 May 2026 for 90 days; the first came to it on the 20th.
const std::string kLog =
    "ln -s '" MODUS_SOURCE_DIR "/cases/reports' reports && cp '" MODUS_SOURCE_DIR "/cases/tutorial.yaml' c.yaml && "
    "modus log c.yaml --horizon 90 --scenarios 512 --at 2026-05-10T09:00:00Z >out 2>err && "
    "modus log c.yaml --horizon 90 --scenarios 512 --seed 2 --at 2026-05-10T09:00:00Z >out 2>err && "
    "modus log c.yaml --resolve 1 --happened 2026-05-20 --at 2026-05-21T09:00:00Z >out 2>err && ";

/// What the terminal shows, in one line.
std::string in_one_line(const std::string& text) { return std::regex_replace(text, std::regex("(\u00A0|[ \\n])+"), " "); }

void expect_words(const std::string& text, std::initializer_list<const char*> words) {
  for (const char* part : words) EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST(Score, TellsFewForecastsAsFewAndCountsTheOverdue) {
  const ProgramRun run = run_shell(kLog + "modus score c.yaml --at 2027-01-01T00:00:00Z");
  EXPECT_EQ(run.status, 0) << run.err;
  expect_words(in_one_line(run.out), {"2 forecasts logged by 1 January 2027: 1 is resolved, 0 are open, 1 is overdue.", "--resolve N", "too few to tell skill from luck",
                                      "Nothing is recalibrated on fewer than 30", "c.forecasts.db"});
}

TEST(Score, GivesTheSameForTheLogByItsOwnName) {
  const ProgramRun run = run_shell(kLog + "modus score c.yaml --json --at 2026-06-01T00:00:00Z > a && modus score c.forecasts.db --json --at 2026-06-01T00:00:00Z | cmp a - && cat a");
  ASSERT_EQ(run.status, 0) << run.out << run.err;
  const json result = json::parse(run.out).at("result");
  EXPECT_EQ(result.at("open"), 1);
  EXPECT_EQ(result.at("overdue"), 0);
  EXPECT_EQ(result.at("ours").at("forecasts"), 1);
  EXPECT_TRUE(result.at("ours").at("skill_low").is_null());
  EXPECT_TRUE(result.at("recalibration").is_null());
  EXPECT_EQ(result.at("seal").get<std::string>().size(), 64U);
}

TEST(Score, WritesAPageWithItsDrawing) {
  const ProgramRun run = run_shell(kLog + "modus score c.yaml -o scores.html && grep -c 'vega-lite/v6' scores.html");
  EXPECT_EQ(run.status, 0) << run.err;
}

TEST(Score, RefusesWhatItCannotScore) {
  const auto expect_refused = [](const std::string& line, const std::string& why) {
    const ProgramRun run = run_shell(line);
    EXPECT_EQ(run.status, 1) << run.out;
    EXPECT_NE(run.err.find(why), std::string::npos) << run.err;
    EXPECT_TRUE(run.out.empty()) << run.out;
  };
  expect_refused("modus score none.yaml", "none.forecasts.db: there is no such forecast log");
  expect_refused("modus score -", "a log is no stream");
  expect_refused("echo nothing of the kind > x.db; modus score x.db", "is no forecast log");
  expect_refused(kLog + "modus score c.yaml --at yesterday", "\"yesterday\" is no moment");
}

}  // namespace
}  // namespace modus::tests
