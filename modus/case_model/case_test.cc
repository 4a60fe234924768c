#include "modus/case_model/case.h"

#include <gtest/gtest.h>

#include "modus/case_model/consent.h"
#include "modus/case_model/likelihood.h"
#include "modus/case_model/test_case.h"

namespace modus::case_model {
namespace {

TEST(Case, FindsThingsByTheirIds) {
  Case dock = dock_case();
  add_statement(dock, PartyIndex(2), StatementKind::kRejects, "crews = cut");
  dock.sources.push_back({"wire", "", "", "", "", std::nullopt, "", std::nullopt, {}});
  EXPECT_EQ(dock.find_party("union"), PartyIndex(3));
  EXPECT_EQ(dock.find_issue("wages"), IssueIndex(2));
  EXPECT_EQ(dock.find_statement("s0"), StatementIndex(0));
  EXPECT_EQ(dock.find_source("wire"), SourceIndex(0));
  EXPECT_EQ(dock.find_party("Union"), std::nullopt);
  EXPECT_EQ(dock.find_source(""), std::nullopt);
}

TEST(OriginOf, FollowsHearsayToItsEndAndLeavesCircles) {
  Case dock;
  for (const char* id : {"a", "b", "c"})
    dock.sources.push_back({id, "", "", "", "", std::nullopt, "", std::nullopt, {}});
  EXPECT_EQ(origin_of(dock, SourceIndex(0)), SourceIndex(0));
  dock.sources[SourceIndex(0)].heard_from = SourceIndex(2);
  dock.sources[SourceIndex(2)].heard_from = SourceIndex(1);
  EXPECT_EQ(origin_of(dock, SourceIndex(0)), SourceIndex(1));
  dock.sources[SourceIndex(1)].heard_from = SourceIndex(0);
  EXPECT_LT(origin_of(dock, SourceIndex(0)), SourceIndex(3));
}

TEST(MeetsRules, NeedsEveryRule) {
  Case dock = dock_case();
  const Package package = read_package("crews = cut and fund = none and wages = 3", dock.issues);
  EXPECT_TRUE(meets_rules(dock, package));
  dock.rules.push_back({read_condition("wages < 5", dock.issues), {}});
  EXPECT_TRUE(meets_rules(dock, package));
  dock.rules.push_back({read_condition("crews = cut -> fund = city", dock.issues), {}});
  EXPECT_FALSE(meets_rules(dock, package));
}

TEST(ConsentOf, AsksPrincipalsAlwaysAndGuarantorsOfWhomSomethingIsKnownIfNeeded) {
  Case dock = dock_case();
  auto consent = consent_of(dock);
  EXPECT_EQ(consent.raw(), (std::vector<ConsentKind>{ConsentKind::kConsents, ConsentKind::kNotAsked,
                                                     ConsentKind::kAsked, ConsentKind::kAsked}));
  add_statement(dock, PartyIndex(0), StatementKind::kRejects, "fund = city");
  EXPECT_EQ(consent_of(dock)[PartyIndex(0)], ConsentKind::kIfNeeded);
}

TEST(ConsentOf, LetsARatifierFollowUntilItHasWantsOfItsOwn) {
  Case dock = dock_case();
  const PartyIndex members = add_party(dock, "members", {Role::kRatifier, Role::kGuarantor});
  dock.parties[members].ratifier_of = PartyIndex(3);
  EXPECT_EQ(consent_of(dock)[members], ConsentKind::kFollows);
  dock.judgments[members].stated = true;
  EXPECT_EQ(consent_of(dock)[members], ConsentKind::kAsked);
}

TEST(ConsentOf, NeverAsksFacilitatorsSpoilersAndObservers) {
  Case dock = dock_case();
  const PartyIndex others = add_party(dock, "others", {Role::kSpoiler, Role::kObserver});
  dock.judgments[others].stated = true;
  EXPECT_EQ(consent_of(dock)[others], ConsentKind::kNotAsked);
}

TEST(Needs, LooksForAnOptionThatCommitsTheParty) {
  const Case dock = dock_case();
  EXPECT_TRUE(
      needs(dock, read_package("crews = cut and fund = city and wages = 3", dock.issues), PartyIndex(0)));
  EXPECT_FALSE(
      needs(dock, read_package("crews = cut and fund = none and wages = 3", dock.issues), PartyIndex(0)));
  EXPECT_FALSE(
      needs(dock, read_package("crews = cut and fund = city and wages = 3", dock.issues), PartyIndex(1)));
}

TEST(Defaults, GoByTheWordsOfTheCaseFile) {
  for (std::size_t kind = 0; kind < kStatementKinds; ++kind) {
    EXPECT_EQ(kind_of(word_of(static_cast<StatementKind>(kind))), static_cast<StatementKind>(kind));
  }
  for (std::size_t channel = 0; channel < kChannels; ++channel) {
    EXPECT_EQ(channel_of(word_of(static_cast<Channel>(channel))), static_cast<Channel>(channel));
  }
  EXPECT_EQ(word_of(StatementKind::kRedLine), "red_line");
  EXPECT_EQ(word_of(Channel::kThirdParty), "third_party");
  EXPECT_EQ(kind_of("redline"), std::nullopt);
  EXPECT_EQ(channel_of(""), std::nullopt);
}

TEST(Defaults, AreThoseOfTheMethod) {
  const Defaults defaults;
  const auto meant = [&](StatementKind kind) { return defaults.meant[static_cast<std::size_t>(kind)]; };
  EXPECT_EQ(meant(StatementKind::kRedLine), 0.9);
  EXPECT_EQ(meant(StatementKind::kRejects), 0.7);
  EXPECT_EQ(meant(StatementKind::kDemands), 0.3);
  EXPECT_EQ(meant(StatementKind::kAccepts), 0.9);
  EXPECT_EQ(meant(StatementKind::kOffers), 0.8);
  EXPECT_EQ(meant(StatementKind::kPrefers), 0.85);
  EXPECT_EQ(meant(StatementKind::kRanks), 0.8);
}

TEST(Likelihood, CoversAllProbabilitiesWithoutGaps) {
  const auto& scale = likelihood_scale();
  EXPECT_EQ(scale.front().low, 0);
  EXPECT_EQ(scale.back().high, 1);
  for (std::size_t i = 0; i < scale.size(); ++i) {
    EXPECT_EQ(scale[i].low, i == 0 ? 0 : scale[i - 1].high);
    EXPECT_EQ(likelihood_word(scale[i].low), scale[i].word);
    EXPECT_EQ(likelihood_word(scale[i].number), scale[i].word);
    EXPECT_EQ(likelihood_number(scale[i].word), scale[i].number);
  }
  EXPECT_EQ(likelihood_word(1), "almost certain");
  EXPECT_EQ(likelihood_number("perhaps"), std::nullopt);
}

TEST(Likelihood, CountsTheWordsARangeTouches) {
  EXPECT_EQ(words_spanned(0.3, 0.3), 1);
  EXPECT_EQ(words_spanned(0.3, 0.5), 2);
  EXPECT_EQ(words_spanned(0.4, 0.55), 3);
  EXPECT_EQ(words_spanned(0, 1), 7);
}

}  // namespace
}  // namespace modus::case_model
