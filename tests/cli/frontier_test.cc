/// \file The verbs `frontier` and `convert` as a user drives them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kTextbook = "'" MODUS_SOURCE_DIR "/cases/textbook-itex-cypress.yaml'";
const std::string kSale = R"(echo '{"name": "sale", "issues": [{"name": "price", "options": ["low", "high"]}, {"name": "date", "options": ["soon", "late"]}],
 "parties": [{"name": "buyer", "weights": [0.7, 0.3], "values": [[1, 0], [1, 0]], "reservation": 0.3},
             {"name": "seller", "weights": [0.6, 0.4], "values": [[0, 1], [0, 1]]}]}' > sale.json; )";

json result_of(const std::string& line) {
  const ProgramRun run = run_shell(line + " --json 2>err");
  EXPECT_EQ(run.status, 0) << run.out;
  return json::parse(run.out);
}

TEST(FrontierVerb, AnswersForADomain) {
  const json answer = result_of(kSale + "modus frontier sale.json");
  EXPECT_EQ(answer.at("verdict"), "proven");
  const json& result = answer.at("result");
  ASSERT_EQ(result.at("points").size(), 3U);
  EXPECT_EQ(result.at("points")[1], (json{{"utilities", {{"buyer", 0.7}, {"seller", 0.4}}}, {"package", {{"price", "low"}, {"date", "late"}}}, {"packages", 1}}));
  EXPECT_EQ(result.at("package_count"), "4");
  EXPECT_EQ(result.at("solutions").at("nash").at("package").at("date"), "late");
}

// The known answer stands in cases/textbook-expected.md.
TEST(FrontierVerb, AnswersForTheTextbookGame) {
  const json result = result_of("modus frontier " + kTextbook).at("result");
  EXPECT_EQ(result.at("package_count"), "180");
  EXPECT_EQ(result.at("acceptable_count"), "20");
  EXPECT_EQ(result.at("points").size(), 5U);
  const json package = {{"delivery", "days_45"}, {"payment", "days_30"}, {"price", "usd_3_47"}, {"returns", "spoilage_5"}};
  for (const char* solution : {"nash", "kalai_smorodinsky", "egalitarian", "utilitarian"}) {
    EXPECT_EQ(result.at("solutions").at(solution).at("package"), package) << solution;
    EXPECT_NEAR(result.at("solutions").at(solution).at("utilities").at("cypress").get<double>(), 67.047, 5e-4);
    EXPECT_NEAR(result.at("solutions").at(solution).at("utilities").at("itex").get<double>(), 72.149, 5e-4);
  }
}

TEST(FrontierVerb, NamesNoPointAsAdvice) {
  const ProgramRun run = run_shell(kSale + "modus frontier sale.json && modus frontier sale.json -o page.html && grep -c '<svg\\|vega' page.html");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("none is advice"), std::string::npos);
  EXPECT_NE(run.out.find("nobody says; its least utility stands in"), std::string::npos);
}

TEST(FrontierVerb, RefusesACaseThatLeavesWantsOpen) {
  const ProgramRun run = run_shell("modus frontier '" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' --scenarios 256 2>&1 >out; modus frontier nowhere/");
  EXPECT_NE(run.out.find("leaves open what somebody wants"), std::string::npos) << run.out;
  EXPECT_EQ(run.status, 1);
}

TEST(FrontierVerb, LooksAtThePartiesNamed) {
  EXPECT_EQ(result_of(kSale + "modus frontier sale.json --party seller").at("result").at("points").size(), 1U);
  EXPECT_EQ(run_shell(kSale + "modus frontier sale.json --party nobody").status, 1);
}

TEST(Convert, GoesRoundThroughEveryForm) {
  for (const std::string format : {"genius", "geniusweb", "negmas"}) {
    const json there = result_of(kSale + "modus convert sale.json --to " + format + " -o folder 2>err && modus frontier folder --all").at("result");
    const json here = result_of(kSale + "modus frontier sale.json --all").at("result");
    ASSERT_EQ(there.at("points").size(), here.at("points").size()) << format;
    for (std::size_t n = 0; n < here.at("points").size(); ++n) {
      EXPECT_EQ(there.at("points")[n].at("package"), here.at("points")[n].at("package")) << format;
      EXPECT_NEAR(there.at("points")[n].at("utilities").at("buyer").get<double>(), here.at("points")[n].at("utilities").at("buyer").get<double>(), 1e-9);
    }
  }
}

TEST(Convert, ListsWhatAFormCannotHold) {
  const ProgramRun run = run_shell("modus convert " + kTextbook + " --to genius -o folder && ls folder");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("moved and stretched to 0..1"), std::string::npos);
  EXPECT_NE(run.out.find("cypress.xml"), std::string::npos);
}

TEST(Convert, MakesACaseThatEveryVerbReads) {
  const ProgramRun run = run_shell(kSale + "modus convert sale.json --to case -o sale.yaml 2>err && modus check sale.yaml && modus zone sale.yaml --json --scenarios 256 | grep verdict && modus zone sale.json --scenarios 256 | head -1");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("sale.yaml is in order."), std::string::npos);
  EXPECT_NE(run.out.find("proven"), std::string::npos);
}

TEST(Convert, NeverPutsFilesOverAFolderUnasked) {
  const ProgramRun run = run_shell(kSale + "mkdir folder; echo mine > folder/mine; modus convert sale.json --to genius -o folder 2>err; echo status $?; ls folder; modus convert sale.json --to genius");
  EXPECT_NE(run.out.find("status 1\nmine\n"), std::string::npos) << run.out;
  EXPECT_EQ(run.status, 2);
}

}  // namespace
}  // namespace modus::tests
