#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "modus/brief/render.h"
#include "modus/brief/sample_brief.h"
#include "modus/brief/tell.h"
#include "modus/brief/when_words.h"

namespace modus::brief {
namespace {

using case_model::PartyIndex;
using findings::BaseRate;
using findings::ChanceBy;
using findings::ForecastFinding;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ChanceBy by(const SampleBrief& sample, int days, double probability, double low, double high) {
  return {days, sample.subject.as_of + std::chrono::days(days), probability, low, high};
}

BaseRate counted_strikes(const SampleBrief& sample) {
  BaseRate base;
  base.kind = BaseRate::Kind::kClass;
  base.reference.id = "strikes";
  base.reference.name = "Strikes: the strike ends";
  base.reference.from = "start of the strike";
  base.reference.event = "the strike ends";
  base.reference.source = "A count, 1976";
  base.reference.count = 566;
  base.reference.events = 566;
  base.reference.curves = {{}};
  base.since = sample.subject.as_of - std::chrono::days(25);
  base.elapsed_days = 25;
  base.chances = {by(sample, 7, 0.02, 0.01, 0.03), by(sample, 30, 0.15, 0.1, 0.2), by(sample, 180, 0.5, 0.4, 0.6)};
  base.not_at_all = 0.5;
  base.never = 0.1;
  return base;
}

ForecastFinding forecast_for(const SampleBrief& sample) {
  ForecastFinding forecast;
  forecast.event = sample.subject.event;
  forecast.horizon_days = 180;
  forecast.as_of = sample.subject.as_of;
  forecast.chances = {by(sample, 7, 0.014, 0.01, 0.03), by(sample, 30, 0.12, 0.06, 0.18), by(sample, 180, 0.46, 0.12, 0.83)};
  forecast.not_at_all = by(sample, 180, 0.54, 0.17, 0.88);
  for (int week = 0; week <= 26; ++week) forecast.weekly.push_back(by(sample, std::min(7 * week, 180), 0.46 * week / 26, 0.12 * week / 26, 0.83 * week / 26));
  forecast.simulated.assign(forecast.weekly.size(), {0.4, 0.1, 0.05});
  forecast.simulated_chances = {0.01, 0.1, 0.4};
  forecast.base_rate = counted_strikes(sample);
  forecast.sources = {{0, "ministry", "", "likely", "", {}, {{180, 0.68}}, "ministry"}};
  forecast.moves = {{"rounds", "rounds of talks", "1 a month", "4 a month", {0.01, 0.1, 0.3}, {0.02, 0.2, 0.6}, true}};
  forecast.rates.rounds = {1, 4, false, "3 rounds of talks in 40 days"};
  forecast.rates.collapse = {0.01, 0.05, true, "a convention of the program"};
  forecast.rates.impatience.assign(sample.subject.parties.size(), {0.02, 0.1, true, "a convention of the program"});
  forecast.zone_now = 0.48;
  forecast.zone_at_horizon = 0.6;
  forecast.paths = 16'384;
  return forecast;
}

SampleBrief with_forecast() {
  SampleBrief sample = sample_brief();
  sample.subject.horizon_days = 180;
  case_model::Assessment assessment;
  assessment.by_party = sample.subject.find_party("ministry");
  assessment.word = "likely";
  sample.subject.assessments = {assessment};
  sample.finding.forecast = forecast_for(sample);
  return sample;
}

using Tell = Document (*)(const case_model::Case&, const case_model::Standing&, const findings::BriefFinding&);

std::string told(const SampleBrief& sample, Tell tell = tell_brief) {
  return render_text(tell(sample.subject, sample.standing, sample.finding), 100'000);
}

/// A section, from its heading to the next.
std::string when_section(const std::string& text) {
  const std::size_t start = text.find("\nWhen?\n");
  EXPECT_NE(start, std::string::npos);
  return text.substr(start, text.find("\nWhat others say", start) - start);
}

TEST(WhenSection, SaysEachChanceWithItsRangeAndNotAtAll) {
  const std::string text = when_section(told(with_forecast()));
  EXPECT_THAT(text, HasSubstr("Within 7 days: under 5\u00A0% (almost no chance) over the whole range"));
  EXPECT_THAT(text, HasSubstr("within 30 days: 10\u00A0% (very unlikely), range 5\u00A0% to 20\u00A0% (very unlikely to unlikely)"));
  EXPECT_THAT(text, HasSubstr("Looked ahead: 180 days, to 10\u00A0September 2026"));
  EXPECT_THAT(text, HasSubstr("Not at all by 10\u00A0September 2026"));
}

TEST(WhenSection, SaysTogetherWhatIsTheSameForSeveralDays) {
  SampleBrief sample = with_forecast();
  sample.finding.forecast->chances[1] = by(sample, 30, 0.02, 0.01, 0.04);
  EXPECT_THAT(when_section(told(sample)), HasSubstr("Within 7 and 30 days: under 5\u00A0% (almost no chance) over the whole range; by 10"));
}

TEST(WhenSection, GivesNoOneNumberWhereTheRangeIsTooWide) {
  const std::string text = when_section(told(with_forecast()));
  EXPECT_THAT(text, HasSubstr("by 10\u00A0September 2026 (180 days): 10\u00A0% to 85\u00A0% (very unlikely to very likely), too wide for one number"));
  EXPECT_THAT(text, Not(HasSubstr("45\u00A0%")));
}

TEST(WhenSection, HasTheBaseRateAndTheGreatestMoverInSixLines) {
  const std::string text = when_section(told(with_forecast()));
  EXPECT_THAT(text, HasSubstr("the base rate (Strikes: the strike ends; 566 counted, 25 days gone since 17\u00A0February 2026): within 7 days under 5\u00A0%"));
  EXPECT_THAT(text, HasSubstr("What moves the last chance most: rounds of talks; 1 a month: 30\u00A0% (unlikely); 4 a month: 60\u00A0% (likely)"));
  EXPECT_LE(std::ranges::count(text, '\n'), 12);
}

TEST(WhenSection, SaysHowToChooseABaseRateWhereThereIsNone) {
  SampleBrief sample = with_forecast();
  sample.finding.forecast->base_rate = {};
  const std::string text = told(sample);
  EXPECT_THAT(when_section(text), AllOf(HasSubstr("No base rate was chosen"), HasSubstr("modus rates")));
  EXPECT_THAT(text, Not(HasSubstr("Base rate alone")));
}

TEST(WhenSection, SaysWhichLinesAreMissing) {
  SampleBrief sample = sample_brief();
  EXPECT_THAT(when_section(told(sample)), AllOf(HasSubstr("does not say how far ahead to look"), HasSubstr("horizon: 180 days")));
  sample.subject.event.clear();
  EXPECT_THAT(when_section(told(sample)), AllOf(HasSubstr("what counts as a deal, and by when"), HasSubstr("event: "), HasSubstr("horizon: 180 days")));
}

TEST(WhenSection, GivesADraftNoForecast) {
  SampleBrief sample = with_forecast();
  sample.finding.draft.emplace();
  sample.subject.draft.emplace();
  EXPECT_THAT(told(sample), AllOf(HasSubstr("No forecast from a draft"), Not(HasSubstr("Within 7 days"))));
}

TEST(WhenDetails, RoundToFivePointsInABrief) {
  const std::string text = told(with_forecast());
  const std::regex percent("([0-9]+)\u00A0%");
  for (std::sregex_iterator match(text.begin(), text.end(), percent), end; match != end; ++match)
    EXPECT_EQ(std::stoi((*match)[1]) % 5, 0) << (*match)[0];
}

TEST(WhenDetails, SayWholePercentsInWhenAloneAndOnlyWhereTheCountBearsThem) {
  SampleBrief sample = with_forecast();
  EXPECT_THAT(told(sample, tell_when), HasSubstr("2\u00A0%"));
  sample.finding.forecast->base_rate.reference.count = 16;
  EXPECT_THAT(told(sample, tell_when), AllOf(Not(HasSubstr(" 2\u00A0%")), Not(HasSubstr(" 1\u00A0%"))));
}

TEST(WhenDetails, TellWhatIsJudgedFromConventions) {
  const std::string text = told(with_forecast(), tell_when);
  EXPECT_THAT(text, HasSubstr("3 rounds of talks in 40 days"));
  EXPECT_THAT(text, HasSubstr("a convention of the program"));
  EXPECT_THAT(text, HasSubstr("Waiting takes from a deal's worth to each party without a judgment, as a share"));
  EXPECT_THAT(text, HasSubstr("It is not always what this case counts: a signed agreement."));
}

TEST(WhenDetails, TellTheAssessmentsAsOneFigureOnRequestAlone) {
  SampleBrief sample = with_forecast();
  EXPECT_THAT(told(sample, tell_when), Not(HasSubstr("as one figure")));
  sample.finding.forecast->pooled = findings::PooledForecast{{std::nullopt, 0.22, 0.68}, 2, 1.29};
  EXPECT_THAT(told(sample, tell_when), AllOf(HasSubstr("nobody says"), HasSubstr("70\u00A0% (likely)"), HasSubstr("2 origins"), HasSubstr("1.29 times")));
}

TEST(WhenSection, SaysOfADraftThatNobodyMayHaveConfirmedIt) {
  SampleBrief sample = with_forecast();
  EXPECT_THAT(told(sample, tell_when), Not(HasSubstr("Drafted from reports")));
  sample.subject.draft.emplace();
  EXPECT_THAT(told(sample, tell_when), HasSubstr("Drafted from reports: these figures take each passage as it is written down now, confirmed or not."));
}

json specification_of(SampleBrief& sample) {
  Telling telling(sample.subject, sample.standing, sample.finding);
  return json::parse(when_chart(telling).specification);
}

TEST(WhenChart, LetsTheBarOfNotAtAllMakeTheEndOfTheLineWhole) {
  SampleBrief sample = with_forecast();
  const json chart = specification_of(sample);
  const json& ends = chart.at("data").at("values").back();
  bool found = false;
  for (const json& layer : chart.at("layer")) {
    if (!layer.contains("data") || !layer.at("data").at("values").front().contains("end")) continue;
    const json& bar = layer.at("data").at("values").front();
    EXPECT_EQ(bar.at("end"), 1);
    EXPECT_DOUBLE_EQ(bar.at("chance").get<double>(), ends.at("chance").get<double>());
    EXPECT_EQ(bar.at("days"), 180);
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST(WhenChart, MarksWhatOthersSayWithTheirNames) {
  SampleBrief sample = with_forecast();
  const json claim = specification_of(sample).at("layer").back().at("data").at("values").front();
  EXPECT_EQ(claim.at("who"), "ministry");
  EXPECT_EQ(claim.at("days"), 180);
  EXPECT_DOUBLE_EQ(claim.at("chance").get<double>(), 0.7);
}

TEST(WhenChart, IsDrawnWithoutBaseRateAndWithoutAssessments) {
  SampleBrief sample = with_forecast();
  sample.finding.forecast->base_rate = {};
  sample.finding.forecast->sources.clear();
  EXPECT_EQ(specification_of(sample).at("layer").size(), 4U);
}

}  // namespace
}  // namespace modus::brief
