#include "modus/timing/talk_rates.h"

#include <gtest/gtest.h>

#include <cmath>

#include "modus/timing/conventions.h"
#include "modus/timing/talks_for_tests.h"

namespace modus::timing {
namespace {

findings::TimingRates rates(const zone::SmallCase& small) { return rates_of(small.subject, {1, 1}); }

TEST(GammaQuantile, AgreesWithTheExponentialAndTheNormal) {
  EXPECT_NEAR(gamma_quantile(1, 0.9), -std::log(0.1), 1e-9);
  EXPECT_NEAR(gamma_quantile(0.5, 0.95), 1.9207, 1e-4);  // half a chi-square with one degree of freedom
  EXPECT_NEAR(gamma_quantile(10'000, 0.95), 10'000 + 1.645 * 100, 1);
}

TEST(TalkRates, AreConventionsWhereNothingIsKnown) {
  zone::SmallCase small = open_dispute();
  small.subject.forecast = {};
  const findings::TimingRates found = rates(small);
  EXPECT_TRUE(found.rounds.assumed);
  EXPECT_NEAR(found.rounds.low, gamma_quantile(kRoundsShape, 0.05), 1e-9);
  EXPECT_EQ(found.collapse.high, kCollapse.high);
  EXPECT_TRUE(found.impatience[case_model::PartyIndex(0)].assumed);
}

TEST(TalkRates, AreWhatTheCaseJudges) {
  zone::SmallCase small = open_dispute();
  small.subject.forecast.prevails = interval("0.01..0.2");
  small.subject.judgments[case_model::PartyIndex(1)].impatience = interval("0.3");
  const findings::TimingRates found = rates(small);
  EXPECT_FALSE(found.rounds.assumed);
  EXPECT_EQ(found.rounds.low, 2);
  EXPECT_EQ(found.prevails.high, 0.2);
  EXPECT_EQ(found.impatience[case_model::PartyIndex(1)].low, 0.3);
}

TEST(TalkRates, CountTheRoundsOnRecord) {
  zone::SmallCase small = open_dispute();
  small.subject.forecast = {};
  for (const int day : {-60, -40, -20, -5}) add_event(small, "talks", day, false);
  add_event(small, "talks", -10, true);   // planned, and gone by: no telling
  add_event(small, "talks", 10, true);
  add_event(small, "strike", -30, false);
  const findings::TimingRates found = rates(small);
  const double months = kRoundsMonths + 60 / kDaysInMonth;
  EXPECT_FALSE(found.rounds.assumed);
  EXPECT_NEAR(found.rounds.high, gamma_quantile(kRoundsShape + 3, 0.95) / months, 1e-12);
  EXPECT_EQ(found.rounds.from, "4 rounds of talks in the 60 days since the first");
}

TEST(DatesAhead, LeaveOutWhatIsGoneByAndWhatIsTooFar) {
  zone::SmallCase small = open_dispute();
  for (const int day : {40, -3, 0, 101}) add_event(small, "talks", day, true);
  for (const int day : {110, -5, 0, 30, 130}) add_event(small, "deadline", day, false);
  const DatesAhead ahead = dates_ahead(small.subject, 100);
  EXPECT_EQ(ahead.planned_talks, (std::vector<double>{0.5, 40}));
  EXPECT_EQ(ahead.deadlines, (std::vector<int>{30, 110}));
}

}  // namespace
}  // namespace modus::timing
