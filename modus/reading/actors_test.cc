#include "modus/reading/actors.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

/// A text that keeps its document.
struct Story {
  explicit Story(std::string words)
      : document(std::make_unique<documents::Document>(plain_document(std::move(words)))) {
    text = cut_into_sentences(*document);
    table = find_actors(text);
  }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const ActorEntry& actor : table.actors) all.push_back(actor.name);
    return all;
  }

  /// The actor of a name; a nameless one where there is none.
  [[nodiscard]] ActorEntry actor(const std::string& name) const {
    for (const ActorEntry& entry : table.actors) {
      if (entry.name == name) return entry;
    }
    return {};
  }

  /// Whom the word stands for at its `time`-th place (from 0); empty where for nobody.
  [[nodiscard]] std::string meant_by(const std::string& word, int time = 0) const {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (text.of(i) != word || time-- > 0) continue;
      const Mention* mention = table.at(i);
      return mention == nullptr ? "" : table.actors[mention->actor].name;
    }
    return "no such word";
  }

  [[nodiscard]] std::string employer(const std::string& name) const {
    const ActorEntry entry = actor(name);
    return entry.affiliation ? table.actors[*entry.affiliation].name : "";
  }

  std::unique_ptr<documents::Document> document;
  Text text;
  ActorTable table;
};

TEST(Actors, APersonIsKnownByTitleAppositionOrRole) {
  const Story story(
      "Talks went on. Prime Minister Ansa Velu spoke first. Oltmar Reen, the dockers' spokesman, was absent. "
      "The harbour's finance director, Wim Toll, listened. \"Never,\" said mediator Jo Brandal.");
  EXPECT_THAT(story.names(), ::testing::IsSupersetOf({"Ansa Velu", "Oltmar Reen", "Wim Toll", "Jo Brandal"}));
  EXPECT_EQ(story.actor("Ansa Velu").role, "Prime Minister");
  EXPECT_EQ(story.actor("Wim Toll").role, "finance director");
  EXPECT_EQ(story.actor("Wim Toll").type, ActorType::kPerson);
}

TEST(Actors, ASurnameAndMrStandForThePersonNamedInFull) {
  const Story story(
      "Helen Strand and Fergus Laing met again. Ms Strand said little. Laing left early. Mr Laing declined "
      "to comment.");
  EXPECT_EQ(story.meant_by("Strand", 1), "Helen Strand");
  EXPECT_EQ(story.meant_by("Laing", 1), "Fergus Laing");
  EXPECT_EQ(story.meant_by("Laing", 2), "Fergus Laing");
  EXPECT_TRUE(story.actor("Helen Strand").female);
  EXPECT_TRUE(story.actor("Fergus Laing").male);
}

TEST(Actors, ANameWithParticlesOrAnInitialStaysWhole) {
  const Story story(
      "Marloes van der Heyden said no. Peter J. Malone agreed. Nabil al-Tarik, the envoy, was silent.");
  EXPECT_THAT(story.names(), ElementsAre("Marloes van der Heyden", "Peter J. Malone", "Nabil al-Tarik"));
}

TEST(Actors, AStateIsKnownByNameAdjectiveCapitalAndPalace) {
  const Story story(
      "Russia refused. Moscow insists on its terms. The Kremlin said so on Monday. Russian officials left.");
  EXPECT_EQ(story.actor("Russia").type, ActorType::kState);
  EXPECT_EQ(story.meant_by("Moscow"), "Russia");
  EXPECT_EQ(story.meant_by("Kremlin"), "Russia");
  EXPECT_EQ(story.meant_by("officials"), "Russian officials");
  EXPECT_EQ(story.employer("Russian officials"), "Russia");
}

TEST(Actors, AVenueIsNoActor) {
  const Story story(
      "The two sides met in Berlin on Friday and flew from Geneva to Vienna. A deal was signed in Lisbon.");
  EXPECT_THAT(story.names(), IsEmpty());
}

TEST(Actors, AStateNobodyKnowsIsKnownByWhatOnlyStatesHave) {
  const Story story(
      "Norland's foreign minister, Ane Holt, flew home. Norlandish officials refused to say why. The "
      "Norlandish capital, Skarv, was quiet. "
      "Skarv insists that the border is closed.");
  EXPECT_EQ(story.actor("Norland").type, ActorType::kState);
  EXPECT_EQ(story.meant_by("Skarv", 1), "Norland");
  EXPECT_EQ(story.employer("Ane Holt"), "Norland");
  EXPECT_EQ(story.employer("Norlandish officials"), "Norland");
}

TEST(Actors, AnOrganisationKeepsItsWholeNameAndItsLetters) {
  const Story story(
      "The Seafarers’ and Deckhands’ Union (SDU) voted on Monday. The SDU wants more. The Ministry of Trade "
      "and Fisheries disagrees. "
      "The union said it would wait.");
  EXPECT_THAT(story.names(),
              ElementsAre("Seafarers’ and Deckhands’ Union", "Ministry of Trade and Fisheries"));
  EXPECT_EQ(story.meant_by("SDU", 1), "Seafarers’ and Deckhands’ Union");
  EXPECT_EQ(story.meant_by("union"), "Seafarers’ and Deckhands’ Union");
  EXPECT_EQ(story.meant_by("it"), "Seafarers’ and Deckhands’ Union");
}

TEST(Actors, AFirmIsKnownByItsFirstWordLater) {
  const Story story(
      "Tarn Logistics made an offer. Tarn said it was final. The company declined to say more. Its chief "
      "executive, Ruth Oake, left.");
  EXPECT_EQ(story.actor("Tarn Logistics").type, ActorType::kCompany);
  EXPECT_EQ(story.meant_by("Tarn", 1), "Tarn Logistics");
  EXPECT_EQ(story.meant_by("company"), "Tarn Logistics");
  EXPECT_EQ(story.employer("Ruth Oake"), "Tarn Logistics");
}

TEST(Actors, AnUnknownNameIsAnActorOnlyWhereItActs) {
  const Story story(
      "The board met near Quillmoor. Zentrex rejected the bid. It said that Zentrex would not sell. They "
      "walked along Tanner Street.");
  EXPECT_THAT(story.names(), Contains("Zentrex"));
  EXPECT_THAT(story.names(), Not(Contains("Quillmoor")));
  EXPECT_THAT(story.names(), Not(Contains("Tanner Street")));
}

TEST(Actors, APaperThatIsCitedIsAMediumAndTheReportsOwnIsNone) {
  Story story("According to the Politico report, two issues remain. The Anver Herald had seen the letter.");
  EXPECT_TRUE(story.actor("Politico").medium);
  documents::Document own =
      plain_document("The minister told the Anver Herald that it was over. Ada Venn agreed.");
  own.publisher.value = "Anver Herald";
  own.authors.push_back({"Ada Venn", {}, {}});
  const Text text = cut_into_sentences(own);
  for (const ActorEntry& actor : find_actors(text).actors) {
    EXPECT_NE(actor.name, "Anver Herald");
    EXPECT_NE(actor.name, "Ada Venn");
  }
}

TEST(Actors, GroupsThatSpeakAreActorsOfTheirOwn) {
  const Story story(
      "European leaders have discussed a force. Bankers doubt it. Ukrainian negotiators said no. The rain "
      "fell on villagers.");
  EXPECT_THAT(story.names(),
              ::testing::IsSupersetOf({"European leaders", "Bankers", "Ukrainian negotiators"}));
  EXPECT_THAT(story.names(), Not(Contains("villagers")));
  EXPECT_TRUE(story.actor("European leaders").plural);
}

TEST(Actors, BothSidesAreNobodyInParticular) {
  const Story story(
      "Both sides said they would return. The two parties rejected it. Neither delegation has replied.");
  EXPECT_THAT(story.names(), IsEmpty());
}

TEST(Actors, UnnamedSourcesAreFoundWithAllThatIsSaidOfThem) {
  const Story story(
      "According to two people familiar with the talks, a deal is near. One diplomat said it was dead.");
  ASSERT_EQ(story.table.unnamed.size(), 2u);
  EXPECT_EQ(story.text.of(story.table.unnamed[0]), "people familiar with the talks");
  EXPECT_EQ(story.text.of(story.table.unnamed[1]), "diplomat");
}

TEST(Actors, APronounGoesToTheLastSubjectOfItsGender) {
  const Story story("Maria Dorn told Peter Falk that she would sign. He doubted it. She repeated her offer.");
  EXPECT_EQ(story.meant_by("she"), "Maria Dorn");
  EXPECT_EQ(story.meant_by("He"), "Peter Falk");
  EXPECT_EQ(story.meant_by("She"), "Maria Dorn");
  EXPECT_EQ(story.meant_by("her"), "Maria Dorn");
}

TEST(Actors, PronounsWithinQuotationsAreLeftOpen) {
  const Story story("Maria Dorn spoke. \"He will come and she will not,\" said Peter Falk.");
  EXPECT_EQ(story.meant_by("He"), "");
  EXPECT_EQ(story.meant_by("she"), "");
}

TEST(Actors, AMinisterWithoutANameIsOneActorAllAlong) {
  const Story story("The labour minister rejected the plan. The minister said it was too late.");
  EXPECT_THAT(story.names(), ElementsAre("labour minister"));
  EXPECT_EQ(story.meant_by("minister", 1), "labour minister");
}

TEST(Actors, ADescriptionThatIsNamedLaterIsTheSamePerson) {
  const Story story(
      "The union told the provincial mediator that it was ready. The mediator, retired judge Louise Haver, "
      "said nothing.");
  EXPECT_EQ(story.meant_by("mediator"), "Louise Haver");
  EXPECT_EQ(story.meant_by("mediator", 1), "Louise Haver");
}

TEST(Actors, HisGovernmentIsHisState) {
  const Story story(
      "Velmark wants more time. Velmark's interior minister, Otto Leik, said that his government could "
      "accept it.");
  EXPECT_EQ(story.meant_by("government"), "Velmark");
}

TEST(Actors, TheDatelineAndTheCreditsNameNobody) {
  const Story story(
      "GENEVA, March 4 (Meridian Newswire) - Talks failed.\n(Reporting by Ilse Marant in Geneva; editing by "
      "C. Obi)");
  EXPECT_THAT(story.names(), IsEmpty());
}

TEST(Actors, AHeadingNamesOnlyThoseTheStoryNames) {
  const Story story(
      "Brenn Rebuffs Sweetened Offer As Deadline Looms\nBrenn Foods rejected the offer on Tuesday.");
  EXPECT_THAT(story.names(), ElementsAre("Brenn Foods"));
  EXPECT_EQ(story.meant_by("Brenn"), "Brenn Foods");
}

TEST(Actors, ATextWithoutWordsHasNoActors) {
  EXPECT_THAT(Story("").names(), IsEmpty());
  EXPECT_THAT(Story("...").names(), IsEmpty());
  EXPECT_THAT(Story("12, 13 and 14").names(), IsEmpty());
}

/// Stories put together from pieces that meet in every order.
std::string any_story() {
  const auto piece = rc::gen::element<std::string>(
      "Norland", "Mr Laing", "said", "the union", "Union", "'s", "’", "and", "of", "(SDU)", ",", ".", "\n",
      "\"", "“", "”", "he", "their", "who", "Russian", "officials", "President", "Ana Brul", "in", "The",
      "Local 912", "&", "-", "told", "foreign minister", "people familiar with", "&c.");
  std::string made;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) made += part + " ";
  return made;
}

RC_GTEST_PROP(Actors, MentionsAreWithinOneSentenceAndInOrder, ()) {
  const Story story(any_story());
  const Mention* last = nullptr;
  for (const Mention& mention : story.table.mentions) {
    RC_ASSERT(!mention.tokens.empty());
    RC_ASSERT(mention.tokens.last <= story.text.size());
    RC_ASSERT(mention.tokens.contains(mention.head));
    RC_ASSERT(mention.actor.value < story.table.actors.size());
    RC_ASSERT(story.text.tokens[mention.tokens.first].sentence ==
              story.text.tokens[mention.tokens.last - 1].sentence);
    if (last != nullptr) RC_ASSERT(last->tokens.first <= mention.tokens.first);
    last = &mention;
  }
}

RC_GTEST_PROP(Actors, EveryActorIsMentionedAndNamedOnce, ()) {
  const Story story(any_story());
  std::vector<bool> seen(story.table.actors.size(), false);
  for (const Mention& mention : story.table.mentions) seen[mention.actor.value] = true;
  RC_ASSERT(std::find(seen.begin(), seen.end(), false) == seen.end());
  for (const ActorEntry& actor : story.table.actors) {
    RC_ASSERT(!actor.name.empty());
    if (actor.affiliation) RC_ASSERT(actor.affiliation->value < story.table.actors.size());
  }
}

RC_GTEST_PROP(Actors, TheSameTextGivesTheSameActors, ()) {
  const std::string words = any_story();
  RC_ASSERT(Story(words).names() == Story(words).names());
}

RC_GTEST_PROP(Actors, ASentenceAboutNothingAddsNobody, ()) {
  const std::string nothing = *rc::gen::element<std::string>(
      "Rain fell.", "It was late, and the lamps were lit.", "Prices rose by 3 per cent.", "Nothing moved.");
  const std::string story = "Ana Brul told Norland's foreign minister that the union had agreed.";
  RC_ASSERT(Story(story + "\n" + nothing).names() == Story(story).names());
}

}  // namespace
}  // namespace modus::reading
