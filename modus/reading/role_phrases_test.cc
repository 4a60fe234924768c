#include "modus/reading/role_phrases.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

/// "role | whose", of the phrase that the words begin with.
std::string phrase_in(const std::string& words) {
  const documents::Document document = plain_document(words);
  const Text text = cut_into_sentences(document);
  const auto phrase = role_phrase_at(text, 0);
  return phrase ? std::string(text.of(phrase->role)) + " | " + std::string(text.of(phrase->owner)) : "";
}

TEST(RolePhrases, TellARoleFromWhoseItIs) {
  EXPECT_EQ(phrase_in("the union's general secretary, Ada Venn"), "general secretary | union");
  EXPECT_EQ(phrase_in("Oltrend's foreign minister said"), "foreign minister | Oltrend");
  EXPECT_EQ(phrase_in("its chief executive, who"), "chief executive | its");
  EXPECT_EQ(phrase_in("the head of the Regional Observation Mission, who"),
            "head | Regional Observation Mission");
  EXPECT_EQ(phrase_in("a spokeswoman for Tarn Logistics said"), "spokeswoman | Tarn Logistics");
  EXPECT_EQ(phrase_in("Norsound chief executive Helen Strand"), "chief executive | Norsound");
}

TEST(RolePhrases, AnInstitutionMayBeTheMainWord) {
  EXPECT_EQ(phrase_in("the transport ministry said"), "transport ministry | ");
  EXPECT_EQ(phrase_in("the union's demand for more"), "union | ");
  EXPECT_EQ(phrase_in("Kharvenia's defence ministry accused"), "defence ministry | Kharvenia");
}

TEST(RolePhrases, AWordThatOnlyDescribesWhatFollowsIsNone) {
  EXPECT_EQ(phrase_in("the union vote on Friday"), "");
  EXPECT_EQ(phrase_in("a board meeting"), "");
  EXPECT_EQ(phrase_in("the price of bread"), "");
}

TEST(RolePhrases, AVerbBeforeARoleIsNoPartOfIt) {
  const documents::Document document = plain_document("They voted to oust chairman Anton Berg.");
  const Text text = cut_into_sentences(document);
  const auto phrase = role_phrase_before(text, 5);
  ASSERT_TRUE(phrase.has_value());
  EXPECT_EQ(text.of(phrase->role), "chairman");
}

RC_GTEST_PROP(RolePhrases, StayWithinTheirSentence, ()) {
  const auto piece = rc::gen::element<std::string>("the", "union", "'s", "secretary", "of", "Norland", ",",
                                                   ".", "and", "chief", "executive", "two", "people", "-");
  std::string words;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) words += part + " ";
  const documents::Document document = plain_document(words);
  const Text text = cut_into_sentences(document);
  for (const RolePhrase& phrase : find_role_phrases(text, zones_of(text))) {
    const Tokens sentence = text.sentences[text.tokens[phrase.head].sentence].tokens;
    RC_ASSERT(sentence.contains(phrase.whole));
    RC_ASSERT(phrase.role.contains(phrase.head));
    RC_ASSERT(phrase.owner.last <= sentence.last);
  }
}

}  // namespace
}  // namespace modus::reading
