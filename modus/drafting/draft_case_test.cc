#include "modus/drafting/draft_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "modus/drafting/readings_for_tests.h"
#include "modus/reading/fingerprint.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::Channel;
using case_model::Role;
using case_model::Statement;
using case_model::StatementKind;
using reading::ActorType;
using reading::Reading;
using reading::ReadKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Draft drafted(const std::vector<Reading>& readings, const DraftOptions& options = {}) {
  auto made = draft_case(readings, options);
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : base::describe(made.problems().front()));
  return made.ok() ? std::move(made).value() : Draft{};
}

// "union rejects shifts = night [quoted]", by id.
std::vector<std::string> statements_of(const Case& subject) {
  std::vector<std::string> all;
  for (const Statement& one : subject.statements) {
    all.push_back(subject.parties[one.party].id + " " + std::string(word_of(one.kind)) + " " +
                  write_condition(one.what, subject.issues) + " [" + std::string(word_of(one.channel)) + "]");
  }
  return all;
}

std::string only_statement(const Case& subject) {
  const auto all = statements_of(subject);
  EXPECT_EQ(all.size(), 1U);
  return all.empty() ? "" : all.front();
}

const case_model::Party& party(const Case& subject, const std::string& id) {
  const auto index = subject.find_party(id);
  EXPECT_TRUE(index.has_value()) << id;
  static const case_model::Party kNone;
  return index ? subject.parties[*index] : kNone;
}

std::vector<std::string> options_of(const Case& subject, const std::string& issue) {
  std::vector<std::string> ids;
  if (const auto index = subject.find_issue(issue)) {
    for (const auto& option : subject.issues[*index].options) ids.push_back(option.id);
  }
  return ids;
}

std::vector<std::string> codings_of(const case_model::OpenQuestion& question) {
  std::vector<std::string> all;
  for (const case_model::Coding& one : question.codings)
    all.push_back(one.drop ? "none"
                           : std::string(one.kind ? word_of(*one.kind) : "same") +
                                 (one.what.empty() ? "" : " " + one.what));
  return all;
}

// One party says one thing about the pay; another offers something else, so that there is somebody to agree
// with.
Draft one_statement(ReadKind kind, const std::function<void(reading::ReadStatement&)>& mark = {},
                    const std::string& words = "a pay rise of 8 per cent") {
  ReadingMaker maker("one.txt");
  const auto union_ = maker.actor("Union");
  const auto pay = maker.issue("pay");
  auto& said = maker.says(union_, kind, words, {pay});
  if (mark) mark(said);
  return drafted({maker.make()});
}

TEST(DraftCase, WritesWhoWantsWhatInTheCasesOwnForm) {
  const Case subject = drafted({strike().make()}).subject;
  EXPECT_EQ(subject.title, "Report in strike.txt");
  EXPECT_THAT(statements_of(subject),
              testing::UnorderedElementsAre(
                  "dockers_union demands pay_rise = 8_per_cent_pay [reported]",
                  "port_authority offers pay_rise = 3_per_cent_pay [reported]",
                  "dockers_union red_line night_shifts = compulsory_night_shifts [quoted]",
                  "port_authority demands night_shifts = compulsory_night_shifts [reported]"));
  EXPECT_THAT(options_of(subject, "pay_rise"), ElementsAre("3_per_cent_pay", "8_per_cent_pay", "otherwise"));
  EXPECT_THAT(options_of(subject, "night_shifts"), ElementsAre("compulsory_night_shifts", "otherwise"));
}

TEST(DraftCase, ProposesRolesAndFoldsPeopleIntoThoseTheySpeakFor) {
  const Case subject = drafted({strike().make()}).subject;
  EXPECT_THAT(party(subject, "dockers_union").roles, ElementsAre(Role::kPrincipal));
  EXPECT_THAT(party(subject, "port_authority").roles, ElementsAre(Role::kPrincipal));
  EXPECT_THAT(party(subject, "ministry_of_transport").roles, ElementsAre(Role::kFacilitator));
  EXPECT_FALSE(subject.find_party("ana_ruiz"));
  EXPECT_THAT(party(subject, "dockers_union").aliases,
              testing::UnorderedElementsAre("Ana Ruiz", "the dockers"));
  for (const Statement& one : subject.statements) {
    EXPECT_EQ(one.speaker, one.channel == Channel::kQuoted ? "Ana Ruiz" : "");
  }
}

TEST(DraftCase, KeepsWordsPlacesAssessmentsAndTalks) {
  ReadingMaker maker = strike();
  DraftOptions options;
  options.files = {"reports/strike.txt"};
  const Case subject = drafted({maker.make()}, options).subject;
  for (const Statement& one : subject.statements) {
    ASSERT_TRUE(one.quote.at.has_value());
    const std::size_t first = base::byte_of_code_point(maker.text(), one.quote.at->first);
    const std::size_t last = base::byte_of_code_point(maker.text(), one.quote.at->second);
    EXPECT_EQ(maker.text().substr(first, last - first), one.quote.text);
    ASSERT_TRUE(one.source.has_value());
    EXPECT_EQ(subject.sources[*one.source].file, "reports/strike.txt");
  }
  ASSERT_EQ(subject.assessments.size(), 1U);
  EXPECT_EQ(subject.assessments.front().quote.text, "a deal is within reach");
  ASSERT_TRUE(subject.assessments.front().by_party.has_value());
  ASSERT_EQ(subject.timeline.size(), 1U);
  EXPECT_EQ(subject.timeline.front().who.size(), 3U);
  EXPECT_EQ(subject.timeline.front().quote.text, "talks took place");
  EXPECT_EQ(subject.draft->proposed.at("issues/pay_rise").source, "gazette-2026-03-12");
}

TEST(DraftCase, InventsNoJudgment) {
  const Case subject = drafted({strike().make()}).subject;
  for (const case_model::Judgments& one : subject.judgments) EXPECT_FALSE(one.stated);
  EXPECT_TRUE(subject.rules.empty() && subject.drafts.empty() && subject.guarantees.empty());
}

TEST(DraftCase, MakesADemandThatMustBeMetALimit) {
  const Case subject = one_statement(ReadKind::kDemand, [](auto& one) { one.flags.red_line = true; }).subject;
  EXPECT_EQ(only_statement(subject), "union red_line pay != pay_rise_8_per [reported]");
  EXPECT_THAT(subject.draft->questions, IsEmpty());
}

TEST(DraftCase, AsksWhereAnotherReaderCouldSeeLessThanALimit) {
  const auto mark = [](reading::ReadStatement& one) {
    one.flags.red_line = true;
    one.other_kinds = {ReadKind::kClaim};
  };
  const Case subject = one_statement(ReadKind::kDemand, mark).subject;
  ASSERT_EQ(subject.draft->questions.size(), 1U);
  EXPECT_THAT(codings_of(subject.draft->questions.front()),
              ElementsAre("red_line pay != pay_rise_8_per", "demands pay = pay_rise_8_per", "none"));
}

TEST(DraftCase, AsksWhetherAConditionalOfferStands) {
  const Case subject =
      one_statement(ReadKind::kOffer, [](auto& one) { one.flags.conditional = true; }).subject;
  ASSERT_EQ(subject.draft->questions.size(), 1U);
  EXPECT_THAT(codings_of(subject.draft->questions.front()),
              ElementsAre("offers pay = pay_rise_8_per", "none"));
  EXPECT_THAT(subject.draft->questions.front().asks, HasSubstr("condition"));
}

TEST(DraftCase, TakesAClaimToTheWholeForAPosition) {
  ReadingMaker maker("claim.txt");
  const auto east = maker.actor("Eastland", ActorType::kState);
  const auto valley = maker.issue("the Ilmen valley");
  maker.says(east, ReadKind::kClaim, "the whole Ilmen valley is part of Eastland", {valley});
  const Case subject = drafted({maker.make()}).subject;
  EXPECT_THAT(only_statement(subject), HasSubstr("eastland demands ilmen_valley = "));
  ASSERT_EQ(subject.draft->questions.size(), 1U);
  EXPECT_EQ(codings_of(subject.draft->questions.front()).back(), "none");
}

TEST(DraftCase, LeavesBareClaimsAndAccusationsOut) {
  ReadingMaker maker = strike();
  maker.says(reading::ActorIndex(0), ReadKind::kClaim, "the port has been losing trade for years",
             {reading::ReadIssueIndex(0)});
  auto& accusation = maker.says(reading::ActorIndex(0), ReadKind::kClaim, "the port broke its own pay rules",
                                {reading::ReadIssueIndex(0)});
  accusation.flags.accusation = true;
  EXPECT_EQ(drafted({maker.make()}).subject.statements.size(), 4U);
}

TEST(DraftCase, AsksWhatADenialMeans) {
  ReadingMaker maker = strike();
  auto& denial = maker.says(reading::ActorIndex(2), ReadKind::kAccept, "an 8 per cent pay rise",
                            {reading::ReadIssueIndex(0)});
  denial.flags.denial = true;
  const Case subject = drafted({maker.make()}).subject;
  EXPECT_EQ(subject.statements.size(), 4U) << "left out until it is answered";
  const auto& questions = subject.draft->questions;
  const auto asked =
      std::find_if(questions.begin(), questions.end(), [](const auto& q) { return q.codings.front().drop; });
  ASSERT_NE(asked, questions.end());
  EXPECT_THAT(codings_of(*asked), ElementsAre("none", "rejects pay_rise = 8_per_cent_pay"));
  EXPECT_EQ(asked->codings.back().party, "port_authority");
  EXPECT_EQ(asked->quote.text, "an 8 per cent pay rise");
}

TEST(DraftCase, AsksWhetherAndMeansEachOrBothTogether) {
  ReadingMaker maker("logic.txt");
  const auto port = maker.actor("Port");
  const auto pay = maker.issue("pay rise"), crews = maker.issue("larger crews");
  maker.says(port, ReadKind::kReject, "a pay rise and larger crews", {pay, crews});
  const Case subject = drafted({maker.make()}).subject;
  EXPECT_EQ(only_statement(subject),
            "port rejects larger_crews = larger_crews or pay_rise = pay_rise [reported]");
  ASSERT_EQ(subject.draft->questions.size(), 1U);
  EXPECT_EQ(subject.draft->questions.front().codings[1].what,
            "larger_crews = larger_crews and pay_rise = pay_rise");
}

TEST(DraftCase, ReadsANegatedOptionAsTheOptionDenied) {
  ReadingMaker maker("not.txt");
  const auto port = maker.actor("Port"), union_ = maker.actor("Union");
  const auto shifts = maker.issue("shift plan");
  maker.says(port, ReadKind::kDemand, "compulsory night work", {shifts});
  maker.says(union_, ReadKind::kDemand, "no compulsory night work", {shifts});
  EXPECT_THAT(statements_of(drafted({maker.make()}).subject),
              testing::UnorderedElementsAre("port demands shift_plan = compulsory_night_work [reported]",
                                            "union demands shift_plan != compulsory_night_work [reported]"));
}

TEST(DraftCase, AsksHowFarALimitReachesAmongWhatOthersOffer) {
  ReadingMaker maker("reach.txt");
  const auto union_ = maker.actor("Union"), port = maker.actor("Port");
  const auto jobs = maker.issue("job security");
  maker.says(union_, ReadKind::kDemand, "enforceable protection of every dock job", {jobs}).flags.red_line =
      true;
  maker.says(port, ReadKind::kOffer, "a fund for retraining", {jobs});
  const Case subject = drafted({maker.make()}).subject;
  ASSERT_FALSE(subject.draft->questions.empty());
  const auto& first = subject.draft->questions.front();
  EXPECT_THAT(first.asks, HasSubstr("do as well"));
  EXPECT_THAT(first.codings.back().what, HasSubstr("not job_security in ["));
}

TEST(DraftCase, AsksWhichOptionIsMeantWhereTheWordsDoNotSay) {
  ReadingMaker maker = strike();
  maker.says(reading::ActorIndex(0), ReadKind::kAccept, "the proposal", {reading::ReadIssueIndex(0)});
  const Case subject = drafted({maker.make()}).subject;
  EXPECT_EQ(subject.statements.size(), 4U);
  const auto& questions = subject.draft->questions;
  const auto asked = std::find_if(questions.begin(), questions.end(), [](const auto& q) {
    return q.asks.find("Which option") != std::string::npos;
  });
  ASSERT_NE(asked, questions.end());
  EXPECT_THAT(codings_of(*asked), ElementsAre("none", "accepts pay_rise = 3_per_cent_pay"));
}

TEST(DraftCase, KeepsOptionsApartThatDifferInNumbersAlone) {
  ReadingMaker maker("numbers.txt");
  const auto union_ = maker.actor("Union");
  const auto term = maker.issue("contract length");
  maker.says(union_, ReadKind::kOffer, "a contract over two years", {term});
  maker.says(union_, ReadKind::kReject, "a contract over three years", {term});
  const Case subject = drafted({maker.make()}).subject;
  EXPECT_EQ(subject.issues[case_model::IssueIndex(0)].options.size(), 3U);
}

TEST(DraftCase, TellsChannelsApart) {
  ReadingMaker maker("channels.txt");
  const auto union_ = maker.actor("Union"), port = maker.actor("Port"), paper = maker.actor("Morning Post");
  reading::ReadSource cited;
  cited.cited = true;
  cited.publisher = "Morning Post";
  maker.reading().sources.push_back(cited);
  const auto pay = maker.issue("pay");
  const auto add = [&](const std::string& words, const reading::Attribution& by) {
    maker.says(union_, ReadKind::kDemand, words, {pay}).attribution.push_back(by);
  };
  add("eight per cent more", {reading::AttributionType::kAnonymous, std::nullopt, {}});
  add("a longer lunch break", {reading::AttributionType::kDocument, std::nullopt, {}});
  add("free travel passes", {reading::AttributionType::kReportedBy, port, {}});
  add("better winter coats", {reading::AttributionType::kAccordingTo, paper, {}});
  maker.says(port, ReadKind::kOffer, "four per cent more", {pay});
  const Case subject = drafted({maker.make()}).subject;
  EXPECT_THAT(
      statements_of(subject),
      testing::UnorderedElementsAre(HasSubstr("[unnamed]"), HasSubstr("[document]"), HasSubstr("[rival]"),
                                    HasSubstr("[third_party]"), HasSubstr("[reported]")));
  EXPECT_FALSE(subject.find_party("morning_post")) << "a paper is a channel";
  const auto via = subject.find_source("gazette-2026-03-12.via-morning-post");
  ASSERT_TRUE(via.has_value());
  EXPECT_EQ(subject.sources[origin_of(subject, *via)].publisher, "Morning Post");
}

TEST(DraftCase, CountsOneStoryInTwoPapersAsOneOrigin) {
  std::vector<Reading> readings = {strike("a.txt").make(), strike("b.txt", "Courier").make()};
  const std::string words =
      "Dockers walked out on Monday after talks on pay and night shifts broke down without any result";
  readings[0].text_fingerprint = readings[1].text_fingerprint = reading::fingerprint(words);
  readings[1].sha256 = "another";
  const Case subject = drafted(readings).subject;
  ASSERT_EQ(subject.sources.size(), 2U);
  const auto courier = subject.find_source("courier-2026-03-12");
  ASSERT_TRUE(courier.has_value());
  EXPECT_EQ(subject.sources[origin_of(subject, *courier)].id, "gazette-2026-03-12");
}

TEST(DraftCase, CountsAReportGivenTwiceOnce) {
  const Case once = drafted({strike().make()}).subject,
             twice = drafted({strike().make(), strike().make()}).subject;
  EXPECT_EQ(statements_of(once), statements_of(twice));
  EXPECT_EQ(once.sources.size(), twice.sources.size());
}

TEST(DraftCase, MergesActorsAndIssuesOfSeveralReports) {
  ReadingMaker second("second.txt", "Courier", "2026-03-13");
  const auto dockers = second.actor("The dockers", ActorType::kGroup);
  const auto wages = second.issue("wages");
  second.says(dockers, ReadKind::kAccept, "a 3 per cent pay rise", {wages});
  const Case subject = drafted({strike().make(), second.make()}).subject;
  EXPECT_EQ(subject.parties.size(), 3U);
  EXPECT_EQ(subject.issues.size(), 2U);
  EXPECT_THAT(statements_of(subject),
              testing::Contains("dockers_union accepts pay_rise = 3_per_cent_pay [reported]"));
}

TEST(DraftCase, AsksWhetherTwoIssuesAreOne) {
  ReadingMaker second("second.txt", "Courier", "2026-03-13");
  const auto port = second.actor("Port Authority", ActorType::kCompany);
  const auto shifts = second.issue("weekend shifts");
  second.says(port, ReadKind::kDemand, "longer weekend shifts", {shifts});
  const Case subject = drafted({strike().make(), second.make()}).subject;
  const auto& last = subject.draft->questions.back();
  EXPECT_EQ(last.about, "weekend_shifts");
  EXPECT_EQ(last.codings.back().same_as, "night_shifts");
}

TEST(DraftCase, AsksWhomAPersonWithoutASideSpeaksFor) {
  ReadingMaker maker = strike();
  const auto somebody = maker.actor("Karl Voss", ActorType::kPerson);
  maker.says(somebody, ReadKind::kDemand, "an 8 per cent pay rise", {reading::ReadIssueIndex(0)});
  const Case subject = drafted({maker.make()}).subject;
  const auto& questions = subject.draft->questions;
  const auto asked =
      std::find_if(questions.begin(), questions.end(), [](const auto& q) { return q.about == "karl_voss"; });
  ASSERT_NE(asked, questions.end());
  EXPECT_THAT(asked->asks, HasSubstr("speak for"));
  EXPECT_EQ(asked->codings.size(), 4U);
}

TEST(DraftCase, MakesABodyThatRatifiesAPartyOfItsOwn) {
  ReadingMaker maker = strike();
  const auto members = maker.actor("union members", ActorType::kGroup);
  maker.reading().actors[members].affiliation = reading::ActorIndex(0);
  maker.says(members, ReadKind::kReject, "a 3 per cent pay rise", {reading::ReadIssueIndex(0)});
  const Case subject = drafted({maker.make()}).subject;
  EXPECT_THAT(party(subject, "union_members").roles, ElementsAre(Role::kRatifier));
  EXPECT_EQ(subject.parties[*party(subject, "union_members").ratifier_of].id, "dockers_union");
}

TEST(DraftCase, NamesWhoGuaranteesAndWhatCommitsIt) {
  ReadingMaker maker = strike();
  const auto city = maker.actor("City of Arn");
  maker.says(city, ReadKind::kOffer, "to underwrite half of the pay rise", {reading::ReadIssueIndex(0)});
  const Case subject = drafted({maker.make()}).subject;
  const auto city_index = subject.find_party("city_of_arn");
  ASSERT_TRUE(city_index.has_value());
  EXPECT_THAT(party(subject, "city_of_arn").roles, ElementsAre(Role::kGuarantor));
  const auto& pay = subject.issues[*subject.find_issue("pay_rise")];
  EXPECT_TRUE(std::any_of(pay.options.begin(), pay.options.end(),
                          [&](const auto& option) { return option.needs == std::vector{*city_index}; }));
}

TEST(DraftCase, SaysWhyThereIsNoDraft) {
  EXPECT_FALSE(draft_case({}).ok());
  ReadingMaker maker("weather.txt");
  maker.actor("Weather Service");
  const std::vector<Reading> weather = {maker.make()};
  const auto none = draft_case(weather);
  ASSERT_FALSE(none.ok());
  EXPECT_THAT(base::describe(none.problems().front()), HasSubstr("takes a position"));
  std::vector<Reading> undated = {ReadingMaker("x.txt", "Gazette", "").make()};
  EXPECT_THAT(base::describe(draft_case(undated).problems().front()), HasSubstr("of which day"));
}

TEST(DraftCase, TellsWhatItLeftOut) {
  ReadingMaker maker = strike();
  maker.says(reading::ActorIndex(0), ReadKind::kDemand, "an apology from the harbour master");
  auto& he =
      maker.says(reading::ActorIndex(0), ReadKind::kReject, "the pay rise", {reading::ReadIssueIndex(0)});
  he.speaker.reset();
  he.speaker_passage = he.passage;
  const Draft draft = drafted({maker.make()});
  ASSERT_EQ(draft.left_out.size(), 2U);
  EXPECT_THAT(draft.left_out[0].why, HasSubstr("none of the issues"));
  EXPECT_THAT(draft.left_out[1].why, HasSubstr("not clear who"));
}

}  // namespace
}  // namespace modus::drafting
