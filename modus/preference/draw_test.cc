#include "modus/preference/draw.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "modus/preference/small_cases_for_tests.h"

namespace modus::preference {
namespace {

using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::StatementKind;
using findings::PartyScenarios;
using findings::Scenarios;
using tests::CaseBuilder;
using tests::interval;
using tests::share_of;

constexpr std::size_t kScenarios = 8192;
constexpr double kTolerance = 0.025;  // about four standard errors of a share

Scenarios draw(const case_model::Case& subject, Variation variation = {}, int threads = 0) {
  DrawOptions options;
  options.scenarios = kScenarios;
  options.variation = std::move(variation);
  base::Context context;
  context.threads = threads;
  auto drawn = draw_scenarios(subject, options, context);
  EXPECT_TRUE(drawn.ok()) << (drawn.ok() ? "" : base::describe(drawn.problems()[0]));
  return std::move(drawn).value();
}

const PartyScenarios& first(const Scenarios& scenarios) { return scenarios.parties[PartyIndex(0)]; }

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

CaseBuilder two_issues() {
  CaseBuilder builder;
  builder.party("a").issue("crews", {"cut", "keep", "phased"}).issue("pay", {"high", "low"}).judgments();
  return builder;
}

TEST(Prior, KnowsNothingWithoutJudgments) {
  const Scenarios drawn = draw(two_issues().subject);
  const PartyScenarios& party = first(drawn);
  EXPECT_NEAR(mean(party.no_deal), 50, 2);
  const double heavier = share_of(kScenarios, [&](std::size_t s) { return party.weights[2 * s] > 0.75; });
  EXPECT_NEAR(heavier, 0.25, kTolerance);  // uniform on the simplex of two
  const double first_best = share_of(kScenarios, [&](std::size_t s) {
    const double* row = party.values.data() + s * party.options;
    return row[0] > row[1] && row[0] > row[2];
  });
  EXPECT_NEAR(first_best, 1.0 / 3, kTolerance);
}

TEST(Prior, PutsOrderedOptionsUniformlyInTheirOrder) {
  CaseBuilder builder = two_issues();
  builder.of(0).order[case_model::IssueIndex(0)] = {OptionIndex(1), OptionIndex(2), OptionIndex(0)};
  builder.of(0).weights[case_model::IssueIndex(0)] = interval("0.5");
  const Scenarios drawn = draw(builder.subject);
  const PartyScenarios& party = first(drawn);
  const auto score = [&](std::size_t s, std::size_t option) { return party.values[s * party.options + option] / 50; };
  EXPECT_DOUBLE_EQ(score(5, 1), 1);
  EXPECT_DOUBLE_EQ(score(5, 0), 0);
  EXPECT_NEAR(share_of(kScenarios, [&](std::size_t s) { return score(s, 2) < 0.3; }), 0.3, kTolerance);
}

TEST(Prior, RisesAlongAScaleOfFourParts) {
  CaseBuilder builder;
  builder.party("a").scale("pay", 4).judgments();
  builder.of(0).scales[case_model::IssueIndex(0)] = case_model::ScaleWants{};
  const Scenarios drawn = draw(builder.subject);
  const PartyScenarios& party = first(drawn);
  double second = 0;
  for (std::size_t s = 0; s < kScenarios; ++s) {
    const double* row = party.values.data() + s * party.options;
    ASSERT_TRUE(std::is_sorted(row, row + 5));
    second += row[1] / 100 / kScenarios;
  }
  EXPECT_NEAR(second, 0.25, 0.01);  // the least of three uniform numbers
}

TEST(Prior, KeepsWithinTheRangesOfTheJudgments) {
  CaseBuilder builder;
  builder.party("a").issue("crews", {"cut", "keep", "later", "phased"}).issue("fund", {"no", "yes"}).issue("pay", {"high", "low"}).judgments();
  auto& judged = builder.of(0);
  judged.weights[case_model::IssueIndex(0)] = interval("0.6..0.7");
  judged.weights[case_model::IssueIndex(1)] = interval("0.1..0.15");
  judged.order[case_model::IssueIndex(0)] = {OptionIndex(1), OptionIndex(3), OptionIndex(2), OptionIndex(0)};
  judged.scores[case_model::IssueIndex(0)][OptionIndex(3)] = interval("0.3..0.4");
  judged.no_deal.value = interval("25..45");
  const Scenarios drawn = draw(builder.subject);
  const PartyScenarios& party = first(drawn);
  for (std::size_t s = 0; s < kScenarios; ++s) {
    const double weight = party.weights[3 * s];
    ASSERT_GE(weight, 0.6 - 1e-9);
    ASSERT_LE(weight, 0.7 + 1e-9);
    ASSERT_GE(party.weights[3 * s + 1], 0.1 - 1e-9);
    const double score = party.values[s * party.options + 3] / 100 / weight;
    ASSERT_GE(score, 0.3 - 1e-9);
    ASSERT_LE(score, 0.4 + 1e-9);
    ASSERT_GE(party.no_deal[s], 25);
    ASSERT_LE(party.no_deal[s], 45);
  }
  // given the simplex, the first weight leans to its lower end only as far as the others have room
  EXPECT_NEAR(mean(party.no_deal), 35, 0.6);
}

TEST(Prior, WorthOfALotteryIsItsMeanLessTheCost) {
  CaseBuilder builder;
  builder.party("a").issue("land", {"all", "none"}).judgments();
  auto& judged = builder.of(0);
  judged.order[case_model::IssueIndex(0)] = {OptionIndex(0), OptionIndex(1)};
  case_model::Package all(1), none(1);
  none[case_model::IssueIndex(0)] = OptionIndex(1);
  judged.no_deal.lottery = {{all, interval("0.2..0.6")}, {none, std::nullopt}};
  judged.no_deal.cost = interval("10..20");
  const Scenarios drawn = draw(builder.subject);
  EXPECT_NEAR(mean(first(drawn).no_deal), 40 - 15, 0.6);
  Variation doubled;
  doubled.cost_factor = 2;
  EXPECT_NEAR(mean(first(draw(builder.subject, doubled)).no_deal), 40 - 30, 0.6);
}

// Where every value is accepted, accepting a package that a limit forbids only speaks about the limit.
TEST(Evidence, MakesALimitLessLikelyInClosedForm) {
  CaseBuilder builder = two_issues();
  builder.of(0).no_deal.value = interval("0");
  builder.say("s1", 0, StatementKind::kRedLine, "crews = cut").meant = 0.8;
  builder.say("s2", 0, StatementKind::kAccepts, "crews = cut and pay = low").meant = 0.7;
  const Scenarios drawn = draw(builder.subject);
  const double expected = 0.8 * 0.3 / (0.8 * 0.3 + 0.2 * 0.7);
  const double real = share_of(kScenarios, [&](std::size_t s) { return first(drawn).real_limits[s] == 1; });
  EXPECT_NEAR(real, expected, kTolerance);
  EXPECT_NEAR(*drawn.statements[0].meant_after, real, 1e-12);
  EXPECT_NEAR(*drawn.statements[1].meant_after, 1 - real, 1e-12);
}

TEST(Evidence, OfAPartSpeaksOnlyWhereEveryCompletionIsForbidden) {
  CaseBuilder builder = two_issues();
  builder.of(0).no_deal.value = interval("0");
  builder.say("s1", 0, StatementKind::kRedLine, "crews = cut").meant = 0.8;
  builder.say("s2", 0, StatementKind::kRedLine, "crews = keep and pay = low").meant = 0.6;
  builder.say("s3", 0, StatementKind::kOffers, "crews = cut").meant = 0.9;
  builder.say("s4", 0, StatementKind::kOffers, "crews = keep").meant = 0.9;  // pay = high is left
  const Scenarios drawn = draw(builder.subject);
  const double first_real = share_of(kScenarios, [&](std::size_t s) { return (first(drawn).real_limits[s] & 1) != 0; });
  const double second_real = share_of(kScenarios, [&](std::size_t s) { return (first(drawn).real_limits[s] & 2) != 0; });
  EXPECT_NEAR(first_real, 0.8 * 0.1 / (0.8 * 0.1 + 0.2 * 0.9), kTolerance);
  EXPECT_NEAR(second_real, 0.6, kTolerance);
}

TEST(Evidence, OfAPreferenceBetweenEquallyLikelyOptions) {
  CaseBuilder builder = two_issues();
  auto& statement = builder.say("s1", 0, StatementKind::kPrefers, "pay = high");
  statement.over = builder.condition("pay = low");
  statement.said = 0.8;
  statement.meant = 0.9;
  const Scenarios drawn = draw(builder.subject);
  const double holds = 0.8 * 0.9 + 0.1;  // of equal prior chances
  EXPECT_NEAR(*drawn.statements[0].meant_after, holds / (holds + 0.8 * 0.1 + 0.1), kTolerance);
}

TEST(Evidence, OfARankingOfTwoIssues) {
  CaseBuilder builder = two_issues();
  builder.say("s1", 0, StatementKind::kRanks, "").ranking = {case_model::IssueIndex(1), case_model::IssueIndex(0)};
  const Scenarios drawn = draw(builder.subject);
  EXPECT_NEAR(*drawn.statements[0].meant_after, 0.8, kTolerance);
}

TEST(Evidence, OfADemandRaisesWhatItAsksFor) {
  CaseBuilder builder = two_issues();
  builder.say("s1", 0, StatementKind::kDemands, "crews in [keep, phased]").meant = 0.5;
  const Scenarios drawn = draw(builder.subject);
  const PartyScenarios& party = first(drawn);
  const double wanted = share_of(kScenarios, [&](std::size_t s) {
    const double* row = party.values.data() + s * party.options;
    return row[0] <= row[1] && row[0] <= row[2];
  });
  EXPECT_NEAR(wanted, 0.9 / (0.9 + 2 * 0.1), kTolerance);  // one in three before
}

TEST(Variation, LetsLimitsStandOrFallTogether) {
  CaseBuilder builder;
  builder.party("a").party("b").issue("land", {"all", "none"}).judgments();
  builder.say("s1", 0, StatementKind::kRedLine, "land = none").meant = 0.7;
  builder.say("s2", 1, StatementKind::kRedLine, "land = all").meant = 0.4;
  Variation together;
  together.shared_bluffing = true;
  const Scenarios drawn = draw(builder.subject, together);
  const auto real = [&](std::size_t party, std::size_t s) { return drawn.parties[PartyIndex(party)].real_limits[s] != 0; };
  EXPECT_NEAR(share_of(kScenarios, [&](std::size_t s) { return real(0, s); }), 0.7, kTolerance);
  EXPECT_EQ(share_of(kScenarios, [&](std::size_t s) { return real(1, s) && !real(0, s); }), 0);
}

TEST(Variation, ExchangesTheCertaintyOfTwoLimits) {
  CaseBuilder builder;
  builder.party("a").party("b").issue("land", {"all", "none"}).judgments();
  builder.say("s1", 0, StatementKind::kRedLine, "land = none").meant = 0.7;
  builder.say("s2", 1, StatementKind::kRedLine, "land = all").meant = 0.4;
  Variation mirror;
  mirror.exchanged = {{case_model::LimitIndex(0), case_model::LimitIndex(1)}};
  const Scenarios drawn = draw(builder.subject, mirror);
  EXPECT_NEAR(share_of(kScenarios, [&](std::size_t s) { return first(drawn).real_limits[s] != 0; }), 0.4, kTolerance);
}

TEST(Variation, SpreadsOrEvensTheWeights) {
  for (const double alpha : {0.3, 1.0, 10.0}) {
    CaseBuilder builder = two_issues();
    builder.say("s1", 0, StatementKind::kOffers, "pay = low").said = 0;  // asked for, but speaks about nothing
    Variation variation;
    variation.dirichlet = alpha;
    const Scenarios drawn = draw(builder.subject, variation);
    double variance = 0;
    for (std::size_t s = 0; s < kScenarios; ++s) {
      variance += (first(drawn).weights[2 * s] - 0.5) * (first(drawn).weights[2 * s] - 0.5) / kScenarios;
    }
    EXPECT_NEAR(variance, 0.25 / (2 * alpha + 1), 0.012) << alpha;
  }
}

TEST(Draw, GivesTheSameBytesAtAnyNumberOfThreads) {
  CaseBuilder builder = two_issues();
  builder.say("s1", 0, StatementKind::kRedLine, "crews = cut");
  builder.say("s2", 0, StatementKind::kOffers, "crews = cut");
  const Scenarios one = draw(builder.subject, {}, 1);
  for (const int threads : {2, 7}) {
    const Scenarios other = draw(builder.subject, {}, threads);
    EXPECT_EQ(first(one).values, first(other).values);
    EXPECT_EQ(first(one).no_deal, first(other).no_deal);
    EXPECT_EQ(first(one).real_limits, first(other).real_limits);
  }
}

TEST(Draw, RefusesAnImpossibleNumberOfScenarios) {
  DrawOptions options;
  options.scenarios = 10;
  EXPECT_FALSE(draw_scenarios(two_issues().subject, options, {}).ok());
}

TEST(Draw, ComparesPointValuedPartiesInWholeNumbers) {
  CaseBuilder builder = two_issues();
  auto& judged = builder.of(0);
  judged.weights[case_model::IssueIndex(0)] = interval("0.3");
  judged.weights[case_model::IssueIndex(1)] = interval("0.7");
  judged.order[case_model::IssueIndex(0)] = {OptionIndex(1), OptionIndex(2), OptionIndex(0)};
  judged.scores[case_model::IssueIndex(0)][OptionIndex(2)] = interval("0.1");
  judged.order[case_model::IssueIndex(1)] = {OptionIndex(0), OptionIndex(1)};
  judged.no_deal.value = interval("73");  // just what crews = phased and pay = high is worth
  const Scenarios drawn = draw(builder.subject);
  const PartyScenarios& party = first(drawn);
  ASSERT_TRUE(party.point_valued);
  EXPECT_EQ(party.values[2] + party.values[3], party.no_deal[0]);
  for (const double value : party.values) ASSERT_EQ(value, std::floor(value));
}

}  // namespace
}  // namespace modus::preference
