#include "modus/inquiry/burden_shares.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "modus/case_model/test_case.h"

namespace modus::inquiry {
namespace {

using case_model::Burden;
using case_model::Case;
using case_model::PartyIndex;
using findings::BurdenFinding;
using Group = std::vector<std::size_t>;

base::Decimal decimal(const std::string& text) { return *base::read_decimal(text); }

std::vector<PartyIndex> parties_of(const Group& group) {
  std::vector<PartyIndex> who;
  for (const std::size_t member : group) who.emplace_back(member);
  return who;
}

struct Game {
  std::size_t parties = 0;
  std::string total;
  std::vector<std::pair<Group, std::string>> alone;
  std::vector<std::string> capacity;  // by party; empty: none
};

Case case_of(const Game& game) {
  Case subject;
  subject.issues = {case_model::named_issue("force", {"big", "none"})};
  for (std::size_t k = 0; k < game.parties; ++k)
    add_party(subject, std::string(1, static_cast<char>('a' + k)), {case_model::Role::kGuarantor});
  auto& option = subject.issues[case_model::IssueIndex(0)].options[case_model::OptionIndex(0)];
  for (std::size_t k = 0; k < game.parties; ++k) option.needs.emplace_back(k);
  Burden burden{decimal(game.total), "bn", {}, {}, ""};
  for (std::size_t k = 0; k < game.capacity.size(); ++k)
    burden.capacity[PartyIndex(k)] = decimal(game.capacity[k]);
  for (const auto& [group, pays] : game.alone) burden.alone.push_back({parties_of(group), decimal(pays)});
  option.burden = burden;
  return subject;
}

BurdenFinding share(const Game& game) {
  const auto found = share_burdens(case_of(game));
  EXPECT_TRUE(found.ok());
  return found.value().front();
}

std::vector<double> shapley_of(const BurdenFinding& found) {
  std::vector<double> values;
  for (const findings::BurdenShare& one : found.shares) values.push_back(one.shapley);
  return values;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

void expect_near(const std::vector<double>& values, const std::vector<double>& expected) {
  ASSERT_EQ(values.size(), expected.size());
  for (std::size_t k = 0; k < values.size(); ++k) EXPECT_NEAR(values[k], expected[k], 1e-9) << k;
}

/// The least a group pays, by trying every way to give its members to one another's groups.
double cheapest(const Game& game, const Group& group) {
  if (group.empty()) return 0;
  if (group.size() == game.parties) return decimal(game.total).value();
  double least = HUGE_VAL;
  for (std::size_t choice = 0; choice < std::size_t{1} << (group.size() - 1);
       ++choice) {  // who goes with the first
    Group with = {group[0]}, rest;
    for (std::size_t k = 1; k < group.size(); ++k) (choice >> (k - 1) & 1U ? with : rest).push_back(group[k]);
    const auto entered = std::find_if(game.alone.begin(), game.alone.end(),
                                      [&](const auto& one) { return one.first == with; });
    if (entered == game.alone.end() && with.size() > 1) continue;
    least = std::min(least, decimal(entered == game.alone.end() ? game.total : entered->second).value() +
                                cheapest(game, rest));
  }
  return least;
}

std::vector<double> over_all_orders(const Game& game) {
  std::vector<double> values(game.parties, 0);
  std::vector<std::size_t> order(game.parties);
  std::iota(order.begin(), order.end(), std::size_t{0});
  double orders = 0;
  do {
    Group before;
    double paid = 0;
    for (const std::size_t next : order) {
      before.insert(std::upper_bound(before.begin(), before.end(), next), next);
      const double now = cheapest(game, before);
      values[next] += now - paid;
      paid = now;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& value : values) value /= orders;
  return values;
}

RC_GTEST_PROP(BurdenShares, AreTheMeanOfWhatEachAddsOverAllOrders, ()) {
  Game game;
  game.parties = *rc::gen::inRange<std::size_t>(1, 6);
  game.total = std::to_string(*rc::gen::inRange(0, 400)) + "." + std::to_string(*rc::gen::inRange(0, 10));
  for (std::size_t bits = 1; bits + 1 < std::size_t{1} << game.parties; ++bits) {
    if (!*rc::gen::arbitrary<bool>()) continue;
    Group group;
    for (std::size_t k = 0; k < game.parties; ++k) {
      if (bits >> k & 1U) group.push_back(k);
    }
    game.alone.emplace_back(group, std::to_string(*rc::gen::inRange(0, 300)));
  }
  const BurdenFinding found = share(game);
  const std::vector<double> expected = over_all_orders(game);
  for (std::size_t k = 0; k < game.parties; ++k)
    RC_ASSERT(std::abs(found.shares[k].shapley - expected[k]) < 1e-9);
  RC_ASSERT(std::abs(sum(shapley_of(found)) - decimal(game.total).value()) < 1e-9);
  double most = 0;  // what some group would save by itself
  for (std::size_t bits = 1; bits + 1 < std::size_t{1} << game.parties; ++bits) {
    Group group;
    double asked = 0;
    for (std::size_t k = 0; k < game.parties; ++k) {
      if (!(bits >> k & 1U)) continue;
      group.push_back(k);
      asked += expected[k];
    }
    most = std::max(most, asked - cheapest(game, group));
  }
  if (most > 1e-6) {
    RC_ASSERT(found.against_shapley.has_value());
    RC_ASSERT(std::abs(found.against_shapley->asked - found.against_shapley->alone - most) < 1e-9);
  } else if (most < 1e-12) {
    const bool none =
        !found.against_shapley || found.against_shapley->asked - found.against_shapley->alone < 1e-9;
    RC_ASSERT(none);
  }
}

/// Littlechild and Owen (1973): a runway for planes that need 1, 2, 2 and 5 of it; each stretch is shared by
/// those who need it.
TEST(BurdenShares, OfARunwayDivideEachStretchAmongThoseWhoNeedIt) {
  const std::vector<int> needs = {1, 2, 2, 5};
  Game game{4, "5", {}, {}};
  for (std::size_t bits = 1; bits < 15; ++bits) {
    Group group;
    int longest = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      if (bits >> k & 1U) {
        group.push_back(k);
        longest = std::max(longest, needs[k]);
      }
    }
    game.alone.emplace_back(group, std::to_string(longest));
  }
  const BurdenFinding found = share(game);
  expect_near(shapley_of(found), {1.0 / 4, 1.0 / 4 + 1.0 / 3, 1.0 / 4 + 1.0 / 3, 1.0 / 4 + 1.0 / 3 + 3});
  EXPECT_FALSE(found.against_shapley) << "the runway game is concave: its Shapley value is in the core";
}

TEST(BurdenShares, AreEqualWhereNothingIsEnteredOfActingAlone) {
  const BurdenFinding found = share({3, "0.3", {}, {}});
  expect_near(shapley_of(found), {0.1, 0.1, 0.1});
  EXPECT_FALSE(found.shares[0].alone_entered);
  EXPECT_DOUBLE_EQ(found.shares[0].alone, 0.3);
  EXPECT_FALSE(found.shares[0].by_capacity);
}

TEST(BurdenShares, ChargeNothingToAPartyThatAddsNothing) {
  const BurdenFinding found =
      share({3, "6", {{{0}, "4"}, {{1}, "6"}, {{2}, "0"}, {{0, 1}, "6"}, {{0, 2}, "4"}, {{1, 2}, "6"}}, {}});
  expect_near(shapley_of(found), {2, 4, 0});
}

TEST(BurdenShares, AreProportionalToCapacity) {
  const BurdenFinding found = share({3, "1", {}, {"1", "1.5", "0.5"}});
  EXPECT_NEAR(*found.shares[0].by_capacity, 1.0 / 3, 1e-12);
  EXPECT_NEAR(*found.shares[1].by_capacity, 0.5, 1e-12);
  EXPECT_NEAR(*found.shares[2].by_capacity, 1.0 / 6, 1e-12);
}

TEST(BurdenShares, AreNotWorkedOutByCapacityWhereSomebodysIsMissing) {
  const BurdenFinding found = share({3, "1", {}, {"1", "1.5"}});
  EXPECT_FALSE(found.shares[0].by_capacity);
  EXPECT_TRUE(found.shares[0].capacity);
}

TEST(BurdenShares, NameTheGroupThatWouldSaveMostByItself) {
  const BurdenFinding found =
      share({3, "10", {{{0}, "6"}, {{1}, "6"}, {{2}, "6"}, {{0, 1}, "5"}}, {"1", "1", "1"}});
  ASSERT_TRUE(found.against_capacity);
  EXPECT_EQ(found.against_capacity->who, (std::vector{PartyIndex(0), PartyIndex(1)}));
  EXPECT_NEAR(found.against_capacity->asked, 20.0 / 3, 1e-12);
  EXPECT_NEAR(found.against_capacity->alone, 5, 1e-12);
}

TEST(BurdenShares, OfTwelvePartiesAreFound) {
  expect_near(shapley_of(share({12, "24", {}, {}})), std::vector<double>(12, 2));
}

TEST(BurdenShares, RefuseMorePartiesThanCanBeWeighedAndNobodyAtAll) {
  for (const std::size_t parties : {std::size_t{0}, std::size_t{13}}) {
    const auto found = share_burdens(case_of({parties, "5", {}, {}}));
    ASSERT_FALSE(found.ok()) << parties;
    EXPECT_NE(found.problems().front().what.find("force = big"), std::string::npos);
  }
}

TEST(BurdenShares, RefuseNumbersTooFarApart) {
  EXPECT_FALSE(share_burdens(case_of({2, "900000000000000", {{{0}, "0.000000000001"}}, {}})).ok());
}

}  // namespace
}  // namespace modus::inquiry
