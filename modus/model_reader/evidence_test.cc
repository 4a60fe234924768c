#include "modus/model_reader/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/reading/plain_for_tests.h"

namespace modus::model_reader {
namespace {

using reading::plain_document;
using testing::SizeIs;

struct Report {
  documents::Document document;
  Text text;
  Evidence evidence;
  explicit Report(std::string words)
      : document(plain_document(std::move(words))), text(reading::cut_into_sentences(document)), evidence(document, text) {}
  std::string once(std::size_t sentence, std::string_view words) const {
    const auto found = evidence.once_in(sentence, words);
    return found ? evidence.passage(*found).text : "nothing";
  }
};

TEST(Evidence, IsFoundLetterForLetterFirst) {
  const Report report("The “final” price and the \"final\" price differ.");
  EXPECT_EQ(report.once(0, "the \"final\" price"), "the \"final\" price");
  EXPECT_EQ(report.once(0, "The \"final\" price"), "The “final” price");
}

TEST(Evidence, IsFoundWithOtherQuotesDashesAndBlanks) {
  const Report report("Tarn’s offer \xE2\x80\x94 “half\xC2\xA0 now”\xE2\x80\x8B stands, she said.");
  EXPECT_EQ(report.once(0, "Tarn's offer - \"half now\" stands"),
            "Tarn’s offer \xE2\x80\x94 “half\xC2\xA0 now”\xE2\x80\x8B stands");
  EXPECT_EQ(report.once(0, "tarn's offer"), "nothing");
}

TEST(Evidence, MustStandOnceAndInTheSentenceNamed) {
  const Report report("The dam will stay. The dam, they said, will stay closed or the dam will go.");
  EXPECT_EQ(report.once(0, "The dam"), "The dam");
  EXPECT_EQ(report.once(1, "will go"), "will go");
  EXPECT_EQ(report.once(0, "will go"), "nothing");
  EXPECT_THAT(report.evidence.all_in(1, "will"), SizeIs(2));
  EXPECT_EQ(report.once(1, "will"), "nothing");
  EXPECT_EQ(report.once(7, "The dam"), "nothing");
  EXPECT_THAT(report.evidence.anywhere("dam"), SizeIs(3));
}

TEST(Evidence, IsWholeWordsOfSomeLength) {
  const Report report("Wages rose in the U.S. as pledged.");
  EXPECT_EQ(report.once(0, "age"), "nothing");
  EXPECT_EQ(report.once(0, "ages rose"), "nothing");
  EXPECT_EQ(report.once(0, "."), "nothing");
  EXPECT_EQ(report.once(0, ""), "nothing");
  EXPECT_EQ(report.once(0, "the U.S."), "the U.S.");
  EXPECT_EQ(report.once(0, " as pledged. "), "as pledged");
}

TEST(Evidence, KnowsWhetherALabelSaysWhatTheSentenceSays) {
  const Report report("The ministry seeks credible security guarantees for the islands.");
  EXPECT_TRUE(report.evidence.says(0, "Security guarantee for the island"));
  EXPECT_FALSE(report.evidence.says(0, "Surrender of the islands"));
  EXPECT_FALSE(report.evidence.says(0, "the of"));
}

RC_GTEST_PROP(Evidence, FindsEveryStretchOfWholeWordsOfASentence, ()) {
  const std::vector<std::string> words = {"Élan", "deal", "“no”", "U.S.-led", "wage", "don’t", "€5", "Łódź"};
  std::string sentence = "Start";
  std::vector<std::size_t> begins = {0}, ends = {sentence.size()};
  for (const std::string& word : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words))) {
    begins.push_back(sentence.size() + 1);
    sentence += " " + word;
    ends.push_back(sentence.size());
  }
  const Report report(sentence);
  RC_PRE(report.text.sentences.size() == 1U);
  const std::size_t first = *rc::gen::inRange<std::size_t>(0, begins.size()), last = *rc::gen::inRange(first, begins.size());
  const std::string asked = sentence.substr(begins[first], ends[last] - begins[first]);
  bool found = false;
  for (const Span span : report.evidence.all_in(0, asked)) {
    RC_ASSERT(report.document.text.substr(span.begin, span.size()) == asked);
    found = found || span.begin == begins[first];
  }
  RC_ASSERT(found);
}

RC_GTEST_PROP(Evidence, GivesOnlyPlacesThatSayWhatWasAsked, (const std::string& noise)) {
  std::string asked;
  for (const char c : noise) asked += static_cast<char>(' ' + (static_cast<unsigned char>(c) % 95));
  const Report report("The dam will stay, they said. A “new” plan won’t help the dam.");
  for (const Span span : report.evidence.anywhere(asked)) RC_ASSERT(!report.evidence.passage(span).text.empty());
}

}  // namespace
}  // namespace modus::model_reader
