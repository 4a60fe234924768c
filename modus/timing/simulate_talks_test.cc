#include "modus/timing/simulate_talks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "modus/timing/conventions.h"
#include "modus/timing/talk_packages.h"
#include "modus/timing/talks_for_tests.h"

namespace modus::timing {
namespace {

constexpr std::size_t kEach = 32;  ///< paths a scenario: 16,384 in all
constexpr double kFourErrors = 0.016;

TalksTally talks(const zone::SmallCase& small, int horizon, const TalksVariation& variation = {}, const std::vector<int>& days = {},
                 std::size_t each = kEach) {
  const ScannedCase scanned(small);
  const TalksModel model = make_talks_model(scanned.drawn, scanned.scan, horizon, zone::on_threads(2));
  return simulate_talks(model, variation, each, 1, days, zone::on_threads(2));
}

double share(std::uint32_t count, const TalksTally& tally) { return static_cast<double>(count) / static_cast<double>(tally.paths); }

/// By a middle sum over the range of kTaken.
template <class Chance>
double mean_over_taken(Chance chance) {
  constexpr int kSteps = 1000;
  double sum = 0;
  for (int i = 0; i < kSteps; ++i) sum += chance(kTaken.low + (kTaken.high - kTaken.low) * (i + 0.5) / kSteps);
  return sum / kSteps;
}

TEST(SimulatedTalks, RecoverAKnownRateOfDeals) {
  const TalksTally tally = talks(open_dispute(), 180);
  for (std::size_t week = 1; week < tally.deal.size(); ++week) {
    const double months = std::min(180.0, 7.0 * static_cast<double>(week)) / kDaysInMonth;
    EXPECT_NEAR(share(tally.deal[week], tally), mean_over_taken([&](double taken) { return 1 - std::exp(-2 * taken * months); }), kFourErrors);
  }
}

TEST(SimulatedTalks, RecoverCompetingRates) {
  zone::SmallCase small = open_dispute();
  small.subject.forecast.collapse = interval("0.2");
  small.subject.forecast.prevails = interval("0.1");
  const TalksTally tally = talks(small, 180);
  const double months = 180 / kDaysInMonth, collapse = -std::log(0.8), prevails = -std::log(0.9);
  const auto by_end = [&](auto rate_of) {
    return mean_over_taken([&](double taken) {
      const double all = 2 * taken + collapse + prevails;
      return rate_of(taken) / all * (1 - std::exp(-all * months));
    });
  };
  EXPECT_NEAR(share(tally.deal.back(), tally), by_end([](double taken) { return 2 * taken; }), kFourErrors);
  EXPECT_NEAR(share(tally.collapse.back(), tally), by_end([&](double) { return collapse; }), kFourErrors);
  EXPECT_NEAR(share(tally.prevails.back(), tally), by_end([&](double) { return prevails; }), kFourErrors);
}

TEST(SimulatedTalks, ComeToNoDealWhereNoScenarioHasAZoneAndNothingCanChange) {
  zone::SmallCase small = quiet_dispute(3);
  small.subject.forecast.rounds = interval("50");
  const TalksTally tally = talks(small, 3650, {}, {}, 4);
  EXPECT_EQ(tally.deal.back(), 0U);
  EXPECT_EQ(tally.zone_by_horizon, 0U);
}

TEST(SimulatedTalks, WaitForNoDealValuesToFall) {
  zone::SmallCase small = quiet_dispute();
  for (auto& judged : small.subject.judgments) judged.no_deal.cost_per_month = interval("5");
  small.subject.forecast.rounds = interval("2000");
  const TalksTally tally = talks(small, 120, {}, {60, 62}, 2);
  EXPECT_EQ(tally.deal_of[0][7], 0);  // 10 points at 5 a month: 60.9 days
  EXPECT_GT(tally.deal_of[1][7], 0);
  EXPECT_EQ(tally.deal.back(), tally.paths);
  TalksVariation without;
  without.drift_factor = 0;
  EXPECT_EQ(talks(small, 120, without, {}, 2).deal.back(), 0U);
}

TEST(SimulatedTalks, CloseWhereNoDealValuesRise) {
  zone::SmallCase small = open_dispute();
  for (auto& judged : small.subject.judgments) judged.no_deal.cost_per_month = interval("-20");
  const TalksTally tally = talks(small, 365);
  const auto last_open = static_cast<std::size_t>(std::ceil(kDaysInMonth / 7));  // 20 points above, 20 a month
  EXPECT_GT(tally.deal[last_open - 1], 0U);
  EXPECT_EQ(tally.deal[last_open], tally.deal.back());
}

TEST(SimulatedTalks, WaitForStallingToEnd) {
  zone::SmallCase small = open_dispute();
  small.scenarios.parties[case_model::PartyIndex(0)].stalling.assign(512, 1);
  small.subject.forecast.rounds = interval("2000");
  small.subject.forecast.stalling_ends = interval("0.5");
  const TalksTally tally = talks(small, 61);
  EXPECT_NEAR(share(tally.deal.back(), tally), 1 - std::pow(0.5, 61 / kDaysInMonth), kFourErrors);
  small.subject.forecast.stalling_ends = interval("0");
  EXPECT_EQ(talks(small, 61).deal.back(), 0U);
}

TEST(SimulatedTalks, GiveUpPosedLimitsByTheWarOfAttrition) {
  zone::SmallCase small = open_dispute();
  add_posed_limit(small, 0, 0);
  for (auto& judged : small.subject.judgments) judged.impatience = interval("0.1");
  small.subject.forecast.rounds = interval("2000");
  const TalksTally tally = talks(small, 300);
  const double rate = concession_rate(0.1, 0.5);  // there is no package with which the first party gets its way
  const HoldsOut posed{kLeastSure, rate};
  const auto given_up_by = [&](double months) { return (1 - posed.real * std::exp(rate * (posed.exhausted() - months))) / (1 - posed.real); };
  EXPECT_NEAR(share(tally.deal[20], tally), given_up_by(140 / kDaysInMonth), kFourErrors);
  TalksVariation held;
  held.limits = TalksVariation::Limits::kHeldToTheEnd;
  EXPECT_EQ(talks(small, 300, held).deal.back(), 0U);
  TalksVariation at_once;
  at_once.limits = TalksVariation::Limits::kGivenUpAtOnce;
  EXPECT_EQ(talks(small, 300, at_once).deal.back(), tally.paths);
}

TEST(SimulatedTalks, NeverCrossALimitThatIsReal) {
  zone::SmallCase small = open_dispute();
  add_posed_limit(small, 0, 0);
  small.scenarios.parties[case_model::PartyIndex(0)].real_limits.assign(512, 1);
  TalksVariation at_once;
  at_once.limits = TalksVariation::Limits::kGivenUpAtOnce;
  EXPECT_EQ(talks(small, 3650, at_once, {}, 2).deal.back(), 0U);
}

TEST(SimulatedTalks, HoldPlannedRoundsWithTheirChance) {
  zone::SmallCase small = open_dispute();
  small.subject.forecast.rounds = interval("0");
  add_event(small, "talks", 10, true);
  const TalksTally tally = talks(small, 30);
  EXPECT_EQ(tally.deal[1], 0U);
  EXPECT_NEAR(share(tally.deal[2], tally), kPlannedTalksHappen * (kTaken.low + kTaken.high) / 2, kFourErrors);
  EXPECT_EQ(tally.deal[2], tally.deal.back());
}

TEST(SimulatedTalks, LearnFromRefusals) {
  zone::SmallCase small = quiet_dispute(6);  // option o is accepted in every scenario s with s % 6 == o
  for (std::size_t s = 0; s < 512; ++s) {
    for (std::size_t party = 0; party < 2; ++party) set_value(small, party, s, s % 6, 40);
  }
  small.subject.forecast.rounds = interval("0");
  add_event(small, "talks", 3, true);
  add_event(small, "talks", 10, true);
  const TalksTally tally = talks(small, 30);
  const double held = kPlannedTalksHappen, taken = (kTaken.low + kTaken.high) / 2;
  const double both_taken = mean_over_taken([](double chance) { return chance * chance; });
  // Of each six scenarios the first round held serves four, the second one the two that are left; the head of the list is
  // tabled at both, and one of the first three that follow it comes round again.
  const double at_first_held = 2 * held * taken - held * held * taken;
  const double only_second = held * held * taken;
  const double at_both = 2 * held * taken - held * held * both_taken;
  EXPECT_NEAR(share(tally.deal[1], tally), held * taken * 4 / 6, kFourErrors);
  EXPECT_NEAR(share(tally.deal[2], tally), (2 * at_both + 2 * at_first_held + 2 * only_second) / 6, kFourErrors);
}

TEST(SimulatedTalks, BunchBeforeADeadline) {
  zone::SmallCase small = open_dispute();
  const TalksTally without = talks(small, 120);
  add_event(small, "deadline", 84, false);
  const TalksTally with = talks(small, 120);
  const auto in_week = [](const TalksTally& tally, std::size_t week) { return tally.deal[week] - tally.deal[week - 1]; };
  EXPECT_NEAR(share(with.deal[10], with), share(without.deal[10], without), kFourErrors);
  EXPECT_GT(in_week(with, 11), 3 * in_week(without, 11) / 2);
  EXPECT_NEAR(share(with.collapse.back(), with), kTalksEndAtDeadline * (1 - share(with.deal[12], with)), kFourErrors);
}

TEST(SimulatedTalks, MoreRoundsNeverLowerTheChanceOfADeal) {
  zone::SmallCase small = quiet_dispute(40);
  for (std::size_t s = 0; s < 512; ++s) {
    for (std::size_t party = 0; party < 2; ++party) set_value(small, party, s, s % 50 % 40, s % 3 == 0 ? 20 : 40);
  }
  std::vector<std::uint32_t> before;
  for (const char* rounds : {"0", "0.2", "1", "3", "20"}) {
    small.subject.forecast.rounds = interval(rounds);
    const std::vector<std::uint32_t> now = talks(small, 200, {}, {}, 4).deal;
    for (std::size_t week = 0; week < before.size(); ++week) EXPECT_GE(now[week], before[week]) << rounds;
    before = now;
  }
}

TEST(PackagesToTable, BestFirstThenWhatCoversTheRest) {
  zone::SmallCase small = quiet_dispute(4);
  const auto accept = [&](std::size_t s, std::size_t option) {
    for (std::size_t party = 0; party < 2; ++party) set_value(small, party, s, option, 40);
  };
  for (std::size_t s = 0; s < 300; ++s) accept(s, 2);
  for (std::size_t s = 100; s < 340; ++s) accept(s, 0);  // adds 40
  for (std::size_t s = 300; s < 400; ++s) accept(s, 1);  // adds 100
  const ScannedCase scanned(small);
  const auto packages = packages_to_table(scanned.drawn, scanned.scan, 12, zone::on_threads(2));
  ASSERT_EQ(packages.size(), 2U);
  EXPECT_EQ(scanned.list.option_at(packages[0], case_model::IssueIndex(0)).value, 2U);
  EXPECT_EQ(scanned.list.option_at(packages[1], case_model::IssueIndex(0)).value, 1U);
}

TEST(PackagesToTable, AddsWhatLaterBecomesAcceptable) {
  zone::SmallCase small = open_dispute(2);
  for (std::size_t s = 0; s < 512; ++s) {
    if (s % 2 == 0) set_value(small, 0, s, 0, 0);
    set_value(small, 0, s, 1, 25);
    set_value(small, 1, s, 1, 25);
  }
  EXPECT_EQ(talks(small, 300, {}, {}, 1).zone_by_horizon, 256U);
  for (auto& judged : small.subject.judgments) judged.no_deal.cost_per_month = interval("1");
  EXPECT_EQ(talks(small, 300, {}, {}, 1).zone_by_horizon, 512U);
}

// Talks so frequent that they miss nothing find a deal just where the definitions allow one.
TEST(SimulatedTalks, AgreeWithEveryPathsOwnZoneWhereTalksMissNothing) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    zone::SmallCaseShape shape;
    shape.issues = 2;
    shape.most_options = 3;
    zone::SmallCase small = zone::make_small_case(seed, shape);
    small.subject.as_of = test_day();
    small.subject.forecast.rounds = interval("20000");
    small.subject.forecast.collapse = small.subject.forecast.prevails = small.subject.forecast.stalling_ends = interval("0");
    TalksVariation at_once;
    at_once.limits = TalksVariation::Limits::kGivenUpAtOnce;
    const TalksTally tally = talks(small, 40, at_once, {40}, 1);
    const auto packages = zone::every_combination(small);
    for (std::size_t s = 0; s < small.scenarios.count; ++s) {
      const bool zone = std::ranges::any_of(packages, [&](const auto& package) { return zone::naive_all_accept(small, s, package); });
      EXPECT_EQ(tally.deal_of[0][s], zone ? 1 : 0) << seed << " " << s;
    }
  }
}

// No-deal values only fall here and stalling is over at once, so all that was ever acceptable is so on the last day.
TEST(SimulatedTalks, AgreeWithThePathsZoneOfTheLastDayWhereWaitingCosts) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    zone::SmallCaseShape shape;
    shape.issues = 2;
    shape.most_options = 3;
    zone::SmallCase small = zone::make_small_case(seed, shape);
    small.subject.as_of = test_day();
    small.subject.forecast.rounds = interval("20000");
    small.subject.forecast.collapse = small.subject.forecast.prevails = interval("0");
    small.subject.forecast.stalling_ends = interval("1");
    zone::SmallCase late = small;
    for (const auto party : small.subject.parties.indices()) {
      const std::string cost = party.value == 0 ? "3" : "7";
      small.subject.judgments[party].no_deal.cost_per_month = interval(cost);
      for (double& value : late.scenarios.parties[party].no_deal) value -= std::stod(cost) * 40 / kDaysInMonth;
      late.scenarios.parties[party].stalling.assign(late.scenarios.count, 0);
    }
    TalksVariation at_once;
    at_once.limits = TalksVariation::Limits::kGivenUpAtOnce;
    const TalksTally tally = talks(small, 40, at_once, {40}, 1);
    const auto packages = zone::every_combination(late);
    std::size_t differ = 0;  // a package that opens in the last hour may be missed
    for (std::size_t s = 0; s < late.scenarios.count; ++s) {
      const bool zone = std::ranges::any_of(packages, [&](const auto& package) { return zone::naive_all_accept(late, s, package); });
      differ += (tally.deal_of[0][s] > 0) != zone ? 1U : 0U;
    }
    EXPECT_LE(differ, 1U) << seed;
  }
}

TEST(SimulatedTalks, AreTheSameAtAnyNumberOfThreads) {
  zone::SmallCase small = zone::make_small_case(5);
  small.subject.as_of = test_day();
  const ScannedCase scanned(small);
  const auto run = [&](int threads) {
    const TalksModel model = make_talks_model(scanned.drawn, scanned.scan, 100, zone::on_threads(threads));
    return simulate_talks(model, {}, 20, 1, {30, 100}, zone::on_threads(threads));
  };
  const TalksTally one = run(1);
  for (const int threads : {2, 5}) {
    const TalksTally other = run(threads);
    EXPECT_EQ(other.deal, one.deal);
    EXPECT_EQ(other.collapse, one.collapse);
    EXPECT_EQ(other.deal_of, one.deal_of);
  }
}

}  // namespace
}  // namespace modus::timing
