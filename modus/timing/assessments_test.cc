#include "modus/timing/assessments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/case_model/test_case.h"

namespace modus::timing {
namespace {

using case_model::Assessment;
using case_model::Case;
using case_model::Day;
using case_model::Days;
using case_model::PartyIndex;
using case_model::SourceIndex;
using findings::SourceForecast;
using std::chrono::days;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

const Day kToday{std::chrono::year(2026) / 3 / 14};
constexpr SourceIndex kGazette(std::size_t{0}), kRadio(std::size_t{1}), kWire(std::size_t{2});

/// Three sources: the radio heard it from the gazette, the wire has no date.
Case case_with(const Assessment& assessment) {
  Case subject = case_model::dock_case();
  subject.as_of = kToday;
  for (const char* id : {"gazette", "radio", "wire"}) {
    case_model::Source source;
    source.id = id;
    subject.sources.push_back(source);
  }
  subject.sources[kGazette].published = kToday - days(20);
  subject.sources[kRadio].published = kToday - days(2);
  subject.sources[kRadio].heard_from = kGazette;
  subject.assessments = {assessment};
  return subject;
}

Assessment by_source(SourceIndex source) {
  Assessment assessment;
  assessment.by_source = source;
  return assessment;
}

SourceForecast read(const Assessment& assessment, int horizon_days = 180) {
  return source_forecasts(case_with(assessment), horizon_days).front();
}

TEST(SourceForecasts, AWordStandsForItsNumberByTheHorizon) {
  Assessment assessment = by_source(kWire);
  assessment.word = "very likely";
  EXPECT_THAT(read(assessment).chances, ElementsAre(Pair(180, 0.88)));
  EXPECT_EQ(read(assessment).word, "very likely");
}

TEST(SourceForecasts, ChancesCountFromTheDayTheyWereSaidAndLeaveOutWhatIsGone) {
  Assessment assessment = by_source(kWire);
  assessment.chances = {{10, 0.2}, {30, 0.4}, {90, 0.6}};
  assessment.on = Days{kToday - days(12), kToday - days(10)};
  EXPECT_EQ(read(assessment).on, kToday - days(10));
  EXPECT_THAT(read(assessment).chances, ElementsAre(Pair(20, 0.4), Pair(80, 0.6)));
}

TEST(SourceForecasts, WithoutADayTakeThatOfThePublicationElseTheCasesOwn) {
  Assessment assessment = by_source(kGazette);
  assessment.chances = {{30, 0.4}};
  EXPECT_THAT(read(assessment).chances, ElementsAre(Pair(10, 0.4)));
  assessment.source = kRadio;  // where it stands goes before who says it
  EXPECT_THAT(read(assessment).chances, ElementsAre(Pair(28, 0.4)));
  assessment = by_source(kWire);
  assessment.chances = {{30, 0.4}};
  EXPECT_THAT(read(assessment).chances, ElementsAre(Pair(30, 0.4)));
  EXPECT_EQ(read(assessment).on, std::nullopt);
}

TEST(SourceForecasts, AreNeverFromTheFuture) {
  Assessment assessment = by_source(kWire);
  assessment.chances = {{30, 0.4}};
  assessment.on = Days{kToday + days(5), kToday + days(5)};
  EXPECT_THAT(read(assessment).chances, ElementsAre(Pair(30, 0.4)));
}

TEST(SourceForecasts, AQuoteAloneHasNoNumber) {
  Assessment assessment = by_source(kWire);
  assessment.quote.text = "closer than ever";
  EXPECT_THAT(read(assessment).chances, IsEmpty());
  EXPECT_EQ(read(assessment).quote, "closer than ever");
}

TEST(SourceForecasts, GoBackToTheFirstSourceAndPartiesToThemselves) {
  EXPECT_EQ(read(by_source(kRadio)).by, "radio");
  EXPECT_EQ(read(by_source(kRadio)).origin, "gazette");
  Assessment own;
  own.by_party = PartyIndex(std::size_t{2});
  own.source = kRadio;
  EXPECT_EQ(read(own).by, "port");
  EXPECT_EQ(read(own).origin, "port");
}

}  // namespace
}  // namespace modus::timing
