#include "modus/inquiry/gather_sheets.h"

#include <gtest/gtest.h>

#include "modus/case_model/test_case.h"

namespace modus::inquiry {
namespace {

using case_model::Case;
using case_model::Channel;
using case_model::Day;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::SourceIndex;
using case_model::StatementIndex;
using case_model::StatementKind;
using findings::Island;
using findings::PartySheet;
using namespace std::chrono;

constexpr PartyIndex kCity(std::size_t{0}), kMinistry(std::size_t{1}), kPort(std::size_t{2}), kUnion(std::size_t{3});
constexpr IssueIndex kCrews(std::size_t{0}), kFund(std::size_t{1}), kWages(std::size_t{2});

/// Said on that day of March 2026.
StatementIndex say(Case& subject, PartyIndex party, StatementKind kind, const std::string& what, unsigned on, Channel channel = Channel::kQuoted) {
  const StatementIndex index = case_model::add_statement(subject, party, kind, what);
  subject.statements[index].on = case_model::Days{Day(2026y / March / std::chrono::day(on)), Day(2026y / March / std::chrono::day(on))};
  subject.statements[index].channel = channel;
  return index;
}

SourceIndex add_source(Case& subject, const std::string& id, std::optional<SourceIndex> heard_from = {}) {
  case_model::Source source;
  source.id = source.title = id;
  source.heard_from = heard_from;
  subject.sources.push_back(source);
  return SourceIndex(subject.sources.size() - 1);
}

PartySheet sheet_of(const Case& subject, PartyIndex party) {
  return gather_sheets(subject, case_model::weigh_statements(subject), {party}).parties.at(0);
}

std::vector<StatementIndex> leads(const std::vector<findings::Claim>& claims) {
  std::vector<StatementIndex> found;
  for (const findings::Claim& claim : claims) found.push_back(claim.first());
  return found;
}

TEST(SheetsOfACase, AreOfAllWhoMustAcceptAndOfOthersOnRecord) {
  Case subject = case_model::dock_case();
  const auto sheets = gather_sheets(subject, case_model::weigh_statements(subject));
  ASSERT_EQ(sheets.parties.size(), 3U);
  EXPECT_EQ(sheets.parties[0].party, kCity);
  EXPECT_EQ(sheets.left_out, std::vector{kMinistry});
  say(subject, kMinistry, StatementKind::kOffers, "crews = keep", 1);
  EXPECT_EQ(gather_sheets(subject, case_model::weigh_statements(subject)).parties.size(), 4U);
}

TEST(PositionsOfASheet, PutTheFirmestFirstThenTheLatest) {
  Case subject = case_model::dock_case();
  const auto offers = say(subject, kUnion, StatementKind::kOffers, "wages = 6", 9);
  const auto demands = say(subject, kUnion, StatementKind::kDemands, "wages >= 8", 2);
  const auto accepts = say(subject, kUnion, StatementKind::kAccepts, "wages = 7", 11);
  const auto limit = say(subject, kUnion, StatementKind::kRedLine, "wages < 5", 1);
  const auto whole = say(subject, kUnion, StatementKind::kOffers, "wages = 6 and crews = keep", 3);
  const PartySheet sheet = sheet_of(subject, kUnion);
  ASSERT_EQ(sheet.positions.size(), 2U);
  EXPECT_EQ(sheet.positions[0].issue, kWages);
  EXPECT_EQ(leads(sheet.positions[0].claims), (std::vector{limit, demands, accepts, offers}));
  EXPECT_EQ(sheet.positions[1].issue, std::nullopt);
  EXPECT_EQ(leads(sheet.positions[1].claims), std::vector{whole});
}

TEST(PositionsOfASheet, GatherWhatMeansTheSameAndCountItsOrigins) {
  Case subject = case_model::dock_case();
  const auto wire = add_source(subject, "wire"), echo = add_source(subject, "echo", wire);
  const auto first = say(subject, kUnion, StatementKind::kRejects, "crews = cut", 1);
  const auto again = say(subject, kUnion, StatementKind::kRejects, "not crews in [keep, phased]", 4, Channel::kReported);
  const auto rumour = say(subject, kUnion, StatementKind::kRejects, "crews = cut", 5, Channel::kThirdParty);
  subject.statements[first].source = subject.statements[rumour].source = wire;
  subject.statements[again].source = echo;
  const PartySheet sheet = sheet_of(subject, kUnion);
  ASSERT_EQ(sheet.positions.size(), 1U);
  ASSERT_EQ(sheet.positions[0].claims.size(), 1U);
  const findings::Claim& claim = sheet.positions[0].claims[0];
  EXPECT_EQ(claim.own, (std::vector{again, first}));
  EXPECT_EQ(claim.by_others, std::vector{rumour});
  EXPECT_EQ(claim.origins, 1U);
  EXPECT_TRUE(sheet.rumours.empty()) << "it has said so itself";
  ASSERT_EQ(sheet.relays.size(), 1U);
  EXPECT_EQ(sheet.relays[0].origin, wire);
  EXPECT_EQ(sheet.relays[0].statements, std::vector{again});
}

TEST(RumoursOfASheet, AreWhatOnlyOthersSayAndMakeNoPositionAndNoCommonGround) {
  Case subject = case_model::dock_case();
  say(subject, kPort, StatementKind::kOffers, "wages = 4", 1);
  std::vector<StatementIndex> told;
  for (const Channel channel : {Channel::kThirdParty, Channel::kUnnamed, Channel::kRival}) {
    told.push_back(say(subject, kUnion, StatementKind::kAccepts, "wages = " + std::to_string(told.size() + 4), 2, channel));
  }
  const PartySheet sheet = sheet_of(subject, kUnion);
  EXPECT_EQ(leads(sheet.rumours), told);
  EXPECT_TRUE(sheet.positions.empty());
  EXPECT_TRUE(sheet.islands.empty());
  EXPECT_EQ(sheet.silent, (std::vector{kCrews, kFund, kWages}));
}

TEST(ChangesOfASheet, AreWhatWasReplacedAndWhatGoesBeyondAnEarlierStand) {
  Case subject = case_model::dock_case();
  const auto asked = say(subject, kUnion, StatementKind::kDemands, "wages >= 8", 1);
  const auto limit = say(subject, kUnion, StatementKind::kRedLine, "wages < 6", 5);
  say(subject, kUnion, StatementKind::kDemands, "crews in [keep, phased]", 1);
  say(subject, kUnion, StatementKind::kAccepts, "crews = phased", 5);
  const auto dropped = say(subject, kUnion, StatementKind::kDemands, "fund = city", 1), instead = say(subject, kUnion, StatementKind::kAccepts, "fund = none", 5);
  subject.statements[instead].replaces = {dropped};
  const PartySheet sheet = sheet_of(subject, kUnion);
  ASSERT_EQ(sheet.moves.size(), 2U) << "crews only became narrower";
  EXPECT_EQ(sheet.moves[0].issue, kFund);
  EXPECT_EQ(sheet.moves[1].issue, kWages);
  EXPECT_EQ(sheet.moves[1].statements, (std::vector{asked, limit}));
  ASSERT_EQ(sheet.replaced.size(), 1U);
  EXPECT_EQ(sheet.replaced[0].by, instead);
}

TEST(ChangesOfASheet, NeedTwoDays) {
  Case subject = case_model::dock_case();
  say(subject, kUnion, StatementKind::kDemands, "wages >= 8", 5);
  say(subject, kUnion, StatementKind::kAccepts, "wages = 6", 5);
  EXPECT_TRUE(sheet_of(subject, kUnion).moves.empty());
}

TEST(IslandsOfASheet, HoldWhatBothAskedForAndWhyTheRestIsContested) {
  Case subject = case_model::dock_case();
  const auto offer = say(subject, kPort, StatementKind::kOffers, "crews = phased", 1);
  const auto yes = say(subject, kUnion, StatementKind::kAccepts, "crews = phased", 1);
  say(subject, kUnion, StatementKind::kDemands, "fund = city", 1);
  say(subject, kPort, StatementKind::kRejects, "fund = city", 1);
  say(subject, kUnion, StatementKind::kRedLine, "wages < 6", 1);
  say(subject, kPort, StatementKind::kRedLine, "wages > 4", 1);
  const PartySheet sheet = sheet_of(subject, kUnion);
  ASSERT_EQ(sheet.islands.size(), 1U);
  const Island& island = sheet.islands[0];
  EXPECT_EQ(island.other, kPort);
  ASSERT_EQ(island.common.size(), 1U);
  EXPECT_EQ(island.common[0].option, OptionIndex(2));
  EXPECT_EQ(island.common[0].statements, (std::vector{offer, yes}));
  ASSERT_EQ(island.contested.size(), 2U);
  EXPECT_EQ(island.contested[0].why, Island::Contested::Why::kBarred);
  EXPECT_EQ(island.contested[1].why, Island::Contested::Why::kLimits);
  EXPECT_EQ(island.contested[1].issue, kWages);
}

TEST(IslandsOfASheet, AreTheSameFromBothSides) {
  Case subject = case_model::dock_case();
  say(subject, kPort, StatementKind::kOffers, "crews = phased and wages = 4", 1);
  say(subject, kUnion, StatementKind::kDemands, "crews != cut and wages >= 6", 1);
  say(subject, kUnion, StatementKind::kAccepts, "crews in [phased]", 2);
  const Island here = sheet_of(subject, kUnion).islands.at(0), there = sheet_of(subject, kPort).islands.at(0);
  ASSERT_EQ(here.common.size(), 1U);
  ASSERT_EQ(there.common.size(), 1U);
  EXPECT_EQ(here.common[0].statements, there.common[0].statements);
  ASSERT_EQ(here.contested.size(), 1U);
  EXPECT_EQ(here.contested[0].why, Island::Contested::Why::kAsks);
  ASSERT_EQ(there.contested.size(), 1U);
  EXPECT_EQ(here.contested[0].statements, there.contested[0].statements);
}

TEST(WhoAPartyIs, TellsWhatCommitsItAndWhoRulesOutTheSame) {
  Case subject = case_model::dock_case();
  say(subject, kUnion, StatementKind::kRedLine, "crews = cut", 1);
  const auto alike = say(subject, kMinistry, StatementKind::kRejects, "crews = cut", 2);
  const PartySheet sheet = sheet_of(subject, kUnion);
  ASSERT_EQ(sheet.alike.size(), 1U);
  EXPECT_EQ(sheet.alike[0].other, kMinistry);
  EXPECT_EQ(sheet.alike[0].statements, std::vector{alike});
  const PartySheet city = sheet_of(subject, kCity);
  ASSERT_EQ(city.commits.size(), 1U);
  EXPECT_EQ(city.commits[0].issue, kFund);
  EXPECT_EQ(city.silent, std::vector{kFund}) << "a guarantor is asked about what commits it, and nothing else";
}

TEST(WhatNobodyKnows, IsWhatIsLeftToDefaults) {
  Case subject = case_model::dock_case();
  const auto limit = say(subject, kUnion, StatementKind::kRedLine, "crews = cut", 1);
  PartySheet sheet = sheet_of(subject, kUnion);
  EXPECT_EQ(sheet.default_firmness.size(), 1U);
  EXPECT_TRUE(sheet.no_interest && sheet.no_no_deal && sheet.no_priorities);
  subject.statements[limit].meant = 0.6;
  subject.parties[kUnion].interests = {{"safe work", {}}};
  subject.judgments[kUnion].no_deal.value = base::Interval{*base::read_decimal("20"), *base::read_decimal("40")};
  const auto ranks = say(subject, kUnion, StatementKind::kRanks, "crews = cut", 1);
  subject.statements[ranks].ranking = {kCrews, kWages};
  sheet = sheet_of(subject, kUnion);
  EXPECT_TRUE(sheet.default_firmness.empty());
  EXPECT_FALSE(sheet.no_interest || sheet.no_no_deal || sheet.no_priorities);
}

}  // namespace
}  // namespace modus::inquiry
