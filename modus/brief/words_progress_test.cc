#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "modus/brief/render.h"
#include "modus/brief/sample_brief.h"
#include "modus/brief/tell.h"

namespace modus::brief {
namespace {

using case_model::StatementIndex;
using findings::Nearness;
using findings::ProgressDate;
using findings::ProgressFinding;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

ProgressDate date_at(const SampleBrief& sample, int days_before, double zone, double low, double high) {
  ProgressDate date;
  date.day = sample.subject.as_of - std::chrono::days(days_before);
  date.zone_probability.value = zone;
  date.low = low;
  date.high = high;
  date.best = sample.finding.zone.best.package;
  return date;
}

ProgressFinding progress_for(const SampleBrief& sample) {
  ProgressFinding progress;
  progress.dates = {date_at(sample, 9, 0.62, 0.55, 0.7), date_at(sample, 4, 0.3, 0.02, 0.9), date_at(sample, 0, 0.4, 0.35, 0.44)};
  progress.dates[1].moved_by = {{StatementIndex(0), -0.31, 0.01}, {StatementIndex(1), -0.01, 0.001}};
  progress.dates[2].hardest_issues = {case_model::IssueIndex(0)};
  progress.nearness = Nearness::kNoCloserThanBefore;
  progress.difference = -0.22;
  progress.standard_error = 0.01;
  return progress;
}

Document told(SampleBrief& sample) { return tell_progress(sample.subject, sample.standing, sample.finding); }

std::string text_of(SampleBrief& sample) {
  return std::regex_replace(render_text(told(sample), 200), std::regex("(\u00A0|[ \\n])+"), " ");
}

class ProgressWords : public testing::Test {
 protected:
  ProgressWords() { sample_.finding.progress = progress_for(sample_); }
  std::string said() { return text_of(sample_); }
  SampleBrief sample_ = sample_brief();
};

TEST_F(ProgressWords, SayThatTheLastDateIsNoCloserThanTheHighest) {
  EXPECT_THAT(said(), HasSubstr("No closer than on 5 March 2026: the zone probability is down 20 percentage points since then (C)."));
}

TEST_F(ProgressWords, SayThatTheLastDateIsCloserThanAnyBefore) {
  sample_.finding.progress->nearness = Nearness::kCloserThanEver;
  sample_.finding.progress->difference = 0.3;
  EXPECT_THAT(said(), HasSubstr("Closer than at any earlier date: the zone probability is up 30 percentage points"));
}

TEST_F(ProgressWords, SayThatDatesCannotBeToldApart) {
  sample_.finding.progress->nearness = Nearness::kCannotTell;
  EXPECT_THAT(said(), HasSubstr("Cannot be told apart from"));
}

TEST_F(ProgressWords, NameAndCiteWhatMovedItAndNoSmallerMove) {
  const std::string& moved = sample_.subject.statements[StatementIndex(0)].id;
  const std::string& other = sample_.subject.statements[StatementIndex(1)].id;
  EXPECT_THAT(said(), HasSubstr("down 30 percentage points [1]"));
  EXPECT_THAT(said(), HasSubstr(moved + ": down 30"));
  EXPECT_THAT(said(), Not(HasSubstr(other + ": down")));
}

TEST_F(ProgressWords, GiveARangeAloneWhereItIsTooWideForOneNumber) {
  EXPECT_THAT(said(), HasSubstr("under 5 % to 90 % (almost no chance to very likely)"));
  EXPECT_THAT(said(), Not(HasSubstr("30 % (unlikely)")));
}

TEST_F(ProgressWords, SetAClaimOfNearnessBesideTheFigures) {
  EXPECT_THAT(said(), Not(HasSubstr("closer than ever")));
  case_model::Assessment claim;
  claim.by_party = case_model::PartyIndex(0);
  claim.quote.text = "closer than ever";
  sample_.subject.assessments.push_back(claim);
  EXPECT_THAT(said(), HasSubstr("Beside it, in their own words: " + sample_.subject.parties[case_model::PartyIndex(0)].name + " “closer than ever”"));
}

TEST_F(ProgressWords, SayWhatIsMergedAndWhatHasNoDate) {
  sample_.finding.progress->merged = 4;
  sample_.finding.progress->undated = 1;
  EXPECT_THAT(said(), HasSubstr("4 more are told as part of the next one; one statement has no date"));
}

TEST_F(ProgressWords, SayWhereThereIsNothingToCompareWith) {
  sample_.finding.progress->dates.erase(sample_.finding.progress->dates.begin(), sample_.finding.progress->dates.end() - 1);
  EXPECT_THAT(said(), HasSubstr("There is nothing to compare with"));
  EXPECT_THAT(said(), Not(HasSubstr("Progress by date")));
}

TEST_F(ProgressWords, DrawNoMoreThanTheTableSays) {
  for (const Block& block : told(sample_).blocks) {
    const auto* chart = std::get_if<Chart>(&block);
    if (chart == nullptr) continue;
    const json data = json::parse(chart->specification).at("data").at("values");
    ASSERT_EQ(data.size(), 3U);
    EXPECT_DOUBLE_EQ(data[0].at("zone").get<double>(), 0.6);
    EXPECT_EQ(data[1].at("by"), sample_.subject.statements[StatementIndex(0)].id);
    EXPECT_EQ(data[2].at("moved"), "nothing said moved it");
    return;
  }
  FAIL() << "no chart";
}

TEST_F(ProgressWords, TakeFourLinesInTheBriefAndNoneWithoutASecondDate) {
  const auto lines = [&] {
    const Document brief = tell_brief(sample_.subject, sample_.standing, sample_.finding);
    for (std::size_t i = 0; i + 1 < brief.blocks.size(); ++i) {
      const auto* head = std::get_if<Heading>(&brief.blocks[i]);
      if (head != nullptr && head->id == "progress") return std::get<Bullets>(brief.blocks[i + 1]).items.size();
    }
    return std::size_t{0};
  };
  EXPECT_GE(lines(), 3U);
  EXPECT_LE(lines(), 4U);
  sample_.finding.progress->dates.resize(1);
  EXPECT_EQ(lines(), 0U);
}

}  // namespace
}  // namespace modus::brief
