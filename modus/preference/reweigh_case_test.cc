#include "modus/preference/reweigh_case.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>

#include "modus/preference/draw.h"
#include "modus/preference/small_cases_for_tests.h"

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::StatementIndex;
using case_model::StatementKind;
using findings::PartyScenarios;
using findings::Scenarios;
using tests::CaseBuilder;
using tests::interval;

constexpr std::size_t kScenarios = 8192;
constexpr PartyIndex kFirst(0);

/// Two parties; the first with every kind of judgment and statement, ids in order.
CaseBuilder talkative() {
  CaseBuilder builder;
  builder.party("a").party("b").issue("crews", {"cut", "keep", "phased"}).issue("pay", {"high", "low"}).scale("term", 4).judgments();
  builder.of(0).no_deal.value = interval("20..60");
  builder.of(0).order[IssueIndex(0)] = {OptionIndex(1), OptionIndex(2), OptionIndex(0)};
  builder.of(0).adjust.push_back({builder.condition("crews = cut and pay = low"), interval("-20..10"), "", {}});
  builder.of(0).stalling = interval("0.1..0.3");
  builder.say("s1", 0, StatementKind::kRedLine, "crews = cut and pay = low").meant = 0.6;
  builder.say("s2", 0, StatementKind::kOffers, "crews = cut and pay = low").meant = 0.7;
  auto& prefers = builder.say("s3", 0, StatementKind::kPrefers, "crews = keep");
  prefers.over = builder.condition("crews = phased");
  builder.say("s4", 0, StatementKind::kRanks, "").ranking = {IssueIndex(1), IssueIndex(0)};
  builder.say("s5", 1, StatementKind::kDemands, "term >= 2");
  builder.say("s6", 0, StatementKind::kRejects, "crews = keep and pay = low and term = 0");
  return builder;
}

Scenarios draw(const Case& subject, std::size_t count = kScenarios) {
  DrawOptions options;
  options.scenarios = count;
  options.watch = false;
  auto drawn = draw_scenarios(subject, options, {});
  EXPECT_TRUE(drawn.ok());
  return std::move(drawn).value();
}

/// Weighted share of scenarios in which the party accepts crews = o, pay = low, term = 2; stalling aside it must be
/// worth its no-deal value, and the one limit there is must not stand against it.
double acceptance(const Scenarios& scenarios, PartyIndex who, const std::vector<double>& weights, std::size_t crews) {
  const PartyScenarios& party = scenarios.parties[who];
  double sum = 0, all = 0;
  for (std::size_t s = 0; s < scenarios.count; ++s) {
    const double* row = party.values.data() + s * party.options;
    double value = row[crews] + row[party.first_option[1] + 1] + row[party.first_option[2] + 2];
    if (who == kFirst && crews == 0) value += party.adjustments[s];
    const bool barred = who == kFirst && crews == 0 && (party.real_limits[s] & 1) != 0;
    all += weights[s];
    if (!barred && party.stalling[s] == 0 && value >= party.no_deal[s]) sum += weights[s];
  }
  return sum / all;
}

/// Re-weighted answers of both parties about each way to settle the crews agree with scenarios drawn afresh.
void expect_agreement(const Case& before, const Scenarios& drawn, const Case& after, std::size_t count) {
  const auto weights = weights_for(before, drawn, after);
  ASSERT_TRUE(weights.has_value());
  const double size = effective_size(*weights);
  ASSERT_GT(size, 0);
  const Scenarios fresh = draw(after, count);
  const std::vector<double> flat(count, 1.0);
  // Five standard errors, the scenarios of a chain counted as if every second was new.
  const double tolerance = 5 * 0.5 * std::sqrt(2 / size + 2.0 / static_cast<double>(count));
  for (const PartyIndex party : before.parties.indices()) {
    for (std::size_t crews = 0; crews < 3; ++crews) {
      EXPECT_NEAR(acceptance(drawn, party, *weights, crews), acceptance(fresh, party, flat, crews), tolerance)
          << before.parties[party].id << ", crews " << crews;
    }
  }
}

void expect_agreement(const Case& before, const Case& after) {
  const Scenarios drawn = draw(before);
  expect_agreement(before, drawn, after, kScenarios);
}

TEST(WeightsFor, AreAllOneWhereNothingDiffers) {
  const CaseBuilder builder = talkative();
  const auto weights = weights_for(builder.subject, draw(builder.subject, 512), builder.subject);
  ASSERT_TRUE(weights.has_value());
  EXPECT_EQ(*weights, std::vector<double>(512, 1.0));
}

TEST(WeightsFor, AreThoseOfLeavingAStatementOut) {
  const CaseBuilder builder = talkative();
  const Scenarios drawn = draw(builder.subject, 1024);
  for (const StatementIndex left_out : builder.subject.statements.indices()) {
    Case after = builder.subject;
    after.statements.raw().erase(after.statements.begin() + left_out.value);
    const auto weights = weights_for(builder.subject, drawn, after);
    ASSERT_TRUE(weights.has_value());
    const std::vector<double> expected = weights_without(builder.subject, drawn, {left_out});
    for (std::size_t s = 0; s < drawn.count; ++s) EXPECT_NEAR((*weights)[s], expected[s], 1e-9) << left_out.value;
  }
}

TEST(WeightsFor, FollowAStatementThatIsAddedChangedOrSurer) {
  const Case before = talkative().subject;
  CaseBuilder added = talkative();
  auto& more = added.say("s7", 1, StatementKind::kPrefers, "crews = cut");
  more.over = added.condition("crews = keep");
  expect_agreement(before, added.subject);
  CaseBuilder other = talkative();
  other.subject.statements[StatementIndex(1)].what = other.condition("crews = phased and pay = high");
  expect_agreement(before, other.subject);
  Case surer = before;
  surer.statements[StatementIndex(0)].meant = 0.8;
  surer.statements[StatementIndex(3)].said = 0.7;
  surer.statements[StatementIndex(4)].wants = 0.7;
  expect_agreement(before, surer);
}

TEST(WeightsFor, FollowUnstatedAndDefaults) {
  CaseBuilder before = talkative();
  before.subject.statements[StatementIndex(0)].channel = case_model::Channel::kUnnamed;
  Case after = before.subject;
  after.unstated = 0.4;
  after.defaults.meant[static_cast<std::size_t>(StatementKind::kRanks)] = 0.6;
  expect_agreement(before.subject, after);
}

TEST(WeightsFor, FollowNarrowerRanges) {
  const Case before = talkative().subject;
  const auto narrowed = [&](const std::function<void(case_model::Judgments&)>& narrow) {
    Case after = before;
    narrow(after.judgments[kFirst]);
    expect_agreement(before, after);
  };
  narrowed([](auto& judged) { judged.no_deal.value = interval("20..35"); });
  narrowed([](auto& judged) { judged.stalling = interval("0..0.1"); });
  narrowed([](auto& judged) { judged.weights[IssueIndex(1)] = interval("0.2..0.6"); });
  narrowed([](auto& judged) { judged.scores[IssueIndex(0)][OptionIndex(2)] = interval("0.5..0.9"); });
  narrowed([](auto& judged) { judged.adjust[0].by = interval("-20..-10"); });
}

TEST(WeightsFor, AreNotGivenWhereScenariosCannotTell) {
  const Case before = talkative().subject;
  const Scenarios drawn = draw(before, 512);
  const auto impossible = [&](const std::function<void(CaseBuilder&)>& change) {
    CaseBuilder after = talkative();
    change(after);
    EXPECT_FALSE(weights_for(before, drawn, after.subject).has_value());
  };
  impossible([](CaseBuilder& b) { b.of(0).no_deal.value = interval("20..61"); });
  impossible([](CaseBuilder& b) { b.of(0).no_deal.value = interval("30"); });
  impossible([](CaseBuilder& b) { b.of(0).no_deal.value.reset(); });
  impossible([](CaseBuilder& b) { b.of(0).weights[IssueIndex(0)] = interval("0.5"); });
  impossible([](CaseBuilder& b) { b.of(0).order[IssueIndex(0)] = {OptionIndex(2), OptionIndex(1), OptionIndex(0)}; });
  impossible([](CaseBuilder& b) { b.of(0).scales[IssueIndex(2)] = case_model::ScaleWants{}; });
  impossible([](CaseBuilder& b) { b.of(0).adjust.pop_back(); });
  impossible([](CaseBuilder& b) { b.of(1).stalling = interval("0.2"); });
  impossible([](CaseBuilder& b) { b.say("s7", 0, StatementKind::kRedLine, "pay = high"); });
  impossible([](CaseBuilder& b) { b.subject.statements[StatementIndex(0)].what = b.condition("crews = cut"); });
  impossible([](CaseBuilder& b) { b.subject.rules.push_back({b.condition("crews = cut -> pay = high"), {}}); });
  impossible([](CaseBuilder& b) { b.subject.issues[IssueIndex(0)].options.push_back({"sold", "sold", {}, {}}); });
  impossible([](CaseBuilder& b) { b.subject.parties[PartyIndex(1)].roles = {case_model::Role::kObserver}; });
}

TEST(WeightsFor, DoNotMindWordsThatNoAnswerRestsOn) {
  Case after = talkative().subject;
  const Case before = after;
  after.title = "another";
  after.parties[kFirst].name = "Another";
  after.statements[StatementIndex(0)].quote.text = "other words";
  after.judgments[kFirst].no_deal.why = "another reason";
  const auto weights = weights_for(before, draw(before, 512), after);
  ASSERT_TRUE(weights.has_value());
  EXPECT_EQ(*weights, std::vector<double>(512, 1.0));
}

RC_GTEST_PROP(WeightsFor, AgreeWithFreshDrawsForAnyCertaintyAndRange, ()) {
  static const Case before = talkative().subject;
  static const Scenarios drawn = draw(before);
  Case after = before;
  for (const StatementIndex statement : before.statements.indices()) {
    after.statements[statement].meant = 0.3 + 0.1 * *rc::gen::inRange(0, 7);
  }
  const int low = *rc::gen::inRange(20, 35);
  after.judgments[kFirst].no_deal.value = base::Interval{{low, 0}, {low + 20, 0}};
  expect_agreement(before, drawn, after, 1024);
}

}  // namespace
}  // namespace modus::preference
