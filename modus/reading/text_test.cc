#include "modus/reading/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "modus/reading/fold.h"
#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences_of(const std::string& prose) {
  const Document document = plain_document(prose);
  const Text text = cut_into_sentences(document);
  std::vector<std::string> all;
  for (const Sentence& sentence : text.sentences) all.emplace_back(text.of(sentence.tokens));
  return all;
}

std::vector<std::string> words_of(const std::string& prose) {
  const Document document = plain_document(prose);
  const Text text = cut_into_sentences(document);
  std::vector<std::string> all;
  for (std::uint32_t i = 0; i < text.size(); ++i) all.emplace_back(text.of(i));
  return all;
}

TEST(Sentences, EndAtStopsButNotAfterTitlesInitialsAndAbbreviations) {
  EXPECT_THAT(sentences_of("Gen. Mora met Mr. A. J. Pell. They spoke."), ElementsAre("Gen. Mora met Mr. A. J. Pell.", "They spoke."));
  EXPECT_THAT(sentences_of("The U.S. Treasury agreed. It left the U.S. The talks went on."),
              ElementsAre("The U.S. Treasury agreed.", "It left the U.S.", "The talks went on."));
  EXPECT_THAT(sentences_of("It rose 3.5 percent. Dent & Co. said no."), ElementsAre("It rose 3.5 percent.", "Dent & Co. said no."));
}

TEST(Sentences, EndAfterTheQuotationThatTheyEndIn) {
  EXPECT_THAT(sentences_of("“We will not sign.” He left."), ElementsAre("“We will not sign.”", "He left."));
  EXPECT_THAT(sentences_of("“Why now?” he asked. “Because.”"), ElementsAre("“Why now?” he asked.", "“Because.”"));
}

TEST(Sentences, ThatNeverEndAreCut) {
  std::string prose = "The union";
  for (int i = 0; i < 1000; ++i) prose += " said that it";
  const std::vector<std::string> sentences = sentences_of(prose);
  EXPECT_GT(sentences.size(), 4U);
  std::string joined;
  for (const std::string& sentence : sentences) joined += (joined.empty() ? "" : " ") + sentence;
  EXPECT_EQ(joined, prose);
}

TEST(Sentences, EndWithTheirBlock) {
  EXPECT_THAT(sentences_of("Talks resume\nThe port opened"), ElementsAre("Talks resume", "The port opened"));
}

TEST(Words, PartPossessivesAndNamesJoinedByAHyphen) {
  EXPECT_THAT(words_of("Kyiv’s U.S.-Ukraine talks"), ElementsAre("Kyiv", "’s", "U.S.", "-", "Ukraine", "talks"));
  EXPECT_THAT(words_of("a long-term NATO-style pact"), ElementsAre("a", "long-term", "NATO", "-", "style", "pact"));
  EXPECT_THAT(words_of("the workers’ offer won’t do"), ElementsAre("the", "workers", "’", "offer", "won’t", "do"));
  EXPECT_THAT(words_of("O'Neil's 1,200.50 and 15%"), ElementsAre("O'Neil", "'s", "1,200.50", "and", "15", "%"));
}

TEST(Words, KeepANumberBehindCapitalLetters) { EXPECT_THAT(words_of("ORT-1 and Covid-19"), ElementsAre("ORT-1", "and", "Covid-19")); }

TEST(Words, TellQuotationMarksFromApostrophes) {
  const Document document = plain_document("'It's the unions' fault,' he said. \"No,\" she said.");
  const Text text = cut_into_sentences(document);
  std::vector<std::string> quotes;
  for (const Token& token : text.tokens) {
    if (token.kind == TokenKind::kOpenQuote) quotes.push_back("open");
    if (token.kind == TokenKind::kCloseQuote) quotes.push_back("close");
  }
  EXPECT_THAT(quotes, ElementsAre("open", "close", "open", "close"));
}

TEST(Words, AreFoldedForComparison) {
  EXPECT_EQ(fold("Leïla’s Łódź"), "leila's lodz");
  EXPECT_EQ(fold("Pact\xE2\x80\xAE"), "pact");
}

TEST(Lemmas, AreTracedBackToKnownVerbs) {
  EXPECT_EQ(verb_lemma("rejected"), "reject");
  EXPECT_EQ(verb_lemma("proposing"), "propose");
  EXPECT_EQ(verb_lemma("said"), "say");
  EXPECT_EQ(verb_lemma("ruled"), "rule");
  EXPECT_EQ(verb_lemma("planned"), "plan");
  EXPECT_EQ(verb_lemma("carries"), "carry");
  EXPECT_EQ(noun_lemma("guarantees"), "guarantee");
  EXPECT_EQ(noun_lemma("parties"), "party");
}

TEST(Text, HoldsEveryTokenOnceInOrderWhateverTheBytes) {
  rc::check([](const std::vector<std::string>& parts) {
    static const std::vector<std::string> kPieces = {"“", "”", "'", "’", "\"", ".", " ", "\n", "-", "U.S.", "Mr.", "a", "B", "é", "—", "("};
    std::string prose;
    for (const std::string& part : parts) prose += kPieces[part.size() % kPieces.size()];
    const Document document = plain_document(prose);
    const Text text = cut_into_sentences(document);
    std::size_t last = 0;
    for (const Token& token : text.tokens) {
      RC_ASSERT(token.span.begin >= last);
      RC_ASSERT(token.span.end > token.span.begin);
      last = token.span.end;
    }
    std::uint32_t next = 0;
    for (const Sentence& sentence : text.sentences) {
      RC_ASSERT(sentence.tokens.first == next);
      next = sentence.tokens.last;
    }
    RC_ASSERT(next == text.size());
  });
}

}  // namespace
}  // namespace modus::reading
