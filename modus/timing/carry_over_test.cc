#include "modus/timing/carry_over.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "modus/case_model/test_case.h"
#include "modus/preference/draw.h"
#include "modus/timing/date_answers.h"
#include "modus/timing/past_scenarios.h"
#include "modus/timing/progress.h"
#include "modus/zone/scan_zone.h"
#include "modus/zone/share.h"

namespace modus::timing {
namespace {

using case_model::Case;
using case_model::Standing;
using case_model::StatementIndex;
using case_model::StatementKind;
using findings::Scenarios;

const case_model::PartyIndex kPort{2}, kUnion{3};
constexpr std::size_t kCount = 4096;

Scenarios draw(const Case& subject) {
  preference::DrawOptions options;
  options.scenarios = kCount;
  options.watch = false;
  return preference::draw_scenarios(subject, options, {}).value();
}

/// Two limits of the union, and an offer of it that neither touches.
Case with_limits() {
  Case subject = case_model::dock_case();
  add_statement(subject, kUnion, StatementKind::kRedLine, "crews = cut");
  add_statement(subject, kUnion, StatementKind::kRedLine, "fund = none");
  add_statement(subject, kPort, StatementKind::kPrefers, "crews = cut and fund = none and wages = 2");
  subject.statements[StatementIndex(2)].over = case_model::read_condition("crews = keep and fund = none and wages = 9", subject.issues);
  return subject;
}

CarriedOver carry(const Case& subject, case_model::PartyIndex party, const std::vector<StatementIndex>& from,
                  const std::vector<StatementIndex>& to) {
  const Case& before = subject;
  const Standing was = weigh_statements(before, from), is = weigh_statements(before, to);
  preference::DrawOptions options;
  options.scenarios = kCount;
  options.watch = false;
  options.variation.without = from;
  const Scenarios drawn = preference::draw_scenarios(subject, options, {}).value();
  return carry_over(subject, party, drawn.parties[party], was, is, 1);
}

double share_real(const std::vector<std::uint64_t>& real, std::size_t bit) {
  const auto count = std::ranges::count_if(real, [bit](std::uint64_t row) { return (row >> bit & 1U) != 0; });
  return static_cast<double>(count) / static_cast<double>(real.size());
}

TEST(CarryOver, LeavesEverythingAsItIsUnderTheSameStanding) {
  const Case subject = with_limits();
  const CarriedOver same = carry(subject, kUnion, {}, {});
  EXPECT_EQ(same.real_limits, draw(subject).parties[kUnion].real_limits);
  EXPECT_TRUE(same.weights.empty());
}

TEST(CarryOver, DropsALimitWithoutAnyWeightAndKeepsTheOther) {
  const Case subject = with_limits();
  const CarriedOver carried = carry(subject, kUnion, {}, {StatementIndex(0)});
  const auto before = draw(subject).parties[kUnion].real_limits;
  EXPECT_TRUE(carried.weights.empty());
  for (std::size_t s = 0; s < kCount; ++s) ASSERT_EQ(carried.real_limits[s], before[s] >> 1U & 1U);
}

TEST(CarryOver, AddsALimitWithItsOwnProbability) {
  const CarriedOver carried = carry(with_limits(), kUnion, {StatementIndex(0)}, {});
  EXPECT_TRUE(carried.weights.empty());
  EXPECT_NEAR(share_real(carried.real_limits, 0), 0.9, 0.02);
}

TEST(CarryOver, LowersALimitsProbabilityByDroppingSomeOfItAlone) {
  Case subject = with_limits();
  const StatementIndex again = add_statement(subject, kUnion, StatementKind::kRejects, "crews = cut");
  subject.statements[again].meant = 0.3;
  const CarriedOver carried = carry(subject, kUnion, {}, {StatementIndex(0)});
  const auto before = draw(subject).parties[kUnion].real_limits;
  EXPECT_NEAR(share_real(carried.real_limits, 1), 0.3, 0.03);
  for (std::size_t s = 0; s < kCount; ++s) {
    const bool now = (carried.real_limits[s] >> 1U & 1U) != 0, then = (before[s] & 1U) != 0;
    ASSERT_TRUE(then || !now);
  }
}

TEST(CarryOver, WeighsEvidenceOnValuesAsDrawDoes) {
  const Case subject = with_limits();
  const CarriedOver carried = carry(subject, kPort, {}, {StatementIndex(2)});
  const std::vector<double> expected = preference::weights_without(subject, draw(subject), {StatementIndex(2)});
  ASSERT_EQ(carried.weights.size(), expected.size());
  for (std::size_t s = 0; s < kCount; ++s) ASSERT_NEAR(carried.weights[s], expected[s], 1e-9);
}

/// The port's offer makes its own limit on what it offers less likely: evidence that ties a limit to values.
Case with_a_tied_limit() {
  Case subject = case_model::dock_case();
  add_statement(subject, kPort, StatementKind::kRedLine, "crews = keep");
  add_statement(subject, kPort, StatementKind::kAccepts, "crews = keep and fund = none and wages = 4");
  add_statement(subject, kUnion, StatementKind::kRedLine, "wages < 4");
  return subject;
}

/// Zone probability of the case without some statements: carried over from the whole case, and drawn afresh.
void expect_like_afresh(const Case& subject, const std::vector<StatementIndex>& without, double least) {
  const auto list = zone::PackageList::make(subject).value();
  const Scenarios drawn = draw(subject);
  PastScenarios past(subject, drawn, least);
  ASSERT_TRUE(past.go_to(without, {}).empty());
  const zone::Acceptance carried(subject, past.standing(), list, past.scenarios());
  const DateZone found{zone::scenarios_with_zone(carried, {}, {}), past.weights(), kCount, 8};
  preference::DrawOptions options;
  options.seed = 99;
  options.watch = false;
  options.variation.without = without;
  const Scenarios afresh = preference::draw_scenarios(subject, options, {}).value();
  const Standing standing = weigh_statements(subject, without);
  const zone::Acceptance acceptance(subject, standing, list, afresh);
  const findings::Share expected = zone::share_of(zone::scenarios_with_zone(acceptance, {}, {}), kCount, 8);
  EXPECT_NEAR(found.share().value, expected.value, 4.5 * std::hypot(found.share().standard_error, expected.standard_error)) << least;
}

TEST(PastScenarios, AgreeWithScenariosDrawnAfreshWhereALimitIsTiedToValues) {
  for (const std::vector<StatementIndex>& without :
       {std::vector{StatementIndex(0)}, std::vector{StatementIndex(1)}, std::vector{StatementIndex(0), StatementIndex(1)},
        std::vector{StatementIndex(2)}}) {
    expect_like_afresh(with_a_tied_limit(), without, 0);
    expect_like_afresh(with_a_tied_limit(), without, 1e9);
  }
}

TEST(PastScenarios, AreDrawnAfreshJustWhereTooFewWouldCount) {
  const Case subject = with_limits();
  const Scenarios drawn = draw(subject);
  PastScenarios patient(subject, drawn, 1), impatient(subject, drawn, kCount);
  ASSERT_TRUE(patient.go_to({StatementIndex(2)}, {}).empty());
  ASSERT_TRUE(impatient.go_to({StatementIndex(2)}, {}).empty());
  EXPECT_FALSE(patient.drew_afresh());
  EXPECT_FALSE(patient.weights().empty());
  EXPECT_TRUE(impatient.drew_afresh());
  EXPECT_TRUE(impatient.weights().empty());
}

TEST(PastScenarios, ComeBackToTheCaseAsItIs) {
  const Case subject = with_limits();
  const Scenarios drawn = draw(subject);
  PastScenarios past(subject, drawn, 1);
  ASSERT_TRUE(past.go_to({StatementIndex(0), StatementIndex(2)}, {}).empty());
  ASSERT_TRUE(past.go_to({}, {}).empty());
  EXPECT_TRUE(past.weights().empty());
  EXPECT_EQ(past.scenarios().parties[kUnion].real_limits, drawn.parties[kUnion].real_limits);
}

TEST(DateAnswers, FindTheSameBestPackageAsTheScanWhereAllScenariosWeighTheSame) {
  const Case subject = with_limits();
  const Scenarios drawn = draw(subject);
  const auto list = zone::PackageList::make(subject).value();
  const Standing standing = weigh_statements(subject);
  const zone::Acceptance acceptance(subject, standing, list, drawn);
  const zone::ZoneScan scan = zone::scan_zone(acceptance, {});
  const BestPackage best = find_best(acceptance, {}, 1, {});
  EXPECT_EQ(best.package, zone::most_accepted(list, scan));
  EXPECT_DOUBLE_EQ(best.joint_acceptance, zone::corrected_maximum(list, scan));
  const BestPackage weighted = find_best(acceptance, std::vector<double>(kCount, 1.0), 1, {});
  EXPECT_EQ(weighted.package, best.package);
}

TEST(DateAnswers, TellADifferenceByThePairsOfScenarios) {
  const DateZone first{zone::ScenarioSet(16, 0x0f0f0f0f0f0f0f0f), {}, 1024, 8};
  DateZone second = first;
  EXPECT_EQ(difference_of(first, second).value, 0);
  EXPECT_EQ(difference_of(first, second).standard_error, 0);
  second.zone[3] = 0;
  const Difference moved = difference_of(first, second);
  EXPECT_DOUBLE_EQ(moved.value, 32.0 / 1024);
  EXPECT_GT(moved.standard_error, 0);
}

TEST(Nearness, TakesMoreThanTwiceTheError) {
  using findings::Nearness;
  EXPECT_EQ(nearness_of(0.05, 0.02), Nearness::kCloserThanEver);
  EXPECT_EQ(nearness_of(-0.05, 0.02), Nearness::kNoCloserThanBefore);
  EXPECT_EQ(nearness_of(0.04, 0.02), Nearness::kCannotTell);
  EXPECT_EQ(nearness_of(0, 0), Nearness::kCannotTell);
}

}  // namespace
}  // namespace modus::timing
