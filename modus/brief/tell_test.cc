#include "modus/brief/tell.h"
#include "modus/brief/tell_ask.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "modus/brief/confidence.h"
#include "modus/brief/render.h"
#include "modus/brief/sample_brief.h"

namespace modus::brief {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The brief in one line, as wide as can be, so that no sentence is broken.
std::string told(const SampleBrief& sample,
                 Document (*tell)(const case_model::Case&, const case_model::Standing&,
                                  const findings::BriefFinding&) = tell_brief) {
  return render_text(tell(sample.subject, sample.standing, sample.finding), 100'000);
}

std::size_t place_of(const std::string& text, const std::string& words) {
  const std::size_t place = text.find(words);
  EXPECT_NE(place, std::string::npos) << words;
  return place;
}

TEST(Brief, OpensWithWhoMayReadItAndWhatCountsAsADeal) {
  const std::string text = told(sample_brief());
  EXPECT_LT(place_of(text, "For the team only"), place_of(text, "Where it stands"));
  EXPECT_THAT(text, HasSubstr("As of 14\u00A0March 2026. What counts as a deal: a signed agreement."));
  EXPECT_THAT(text, HasSubstr("Must accept: port and union."));
}

TEST(Brief, SaysForWhomItIsAndWhatItThenRestsOn) {
  SampleBrief sample = sample_brief();
  sample.finding.run.audience = "public";
  EXPECT_THAT(told(sample), HasSubstr("For the public: made only from what is labelled public, beside who the parties are"));
  sample.finding.run.audience = "port";
  const std::string text = told(sample);
  EXPECT_THAT(text, HasSubstr("For port: made only from what is labelled public and from what was said in caucus with port, beside who"));
  EXPECT_THAT(text, Not(HasSubstr("For the team only")));
}

TEST(Brief, TellsItsSectionsInOrderWithDetailsBehind) {
  const std::string text = told(sample_brief());
  std::size_t before = 0;
  for (const char* title :
       {"Where it stands\n", "Common ground\n", "Positions beside interests\n", "What blocks it\n",
        "What could be tabled\n", "What this rests on\n", "What to ask next\n", "Details\n",
        "Listed packages", "Blockers in detail\n", "Statements\n", "Judgments and reasons\n",
        "Sources and record\n", "Cited here\n"}) {
    const std::size_t place = place_of(text, std::string("\n") + title);
    EXPECT_GT(place, before) << title;
    before = place;
  }
}

TEST(Headline, PutsZoneAndBestJointAcceptanceSideBySide) {
  const std::string text = told(sample_brief());
  EXPECT_THAT(text, HasSubstr("exists in 50\u00A0% (roughly even) of the scenarios\u00A0(C)."));
  EXPECT_THAT(text, HasSubstr("is accepted by all in 30\u00A0% (unlikely) of them\u00A0(C)."));
  EXPECT_THAT(text, HasSubstr("The gap between the two, 15 percentage points, is what not knowing costs"));
}

TEST(Headline, PrintsTheRangeAndNoPointWhereAPointIsNotFair) {
  SampleBrief sample = sample_brief();
  sample.finding.zone.point_is_fair = false;
  sample.finding.zone.range_low = 0.08;
  sample.finding.zone.range_high = 0.81;
  const std::string text = told(sample, tell_zone);
  const std::string headline = text.substr(0, text.find("\nParty by party"));
  EXPECT_THAT(headline, HasSubstr("anywhere from 10\u00A0% to 80\u00A0% (very unlikely to very likely)"));
  EXPECT_THAT(headline, Not(HasSubstr("50\u00A0%")));
  EXPECT_THAT(headline, Not(HasSubstr("roughly even")));
}

TEST(Headline, SaysThatKnowingMoreHelpsLittleWhereThereIsNoGap) {
  SampleBrief sample = sample_brief();
  sample.finding.zone.max_joint_acceptance = sample.finding.zone.zone_probability.value - 0.02;
  EXPECT_THAT(told(sample), HasSubstr("knowing more about what each side wants changes little"));
}

TEST(Brief, PrintsNoProbabilityWithoutItsWord) {
  const std::string text = told(sample_brief());
  const std::string until_scale = text.substr(0, text.find("The scale of likelihood words"));
  const std::regex bare("[0-9]\u00A0%(?! \\()");
  for (std::sregex_iterator match(until_scale.begin(), until_scale.end(), bare), end; match != end; ++match) {
    const std::string around = until_scale.substr(static_cast<std::size_t>(match->position()), 60);
    const bool start_of_range =
        std::regex_search(around, std::regex("^[0-9]\u00A0% to (over )?[0-9]+\u00A0% \\("));
    EXPECT_TRUE(start_of_range || around.find("and carry a word") != std::string::npos) << around;
  }
}

TEST(Brief, CitesEveryStatementWhereItIsTold) {
  const std::string text = told(sample_brief());
  const std::regex quoted("“(six per cent|a line we will not cross|no new fund)” ?(\\[[0-9]+\\])?");
  int seen = 0;
  const std::string body = text.substr(0, text.find("Cited here"));
  for (std::sregex_iterator match(body.begin(), body.end(), quoted), end; match != end; ++match, ++seen) {
    EXPECT_TRUE((*match)[2].matched) << (*match)[0];
  }
  EXPECT_GE(seen, 6);
  EXPECT_THAT(
      text,
      HasSubstr(
          "union, 11\u00A0March 2026 (quoted): “a line we will not cross” Dockers reject overtime plan"));
}

TEST(Brief, ListsStickingPointsByPartyWhateverTheirEffect) {
  const std::string text = told(sample_brief());
  const std::string table = text.substr(place_of(text, "Sticking points in the order"));
  const std::size_t last_port = table.find("\nport", table.find("\nport") + 1);
  EXPECT_LT(last_port, table.find("\nunion"));
}

TEST(Brief, NeverSpeaksOfTheDealBluffsOrWhoIsToBlame) {
  const std::string text = told(sample_brief());
  for (const char* words : {"\\bthe deal\\b", "\\bbluff", "the blocker\\b", "\\bshould accept\\b",
                            "\\bwill accept\\b", "\\bwould accept\\b"}) {
    EXPECT_FALSE(std::regex_search(text, std::regex(words, std::regex::icase))) << words;
  }
}

TEST(Families, TellTheRisksOfEachAndMarkOneSidedOnes) {
  SampleBrief sample = sample_brief();
  sample.finding.packages.families[0].packages[0].one_sided_for = case_model::PartyIndex(3);
  const std::string text = told(sample, tell_packages);
  EXPECT_THAT(text, HasSubstr("One-sided: it gives union its wish on every contested issue"));
  EXPECT_THAT(text, HasSubstr("Refuses alone while all others accept: port in 15\u00A0% (very unlikely)"));
  EXPECT_THAT(text,
              HasSubstr("Runs into these limits, where they are real. union: no package with crews: cut"));
  EXPECT_THAT(text, HasSubstr("Touches a norm: the port law asks for notice"));
  EXPECT_THAT(text, HasSubstr("no deal is worth 28\u00A0points rather than 40\u00A0points to port"));
}

TEST(Questions, AreWordedAsAMediatorWouldAsk) {
  const std::string text = told(sample_brief());
  EXPECT_THAT(
      text,
      HasSubstr(
          "Ask union, in private: Is it really the case that you could accept no package with crews: cut?"));
  EXPECT_THAT(text, HasSubstr("Ask port, in private: Could you live, as a whole, with package A1?"));
  EXPECT_THAT(text, HasSubstr("would you rather have fund: none; wages: 7 than fund: city; wages: 6?"));
  EXPECT_THAT(text, HasSubstr("Would you rather have no deal at all than package A1?"));
  EXPECT_THAT(text, HasSubstr("Does crews matter more to you than wages?"));
}

TEST(Questions, SayWhatTheyAreWorthHowToRecordThemAndWhatALeakRisks) {
  const std::string text = told(sample_brief());
  EXPECT_THAT(text, HasSubstr("Worth 10 percentage points of the best package's acceptance, 15 percentage points if the answer were sure to be true"));
  EXPECT_THAT(text, HasSubstr("Yes is expected in 90\u00A0% (very likely). The best package is then accepted by all in 30\u00A0% (unlikely), after a no in 60\u00A0% (likely)"));
  EXPECT_THAT(text, HasSubstr("Id: limit:union:s1"));
  EXPECT_THAT(text, HasSubstr("modus ask CASE --answer ID=yes, or no."));
  EXPECT_THAT(text, HasSubstr("That it becomes known is put at 20\u00A0% (unlikely), a risk of 10 percentage points of acceptance: more than the answer is worth"));
  EXPECT_THAT(text, HasSubstr("An answer is taken to be true in 80\u00A0% (very likely) of cases in private and 50\u00A0% (roughly even) in public"));
}

TEST(Questions, WithoutAGainSayHowMuchLikelierAZoneWouldBe) {
  EXPECT_THAT(told(sample_brief()), HasSubstr("exists in under 5\u00A0% (almost no chance) after a yes and in under 5\u00A0% (almost no chance) after a no; "
                                              "after a yes about 2 times as likely as now; after a no about 2 times less likely than now"));
}

TEST(Ask, TellsWhatEachAnswerWouldChangeAndThePackagesByNumber) {
  const SampleBrief sample = sample_brief();
  const std::string text = render_text(tell_ask(sample.subject, sample.standing, sample.finding), 100'000);
  EXPECT_THAT(text, HasSubstr("5 of 8 questions worth asking are listed"));
  EXPECT_THAT(text, HasSubstr("After a yes, expected in 90\u00A0% (very likely): a package that all can live with exists in 45\u00A0% (roughly even); the best is p"));
  EXPECT_THAT(text, HasSubstr("Then the limit is real in 95\u00A0% (almost certain) rather than 80\u00A0% (very likely)"));
  EXPECT_THAT(text, HasSubstr("The packages named"));
}

TEST(Questions, InFullNameEveryTerm) {
  const SampleBrief sample = sample_brief();
  EXPECT_THAT(word_question(sample.subject, sample.standing, sample.finding.questions.questions.back()),
              HasSubstr("with this package: crews: phased; fund: none; wages: 7?"));
}

TEST(CommonGround, CitesWhatEveryPrincipalSaid) {
  EXPECT_THAT(
      told(sample_brief()),
      HasSubstr("crews: phased, in the zone in 85\u00A0% (very likely) of them [1]\u00A0(I)\u00A0(C)."));
}

TEST(CommonGround, SaysWhenFewScenariosHaveAZone) {
  SampleBrief sample = sample_brief();
  EXPECT_THAT(told(sample), Not(HasSubstr("take these shares as rough")));
  sample.finding.zone.zone_probability.value = 0.01;
  EXPECT_THAT(told(sample),
              HasSubstr("Only 41 of the 4,096 scenarios have a zone: take these shares as rough"));
}

TEST(LeastMoves, NameAListedPackageByItsLabel) {
  EXPECT_THAT(
      told(sample_brief()),
      HasSubstr("(29\u00A0points), to package A1\u00A0(C). port to move 6\u00A0points (some way)\u00A0(C). "
                "union to give up: its limit on crews [3]\u00A0(C)."));
}

TEST(LeastMoves, TellAPackageFarFromAllListedInFull) {
  SampleBrief sample = sample_brief();
  sample.finding.packages = {};
  sample.finding.zone.best = {};
  sample.finding.zone.drafts[0].package =
      case_model::read_package("crews = cut and fund = city and wages = 1", sample.subject.issues);
  EXPECT_THAT(told(sample, tell_blockers), HasSubstr("to this package: crews: phased; fund: none; wages: 7"));
}

TEST(WhatThisRestsOn, PutsAssumptionsWithTheSamePrintedChanceOnOneLine) {
  const std::string text = told(sample_brief());
  EXPECT_THAT(text,
              HasSubstr("no statement at all: 70\u00A0% (likely); everything: 50\u00A0% (roughly even)"));
  EXPECT_THAT(text, HasSubstr("- 50\u00A0% (roughly even): limits meant less (-0.15)"));
  EXPECT_THAT(text, HasSubstr("The single statement it leans on most is s1 (union); without it"));
}

TEST(Statements, SayWhereNoEvidenceBearsOnThem) {
  EXPECT_THAT(told(sample_brief()), HasSubstr("no evidence bears on this"));
}

TEST(Blockers, SayWhereTheNominalScenarioHasAZone) {
  SampleBrief sample = sample_brief();
  sample.finding.blockers = {};
  sample.finding.blockers.nominal_has_zone = true;
  EXPECT_THAT(told(sample, tell_blockers), HasSubstr("there is a zone: no positions are incompatible there"));
}

TEST(EveryVerb, CanBeToldFromEmptyFindings) {
  SampleBrief sample = sample_brief();
  const findings::RunRecord run = sample.finding.run;
  sample.finding = {};
  sample.finding.run = run;
  sample.finding.zone.parties.assign(sample.subject.parties.size(), {});
  for (const auto tell : {tell_zone, tell_blockers, tell_packages, tell_brief}) {
    EXPECT_THAT(told(sample, tell), HasSubstr("For the team only"));
  }
}

TEST(ChartsOfTheBrief, AreJsonWithDataAndNoAddressToLoad) {
  const SampleBrief sample = sample_brief();
  const Document document = tell_brief(sample.subject, sample.standing, sample.finding);
  int charts = 0;
  for (const Block& block : document.blocks) {
    const auto* chart = std::get_if<Chart>(&block);
    if (chart == nullptr) continue;
    ++charts;
    EXPECT_THAT(chart->specification, HasSubstr("\"values\":[{"));
    EXPECT_THAT(chart->specification, Not(HasSubstr("\"url\"")));
    EXPECT_FALSE(chart->caption.empty());
    EXPECT_FALSE(chart->table.rows.empty());
  }
  EXPECT_EQ(charts, 5);
}

TEST(ConfidenceInTheHeadline, FallsWithFewOriginsAWideRangeOrMuchDefault) {
  SampleBrief sample = sample_brief();
  const auto judged = [&] { return judge_confidence(sample.subject, sample.standing, sample.finding.zone); };
  EXPECT_EQ(judged().statements, 3U);
  EXPECT_EQ(judged().origins, 1U);
  EXPECT_EQ(judged().level, Confidence::Level::kLow);
  EXPECT_EQ(judged().settings, 14U);  // 3 statements x 2, 2 principals x (3 issues + no deal)
  EXPECT_EQ(judged().left_open, 10U);
}

TEST(ConfidenceInTheHeadline, CountsSourcesThatHeardFromEachOtherOnce) {
  SampleBrief sample = sample_brief();
  const case_model::Source first = sample.subject.sources[case_model::SourceIndex(0)];
  for (int copy = 0; copy < 2; ++copy) sample.subject.sources.push_back(first);
  for (const auto index : sample.subject.statements.indices()) {
    case_model::Statement& statement = sample.subject.statements[index];
    statement.source = case_model::SourceIndex(index.value);
    statement.said = statement.meant = 0.9;
  }
  EXPECT_EQ(judge_confidence(sample.subject, sample.standing, sample.finding.zone).level,
            Confidence::Level::kModerate);
  sample.subject.sources[case_model::SourceIndex(1)].heard_from = case_model::SourceIndex(0);
  EXPECT_EQ(judge_confidence(sample.subject, sample.standing, sample.finding.zone).level,
            Confidence::Level::kLow);
}

}  // namespace
}  // namespace modus::brief
