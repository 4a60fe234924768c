#include "modus/formats/forecast_csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/formats/forecasts_for_tests.h"

namespace modus::formats {
namespace {

using findings::LoggedForecast;
using findings::Resolution;

std::vector<LogEntry> a_log() {
  LoggedForecast first = any_forecast();
  first.id = 1;
  LoggedForecast second = any_forecast();
  second.id = 2;
  second.case_title = "=cmd()";
  second.base_rate.clear();
  second.sources = {{"a", "b", {{90, 0.5}}}, {"rival", "", {{7, 0}, {90, 1}}}};
  return {first, not_by_horizon(1), second, came(2, "2026-04-01")};
}

bool mentions(const base::Problems& problems, const std::string& words) {
  for (const base::Problem& problem : problems) {
    if (base::describe(problem).find(words) != std::string::npos) return true;
  }
  return false;
}

TEST(ForecastCsv, ReadsBackToTheLetter) {
  const std::vector<LogEntry> log = a_log();
  const std::string text = write_forecast_csv(log);
  const auto read = read_forecast_csv(text, "log.csv");
  ASSERT_TRUE(read.ok()) << base::describe(read.problems().front());
  ASSERT_EQ(read.value().size(), log.size());
  for (std::size_t n = 0; n < log.size(); ++n) {
    ASSERT_EQ(read.value()[n].index(), log[n].index());
    if (const auto* forecast = std::get_if<LoggedForecast>(&log[n])) {
      EXPECT_EQ(std::get<LoggedForecast>(read.value()[n]).id, forecast->id);
      expect_same(std::get<LoggedForecast>(read.value()[n]), *forecast);
    } else {
      EXPECT_EQ(std::get<Resolution>(read.value()[n]).why, std::get<Resolution>(log[n]).why);
      EXPECT_EQ(std::get<Resolution>(read.value()[n]).happened, std::get<Resolution>(log[n]).happened);
    }
  }
  EXPECT_EQ(write_forecast_csv(read.value()), text);
}

TEST(ForecastCsv, KeepsSpreadsheetsFromRunningACell) {
  EXPECT_NE(write_forecast_csv(a_log()).find(",'=cmd(),"), std::string::npos);
}

TEST(ForecastCsv, ReadsLinesThatEndAsOnOtherSystems) {
  std::string text = "\xEF\xBB\xBF" + write_forecast_csv({a_log()[2]});
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, 1, '\r');
  EXPECT_TRUE(read_forecast_csv(text, "log.csv").ok());
}

TEST(ForecastCsv, ListsEverythingThatIsWrong) {
  std::string text = write_forecast_csv(a_log());
  const auto swap = [&](const std::string& from, const std::string& to) { text.replace(text.find(from), from.size(), to); };
  swap("7=0.05 30=0.1 90=", "7=0.05 30=0.02 90=");   // falls
  swap("resolution,1", "resolution,9");              // no such forecast
  swap("7=0.05 30=0.1 90=", "7=0.05 30=much 90=");
  text += "guess,1\n";
  const auto read = read_forecast_csv(text, "log.csv");
  ASSERT_FALSE(read.ok());
  EXPECT_TRUE(mentions(read.problems(), "log.csv:2"));
  EXPECT_TRUE(mentions(read.problems(), "the id of a forecast in a row above"));
  EXPECT_TRUE(mentions(read.problems(), "figures such as 7=0.05"));
  EXPECT_TRUE(mentions(read.problems(), "does not have 19 cells"));
}

TEST(ForecastCsv, RefusesOtherTables) {
  EXPECT_TRUE(mentions(read_forecast_csv("a,b\n1,2\n", "x.csv").problems(), "x.csv:1: the first line does not name the columns"));
  EXPECT_FALSE(read_forecast_csv("", "x.csv").ok());
  EXPECT_FALSE(read_forecast_csv(write_forecast_csv(a_log()) + "\"open", "x.csv").ok());
}

RC_GTEST_PROP(ForecastCsv, HoldsAnyText, (const std::string& title)) {
  LoggedForecast forecast = any_forecast();
  forecast.id = 1;
  for (const char letter : title) forecast.case_title += letter == '\0' || static_cast<signed char>(letter) < 0 ? '\'' : letter;
  forecast.event = "'" + forecast.case_title;
  const auto read = read_forecast_csv(write_forecast_csv({forecast}), "log.csv");
  if (!read.ok()) RC_FAIL(base::describe(read.problems().front()));
  RC_ASSERT(std::get<LoggedForecast>(read.value()[0]).case_title == forecast.case_title);
  RC_ASSERT(std::get<LoggedForecast>(read.value()[0]).event == forecast.event);
}

}  // namespace
}  // namespace modus::formats
