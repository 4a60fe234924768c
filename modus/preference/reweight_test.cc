#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "modus/preference/draw.h"
#include "modus/preference/small_cases_for_tests.h"
#include "modus/preference/tables.h"

namespace modus::preference {
namespace {

using case_model::PartyIndex;
using case_model::StatementIndex;
using case_model::StatementKind;
using findings::PartyScenarios;
using findings::Scenarios;
using tests::CaseBuilder;
using tests::interval;

constexpr std::size_t kScenarios = 8192;

// A limit, an offer against it, a preference, a ranking and a demand: every kind of factor.
CaseBuilder talkative() {
  CaseBuilder builder;
  builder.party("a").issue("crews", {"cut", "keep", "phased"}).issue("pay", {"high", "low"}).scale("term", 4).judgments();
  builder.of(0).no_deal.value = interval("20..60");
  builder.of(0).adjust.push_back({builder.condition("crews = cut and pay = low"), interval("-20..10"), "", {}});
  builder.say("s1", 0, StatementKind::kRedLine, "crews = cut and pay = low").meant = 0.6;
  builder.say("s2", 0, StatementKind::kOffers, "crews = cut and pay = low").meant = 0.7;
  auto& prefers = builder.say("s3", 0, StatementKind::kPrefers, "crews = keep");
  prefers.over = builder.condition("crews = phased");
  builder.say("s4", 0, StatementKind::kRanks, "").ranking = {case_model::IssueIndex(1), case_model::IssueIndex(0)};
  builder.say("s5", 0, StatementKind::kDemands, "term >= 2");
  builder.say("s6", 0, StatementKind::kRejects, "crews = keep and pay = low and term = 0");
  return builder;
}

Scenarios draw(const case_model::Case& subject, std::vector<StatementIndex> without) {
  DrawOptions options;
  options.scenarios = kScenarios;
  options.variation.without = std::move(without);
  auto drawn = draw_scenarios(subject, options, {});
  EXPECT_TRUE(drawn.ok());
  return std::move(drawn).value();
}

// Weighted share of scenarios in which the first party accepts crews = o, pay = 1, term = t.
double acceptance(const Scenarios& scenarios, const std::vector<double>& weights, std::size_t crews, std::size_t term) {
  const PartyScenarios& party = scenarios.parties[PartyIndex(0)];
  double sum = 0;
  for (std::size_t s = 0; s < kScenarios; ++s) {
    const double* row = party.values.data() + s * party.options;
    double value = row[crews] + row[party.first_option[1] + 1] + row[party.first_option[2] + term];
    if (crews == 0) value += party.adjustments[s];
    const bool barred = crews == 0 && (party.real_limits[s] & 1) != 0;
    if (!barred && value >= party.no_deal[s]) sum += weights[s] / kScenarios;
  }
  return sum;
}

TEST(WeightsWithout, MatchScenariosDrawnAfresh) {
  const CaseBuilder builder = talkative();
  const Scenarios all = draw(builder.subject, {});
  const std::vector<double> flat(kScenarios, 1.0);
  for (const StatementIndex left_out : builder.subject.statements.indices()) {
    const std::vector<double> weights = weights_without(builder.subject, all, {left_out});
    const Scenarios fresh = draw(builder.subject, {left_out});
    const double tolerance = 4 * 0.5 / std::sqrt(effective_size(weights)) + 0.02;
    for (std::size_t crews = 0; crews < 3; ++crews) {
      EXPECT_NEAR(acceptance(all, weights, crews, 2), acceptance(fresh, flat, crews, 2), tolerance)
          << builder.subject.statements[left_out].id << " crews " << crews;
    }
  }
}

TEST(WeightsWithout, AreAllOneWhereNothingIsLeftOut) {
  const CaseBuilder builder = talkative();
  const std::vector<double> weights = weights_without(builder.subject, draw(builder.subject, {}), {});
  EXPECT_EQ(weights, std::vector<double>(kScenarios, 1.0));
  EXPECT_DOUBLE_EQ(effective_size(weights), kScenarios);
}

TEST(WeightsWithout, HaveMeanOne) {
  const CaseBuilder builder = talkative();
  const std::vector<double> weights = weights_without(builder.subject, draw(builder.subject, {}), {StatementIndex(1), StatementIndex(3)});
  EXPECT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), kScenarios, 1e-6);
}

TEST(WeightsWithout, GiveUpWhereALimitComesBackThatWasNeverDrawn) {
  CaseBuilder builder = talkative();
  builder.say("s7", 0, StatementKind::kRedLine, "pay = high");
  auto& later = builder.say("s8", 0, StatementKind::kOffers, "pay = high");
  later.replaces = {StatementIndex(6)};
  const std::vector<double> weights = weights_without(builder.subject, draw(builder.subject, {}), {StatementIndex(7)});
  EXPECT_EQ(effective_size(weights), 0);
}

// The sampler's own idea of what holds, and the tables', written apart, must be one.
TEST(Tables, TellOfAPartJustWhatTryingEveryCompletionTells) {
  const CaseBuilder builder = talkative();
  const case_model::Standing standing = weigh_statements(builder.subject);
  const Scenarios drawn = draw(builder.subject, {});
  const PartyScenarios& party = drawn.parties[PartyIndex(0)];
  const auto evidence = evidence_of(builder.subject, standing, StatementIndex(1));
  ASSERT_TRUE(evidence.ok());
  ASSERT_EQ(evidence.value().size(), 1U);
  for (std::size_t s = 0; s < kScenarios; ++s) {
    bool any = false;
    const double* row = party.values.data() + s * party.options;
    for (std::size_t term = 0; term < 5; ++term) {
      const double value = row[0] + row[party.first_option[1] + 1] + row[party.first_option[2] + term] + party.adjustments[s];
      any = any || ((party.real_limits[s] & 1) == 0 && value >= party.no_deal[s]);
    }
    ASSERT_EQ(holds_in(evidence.value()[0], party, 3, s, party.real_limits[s]), any) << s;
  }
}

}  // namespace
}  // namespace modus::preference
