#include "modus/brief/tell_rates.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "modus/brief/render.h"
#include "modus/brief/visible.h"

namespace modus::brief {
namespace {

using findings::ClassRates;
using findings::CureCurve;

ClassRates talks() {
  ClassRates rates;
  rates.reference.id = "talks";
  rates.reference.name = "Talks: \u202Ean agreement";
  rates.reference.from = "first round";
  rates.reference.event = "a signature";
  rates.reference.source = "a count";
  rates.reference.count = 40;
  rates.reference.observed = {{30, 0.12, 0.06, 0.21}, {365, 0.4, 0.31, 0.52}};
  rates.reference.curves = {{CureCurve::Tail::kWeibull, 0.3, 0.8, 200, 0.6}, {CureCurve::Tail::kLognormal, 0.2, 1.5, 6, 0.4}};
  for (const double days : {7.0, 30.0, 90.0, 180.0, 365.0, 730.0}) rates.chances.push_back({days, days / 1000, days / 2000, days / 800});
  rates.never = 0.26;
  rates.drawn = {{1, {0.01, 0.02}}, {365, {0.4, 0.41}}};
  return rates;
}

/// In one line.
std::string told(const ClassRates& rates, bool in_full) {
  const std::string text = with_plain_spaces(render_text(tell_rates({"0.1.0", in_full, {rates}})));
  return std::regex_replace(text, std::regex("[ \\n]+"), " ");
}

void expect_words(const std::string& text, const std::string& words) { EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text; }

TEST(TellRates, SaysALengthOfTimeInTheUnitOfItsSize) {
  EXPECT_EQ(with_plain_spaces(say_duration(1)), "1 day");
  EXPECT_EQ(with_plain_spaces(say_duration(0.2)), "under 1 day");
  EXPECT_EQ(with_plain_spaces(say_duration(99.4)), "99 days");
  EXPECT_EQ(with_plain_spaces(say_duration(154)), "5 months");
  EXPECT_EQ(with_plain_spaces(say_duration(365)), "1 year");
  EXPECT_EQ(with_plain_spaces(say_duration(730)), "2 years");
  EXPECT_EQ(with_plain_spaces(say_duration(2237)), "6 years");
}

TEST(TellRates, SaysNoMedianBeyondWhatWasObserved) {
  ClassRates rates = talks();
  rates.median_days = 300;
  expect_words(told(rates, true), "One in two has come to it after 10 months");
  rates.median_days = 400;
  expect_words(told(rates, true), "Less than one in two comes to it within what was observed, 1 year");
  expect_words(told(rates, false), "over 1 year");
  rates.median_days.reset();
  rates.never = 0.7;
  expect_words(told(rates, false), "most never");
}

TEST(TellRates, SaysWhereTheTimeGoneIsLongerThanAnythingObserved) {
  ClassRates rates = talks();
  rates.elapsed_days = 1000;
  rates.beyond_data = true;
  const std::string text = told(rates, true);
  expect_words(text, "Nothing in the class was observed for so long");
  EXPECT_EQ(text.find("Less than one in two"), std::string::npos);
}

TEST(TellRates, SaysWhereTheSourceGivesNoNumberOfEvents) {
  expect_words(told(talks(), true), "40 processes; how many came to it is not published");
  expect_words(told(talks(), false), "(40 counted)");
}

TEST(TellRates, SaysWhetherNeverIsToldFromNone) {
  ClassRates rates = talks();
  rates.fits = {{rates.reference.curves[0], true, -100, 206}};
  expect_words(told(rates, true), "The data do not tell a share");
  rates.never_told_apart = true;
  expect_words(told(rates, true), "The data tell a share that never comes to it from none");
}

TEST(TellRates, WritesOutWhatHides) { EXPECT_EQ(told(talks(), true).find("\u202E"), std::string::npos); }

TEST(RatesChart, DrawsWhatWasObservedAndEachCurve) {
  const Chart chart = rates_chart(talks());
  const auto drawing = nlohmann::json::parse(chart.specification);
  EXPECT_EQ(drawing.at("data").at("values").size(), 2U);
  EXPECT_EQ(drawing.at("layer")[2].at("data").at("values").size(), 4U);
  EXPECT_EQ(chart.table.rows.size(), 2U);
}

TEST(RatesChart, ThinsALongCurveAndKeepsItsLastStep) {
  ClassRates rates = talks();
  rates.reference.observed.clear();
  for (int day = 1; day <= 1000; ++day) rates.reference.observed.push_back({static_cast<double>(day), day / 2000.0, 0, 1});
  const Chart chart = rates_chart(rates);
  const auto drawing = nlohmann::json::parse(chart.specification);
  const auto& points = drawing.at("data").at("values");
  EXPECT_EQ(points.size(), 200U);
  EXPECT_EQ(points.back().at("days"), 1000);
  EXPECT_EQ(chart.table.rows.size(), 12U);
}

}  // namespace
}  // namespace modus::brief
