#include "modus/blockers/set_family.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>

namespace modus::blockers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PointSet set_of(std::size_t points, const std::vector<std::size_t>& members) {
  PointSet set(points);
  for (const std::size_t point : members) set.add(point);
  return set;
}

/// The points of `mask`, each moved up by `shift`: the same small sets, seen in one word or across several.
PointSet from_mask(unsigned mask, std::size_t points, std::size_t shift) {
  PointSet set(points + shift);
  for (std::size_t point = 0; point < points; ++point) {
    if ((mask >> point & 1U) != 0) set.add(point + shift);
  }
  return set;
}

std::vector<PointSet> minimal(const std::vector<PointSet>& sets) {
  MinimalSets kept;
  for (const PointSet& set : sets) kept.insert(set);
  kept.sort();
  return kept.sets();
}

/// All minimal hitting sets, by looking at every set of points.
std::vector<PointSet> hitting_by_brute_force(const std::vector<unsigned>& family, std::size_t points,
                                             std::size_t shift) {
  const auto hits = [&](unsigned mask) {
    return std::all_of(family.begin(), family.end(), [&](unsigned other) { return (mask & other) != 0; });
  };
  std::vector<PointSet> found;
  for (unsigned mask = 0; mask < (1U << points); ++mask) {
    bool smaller_hits = false;
    for (unsigned rest = mask; rest != 0; rest &= rest - 1) {
      smaller_hits = smaller_hits || hits(mask & ~(rest & (~rest + 1)));
    }
    if (hits(mask) && !smaller_hits) found.push_back(from_mask(mask, points, shift));
  }
  std::sort(found.begin(), found.end());
  return found;
}

rc::Gen<std::vector<unsigned>> families(std::size_t points) {
  return rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(1U, 1U << points));
}

TEST(PointSet, KnowsItsMembersAcrossWords) {
  const PointSet set = set_of(200, {3, 64, 199});
  EXPECT_THAT(set.members(), ElementsAre(3U, 64U, 199U));
  EXPECT_EQ(set.count(), 3U);
  EXPECT_TRUE(set.has(64));
  EXPECT_FALSE(set.has(65));
  EXPECT_FALSE(set.empty());
  EXPECT_TRUE(PointSet(200).empty());
}

TEST(PointSet, SortsBySizeThenByLowestMember) {
  std::vector<PointSet> sets = {set_of(130, {0, 1}), set_of(130, {129}), set_of(130, {2}),
                                set_of(130, {0, 100})};
  std::sort(sets.begin(), sets.end());
  EXPECT_THAT(sets,
              ElementsAre(set_of(130, {2}), set_of(130, {129}), set_of(130, {0, 1}), set_of(130, {0, 100})));
}

TEST(MinimalSets, DropsWhatContainsAnother) {
  EXPECT_THAT(minimal({set_of(5, {0, 1}), set_of(5, {1}), set_of(5, {1, 2}), set_of(5, {3, 4})}),
              ElementsAre(set_of(5, {1}), set_of(5, {3, 4})));
}

TEST(HittingSets, OfNoSetsIsTheEmptySet) {
  const HittingSets hitting = minimal_hitting_sets({}, 3, 10);
  EXPECT_THAT(hitting.sets, ElementsAre(PointSet(3)));
  EXPECT_TRUE(hitting.complete);
}

TEST(HittingSets, OfAFamilyWithTheEmptySetAreNone) {
  EXPECT_THAT(minimal_hitting_sets({PointSet(3), set_of(3, {1})}, 3, 10).sets, IsEmpty());
}

TEST(HittingSets, OfATriangleAreItsEdges) {
  const std::vector<PointSet> edges = {set_of(3, {0, 1}), set_of(3, {0, 2}), set_of(3, {1, 2})};
  EXPECT_EQ(minimal_hitting_sets(edges, 3, 10).sets, edges);
}

TEST(HittingSets, SayWhenTheyAreNotAll) {
  // 14 disjoint triples have 3^14 minimal hitting sets, far more than are asked for.
  std::vector<PointSet> family;
  for (std::size_t group = 0; group < 14; ++group) {
    family.push_back(set_of(42, {3 * group, 3 * group + 1, 3 * group + 2}));
  }
  const HittingSets some = minimal_hitting_sets(family, 42, 100);
  EXPECT_FALSE(some.complete);
  EXPECT_FALSE(some.sets.empty());
  for (const PointSet& set : some.sets) EXPECT_TRUE(is_minimal_hitting_set(set, family));
  const HittingSets first = minimal_hitting_sets({family.begin(), family.begin() + 4}, 42, 10);
  EXPECT_EQ(first.sets.size(), 10U);
  EXPECT_FALSE(first.complete);
}

RC_GTEST_PROP(HittingSets, AreThoseThatBruteForceFinds, ()) {
  const std::size_t points = *rc::gen::inRange<std::size_t>(1, 11);
  const std::size_t shift = *rc::gen::element<std::size_t>(0, 60, 130);
  const std::vector<unsigned> masks = *families(points);
  std::vector<PointSet> family;
  for (const unsigned mask : masks) family.push_back(from_mask(mask, points, shift));
  const HittingSets found = minimal_hitting_sets(family, points + shift, 4096);
  RC_ASSERT(found.complete);
  RC_ASSERT(found.sets == hitting_by_brute_force(masks, points, shift));
}

RC_GTEST_PROP(HittingSets, OfTheHittingSetsAreTheMinimalSetsAgain, ()) {
  const std::size_t points = *rc::gen::inRange<std::size_t>(1, 12);
  const std::vector<unsigned> masks = *families(points);
  std::vector<PointSet> family;
  for (const unsigned mask : masks) family.push_back(from_mask(mask, points, 0));
  const HittingSets once = minimal_hitting_sets(family, points, 4096);
  RC_ASSERT(minimal_hitting_sets(once.sets, points, 4096).sets == minimal(family));
}

RC_GTEST_PROP(HittingSets, AreRecognisedOneByOne, ()) {
  const std::size_t points = *rc::gen::inRange<std::size_t>(1, 10);
  const std::vector<unsigned> masks = *families(points);
  std::vector<PointSet> family;
  for (const unsigned mask : masks) family.push_back(from_mask(mask, points, 0));
  const std::vector<PointSet> all = minimal_hitting_sets(family, points, 4096).sets;
  const PointSet any = from_mask(*rc::gen::inRange(0U, 1U << points), points, 0);
  RC_ASSERT(is_minimal_hitting_set(any, family) == (std::find(all.begin(), all.end(), any) != all.end()));
}

}  // namespace
}  // namespace modus::blockers
