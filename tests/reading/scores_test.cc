/// \file The reader against reference readings: reports of our own that rules were written with (tuned), and others that were set
/// aside and looked at only for the score. Needs the scorer of the shared folder and python3; skips where they are missing.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path scorer() { return source_folder().parent_path() / "shared/reading/score_reading.py"; }

bool can_score() { return fs::exists(scorer()) && run_shell("python3 --version").status == 0; }

/// The scorer's figures for one of the two sets.
json scores_of(const std::string& set) {
  const fs::path folder = source_folder() / "tests/reading" / set;
  const std::string read_all = "for gold in '" + folder.string() + "'/*.gold.json; do name=$(basename \"$gold\" .gold.json); "
                               "for ending in txt md html; do file='" + folder.string() + "'/$name.$ending; "
                               "[ ! -f \"$file\" ] || modus read \"$file\" --format reading > \"$name.pred.json\" || exit 1; done; done; ";
  const ProgramRun run = run_shell(read_all + "python3 '" + scorer().string() + "' --json --dir '" + folder.string() + "' .");
  EXPECT_EQ(run.status, 0) << run.err;
  return json::parse(run.out);
}

struct Floor {
  const char* what;
  double least;
};

void expect_floors(const json& scores, const std::vector<Floor>& floors) {
  for (const Floor& floor : floors) {
    EXPECT_GE(scores.at(floor.what).at("f1").get<double>(), floor.least) << floor.what;
  }
  for (const char* what : {"statements", "events", "issues", "red_lines"}) {
    EXPECT_GE(scores.at(what).at("p").get<double>() + 0.02, scores.at(what).at("r").get<double>()) << "precision above recall: " << what;
  }
}

TEST(ReadingScores, OfTheReportsThatRulesWereWrittenWith) {
  if (!can_score()) GTEST_SKIP() << "no scorer at " << scorer() << ", or no python3";
  expect_floors(scores_of("tuned"), {{"actors", 0.92}, {"quotes+speaker", 0.95}, {"statements", 0.75}, {"events", 0.85}, {"issues", 0.60}});
}

TEST(ReadingScores, OfTheReportsThatWereSetAside) {
  if (!can_score()) GTEST_SKIP() << "no scorer at " << scorer() << ", or no python3";
  expect_floors(scores_of("set_aside"), {{"actors", 0.85}, {"quotes+speaker", 0.95}, {"statements", 0.75}, {"events", 0.80}, {"issues", 0.60}});
}

}  // namespace
}  // namespace modus::tests
