#include "modus/reading/events.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "modus/reading/calendar.h"
#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The states of an invented quarrel wherever they are named; "Ivo Tarn" is a person.
ActorTable actors_of(const Text& text) {
  ActorTable table;
  for (const char* name : {"Norvia", "Sedra", "Tarn"}) {
    ActorEntry actor;
    actor.name = name;
    actor.type = actor.name == "Tarn" ? ActorType::kPerson : ActorType::kState;
    table.actors.push_back(actor);
  }
  table.index_of_token.assign(text.size(), ActorTable::kNone);
  for (std::uint32_t at = 0; at < text.size(); ++at)
    for (ActorIndex actor : table.actors.indices())
      if (text.of(at) == table.actors[actor].name) {
        table.index_of_token[at] = static_cast<std::uint32_t>(table.mentions.size());
        table.mentions.push_back({{at, at + 1},
                                  at,
                                  actor,
                                  Reference::kName,
                                  at + 1 < text.size() && text.tokens[at + 1].possessive});
      }
  return table;
}

/// "meeting planned: Norvia, Sedra @ Oslo | Friday", in order. The report is of Wednesday 4 March 2026.
std::vector<std::string> read_events(const std::string& words) {
  const documents::Document document = plain_document(words);
  const Text text = cut_into_sentences(document);
  const ActorTable actors = actors_of(text);
  const auto dates = find_dates(text, day_of(2026, 3, 4));
  std::vector<std::string> out;
  for (const EventMention& event : find_events(text, actors, dates)) {
    std::string line = event.kind + (event.status == EventStatus::kPast      ? ""
                                     : event.status == EventStatus::kPlanned ? " planned"
                                                                             : " ongoing");
    for (std::size_t i = 0; i < event.participants.size(); ++i)
      line += (i == 0 ? ": " : ", ") + actors.actors[event.participants[i]].name;
    if (event.place) line += " @ " + std::string(text.of(*event.place));
    if (event.date) line += " | " + std::string(text.of(dates[*event.date].tokens));
    out.push_back(line);
  }
  return out;
}

TEST(Events, MeetingsHaveWhoWhereAndWhen) {
  EXPECT_THAT(read_events("Envoys of Norvia and Sedra met in Oslo on Monday."),
              ElementsAre("meeting: Norvia, Sedra @ Oslo | Monday"));
  EXPECT_THAT(read_events("Norvia and Sedra are due to meet at the Harbour Hotel next Tuesday."),
              ElementsAre("meeting planned: Norvia, Sedra @ Harbour Hotel | next Tuesday"));
  EXPECT_THAT(
      read_events(
          "Tarn said Monday that Norvia would hold talks with Sedra at the town hall in Brack on Friday."),
      ElementsAre("talks planned: Norvia, Sedra @ town hall in Brack | Friday"));
}

TEST(Events, APlaceAloneMakesTalksAnEvent) {
  EXPECT_THAT(read_events("He spoke after Norvia-Sedra talks in Lausanne."),
              ElementsAre("talks: Norvia, Sedra @ Lausanne"));
  EXPECT_THAT(read_events("The talks between Norvia and Sedra have been difficult."), IsEmpty());
}

TEST(Events, VotesStrikesAndDeadlines) {
  EXPECT_THAT(read_events("A vote in Norvia is scheduled for next Tuesday."),
              ElementsAre("vote planned: Norvia @ Norvia | next Tuesday"));
  EXPECT_THAT(read_events("Crews will walk out on 9 March."), ElementsAre("strike planned | 9 March"));
  EXPECT_THAT(read_events("Norvia has until Friday to answer."),
              ElementsAre("deadline planned: Norvia | Friday"));
  EXPECT_THAT(read_events("Sedra will cut the water if there is no deal by 26 March."),
              ElementsAre("deadline planned: Sedra | 26 March"));
  EXPECT_THAT(read_events("Its offer expires on Sunday."), ElementsAre("deadline planned | Sunday"));
  EXPECT_THAT(read_events("The judge adjourned the case until 3 April."),
              ElementsAre("adjournment planned | 3 April"));
}

TEST(Events, SpeakingAtAnOccasionIsOne) {
  EXPECT_THAT(read_events("Speaking at a news conference, Tarn warned of delays."),
              ElementsAre("press_conference: Tarn"));
  EXPECT_THAT(read_events("Tarn told a rally in Brack on Sunday that he would not yield."),
              ElementsAre("rally: Tarn @ Brack | Sunday"));
}

TEST(Events, ADayOfSayingIsNoDayOfTheEvent) {
  EXPECT_THAT(read_events("Settling it without a trial is close to failure, sources said on Wednesday."),
              IsEmpty());
  EXPECT_THAT(read_events("The talks are going nowhere, Tarn said on Tuesday."), IsEmpty());
}

TEST(Events, OtherSensesOfTheWordsAreNone) {
  EXPECT_THAT(read_events("They booked the conference rooms until 13 March."), IsEmpty());
  EXPECT_THAT(read_events("Norvia met the target last month."), IsEmpty());
  EXPECT_THAT(read_events("Norvia did not meet Sedra on Monday."), IsEmpty());
  EXPECT_THAT(read_events("Tarn urged the parties to meet before the weekend."), IsEmpty());
  EXPECT_THAT(read_events("Shelling has gone on since fighting resumed in November."), IsEmpty());
  EXPECT_THAT(read_events("Shares fell on the Stock Exchange on Monday."), IsEmpty());
}

TEST(Events, APlanWithItsDayNeedsNoWordOfItsOwn) {
  EXPECT_THAT(read_events("Tarn is expected to report to the court by 5 April."),
              ElementsAre("plan planned: Tarn | 5 April"));
}

TEST(Events, WhatIsToldTwiceIsListedOnce) {
  EXPECT_THAT(
      read_events("Norvia and Sedra will meet on Friday.\nThe meeting in Oslo on Friday will be the third."),
      ElementsAre("meeting planned: Norvia, Sedra @ Oslo | Friday"));
  EXPECT_THAT(read_events("Norvia and Sedra met in Oslo on Monday. They met again in Oslo on Tuesday."),
              ElementsAre("meeting: Norvia, Sedra @ Oslo | Monday", "meeting @ Oslo | Tuesday"));
}

TEST(Events, OfTwoTellingsOfADeadlineTheExactOneStays) {
  EXPECT_THAT(read_events("Norvia and Sedra have three weeks left.\nNorvia must pay by 25 March."),
              ElementsAre("deadline planned: Norvia | 25 March"));
}

TEST(Events, ADayOfAnnouncingIsNoDayOfTheStrike) {
  EXPECT_THAT(read_events("Unions announced three days of strikes on Tuesday."), IsEmpty());
  EXPECT_THAT(read_events("Tarn has urged the two sides to meet on Friday."), IsEmpty());
}

TEST(Events, BothSidesAreThePartiesTheReportIsAbout) {
  EXPECT_THAT(
      read_events("Norvia wants more. Sedra wants less. Norvia is tired, Sedra too. Norvia and Sedra wait.\n"
                  "The two sides will meet on Friday in Brack."),
      ElementsAre("meeting planned: Norvia, Sedra @ Brack | Friday"));
}

TEST(Events, QuotedWordsTellOfNone) {
  EXPECT_THAT(read_events("\"We will meet them in Oslo on Friday if we must,\" Tarn said."), IsEmpty());
}

TEST(Events, WhatGoesOnSinceADayIsOngoing) {
  EXPECT_THAT(read_events("Norvia and Sedra have been in mediation since January."),
              ElementsAre("talks ongoing: Norvia, Sedra | January"));
}

RC_GTEST_PROP(Events, PassagesLieInOneSentenceAndDatesAndPlacesAreReal, ()) {
  static const std::vector<std::string> kWords = {
      "Norvia", "Sedra", "Tarn", "met",  "talks", "in", "Oslo",  "on",   "Friday",  "will", "meet",
      "the",    "a",     "vote", "by",   "until", ",",  ".",     "said", "that",    "and",  "with",
      "strike", "3",     "May",  "hall", "at",    "\"", "which", "who",  "meeting", "to",   "due"};
  std::string words;
  for (const auto index :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kWords.size())))
    words += kWords[index] + " ";
  const documents::Document document = plain_document(words);
  const Text text = cut_into_sentences(document);
  const ActorTable actors = actors_of(text);
  const auto dates = find_dates(text, day_of(2026, 3, 4));
  std::uint32_t begin = 0;
  for (const EventMention& event : find_events(text, actors, dates)) {
    RC_ASSERT(!event.tokens.empty() && event.tokens.last <= text.size());
    RC_ASSERT(text.tokens[event.tokens.first].sentence == text.tokens[event.tokens.last - 1].sentence);
    RC_ASSERT(event.date.value_or(0) < dates.size() + (event.date ? 0U : 1U));
    const Tokens place = event.place.value_or(event.tokens);
    RC_ASSERT(!place.empty() && place.last <= text.size());
    RC_ASSERT(std::is_sorted(event.participants.begin(), event.participants.end()));
    RC_ASSERT(text.tokens[event.tokens.first].sentence >= begin);
    begin = text.tokens[event.tokens.first].sentence;
  }
}

RC_GTEST_PROP(Events, APlainMeetingIsFoundWhateverTheTownAndDay, ()) {
  static const std::vector<std::string> kTowns = {"Oslo", "Brack", "Port Torran", "Lausanne", "Geneva"};
  static const std::vector<std::string> kDays = {"Monday", "3 May", "last week", "June 4", "yesterday"};
  const std::string town = *rc::gen::elementOf(kTowns), day = *rc::gen::elementOf(kDays);
  const std::string on = day == "last week" || day == "yesterday" ? " " : " on ";
  RC_ASSERT(read_events("Norvia and Sedra met in " + town + on + day + ".").size() == 1U);
}

}  // namespace
}  // namespace modus::reading
