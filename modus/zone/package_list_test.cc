#include "modus/zone/package_list.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "modus/zone/zone_test_support.h"

namespace modus::zone {
namespace {

TEST(PackageListTest, RefusesPolitelyAboveTheMostThatIsListed) {
  SmallCase small = make_small_case(1, {.issues = 1});
  for (int i = 0; i < 24; ++i) {
    case_model::Issue issue;
    issue.options.push_back({});
    issue.options.push_back({});
    small.subject.issues.push_back(issue);
  }
  const auto list = PackageList::make(small.subject);
  ASSERT_FALSE(list.ok());
  EXPECT_NE(list.problems().front().what.find("10000000"), std::string::npos);
  EXPECT_FALSE(list.problems().front().fix.empty());
}

TEST(PackageListTest, SaysWhenNoCombinationMeetsTheRules) {
  SmallCase small = make_small_case(1);
  case_model::Condition never;
  never.kind = case_model::Condition::Kind::kNot;
  never.parts.push_back({});
  small.subject.rules.push_back({never, {"a.yaml", 7, 3}});
  small.subject.rules.erase(small.subject.rules.begin());
  const auto list = PackageList::make(small.subject);
  ASSERT_FALSE(list.ok());
  EXPECT_EQ(list.problems().front().where.line, 7);
}

RC_GTEST_PROP(PackageListTest, HoldsEveryCombinationOnceUnderItsNumber, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, {.issues = 6, .most_options = 5});
  const auto list = PackageList::make(small.subject);
  RC_ASSERT(list.ok());
  std::set<std::uint32_t> places;
  const auto all = every_combination(small);
  for (std::uint64_t n = 0; n < all.size(); ++n) {
    const PackageIndex place = list.value().index_of(all[n]);
    places.insert(place.value);
    RC_ASSERT(list.value().package_at(place) == all[n]);
    RC_ASSERT(list.value().number_at(place) == n);
  }
  RC_ASSERT(places.size() == list.value().combination_count());
}

RC_GTEST_PROP(PackageListTest, ColumnsSayWhatTheirConditionSaysOfEachPackage, (std::uint64_t seed)) {
  SmallCaseMaker maker(seed, {.issues = 7, .most_options = 4, .rules = 2});
  const SmallCase small = maker.make();
  const auto list = PackageList::make(small.subject).value();
  const case_model::Condition& condition = small.standing.limits.front().forbids;
  const BlockColumn column = list.column(condition);
  std::uint64_t packages = 0;
  for (const auto& package : every_combination(small)) {
    const PackageIndex place = list.index_of(package);
    RC_ASSERT(column.at(place) == case_model::holds(condition, package));
    RC_ASSERT(list.meets_rules().at(place) == case_model::meets_rules(small.subject, package));
    const case_model::PartyIndex guarantor(2);
    RC_ASSERT(list.needs(guarantor).at(place) == naive_needs(small, guarantor, package));
    packages += list.meets_rules().at(place) ? 1U : 0U;
  }
  RC_ASSERT(packages == list.package_count());
}

TEST(PackageListTest, BitsThatStandForNothingAreZeroInEveryColumn) {
  const SmallCase small = make_small_case(5, {.issues = 6, .most_options = 5});
  const auto list = PackageList::make(small.subject).value();
  const BlockColumn column = list.column({});
  std::size_t bits = 0;
  for (std::size_t block = 0; block < list.blocks(); ++block) bits += count_bits(column.block(block));
  EXPECT_EQ(bits, list.combination_count());
}

}  // namespace
}  // namespace modus::zone
