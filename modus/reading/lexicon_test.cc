#include "modus/reading/lexicon.h"

#include <gtest/gtest.h>

namespace modus::reading {
namespace {

TEST(Cues, AreFoundWithTheirParticlesLongestFirst) {
  const std::vector<Cue>& rule = cues_of("rule");
  ASSERT_EQ(rule.size(), 1U);
  EXPECT_EQ(rule[0].particles.front(), "out");
  EXPECT_EQ(rule[0].kind, ReadKind::kReject);
  ASSERT_GE(cues_of("make").size(), 2U);
  EXPECT_EQ(cues_of("make").front().particles.size(), 2U);
  EXPECT_TRUE(cues_of("table")[0].takes(Frame::kNounPhrase));
  EXPECT_TRUE(cues_of("sing").empty());
}

TEST(WordClasses, KnowTheirWords) {
  EXPECT_TRUE(is_a("won't", WordClass::kNegation));
  EXPECT_TRUE(is_a("who", WordClass::kRelative));
  EXPECT_TRUE(is_a("negotiators", WordClass::kHumanNoun));
  EXPECT_FALSE(is_a("tariff", WordClass::kHumanNoun));
  EXPECT_TRUE(is_adverb("flatly"));
  EXPECT_FALSE(is_adverb("italy"));
}

}  // namespace
}  // namespace modus::reading
