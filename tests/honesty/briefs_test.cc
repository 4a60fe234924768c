/// \file What no brief may say, in any of the worked cases, and what each must say.
#include <gtest/gtest.h>

#include <regex>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

class EveryBrief : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    const ProgramRun run = run_shell("modus brief '" + GetParam().string() + "'");
    ASSERT_EQ(run.status, 0) << run.err;
    text_ = std::regex_replace(run.out, std::regex("[ \\n]+"), " ");
  }
  [[nodiscard]] bool says(const std::string& words) const {
    return std::regex_search(text_, std::regex(words, std::regex::icase));
  }
  std::string text_;
};

TEST_P(EveryBrief, NeverJudgesPartiesOrPromisesADeal) {
  for (const char* words : {"\\bthe deal\\b", "\\bbluff", "\\b(is|are) the blocker", "\\bto blame\\b", "\\bbest deal\\b", "\\bunreasonable\\b",
                            "\\bwill accept\\b", "\\bstubborn", "\\bshould accept\\b", "\\bmust accept this\\b"}) {
    EXPECT_FALSE(says(words)) << words;
  }
}

TEST_P(EveryBrief, RoundsEveryProbabilityToFivePoints) {
  const std::regex percent("([0-9.]+)\xC2\xA0%");  // probabilities have a no-break space, units of the case none
  int seen = 0;
  for (std::sregex_iterator match(text_.begin(), text_.end(), percent), end; match != end; ++match, ++seen) {
    const std::string number = (*match)[1];
    EXPECT_TRUE(number.ends_with('0') || number.ends_with('5')) << number;
    EXPECT_EQ(number.find('.'), std::string::npos) << number;
  }
  EXPECT_GT(seen, 5);
}

TEST_P(EveryBrief, SaysWhatItRestsOnWhoMayReadItAndHowToRepeatIt) {
  for (const char* words : {"rests on", "for the team only", "given the listed options", "seed", "[0-9a-f]{64}"}) {
    EXPECT_TRUE(says(words)) << words;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, EveryBrief, testing::ValuesIn(all_cases()), [](const auto& test) { return test_name(test.param); });

}  // namespace
}  // namespace modus::tests
