// Phased and contingent options: what they are worth, exactly and in ranges.
#include <gtest/gtest.h>

#include <cmath>

#include "modus/preference/draw.h"
#include "modus/preference/small_cases_for_tests.h"
#include "modus/preference/sure_facts.h"

namespace modus::preference {
namespace {

using case_model::IssueIndex;
using case_model::Mix;
using case_model::OptionIndex;
using case_model::PartyIndex;
using findings::Sureness;
using tests::CaseBuilder;
using tests::interval;

constexpr OptionIndex kBig{0}, kMiddle{1}, kSmall{2}, kStep{3}, kTrial{4};

/// force: big, middle, small; step: big, middle, then small; trial: big if ..., else small. pay: high, low.
CaseBuilder mixed(const std::string& first, const std::string& second, const std::string& chance) {
  CaseBuilder builder;
  builder.party("a")
      .issue("force", {"big", "middle", "small", "step", "trial"})
      .issue("pay", {"high", "low"})
      .judgments();
  auto& options = builder.subject.issues[IssueIndex(0)].options;
  options[kStep].mix =
      Mix{Mix::Kind::kPhased,
          "",
          {{kBig, interval(first)}, {kMiddle, interval(second)}, {kSmall, interval("0..1")}}};
  options[kTrial].mix =
      Mix{Mix::Kind::kContingent, "calm", {{kBig, interval(chance)}, {kSmall, interval("0..1")}}};
  auto& judged = builder.of(0);
  judged.beliefs.assign(2, {});
  judged.order[IssueIndex(0)] = {kBig, kMiddle, kSmall};
  judged.order[IssueIndex(1)] = {OptionIndex(0), OptionIndex(1)};
  return builder;
}

CaseBuilder exact_mix(const std::string& no_deal) {
  CaseBuilder builder = mixed("0.5", "0.3", "0.25");
  auto& judged = builder.of(0);
  judged.scores[IssueIndex(0)][kMiddle] = interval("0.35");
  judged.weights[IssueIndex(0)] = interval("0.7");
  judged.weights[IssueIndex(1)] = interval("0.3");
  judged.no_deal.value = interval(no_deal);
  return builder;
}

findings::Scenarios draw(const case_model::Case& subject) {
  auto drawn = draw_scenarios(subject, {}, {});
  EXPECT_TRUE(drawn.ok()) << (drawn.ok() ? "" : base::describe(drawn.problems()[0]));
  return std::move(drawn).value();
}

TEST(Mixes, OfAPointValuedPartyAreExact) {
  const findings::Scenarios drawn = draw(exact_mix("20").subject);
  const findings::PartyScenarios& party = drawn.parties[PartyIndex(0)];
  ASSERT_TRUE(party.point_valued);
  EXPECT_EQ(party.values[kStep.value], 70 * (0.5 + 0.3 * 0.35) * party.units_per_point);
  EXPECT_EQ(party.values[kTrial.value], 70 * 0.25 * party.units_per_point);
  for (const double value : party.values) EXPECT_EQ(value, std::floor(value));
}

TEST(Mixes, LieAsTheBeliefOfThePartySays) {
  CaseBuilder builder = exact_mix("20");
  builder.of(0).beliefs[IssueIndex(0)][kTrial] = interval("0.9");
  const findings::Scenarios drawn = draw(builder.subject);
  const findings::PartyScenarios& party = drawn.parties[PartyIndex(0)];
  EXPECT_EQ(party.values[kTrial.value], 63 * party.units_per_point);
}

TEST(Mixes, InRangesAreUniformWhereTheSharesFit) {
  CaseBuilder builder = mixed("0.2..0.8", "0.1..0.9", "0.1..0.5");
  const findings::Scenarios drawn = draw(builder.subject);
  const findings::PartyScenarios& party = drawn.parties[PartyIndex(0)];
  double trial = 0, fits = 0;
  for (std::size_t s = 0; s < drawn.count; ++s) {
    const double* row = party.values.data() + s * party.options;
    const double chance = row[kTrial.value] / row[kBig.value];  // small is worth 0
    EXPECT_GE(chance, 0.1 - 1e-9);
    EXPECT_LE(chance, 0.5 + 1e-9);
    trial += chance / static_cast<double>(drawn.count);
    // step = big * p + middle * q with p >= 0.2, q >= 0.1 and p + q <= 1
    const double least = 0.2 * row[kBig.value] + 0.1 * row[kMiddle.value];
    const double most = 0.8 * row[kBig.value] + 0.2 * row[kMiddle.value];
    fits += row[kStep.value] >= least - 1e-9 && row[kStep.value] <= most + 1e-9 ? 1 : 0;
  }
  EXPECT_NEAR(trial, 0.3, 0.01);
  EXPECT_EQ(fits, static_cast<double>(drawn.count));
}

TEST(Mixes, ThatNobodyHasSpokenOfLeaveAllElseAsItWas) {
  CaseBuilder with = mixed("0.2..0.8", "0.1..0.9", "0.1..0.5");
  CaseBuilder without;
  without.party("a").issue("force", {"big", "middle", "small"}).issue("pay", {"high", "low"}).judgments();
  without.of(0).order[IssueIndex(0)] = {kBig, kMiddle, kSmall};
  without.of(0).order[IssueIndex(1)] = {OptionIndex(0), OptionIndex(1)};
  for (CaseBuilder* builder : {&with, &without})
    builder->say("s1", 0, case_model::StatementKind::kAccepts, "force = middle and pay = high");
  const findings::Scenarios more = draw(with.subject), fewer = draw(without.subject);
  const findings::PartyScenarios &a = more.parties[PartyIndex(0)], &b = fewer.parties[PartyIndex(0)];
  for (std::size_t s = 0; s < more.count; ++s) {  // but for the rounding of sums
    ASSERT_NEAR(a.weights[2 * s], b.weights[2 * s], 1e-9);
    ASSERT_NEAR(a.no_deal[s], b.no_deal[s], 1e-7);
  }
}

case_model::Package package(OptionIndex force) {
  case_model::Package one(2);
  one[IssueIndex(0)] = force;
  one[IssueIndex(1)] = OptionIndex(1);
  return one;
}

TEST(Mixes, InRangesAreSureOnlyAtTheEndsOfTheirRange) {
  for (const auto& [no_deal, expected] :
       {std::pair{"20", Sureness::kCertain}, std::pair{"30", Sureness::kPossible},
        std::pair{"50", Sureness::kImpossible}}) {
    CaseBuilder builder = exact_mix(no_deal);
    builder.of(0).beliefs[IssueIndex(0)][kTrial] = interval("0.3..0.6");  // worth 21 to 42
    EXPECT_EQ(sureness_of(builder.subject, PartyIndex(0), {package(kTrial)}), std::vector{expected})
        << no_deal;
  }
}

TEST(Mixes, AcceptedAtCertaintyAgainstTheirWorthAreAContradiction) {
  for (const bool certain : {true, false}) {
    CaseBuilder builder = exact_mix("60");
    auto& said = builder.say("s1", 0, case_model::StatementKind::kAccepts, "force = trial and pay = low");
    said.said = said.meant = certain ? 1 : 0.9;
    EXPECT_EQ(find_contradictions(builder.subject).empty(), !certain);
  }
}

}  // namespace
}  // namespace modus::preference
