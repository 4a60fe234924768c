#include "modus/zone/scan_zone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/zone/block_kernels.h"
#include "modus/zone/zone_test_support.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;

SmallCaseShape shape_for(std::uint64_t seed) {
  return {.issues = 3 + seed % 4,
          .most_options = 4,
          .adjustments_each = seed % 3,
          .scenarios = 136,
          .whole_numbers = seed % 2 == 0};
}

bool same(const ZoneScan& a, const ZoneScan& b) {
  return a.even == b.even && a.odd == b.odd && a.zone == b.zone && a.zone_without == b.zone_without &&
         a.accepted_pairs == b.accepted_pairs && a.zone_has == b.zone_has &&
         a.even_scenarios == b.even_scenarios && a.odd_scenarios == b.odd_scenarios;
}

RC_GTEST_PROP(ScanZoneTest, CountsWhatTheDefinitionCounts, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ZoneScan scan = scan_zone(acceptance, on_threads(1));
  const auto all = every_combination(small);
  std::vector<std::vector<std::uint32_t>> has_option;
  for (const auto& issue : small.subject.issues) has_option.emplace_back(issue.options.size(), 0);
  std::vector<std::uint32_t> joint(all.size(), 0);
  std::uint64_t accepted = 0;
  for (std::size_t s = 0; s < small.scenarios.count; ++s) {
    std::vector<std::vector<bool>> seen;
    for (const auto& issue : small.subject.issues) seen.emplace_back(issue.options.size(), false);
    bool zone = false;
    for (std::size_t n = 0; n < all.size(); ++n) {
      if (case_model::meets_rules(small.subject, all[n]) && naive_accepts(small, PartyIndex(1), s, all[n]))
        ++accepted;
      if (!naive_all_accept(small, s, all[n])) continue;
      ++joint[n];
      zone = true;
      for (const IssueIndex i : all[n].indices()) seen[i.value][all[n][i].value] = true;
    }
    RC_ASSERT(is_in(scan.zone, s) == zone);
    for (std::size_t i = 0; i < seen.size(); ++i) {
      for (std::size_t o = 0; o < seen[i].size(); ++o) has_option[i][o] += seen[i][o] ? 1U : 0U;
    }
  }
  for (std::size_t n = 0; n < all.size(); ++n) RC_ASSERT(scan.joint(list.index_of(all[n])) == joint[n]);
  for (std::size_t i = 0; i < has_option.size(); ++i)
    RC_ASSERT(scan.zone_has[IssueIndex(i)] == has_option[i]);
  RC_ASSERT(scan.accepted_pairs[1] == accepted);
  RC_ASSERT(scan.even_scenarios + scan.odd_scenarios == small.scenarios.count);
}

RC_GTEST_PROP(ScanZoneTest, TheNaivePathAndAnyNumberOfThreadsCountTheSame, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ZoneScan scan = scan_zone(acceptance, on_threads(1));
  RC_ASSERT(same(scan, scan_zone(acceptance, on_threads(1), true)));
  RC_ASSERT(same(scan, scan_zone(acceptance, on_threads(2))));
  RC_ASSERT(same(scan, scan_zone(acceptance, on_threads(7))));
}

TEST(ScanZoneTest, ManyTilesCountLikeOne) {
  const SmallCase small = make_small_case(4, {.principals = 2,
                                              .guarantor = false,
                                              .issues = 12,
                                              .most_options = 7,
                                              .limits_each = 1,
                                              .adjustments_each = 1,
                                              .scenarios = 64});
  const auto list = PackageList::make(small.subject).value();
  ASSERT_GT(list.blocks() * list.words_per_block(), 2 * 4096U);
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ZoneScan scan = scan_zone(acceptance, on_threads(2));
  EXPECT_EQ(scan.zone, scenarios_with_zone(acceptance, {}, on_threads(2)));
  for (std::size_t k = 0; k < acceptance.asked().size(); ++k) {
    ScanOptions options;
    options.without_parties = {acceptance.asked()[k].party};
    EXPECT_EQ(scan.zone_without[k], scenarios_with_zone(acceptance, options, on_threads(2)));
  }
  base::RandomStream random(1, "some packages");
  for (int i = 0; i < 200; ++i) {
    const std::size_t block = random.below(list.blocks());
    const PackageIndex package(block * list.bits_per_block() + random.below(list.block_size()));
    const bool meets = list.meets_rules().at(package);
    EXPECT_EQ(scan.joint(package), meets ? count_bits(acceptance.scenarios_all_accept(package)) : 0U);
  }
}

RC_GTEST_PROP(ScanZoneTest, TheMaximumIsNeverAboveTheZoneAndCorrectionNeverRaisesIt, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ZoneScan scan = scan_zone(acceptance, on_threads(1));
  const double zone = static_cast<double>(count_bits(scan.zone)) / static_cast<double>(small.scenarios.count);
  const PackageIndex best = most_accepted(list, scan);
  const double raw = scan.joint(best) / static_cast<double>(small.scenarios.count);
  RC_ASSERT(raw <= zone);
  RC_ASSERT(corrected_maximum(list, scan) <= raw + 0.02);  // chains of odd length make halves uneven
  for (const auto& package : every_combination(small)) {
    const PackageIndex other = list.index_of(package);
    if (!list.meets_rules().at(other)) continue;
    RC_ASSERT(scan.joint(other) <= scan.joint(best));
    RC_ASSERT(scan.joint(other) < scan.joint(best) || list.number_at(other) >= list.number_at(best));
  }
}

/// The same case with principals 0 and 1 in each other's place.
SmallCase swapped(SmallCase small) {
  std::swap(small.subject.parties[PartyIndex(0)], small.subject.parties[PartyIndex(1)]);
  std::swap(small.subject.judgments[PartyIndex(0)], small.subject.judgments[PartyIndex(1)]);
  std::swap(small.scenarios.parties[PartyIndex(0)], small.scenarios.parties[PartyIndex(1)]);
  std::swap(small.standing.limits_of[PartyIndex(0)], small.standing.limits_of[PartyIndex(1)]);
  for (auto& limit : small.standing.limits) {
    if (limit.party.value < 2) limit.party = PartyIndex(1 - limit.party.value);
  }
  return small;
}

RC_GTEST_PROP(ScanZoneTest, PartiesThatSwapPlacesSwapTheirAnswers, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const SmallCase other = swapped(small);
  const auto list = PackageList::make(small.subject).value();
  const auto other_list = PackageList::make(other.subject).value();
  const ZoneScan a =
      scan_zone(Acceptance(small.subject, small.standing, list, small.scenarios), on_threads(1));
  const ZoneScan b =
      scan_zone(Acceptance(other.subject, other.standing, other_list, other.scenarios), on_threads(1));
  RC_ASSERT(a.zone == b.zone);
  RC_ASSERT(a.even == b.even && a.odd == b.odd);
  RC_ASSERT(a.accepted_pairs[0] == b.accepted_pairs[1] && a.accepted_pairs[1] == b.accepted_pairs[0]);
  RC_ASSERT(a.zone_without[0] == b.zone_without[1] && a.zone_without[1] == b.zone_without[0]);
}

TEST(BlockKernelsTest, CountersAreEmptiedBeforeTheyRunOver) {
  const std::vector<Word> bits = {0x8000000000000001U, 0x0f0f0f0f0f0f0f0fU, ~Word{0}};
  std::vector<Word> planes(bits.size() * kPlanes, 0);
  std::vector<std::uint32_t> counts(bits.size() * 64, 0);
  for (std::size_t i = 0; i < 3 * kPlaneCapacity; ++i) {
    add_to_planes(bits.data(), bits.size(), planes.data());
    if ((i + 1) % kPlaneCapacity == 0) empty_planes(planes.data(), bits.size(), counts.data());
  }
  for (std::size_t bit = 0; bit < counts.size(); ++bit) {
    EXPECT_EQ(counts[bit], is_in(bits, bit) ? 3 * kPlaneCapacity : 0U);
  }
  EXPECT_EQ(count_in_both(bits.data(), bits.data(), bits.size()), count_bits(bits));
}

}  // namespace
}  // namespace modus::zone
