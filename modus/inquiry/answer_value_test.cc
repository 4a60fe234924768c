#include "modus/inquiry/answer_value.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace modus::inquiry {
namespace {

using findings::Candour;
using zone::ScenarioSet;

ScenarioSet set_of(std::size_t scenarios, const std::vector<std::size_t>& members) {
  ScenarioSet set((scenarios + 63) / 64, 0);
  for (const std::size_t s : members) set[s / 64] |= zone::Word{1} << (s % 64);
  return set;
}

bool has(const ScenarioSet& set, std::size_t s) { return (set[s / 64] >> (s % 64) & 1U) != 0; }

ScenarioSet complement(const ScenarioSet& set, std::size_t scenarios) {
  ScenarioSet other((scenarios + 63) / 64, 0);
  for (std::size_t s = 0; s < scenarios; ++s) {
    if (!has(set, s)) other[s / 64] |= zone::Word{1} << (s % 64);
  }
  return other;
}

ShortList list_of(std::size_t scenarios, int chains, const std::vector<ScenarioSet>& accepted) {
  ShortList list;
  list.halves = halves_of(scenarios, chains);
  for (const ScenarioSet& set : accepted) list.add(set);
  return list;
}

/// Two scenarios, each drawn twice: the first package is accepted in one, the second in the other.
ShortList either_or() { return list_of(4, 1, {set_of(4, {0, 1}), set_of(4, {2, 3})}); }

TEST(AnswerValue, OfTellingTwoScenariosApartIsAllThereIsToKnow) {
  const AnswerValue value = value_of_answer(set_of(4, {2, 3}), either_or());
  EXPECT_EQ(value.chance_yes, 0.5);
  EXPECT_EQ(value.gain, 0.5);
  EXPECT_EQ(value.best_if_yes, 1);
  EXPECT_EQ(value.best_if_no, 1);
  EXPECT_EQ(value.package_if_yes, 1U);
  EXPECT_EQ(value.package_if_no, 0U);
  EXPECT_EQ(perfect_value(set_of(4, {0, 1, 2, 3}), either_or()), 0.5);
}

TEST(AnswerValue, OfAnAnswerThatIsKnownIsNothing) {
  EXPECT_EQ(value_of_answer(set_of(4, {0, 1, 2, 3}), either_or()).gain, 0);
  EXPECT_EQ(value_of_answer(set_of(4, {}), either_or()).gain, 0);
  EXPECT_EQ(value_of_answer(set_of(4, {}), either_or()).best_if_yes, 0);
}

TEST(AnswerValue, OfAnAnswerThatTellsNothingAboutPackagesIsNothing) {
  // Yes in one of the two draws of each scenario, at both places of a chain alike.
  const ShortList list = list_of(8, 1, {set_of(8, {0, 1, 2, 3}), set_of(8, {4, 5, 6, 7})});
  EXPECT_EQ(value_of_answer(set_of(8, {0, 1, 4, 5}), list).gain, 0);
}

TEST(AnswerValue, IsNotPraisedForLuckOnTheScenariosThatChose) {
  // A package that is accepted in the even scenarios only looks perfect there and is worthless for the odd
  // ones.
  const ShortList list = list_of(4, 1, {set_of(4, {0, 2}), set_of(4, {1, 3})});
  EXPECT_EQ(value_of_answer(set_of(4, {0, 1}), list).gain, 0);
  EXPECT_EQ(value_of_answer(set_of(4, {0, 1}), list).best_if_yes, 0);
}

TEST(AnswerValue, TiesGoToTheEarlierPackage) {
  const ShortList list = list_of(4, 1, {set_of(4, {0, 1}), set_of(4, {0, 1})});
  EXPECT_EQ(value_of_answer(set_of(4, {0, 1}), list).package_if_yes, 0U);
}

/// Two scenarios as likely as each other, in each of which just one of two packages is accepted: a true answer is
/// worth 0.5, and one that is true in h of cases, and else suits the party, h of that.
TEST(AnswerValue, OfAnAnswerThatIsTrueNowAndThenIsThatShareOfATrueOne) {
  const ShortList list = either_or();
  const AnswerCounts counts = count_answers(set_of(4, {2, 3}), list);
  for (const double suits_yes : {0.0, 1.0}) {
    for (const double honest : {0.0, 0.25, 0.5, 1.0}) {
      EXPECT_DOUBLE_EQ(value_of_answer(counts, list, {honest, suits_yes}).gain, honest / 2);
    }
  }
  EXPECT_DOUBLE_EQ(value_of_answer(counts, list, {0.5, 1}).chance_yes, 0.75);
  EXPECT_DOUBLE_EQ(value_of_answer(counts, list, {0.5, 1}).best_if_yes, 0.5 / 0.75);
  EXPECT_DOUBLE_EQ(value_of_answer(counts, list, {0.5, 1}).best_if_no, 1);
  EXPECT_DOUBLE_EQ(value_of_answer(counts, list, {0.5, 0.5}).gain, 0.25);
}

TEST(BitsAbout, AreOneForATrueAnswerThatSettlesAnEvenQuestion) {
  const ScenarioSet yes = set_of(4, {0, 1});
  EXPECT_DOUBLE_EQ(bits_about(yes, yes, 4, {}), 1);
  EXPECT_DOUBLE_EQ(bits_about(yes, set_of(4, {2, 3}), 4, {}), 1);
  EXPECT_EQ(bits_about(yes, set_of(4, {0, 2}), 4, {}), 0);
  EXPECT_EQ(bits_about(yes, yes, 4, {0, 1}), 0);
  // Of a fair coin's side, told truly in half of the cases and else as heads: 1 - H(1/3) * 3/4.
  const double third = -(std::log2(1.0 / 3) + 2 * std::log2(2.0 / 3)) / 3;
  EXPECT_NEAR(bits_about(yes, yes, 4, {0.5, 1}), 1 - 0.75 * third, 1e-12);
}

TEST(Halves, StartAnewInEveryChain) {
  const Halves halves = halves_of(6, 2);
  EXPECT_EQ(halves.members[0], set_of(6, {0, 2, 3, 5}));
  EXPECT_EQ(halves.members[1], set_of(6, {1, 4}));
  EXPECT_EQ(halves.sizes[0], 4U);
}

TEST(Correlation, IsOneForTheSameAndMinusOneForTheOpposite) {
  const ScenarioSet a = set_of(100, {0, 5, 70}), b = complement(a, 100);
  EXPECT_NEAR(correlation(a, a, 100), 1, 1e-12);
  EXPECT_NEAR(correlation(a, b, 100), -1, 1e-12);
  EXPECT_EQ(correlation(a, set_of(100, {}), 100), 0);
}

struct Drawn {
  std::size_t scenarios;
  std::vector<ScenarioSet> accepted;
  ScenarioSet yes, zone;
};

Drawn any_answers() {
  Drawn drawn;
  drawn.scenarios = *rc::gen::inRange<std::size_t>(1, 100) * 2;
  const auto any_set = [&] {
    const auto bits = *rc::gen::container<std::vector<bool>>(drawn.scenarios, rc::gen::arbitrary<bool>());
    ScenarioSet set = set_of(drawn.scenarios, {});
    for (std::size_t s = 0; s < bits.size(); ++s) {
      if (bits[s]) set[s / 64] |= zone::Word{1} << (s % 64);
    }
    return set;
  };
  const std::size_t packages = *rc::gen::inRange<std::size_t>(1, 6);
  drawn.zone = set_of(drawn.scenarios, {});
  for (std::size_t x = 0; x < packages; ++x) {
    drawn.accepted.push_back(any_set());
    for (std::size_t w = 0; w < drawn.zone.size(); ++w) drawn.zone[w] |= drawn.accepted[x][w];
  }
  drawn.yes = any_set();
  return drawn;
}

/// How likely an answer is to be heard in a scenario; nothing asked: 1.
double likelihood(const Drawn& drawn, std::size_t s, int answer, const Candour& candour) {
  if (answer < 0) return 1;
  const double yes = candour.honest * (has(drawn.yes, s) ? 1 : 0) + (1 - candour.honest) * candour.suits_yes;
  return answer == 1 ? yes : 1 - yes;
}

/// From the definition, one scenario after the other; one chain. Ties go to the earlier package, which rounding must
/// not decide.
double naive_gain(const Drawn& drawn, const Candour& candour) {
  double total = 0;
  for (std::size_t valuer = 0; valuer < 2; ++valuer) {
    const auto weigh = [&](const ScenarioSet& accepted, std::size_t half, int answer) {
      double weight = 0;
      for (std::size_t s = half; s < drawn.scenarios; s += 2) weight += has(accepted, s) ? likelihood(drawn, s, answer, candour) : 0;
      return weight;
    };
    const auto worth = [&](int answer) {
      const ScenarioSet* best = &drawn.accepted[0];
      for (const ScenarioSet& accepted : drawn.accepted) {
        if (weigh(accepted, 1 - valuer, answer) > weigh(*best, 1 - valuer, answer) + 1e-9) best = &accepted;
      }
      return weigh(*best, valuer, answer);
    };
    total += worth(1) + worth(0) - worth(-1);
  }
  return std::max(0.0, total / static_cast<double>(drawn.scenarios));
}

/// Quarters, so that sums of them are exact.
Candour any_candour() { return {*rc::gen::inRange(0, 5) / 4.0, *rc::gen::inRange(0, 3) / 2.0}; }

RC_GTEST_PROP(AnswerValue, IsWhatTheDefinitionSays, ()) {
  const Drawn drawn = any_answers();
  const Candour candour = any_candour();
  const ShortList list = list_of(drawn.scenarios, 1, drawn.accepted);
  RC_ASSERT(std::abs(value_of_answer(drawn.yes, list).gain - naive_gain(drawn, {})) < 1e-12);
  RC_ASSERT(std::abs(value_of_answer(count_answers(drawn.yes, list), list, candour).gain - naive_gain(drawn, candour)) < 1e-9);
}

RC_GTEST_PROP(AnswerValue, OfAnAnswerThatWouldBeGivenAnywayIsNothing, ()) {
  const Drawn drawn = any_answers();
  const Candour never{0, any_candour().suits_yes};
  const ShortList list = list_of(drawn.scenarios, 1, drawn.accepted);
  RC_ASSERT(value_of_answer(count_answers(drawn.yes, list), list, never).gain == 0);
  RC_ASSERT(bits_about(drawn.yes, drawn.zone, drawn.scenarios, never) == 0);
}

RC_GTEST_PROP(BitsAbout, AreNeverNegativeAndMostWhereTheAnswerIsTrue, ()) {
  const Drawn drawn = any_answers();
  const double honest = bits_about(drawn.yes, drawn.zone, drawn.scenarios, {});
  const double heard = bits_about(drawn.yes, drawn.zone, drawn.scenarios, any_candour());
  RC_ASSERT(heard >= 0);
  RC_ASSERT(heard <= honest + 1e-12);
  RC_ASSERT(std::abs(honest - bits_about(drawn.zone, drawn.yes, drawn.scenarios, {})) < 1e-12);
}

RC_GTEST_PROP(AnswerValue, LiesBetweenNothingAndPerfectKnowledge, ()) {
  const Drawn drawn = any_answers();
  const int chains = *rc::gen::inRange(1, 9);
  const ShortList list = list_of(drawn.scenarios, chains, drawn.accepted);
  const double gain = value_of_answer(drawn.yes, list).gain;
  RC_ASSERT(gain >= 0);
  RC_ASSERT(gain <= perfect_value(drawn.zone, list) + 1e-12);
}

RC_GTEST_PROP(AnswerValue, DoesNotDependOnWhichAnswerIsCalledYes, ()) {
  const Drawn drawn = any_answers();
  const ShortList list = list_of(drawn.scenarios, 1, drawn.accepted);
  const AnswerValue value = value_of_answer(drawn.yes, list);
  const AnswerValue other = value_of_answer(complement(drawn.yes, drawn.scenarios), list);
  RC_ASSERT(value.gain == other.gain);
  RC_ASSERT(value.best_if_yes == other.best_if_no);
  RC_ASSERT(value.package_if_no == other.package_if_yes);
}

}  // namespace
}  // namespace modus::inquiry
