#include "modus/drafting/mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "modus/drafting/words.h"

namespace modus::drafting {
namespace {

using case_model::Channel;
using case_model::Role;
using case_model::StatementKind;
using reading::ReadKind;
using testing::ElementsAre;
using testing::HasSubstr;

std::uint32_t bits(std::initializer_list<Mark> marks) {
  std::uint32_t all = 0;
  for (const Mark mark : marks) all |= static_cast<std::uint32_t>(mark);
  return all;
}

TEST(Mapping, EveryKindEndsInARowThatAlwaysFits) {
  for (const ReadKind kind : {ReadKind::kDemand, ReadKind::kReject, ReadKind::kOffer, ReadKind::kAccept,
                              ReadKind::kClaim, ReadKind::kAssessment}) {
    EXPECT_EQ(row_for(kind, 0).read, kind);
    EXPECT_EQ(row_for(kind, 0).marks, 0U);
  }
}

TEST(Mapping, EveryRowThatOffersAChoiceAsks) {
  for (const MappingRow& row : mapping()) EXPECT_EQ(row.others.empty(), row.asks.empty());
}

TEST(Mapping, NoRowIsHiddenByAnEarlierOne) {
  for (const MappingRow& row : mapping()) {
    if (!row.read) continue;
    EXPECT_EQ(&row_for(*row.read, row.marks), &row);
  }
}

TEST(Mapping, TellsLimitsFromWishes) {
  EXPECT_EQ(row_for(ReadKind::kDemand, 0).gives, (Meaning{StatementKind::kDemands, false}));
  EXPECT_EQ(row_for(ReadKind::kDemand, bits({Mark::kRedLine})).gives,
            (Meaning{StatementKind::kRedLine, true}));
  EXPECT_EQ(row_for(ReadKind::kReject, bits({Mark::kRedLine})).gives,
            (Meaning{StatementKind::kRedLine, false}));
  EXPECT_EQ(row_for(ReadKind::kOffer, bits({Mark::kNoComment})).gives.kind, std::nullopt);
}

TEST(Mapping, PutsClaimsThreatsAndDenialsInTheirPlaces) {
  EXPECT_EQ(row_for(ReadKind::kClaim, bits({Mark::kOnOption})).gives.kind, StatementKind::kDemands);
  EXPECT_EQ(row_for(ReadKind::kClaim, bits({Mark::kThreat, Mark::kOnOption})).others.size(), 2U);
  EXPECT_EQ(row_for(ReadKind::kClaim, bits({Mark::kDenial, Mark::kOnOption})).gives.kind, std::nullopt);
  EXPECT_EQ(row_for(ReadKind::kClaim, bits({Mark::kAccusation, Mark::kOnOption})).gives.kind, std::nullopt);
  EXPECT_EQ(row_for(ReadKind::kClaim, 0).gives.kind, std::nullopt);
}

TEST(Mapping, ClaimsAreKnownByWholeWords) {
  EXPECT_TRUE(claims_option("the whole region is OURS"));
  EXPECT_FALSE(claims_option("four hours of talks"));
}

TEST(Mapping, TheLessDirectChannelCounts) {
  EXPECT_EQ(channel_for({}), Channel::kReported);
  EXPECT_EQ(channel_for({.own_words = true}), Channel::kQuoted);
  EXPECT_EQ(channel_for({.by_other = true, .own_words = true}), Channel::kThirdParty);
  EXPECT_EQ(channel_for({.by_rival = true, .by_other = true}), Channel::kRival);
  EXPECT_EQ(channel_for({.unnamed = true, .document = true}), Channel::kUnnamed);
}

TEST(Mapping, ReadsRolesFromDescriptions) {
  EXPECT_THAT(describe_as("chief mediator and former judge").roles,
              ElementsAre(Role::kFacilitator, Role::kObserver));
  EXPECT_TRUE(describe_as("a daily newspaper").medium);
  EXPECT_THAT(describe_as("finance minister").roles, testing::IsEmpty());
}

TEST(MappingPage, ShowsTheTable) {
  std::ifstream file(std::string(MODUS_SOURCE_DIR) + "/docs/reading-mapping.md");
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_THAT(page, HasSubstr(mapping_page_rows())) << mapping_page_rows();
}

TEST(Words, SayWhatAPhraseIsAbout) {
  EXPECT_THAT(content_words("the fate of the river tolls"), ElementsAre("fate", "river", "toll"));
  EXPECT_THAT(content_words("no Western troops"), ElementsAre("not", "western", "troop"));
  EXPECT_THAT(content_words("the union's guarantees"), ElementsAre("union", "guarantee"));
}

TEST(Words, MakeNamesFitForACaseFile) {
  EXPECT_EQ(name_of("the Harbour Workers' Union of the North", 4, "party"), "harbour_workers_union_north");
  EXPECT_EQ(whole_name_of("the Ministry of Water", 4, "party"), "ministry_of_water");
  EXPECT_EQ(name_of("not", 4, "x"), "not_");
  EXPECT_EQ(name_of("\xD0\x9C\xD0\xB8\xD1\x80", 4, "party").empty(), false);
  EXPECT_EQ(name_of("of the", 4, "party"), "party");
}

TEST(Words, MakeLabelsOnOneLineWithoutMarkup) {
  EXPECT_EQ(label_of("  \xE2\x80\x9C"
                     "free\n economic <b>zone</b>,\xE2\x80\x9D "),
            "free economic zone");
  EXPECT_EQ(label_of("a < b"), "a < b");
  EXPECT_LE(label_of(std::string(500, 'x')).size(), 130U);
}

TEST(Words, TellNumbersApart) {
  EXPECT_THAT(numbers_in("an 8 per cent rise over two years"), ElementsAre("8", "two"));
  EXPECT_THAT(numbers_in("a rise"), testing::IsEmpty());
}

TEST(Words, CompareLabels) {
  EXPECT_EQ(likeness(word_set("security guarantees"), word_set("the guarantees of security")), 1);
  EXPECT_EQ(likeness(word_set(""), word_set("pay")), 0);
  EXPECT_TRUE(is_part(word_set("pay"), word_set("pay rise")));
}

}  // namespace
}  // namespace modus::drafting
