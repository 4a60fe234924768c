#include "modus/formats/forecast_csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/formats/forecast_entry.h"
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

/// Letters that a table, a spreadsheet or a terminal could trip over.
std::string any_text() {
  const std::vector<std::string> pieces = {"a", "B", " ", ",", "\"", "'", "=", "+", "-", "@", "\t", "\r", "\n", ";", "|", "\u00FC", "\u202E", "\u4E2D", "\x1B[31m"};
  std::string text;
  for (const std::size_t piece : *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()))) text += pieces[piece];
  return text;
}

findings::Chances any_chances(int horizon, bool to_horizon) {
  findings::Chances chances;
  double chance = *rc::gen::inRange(0, 1000) / 7000.0;
  for (int day = *rc::gen::inRange(1, 20); day < horizon; day += *rc::gen::inRange(1, 200)) {
    chances.emplace_back(day, chance);
    chance += (1 - chance) * *rc::gen::inRange(0, 1000) / 3000.0;
  }
  if (to_horizon || chances.empty()) chances.emplace_back(horizon, chance);
  return chances;
}

LoggedForecast some_forecast(std::int64_t id) {
  LoggedForecast forecast = any_forecast();
  forecast.id = id;
  forecast.case_title = any_text();
  forecast.event = "e" + any_text();
  forecast.base_rate_class = any_text();
  forecast.seed = *rc::gen::arbitrary<std::uint64_t>();
  forecast.weight = *rc::gen::inRange(0, 1000) / 999.0;
  forecast.horizon_days = *rc::gen::inRange(1, 200);
  forecast.chances = any_chances(forecast.horizon_days, true);
  forecast.base_rate = *rc::gen::arbitrary<bool>() ? forecast.chances : findings::Chances();
  forecast.sources.clear();
  for (int source = *rc::gen::inRange(0, 3); source > 0; --source) {
    forecast.sources.push_back({"by" + std::to_string(source), source == 1 ? "" : "o", any_chances(forecast.horizon_days, false)});
  }
  return forecast;
}

std::vector<LogEntry> any_log() {
  std::vector<LogEntry> log;
  for (std::int64_t id = 1; id <= *rc::gen::inRange(1, 5); ++id) {
    log.emplace_back(some_forecast(id));
    if (*rc::gen::arbitrary<bool>()) log.emplace_back(Resolution{id, "2026-12-01T00:00:00Z", std::nullopt, any_text(), any_text()});
  }
  return log;
}

RC_GTEST_PROP(ForecastCsv, ReadsBackAnyLogToTheLetter, ()) {
  const std::vector<LogEntry> log = any_log();
  const std::string text = write_forecast_csv(log);
  const auto read = read_forecast_csv(text, "log.csv");
  if (!read.ok()) RC_FAIL(base::describe(read.problems().front()));
  RC_ASSERT(read.value().size() == log.size());
  for (std::size_t i = 0; i < log.size(); ++i) RC_ASSERT(write_entry(read.value()[i]) == write_entry(log[i]));
  RC_ASSERT(write_forecast_csv(read.value()) == text);
}

/// Bytes put in, left out or changed: the answer is a log that is in order, or problems that each say where.
RC_GTEST_PROP(ForecastCsv, TakesHarmedTablesForWhatTheyAre, ()) {
  std::string text = write_forecast_csv(a_log());
  for (int harm = *rc::gen::inRange(1, 6); harm > 0; --harm) {
    const std::size_t place = *rc::gen::inRange<std::size_t>(0, text.size());
    const char letter = *rc::gen::elementOf(std::string(",\"'\n|;= 0159-e\xFFz") + '\0');
    switch (*rc::gen::inRange(0, 3)) {
      case 0: text[place] = letter; break;
      case 1: text.insert(place, 1, letter); break;
      default: text.erase(place, *rc::gen::inRange<std::size_t>(1, 40));
    }
  }
  const auto read = read_forecast_csv(text, "log.csv");
  if (read.ok()) {
    RC_ASSERT(read_forecast_csv(write_forecast_csv(read.value()), "log.csv").ok());
  } else {
    for (const base::Problem& problem : read.problems()) RC_ASSERT(problem.where.file == "log.csv" && !problem.what.empty() && !problem.fix.empty());
  }
}

struct Wrong {
  std::string name, from, to, says;
};

class WrongTable : public testing::TestWithParam<Wrong> {};

TEST_P(WrongTable, IsToldWhereAndWhy) {
  std::string text = write_forecast_csv(a_log());
  const std::size_t place = text.find(GetParam().from);
  ASSERT_NE(place, std::string::npos);
  text.replace(place, GetParam().from.size(), GetParam().to);
  const auto read = read_forecast_csv(text, "log.csv");
  ASSERT_FALSE(read.ok());
  EXPECT_TRUE(mentions(read.problems(), GetParam().says)) << base::describe(read.problems().front());
}

INSTANTIATE_TEST_SUITE_P(
    Cells, WrongTable,
    testing::Values(Wrong{"ChanceAboveOne", "30=0.1 ", "30=1.1 ", "a chance from 0 to 1"}, Wrong{"NoNumber", "30=0.1 ", "30=nan ", "a chance from 0 to 1"},
                    Wrong{"Falling", "30=0.1 ", "30=0.01 ", "never fall over time"}, Wrong{"DaysOutOfOrder", "30=0.1 ", "5=0.1 ", "days rise"},
                    Wrong{"BeyondTheHorizon", "90=0.25,", "120=0.25,", "beyond the horizon"}, Wrong{"NotToTheHorizon", ",90,", ",180,", "by the horizon"},
                    Wrong{"NoDay", "2026-03-14,", "2026-02-30,", "a day such as"}, Wrong{"NoMoment", "2026-03-14T10:00:00Z", "2026-03-14T25:00:00Z", "is no moment"},
                    Wrong{"CameBefore", "2026-04-01", "2026-03-13", "lies before the forecast"}, Wrong{"CameAfter", "2026-04-01", "2026-07-01", "lies after the forecast's horizon"},
                    Wrong{"EnteredBefore", "2026-12-01T", "2026-01-01T", "entered before the forecast was made"},
                    Wrong{"NotYetKnown", "2026-12-01T", "2026-05-01T", "has not passed"}, Wrong{"SameIdTwice", "forecast,2,", "forecast,1,", "an id of its own"},
                    Wrong{"UnknownId", "resolution,2,", "resolution,3,", "the id of a forecast in a row above"}, Wrong{"NoId", "forecast,2,", "forecast,two,", "a whole number"},
                    Wrong{"Weight", ",0.3,", ",3,", "from 0 to 1"}, Wrong{"Hash", "aaaaaaaa", "AAAAAAAA", "the hash of the case"},
                    Wrong{"SourceTwice", "rival||", "a|b|", "named twice"}, Wrong{"SourceWithoutFigures", "rival||7=0 90=1", "rival||", "has no figures"},
                    Wrong{"OtherKind", "forecast,1,", "guess,1,", "forecast or resolution"}, Wrong{"NoEvent", "a signed agreement", "", "has no event"},
                    Wrong{"CellTooMany", ",not by the horizon", ",,not by the horizon", "does not have 19 cells"},
                    Wrong{"CellOfTheOtherKind", "resolution,1,2026-12-01T00:00:00Z,,", "resolution,1,2026-12-01T00:00:00Z,1.0,", "leave that cell"}),
    [](const auto& wrong) { return wrong.param.name; });

}  // namespace
}  // namespace modus::formats
