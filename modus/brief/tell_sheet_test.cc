#include "modus/brief/tell_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/brief/render.h"
#include "modus/brief/sample_brief.h"

namespace modus::brief {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;
using case_model::StatementIndex;
using testing::HasSubstr;
using testing::Not;

constexpr PartyIndex kPort(std::size_t{2}), kUnion(std::size_t{3});

/// The sample's three statements: the port offers 6 and phased (0), the union bars cut (1), the port bars city (2).
findings::SheetsFinding sample_sheets() {
  findings::PartySheet port, workers;
  port.party = kPort;
  port.positions = {{IssueIndex(1), {{{StatementIndex(2)}, {}, 1}}}, {std::nullopt, {{{StatementIndex(0)}, {}, 1}}}};
  port.no_no_deal = true;
  workers.party = kUnion;
  workers.positions = {{IssueIndex(0), {{{StatementIndex(1)}, {}, 1}}}};
  workers.silent = {IssueIndex(2)};
  workers.islands = {{kPort, {}, {{IssueIndex(0), findings::Island::Contested::Why::kBarred, {StatementIndex(0), StatementIndex(1)}}}}};
  return {{}, {port, workers}, {PartyIndex(1)}, {}};
}

std::string told(const SampleBrief& sample, findings::SheetsFinding sheets) {
  for (findings::PartySheet& sheet : sheets.parties) sheet.limits = sample.standing.limits_of[sheet.party];
  return render_text(tell_sheets(sample.subject, sample.standing, sheets), 100'000);
}

std::size_t times(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

TEST(Sheets, StandInTheOrderOfTheWorksheets) {
  const std::string text = told(sample_brief(), sample_sheets());
  std::size_t before = 0;
  for (const char* title : {"\nport\n", "\nWho it is\n", "\nWhat it wants\n", "\nHow it argues\n", "\nWhy: interests\n", "\nLimits\n", "\nWithout a deal\n",
                            "\nCommon ground, and what is contested\n", "\nOnly heard from others\n", "\nWhat has changed\n",
                            "\nWhat we do not know\n", "\nunion\n"}) {
    const std::size_t place = text.find(title, before);
    ASSERT_NE(place, std::string::npos) << title;
    before = place;
  }
}

TEST(Sheets, CanBeTakenApartEachSaysForWhomItIsAndBeginsAPage) {
  const SampleBrief sample = sample_brief();
  EXPECT_EQ(times(told(sample, sample_sheets()), "For the team only"), 2U);
  std::vector<bool> new_pages;
  for (const Block& block : tell_sheets(sample.subject, sample.standing, sample_sheets()).blocks) {
    if (const auto* heading = std::get_if<Heading>(&block); heading != nullptr && heading->level == 2) new_pages.push_back(heading->new_page);
  }
  EXPECT_EQ(new_pages, (std::vector{false, true}));
}

TEST(Sheets, CiteEveryPositionAndSayHowItReachedUs) {
  const std::string text = told(sample_brief(), sample_sheets());
  EXPECT_THAT(text, HasSubstr("Accepts no package with: cut, “a line we will not cross” [3]."));
  EXPECT_THAT(text, HasSubstr("11\u00A0March 2026"));
  EXPECT_THAT(text, HasSubstr("Quoted, Gazette."));
  EXPECT_THAT(text, HasSubstr("crews: one rules out all that the other asks for [2][3]."));
}

TEST(Sheets, PrintNoComputedNumberUnlessARunIsGiven) {
  const SampleBrief sample = sample_brief();
  findings::SheetsFinding sheets = sample_sheets();
  EXPECT_THAT(told(sample, sheets), Not(HasSubstr("after the evidence")));
  EXPECT_THAT(told(sample, sheets), HasSubstr("No number here is computed"));
  sheets.statements = sample.finding.statements;
  EXPECT_THAT(told(sample, sheets), HasSubstr("Real, after the evidence (C)"));
  EXPECT_THAT(told(sample, sheets), Not(HasSubstr("No number here is computed")));
}

TEST(Sheets, LeaveRoomForAnswers) {
  const std::string text = told(sample_brief(), sample_sheets());
  EXPECT_THAT(text, HasSubstr("What happens, as you see it, if there is no agreement?"));
  EXPECT_THAT(text, HasSubstr("wages: what do you need here, and why? Nothing in its own words so far."));
  EXPECT_THAT(text, HasSubstr("Answer, by whom, when"));
}

TEST(Sheets, SayWhoHasNone) {
  EXPECT_THAT(told(sample_brief(), sample_sheets()), HasSubstr("No sheet for ministry: nothing is on record"));
}

TEST(Sheets, PutRumoursApartWithHowOftenTheyWereTold) {
  SampleBrief sample = sample_brief();
  sample.subject.statements[StatementIndex(0)].channel = case_model::Channel::kRival;
  findings::SheetsFinding sheets = sample_sheets();
  sheets.parties[0].positions.pop_back();
  sheets.parties[0].rumours = {{{}, {StatementIndex(0), StatementIndex(2)}, 1}};
  EXPECT_THAT(told(sample, sheets), HasSubstr("It is said that it offers: wages: 6 and crews: phased, “six per cent”; from a rival, Gazette, "
                                              "11\u00A0March 2026; 2 reports, 1 origin [1][2]."));
}

}  // namespace
}  // namespace modus::brief
