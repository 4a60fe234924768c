#include "modus/reading/issues.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "modus/reading/issue_words.h"
#include "modus/reading/noun_runs.h"
#include "modus/reading/plain_for_tests.h"
#include "modus/reading/read_report.h"
#include "modus/reading/sums.h"

namespace modus::reading {
namespace {

/// A text with all that a scene needs, kept alive together.
struct Stage {
  explicit Stage(std::string words)
      : document(plain_document(std::move(words))), text(cut_into_sentences(document)), dates(find_dates(text, std::nullopt)), actors(find_actors(text)), quotations(find_quotations(text)),
        scene(make_scene(text, actors, dates, quotations)) {}
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const NounRun& run : noun_runs(scene, {0, text.size()})) found.emplace_back(text.of(run.tokens));
    return found;
  }
  documents::Document document;
  Text text;
  std::vector<DateMention> dates;
  ActorTable actors;
  std::vector<Quotation> quotations;
  Scene scene;
};

using Words = std::vector<std::string>;

Reading read(const std::string& words) { return read_report(plain_document(words), {}); }

Words labels(const Reading& reading) {
  Words found;
  for (const ReadIssue& issue : reading.issues) found.push_back(issue.label);
  return found;
}

bool has(const Words& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

const ReadStatement* saying(const Reading& reading, const std::string& words) {
  const auto found = std::find_if(reading.statements.begin(), reading.statements.end(), [&](const ReadStatement& one) { return one.content.text.find(words) != std::string::npos; });
  return found == reading.statements.end() ? nullptr : &*found;
}

const ReadOption* option(const Reading& reading, const std::string& words) {
  const auto found = std::find_if(reading.options.begin(), reading.options.end(), [&](const ReadOption& one) { return one.label.find(words) != std::string::npos; });
  return found == reading.options.end() ? nullptr : &*found;
}

const std::string kBakery =
    "Bakers and mill owners still far apart\n"
    "The Bakers' Union wants a pay rise of 6 per cent and an end to the new rosters.\n"
    "The Mill Owners' Federation has offered a pay rise of 2.5 per cent. It rejected any change to the rosters, which it said were legal.\n"
    "The union's president, Oda Lind, said the rosters were unacceptable. “We will never sign up to them,” she said.\n"
    "Ms Lind also ruled out binding arbitration. The federation said it would accept binding arbitration.\n";

const std::string kDelta =
    "Talks on the Orrin delta resume\n"
    "Velland demands the withdrawal of troops from the delta. Marrow has rejected a withdrawal of troops before an election.\n"
    "The main hurdle is the exchange of prisoners, diplomats said. Velland offered to release 40 prisoners and Marrow wants all prisoners freed at once.\n";

TEST(NounRuns, AreBareNamesOfThings) {
  EXPECT_EQ(Stage("The long dispute over security guarantees went on.").names(), (Words{"security guarantees"}));
  EXPECT_EQ(Stage("They spoke about a 40 per cent rent rise.").names(), (Words{"rent rise"}));
  EXPECT_EQ(Stage("The union has ruled out binding arbitration.").names(), (Words{"binding arbitration"}));
}

TEST(NounRuns, TellVerbsFromNounsByTheirPlace) {
  EXPECT_EQ(Stage("She said the new vans move to a cheaper depot.").names(), (Words{"new vans", "cheaper depot"}));
  EXPECT_EQ(Stage("They want to pay for the roof.").names(), (Words{"roof"}));
  EXPECT_EQ(Stage("The other question is immigration.").names(), (Words{"immigration"}));
  EXPECT_EQ(Stage("It rejects the border controls that others like.").names().front(), "border controls");
}

TEST(NounRuns, LeaveOutPeopleMeasuresAndWordsThatNameNothing) {
  EXPECT_TRUE(Stage("The ministers spoke for three hours.").names().empty());
  EXPECT_TRUE(Stage("Nobody wants a round of talks next week.").names().empty());
  EXPECT_TRUE(Stage("We're ready, they said.").names().empty());
}

TEST(IssueWords, KnowOneMatterByManyNames) {
  EXPECT_EQ(matter_of("wages"), matter_of("salary"));
  EXPECT_EQ(matter_of("hostages"), matter_of("detainee"));
  EXPECT_EQ(matter_of("inspect"), matter_of("monitors"));
  EXPECT_EQ(matter_of("gazebos"), "gazebo");
  EXPECT_TRUE(is_generic("sizes"));
  EXPECT_FALSE(is_generic("pensions"));
}

TEST(Sums, AreMoneySharesAndQuantitiesButNotDaysOrBareNumbers) {
  for (const char* words : {"They offered $240 for it.", "They offered 3.5 per cent.", "They offered 465p a share.", "They offered 40% of it.", "They want 1,800 tonnes."}) {
    const Stage stage(words);
    EXPECT_TRUE(has_sum(stage.scene, {0, stage.text.size()})) << words;
  }
  for (const char* words : {"They met on 3 May 2026.", "Two of the 12 came.", "It lasted 3 days.", "They offered nothing."}) {
    const Stage stage(words);
    EXPECT_FALSE(has_sum(stage.scene, {0, stage.text.size()})) << words;
  }
}

TEST(Issues, AreWhatSeveralPartiesTakeAStanceOn) {
  const Words found = labels(read(kBakery));
  EXPECT_TRUE(has(found, "Pay rise"));
  EXPECT_TRUE(has(found, "New rosters") || has(found, "Rosters"));
  EXPECT_TRUE(has(found, "Binding arbitration"));
  EXPECT_LE(found.size(), 5U);
}

TEST(Issues, TakeTheirPlainestFullNameAndJoinWhatBelongsTogether) {
  const Words found = labels(read(kDelta));
  EXPECT_TRUE(has(found, "Withdrawal of troops"));
  EXPECT_FALSE(has(found, "Troops"));
  EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const std::string& label) { return label.find("risoners") != std::string::npos; }));
}

TEST(Issues, AreNotMadeOfWhatOnlyTheReportTells) {
  const Reading reading = read(
      "Harbour town waits\n"
      "The lighthouse was built in 1911. Tourists like the lighthouse and the pier.\n"
      "The Dockers' Union demands higher wages. The port company has refused to raise wages.\n");
  EXPECT_EQ(reading.issues.size(), 1U);
  for (const std::string& label : labels(reading)) EXPECT_EQ(label.find("ighthouse"), std::string::npos);
}

TEST(Issues, NamedAHurdleNeedNoSecondParty) {
  const Reading reading = read(
      "Coalition partners meet again\n"
      "The Green Party wants a carbon tax and the Liberal Party rejects a carbon tax.\n"
      "The other unresolved question is immigration.\n");
  EXPECT_TRUE(has(labels(reading), "Immigration"));
  EXPECT_TRUE(has(labels(reading), "Carbon tax"));
}

TEST(Issues, AreLinkedToWordsThatNameThemAndToPronounsAfterThem) {
  const Reading reading = read(kBakery);
  const ReadStatement* never = saying(reading, "never sign up");
  ASSERT_NE(never, nullptr);
  ASSERT_FALSE(never->issues.empty());
  EXPECT_NE(reading.issues[never->issues.front()].label.find("osters"), std::string::npos);
}

TEST(Options, ArePutForwardByTheirSpeakersAndRejectedByOthers) {
  const Reading reading = read(
      "Growers and dairy clash over the milk price\n"
      "The Dairy Board has offered a price of 42 cents a litre. The Milk Growers' Union rejected the 42 cents.\n"
      "The union wants a price of 55 cents a litre.\n");
  const ReadOption* low = option(reading, "42 cents a litre");
  const ReadOption* high = option(reading, "55 cents a litre");
  ASSERT_NE(low, nullptr);
  ASSERT_NE(high, nullptr);
  EXPECT_EQ(low->status, OptionStatus::kRejected);
  EXPECT_EQ(high->status, OptionStatus::kProposed);
  ASSERT_EQ(low->proposers.size(), 1U);
  EXPECT_EQ(reading.actors[low->proposers.front()].name, "Dairy Board");
}

TEST(Options, AreSeveralWhereADemandListsSeveral) {
  const Reading reading = read(
      "Front names its terms\n"
      "The Northern Front is demanding a permanent ceasefire and the withdrawal of troops from the city.\n"
      "The government rejected a permanent ceasefire. The government has ruled out the withdrawal of troops.\n");
  EXPECT_NE(option(reading, "a permanent ceasefire"), nullptr);
  const ReadOption* second = option(reading, "withdrawal");
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(second->label.find("ceasefire"), std::string::npos);
}

TEST(Options, AreNotWhatOnlyConcernsTheTalks) {
  const Reading reading = read(
      "Pay talks drag on\n"
      "The Tram Drivers' Union wants to meet the company again about pay. The company offered to discuss pay on Monday.\n");
  EXPECT_TRUE(reading.options.empty());
}

const Words& pieces() {
  static const Words kPieces = {"The union", "Velland",  "demands", "rejected",      "offered", "a pay rise of", "3 per cent", "the", "of",  "and",    "\"",    ".",  ",",
                                "is",        "hurdle", "rosters", "the pension", "to",      "pay",           "cut",        "it",  "if", "will not", "said", "\n", "prisoners"};
  return kPieces;
}

RC_GTEST_PROP(Matters, StandInTheTextAndReferToWhatExists, ()) {
  const auto picks = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces().size()));
  std::string words = "The Dockers' Union demands a pay rise of 4 per cent.\n";
  for (const std::size_t pick : picks) words += pieces()[pick] + " ";
  const Reading reading = read(words);
  RC_ASSERT(reading.issues.size() <= 5U);
  for (const ReadIssue& issue : reading.issues) {
    RC_ASSERT(!issue.label.empty());
    RC_ASSERT(!issue.passages.empty());
  }
  std::size_t end = 0;
  for (const ReadOption& one : reading.options) {
    RC_ASSERT(one.issue.value < reading.issues.size());
    RC_ASSERT(one.passage.start >= end);
    end = one.passage.end;
  }
  for (const ReadStatement& statement : reading.statements) {
    RC_ASSERT(std::is_sorted(statement.issues.begin(), statement.issues.end(), [](ReadIssueIndex a, ReadIssueIndex b) { return a.value < b.value; }));
    for (const ReadIssueIndex issue : statement.issues) RC_ASSERT(issue.value < reading.issues.size());
  }
}

}  // namespace
}  // namespace modus::reading
