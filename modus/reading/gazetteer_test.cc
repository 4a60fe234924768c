#include "modus/reading/gazetteer.h"

#include <gmock/gmock.h>

#include <string>

#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

/// What is known at the first word: "United States (capital)", or nothing.
std::string known(const std::string& words) {
  const documents::Document document = plain_document(words);
  const Text text = cut_into_sentences(document);
  const auto hit = Gazetteer::get().at(text, 0);
  if (!hit) return "";
  static const std::string kHow[] = {"name", "adjective", "people", "capital", "seat"};
  return Gazetteer::get().entries()[hit->entry].name + " (" + kHow[static_cast<int>(hit->how)] + ", " +
         std::to_string(hit->length) + ")";
}

TEST(Gazetteer, KnowsAStateByAllItsNames) {
  EXPECT_EQ(known("Ukraine said"), "Ukraine (name, 1)");
  EXPECT_EQ(known("Ukrainian officials"), "Ukraine (adjective, 1)");
  EXPECT_EQ(known("Ukrainians said"), "Ukraine (people, 1)");
  EXPECT_EQ(known("Kiev said"), "Ukraine (capital, 1)");
  EXPECT_EQ(known("Kyiv said"), "Ukraine (capital, 1)");
  EXPECT_EQ(known("Downing Street said"), "United Kingdom (seat, 2)");
  EXPECT_EQ(known("Élysée said"), "France (seat, 1)");
}

TEST(Gazetteer, TakesTheLongestName) {
  EXPECT_EQ(known("Democratic Republic of the Congo said"), "Democratic Republic of the Congo (name, 5)");
  EXPECT_EQ(known("United Nations Security Council members"), "UN Security Council (name, 4)");
  EXPECT_EQ(known("South Korean envoys"), "South Korea (adjective, 2)");
}

TEST(Gazetteer, TellsLettersFromWordsByTheirCapitals) {
  EXPECT_EQ(known("US officials"), "United States (name, 1)");
  EXPECT_EQ(known("U.S. officials"), "United States (name, 1)");
  EXPECT_EQ(known("Us and them"), "");
  EXPECT_EQ(known("Who came"), "");
  EXPECT_EQ(known("WHO experts"), "World Health Organization (name, 1)");
  EXPECT_EQ(known("ukraine"), "");
}

TEST(Gazetteer, MarksPapersAndAgencies) {
  const documents::Document document = plain_document("Reuters reported");
  const Text text = cut_into_sentences(document);
  const auto hit = Gazetteer::get().at(text, 0);
  ASSERT_TRUE(hit.has_value());
  EXPECT_TRUE(Gazetteer::get().entries()[hit->entry].medium);
}

TEST(Gazetteer, StopsAtTheEndOfTheSentence) { EXPECT_EQ(known("South"), ""); }

}  // namespace
}  // namespace modus::reading
