#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/brief/render.h"
#include "modus/brief/sample_brief.h"
#include "modus/brief/tell.h"

namespace modus::brief {
namespace {

using case_model::PartyIndex;
using case_model::StatementIndex;
using case_model::StatementKind;
using testing::HasSubstr;
using testing::Not;

constexpr StatementIndex kOffer(std::size_t{0});
constexpr PartyIndex kUnion(std::size_t{3});

/// The document as Markdown, where no cell is broken over lines.
std::string told(SampleBrief sample) {
  sample.standing = case_model::weigh_statements(sample.subject);
  return render_markdown(tell_brief(sample.subject, sample.standing, sample.finding));
}

std::string positions(const SampleBrief& sample) {
  const std::string text = told(sample);
  const std::size_t from = text.find("## Positions beside interests");
  return text.substr(from, text.find("## What blocks it") - from);
}

TEST(PositionsOfTheBrief, SayWhatOnlyOthersReport) {
  SampleBrief sample = sample_brief();
  EXPECT_THAT(positions(sample), Not(HasSubstr("Said by others")));
  sample.subject.statements[kOffer].channel = case_model::Channel::kRival;
  EXPECT_THAT(positions(sample), HasSubstr("Said by others (from a rival): offers, together with other terms: phased, “six per cent” [1]"));
}

TEST(PositionsOfTheBrief, TellWholePackagesOnceAndDraftsByName) {
  SampleBrief sample = sample_brief();
  EXPECT_THAT(positions(sample), Not(HasSubstr("Whole packages")));
  sample.subject.statements[kOffer].what =
      case_model::read_condition("crews = phased and fund = city and wages = 6", sample.subject.issues);
  const std::string text = positions(sample);
  EXPECT_THAT(text, HasSubstr("| Whole packages | Offers: draft march, “six per cent”"));
  EXPECT_THAT(text, HasSubstr("| wages | Nothing said on this alone |"));
}

TEST(PositionsOfTheBrief, RejectTogetherWhatIsRejectedTogether) {
  SampleBrief sample = sample_brief();
  case_model::add_statement(sample.subject, kUnion, StatementKind::kRejects, "fund = none and wages = 6");
  const std::string text = positions(sample);
  EXPECT_THAT(text, HasSubstr("Rejects: fund: none and wages: 6"));
  EXPECT_THAT(text, HasSubstr("| Nothing said on this alone |")) << "no wage alone is rejected";
}

TEST(CommonGroundOfTheBrief, SaysOfWhomOnlyOthersSaySo) {
  SampleBrief sample = sample_brief();
  sample.finding.packages.common_ground[0].statements = {kOffer};
  EXPECT_THAT(told(sample), Not(HasSubstr("only others say so")));
  sample.subject.statements[kOffer].channel = case_model::Channel::kUnnamed;
  EXPECT_THAT(told(sample), HasSubstr("; of port only others say so"));
}

TEST(LimitsOfTheBrief, AreToldInFullOnceThenByName) {
  const std::string text = told(sample_brief());
  const std::size_t full = text.find("**union**: no package with crews: cut"), named = text.find("its limit on crews");
  ASSERT_NE(full, std::string::npos);
  ASSERT_NE(named, std::string::npos);
  EXPECT_LT(full, named);
}

}  // namespace
}  // namespace modus::brief
