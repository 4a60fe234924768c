#include "modus/reading/own_paper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

std::size_t mentions_of_paper(const std::string& prose, const std::string& publisher) {
  Document document = plain_document(prose);
  document.publisher.value = publisher;
  const Text text = cut_into_sentences(document);
  ActorTable actors = find_actors(text);
  note_own_paper(text, actors);
  std::size_t count = 0;
  for (const Mention& mention : actors.mentions) count += static_cast<std::size_t>(actors.actors[mention.actor].name == publisher);
  return count;
}

TEST(OwnPaper, IsAnActorWhereItsReportSpeaksOfIt) {
  EXPECT_EQ(mentions_of_paper("Ida Quill told the Echo that the gates would stay shut. The Penbury Echo has seen the letter.", "Penbury Echo"), 2U);
}

TEST(OwnPaper, TakesItsPlaceAmongThoseNamedBeforeAndAfter) {
  Document document = plain_document("Ida Quill told the Echo that Norway and Chile had agreed. Chile denied it.");
  document.publisher.value = "Penbury Echo";
  const Text text = cut_into_sentences(document);
  ActorTable actors = find_actors(text);
  note_own_paper(text, actors);
  std::vector<std::string> names;
  for (const ActorEntry& actor : actors.actors) names.push_back(actor.name);
  EXPECT_THAT(names, testing::ElementsAre("Ida Quill", "Penbury Echo", "Norway", "Chile"));
  for (const Mention& mention : actors.mentions) {
    if (text.of(mention.tokens) == "Chile") {
      EXPECT_EQ(actors.actors[mention.actor].name, "Chile");
    }
  }
}

TEST(OwnPaper, IsNoneWhereItIsOnlyTheMasthead) {
  EXPECT_EQ(mentions_of_paper("Ida Quill said that the gates would stay shut. An echo came back.", "Penbury Echo"), 0U);
}

}  // namespace
}  // namespace modus::reading
