#include "modus/inquiry/pick_questions.h"

#include <gmock/gmock.h>

namespace modus::inquiry {
namespace {

using case_model::PartyIndex;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::size_t kScenarios = 64;
constexpr zone::Word kHalf = 0x5555555555555555U, kOtherHalf = 0x3333333333333333U,
                     kThirdHalf = 0x0f0f0f0f0f0f0f0fU;

Candidate candidate(std::uint32_t party, double gain, zone::Word yes) {
  Candidate made;
  made.question.party = PartyIndex(party);
  made.question.gain = gain;
  made.yes = {yes};
  return made;
}

std::vector<std::pair<std::uint32_t, double>> picked(const std::vector<Candidate>& candidates) {
  std::vector<std::pair<std::uint32_t, double>> parties;
  for (const std::size_t place : pick_questions(candidates, kScenarios)) {
    parties.emplace_back(candidates[place].question.party.value, candidates[place].question.gain);
  }
  return parties;
}

using Asked = std::pair<std::uint32_t, double>;

/// Patterns of which no two correlate.
zone::Word pattern(std::size_t i) {
  return std::vector<zone::Word>{
      kHalf, kOtherHalf, kThirdHalf, 0x00ff00ff00ff00ffU, 0x0000ffff0000ffffU, 0x00000000ffffffffU}[i];
}

TEST(PickQuestions, KeepsTheOrderAndStopsAtFive) {
  std::vector<Candidate> candidates;
  for (std::uint32_t party = 0; party < 6; ++party)
    candidates.push_back(candidate(party, 0.6 - party / 10.0, kHalf));
  EXPECT_THAT(picked(candidates), ElementsAre(Asked{0, 0.6}, Asked{1, 0.5}, Asked{2, 0.6 - 0.2},
                                              Asked{3, 0.6 - 0.3}, Asked{4, 0.6 - 0.4}));
  EXPECT_THAT(picked({}), IsEmpty());
}

TEST(PickQuestions, DropsASecondQuestionThatTellsTheSame) {
  EXPECT_THAT(picked({candidate(0, 0.3, kHalf), candidate(0, 0.2, ~kHalf), candidate(1, 0.1, kHalf)}),
              ElementsAre(Asked{0, 0.3}, Asked{1, 0.1}));
}

TEST(PickQuestions, GivesNoPartyMoreThanItsShareWhereOthersHaveEnough) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < 5; ++i) candidates.push_back(candidate(0, 0.5, pattern(i)));
  for (std::size_t i = 0; i < 5; ++i) candidates.push_back(candidate(1, 0.1, pattern(i)));
  EXPECT_THAT(picked(candidates),
              ElementsAre(Asked{0, 0.5}, Asked{0, 0.5}, Asked{0, 0.5}, Asked{1, 0.1}, Asked{1, 0.1}));
}

TEST(PickQuestions, FillsUpFromOnePartyWhereOthersHaveTooFew) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < 6; ++i) candidates.push_back(candidate(0, 0.5, pattern(i)));
  candidates.push_back(candidate(1, 0.1, kHalf));
  EXPECT_THAT(picked(candidates),
              ElementsAre(Asked{0, 0.5}, Asked{0, 0.5}, Asked{0, 0.5}, Asked{0, 0.5}, Asked{1, 0.1}));
}

}  // namespace
}  // namespace modus::inquiry
