/// \file The verb `progress` as a user drives it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kStrike = "'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' --scenarios 512 ";

json result_of(const std::string& options) {
  const ProgramRun run = run_shell("modus progress --json " + options);
  EXPECT_EQ(run.status, 0) << run.err;
  return json::parse(run.out).at("result");
}

TEST(ProgressVerb, GivesEveryDateWithItsRangeAndWhatMovedIt) {
  const json result = result_of(kStrike);
  const json& dates = result.at("dates");
  ASSERT_GE(dates.size(), 5U);
  EXPECT_EQ(dates.back().at("date"), "2026-06-14");
  for (const json& date : dates) {
    EXPECT_LE(date.at("low"), date.at("zone_probability"));
    EXPECT_GE(date.at("high"), date.at("zone_probability"));
    EXPECT_TRUE(date.at("moved_by").is_array());
  }
  EXPECT_EQ(result.at("nearness").at("is"), "no_closer");
}

TEST(ProgressVerb, TellsNoMoreDatesThanAskedFor) {
  const json result = result_of(kStrike + "--dates 3");
  EXPECT_EQ(result.at("dates").size(), 3U);
  EXPECT_GT(result.at("merged"), 0);
}

TEST(ProgressVerb, ChecksItsAnswersOnRequest) {
  const ProgramRun run = run_shell("modus progress --verify " + kStrike);
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("progress"), std::string::npos) << run.err;
}

TEST(ProgressVerb, HasNoNearnessWhereThereIsOneDate) {
  EXPECT_TRUE(result_of("'" MODUS_SOURCE_DIR "/cases/textbook-itex-cypress.yaml'").at("nearness").is_null());
}

TEST(ProgressVerb, RefusesAStatementLaterThanTheCase) {
  const ProgramRun run = run_shell("modus progress -", "modus: 1\ntitle: T\nas_of: 2026-01-01\nparties: {a: {name: A}}\nissues: {i: {options: {x: x, y: y}}}\n"
                                                       "statements: [{id: s, party: a, kind: red_line, what: i = x, on: 2026-02-01}]\n");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("later than the day of the case"), std::string::npos) << run.err;
}

TEST(ProgressVerb, RefusesNoDates) {
  EXPECT_EQ(run_shell("modus progress --dates 0 " + kStrike).status, 2);
}

TEST(ProgressVerb, WritesAPageWithItsChart) {
  const ProgramRun run = run_shell("modus progress " + kStrike + "-o page.html && grep -c vega page.html && rm page.html");
  EXPECT_EQ(run.status, 0) << run.err;
}

}  // namespace
}  // namespace modus::tests
