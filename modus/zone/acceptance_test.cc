#include "modus/zone/acceptance.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/zone/zone_test_support.h"

namespace modus::zone {
namespace {

using case_model::LimitIndex;
using case_model::PartyIndex;

SmallCaseShape shape_for(std::uint64_t seed) {
  return {.issues = 3 + seed % 5,
          .most_options = 5,
          .adjustments_each = seed / 7 % 3,
          .scenarios = 70,
          .whole_numbers = seed % 2 == 0};
}

/// All words of a scan, one after the other: a fingerprint of every answer the scanner gives.
std::vector<Word> everything(const Acceptance& acceptance, const ScanOptions& options) {
  std::vector<Word> words;
  BlockScanner scanner(acceptance, options);
  for (std::size_t s = 0; s < acceptance.scenario_count(); ++s) {
    scanner.load(s);
    for (std::size_t block = 0; block < acceptance.list().blocks(); ++block) {
      scanner.open(block);
      const auto append = [&](std::span<const Word> more) {
        words.insert(words.end(), more.begin(), more.end());
      };
      append(scanner.all());
      for (std::size_t k = 0; k < acceptance.asked().size(); ++k) {
        append(scanner.accepted(k));
        append(scanner.passes_no_deal(k));
      }
    }
  }
  return words;
}

/// Some question drawn at random.
ScanOptions some_options(const SmallCase& small, std::uint64_t seed) {
  base::RandomStream random(seed, "options");
  ScanOptions options;
  if (random.chance(0.3)) options.without_parties = {PartyIndex(random.below(3))};
  if (random.chance(0.5)) options.without_limits = {LimitIndex(random.below(small.standing.limits.size()))};
  if (random.chance(0.3)) options.without_no_deal = {PartyIndex(random.below(3))};
  if (random.chance(0.5))
    options.free_issue = case_model::IssueIndex(random.below(small.subject.issues.size()));
  return options;
}

RC_GTEST_PROP(AcceptanceTest, AgreesWithTheDefinitionOnEveryPackage, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  BlockScanner scanner(acceptance, {});
  for (std::size_t s = 0; s < small.scenarios.count; s += 7) {
    scanner.load(s);
    for (const auto& package : every_combination(small)) {
      const PackageIndex place = list.index_of(package);
      scanner.open(place.value / list.bits_per_block());
      const std::size_t bit = place.value % list.bits_per_block();
      RC_ASSERT(is_in(scanner.all(), bit) == naive_all_accept(small, s, package));
      for (std::size_t k = 0; k < acceptance.asked().size(); ++k) {
        const PartyIndex party = acceptance.asked()[k].party;
        const bool accepts = naive_accepts(small, party, s, package);
        RC_ASSERT(acceptance.accepts(party, s, place) == accepts);
        RC_ASSERT(is_in(scanner.accepted(k), bit) == (accepts || !acceptance.is_asked(party, place)));
      }
    }
  }
}

RC_GTEST_PROP(AcceptanceTest, TheFastPathEqualsTheNaiveOneBitForBit, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  ScanOptions options = some_options(small, seed);
  const auto fast = everything(acceptance, options);
  options.naive = true;
  RC_ASSERT(fast == everything(acceptance, options));
}

TEST(AcceptanceTest, EveryProcessorTargetGivesTheSameBits) {
  const SmallCase small = make_small_case(11, {.issues = 8, .most_options = 5, .scenarios = 64});
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  ScanOptions naive;
  naive.naive = true;
  const auto expected = everything(acceptance, naive);
  for (const auto target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(target);
    EXPECT_TRUE(everything(acceptance, {}) == expected) << hwy::TargetName(target);
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

RC_GTEST_PROP(AcceptanceTest, OnePackageOverAllScenariosEqualsOneByOne, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const auto all = every_combination(small);
  const PackageIndex package = list.index_of(all[seed % all.size()]);
  const ScenarioSet joint = acceptance.scenarios_all_accept(package);
  for (std::size_t s = 0; s < small.scenarios.count; ++s) {
    RC_ASSERT(is_in(joint, s) == acceptance.all_accept(s, package));
    for (const AskedParty& asked : acceptance.asked()) {
      const bool accepts = acceptance.accepts(asked.party, s, package);
      const bool consents = accepts || !acceptance.is_asked(asked.party, package);
      RC_ASSERT(is_in(acceptance.scenarios_accepting(asked.party, package), s) == accepts);
      RC_ASSERT(is_in(acceptance.scenarios_consenting(asked.party, package), s) == consents);
      const bool worth = acceptance.gain_in_points(asked.party, s, package) >= 0;
      RC_ASSERT(is_in(acceptance.scenarios_worth_no_deal(asked.party, package), s) == worth);
      const double units = small.scenarios.parties[asked.party].units_per_point;
      RC_ASSERT(acceptance.values_in_units(asked.party, package)[s] == acceptance.value_in_points(asked.party, s, package) * units);
    }
  }
}

RC_GTEST_PROP(AcceptanceTest, ScenariosWithAZoneAreThoseWhereSomePackageIsAccepted, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ScenarioSet zone = scenarios_with_zone(acceptance, {}, on_threads(1));
  const auto all = every_combination(small);
  for (std::size_t s = 0; s < small.scenarios.count; ++s) {
    const bool expected =
        std::ranges::any_of(all, [&](const auto& x) { return naive_all_accept(small, s, x); });
    RC_ASSERT(is_in(zone, s) == expected);
  }
  for (const int threads : {2, 7})
    RC_ASSERT(scenarios_with_zone(acceptance, {}, on_threads(threads)) == zone);
}

RC_GTEST_PROP(AcceptanceTest, LookingForAZoneHonoursEveryQuestion, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ScanOptions options = some_options(small, seed);
  const ScenarioSet zone = scenarios_with_zone(acceptance, options, on_threads(1));
  BlockScanner scanner(acceptance, options);
  for (std::size_t s = 0; s < small.scenarios.count; ++s) {
    scanner.load(s);
    bool found = false;
    for (std::size_t block = 0; block < list.blocks(); ++block) {
      scanner.open(block);
      found = found || count_bits(scanner.all()) > 0;
    }
    RC_ASSERT(is_in(zone, s) == found);
  }
}

bool is_subset(const ScenarioSet& small, const ScenarioSet& large) {
  for (std::size_t w = 0; w < small.size(); ++w) {
    if ((small[w] & ~large[w]) != 0) return false;
  }
  return true;
}

RC_GTEST_PROP(AcceptanceTest, TakingSomethingOutOfTheWayNeverShrinksTheZone, (std::uint64_t seed)) {
  const SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ScenarioSet before = scenarios_with_zone(acceptance, {}, on_threads(1));
  RC_ASSERT(is_subset(before, scenarios_with_zone(acceptance, some_options(small, seed), on_threads(1))));
}

RC_GTEST_PROP(AcceptanceTest, AHigherNoDealValueNeverEnlargesTheZone, (std::uint64_t seed)) {
  SmallCase small = make_small_case(seed, shape_for(seed));
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ScenarioSet before = scenarios_with_zone(acceptance, {}, on_threads(1));
  for (double& value : small.scenarios.parties[PartyIndex(seed % 3)].no_deal) value += 3;
  RC_ASSERT(is_subset(scenarios_with_zone(acceptance, {}, on_threads(1)), before));
}

RC_GTEST_PROP(AcceptanceTest, AFurtherLimitNeverEnlargesTheZone, (std::uint64_t seed)) {
  SmallCaseMaker maker(seed, shape_for(seed));
  SmallCase small = maker.make();
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  const ScenarioSet before = scenarios_with_zone(acceptance, {}, on_threads(1));
  const PartyIndex party(0);
  const std::size_t bit = small.standing.limits_of[party].size();
  small.standing.limits_of[party].emplace_back(small.standing.limits.size());
  small.standing.limits.push_back({party, small.standing.limits.back().forbids, 0.5, {}});
  for (std::uint64_t& real : small.scenarios.parties[party].real_limits) real |= std::uint64_t{1} << bit;
  const Acceptance stricter(small.subject, small.standing, list, small.scenarios);
  RC_ASSERT(is_subset(scenarios_with_zone(stricter, {}, on_threads(1)), before));
}

TEST(AcceptanceTest, APackageWorthJustTheNoDealValueIsAccepted) {
  SmallCase small =
      make_small_case(3, {.guarantor = false, .limits_each = 0, .adjustments_each = 0, .rules = 0});
  for (auto& wants : small.scenarios.parties) {
    for (double& value : wants.values) value = 20;
    for (double& value : wants.no_deal) value = 80;
    for (auto& stalling : wants.stalling) stalling = 0;
  }
  const auto list = PackageList::make(small.subject).value();
  const Acceptance acceptance(small.subject, small.standing, list, small.scenarios);
  EXPECT_EQ(count_bits(scenarios_with_zone(acceptance, {}, on_threads(2))), small.scenarios.count);
  for (double& value : small.scenarios.parties[PartyIndex(1)].no_deal) value = 81;
  EXPECT_EQ(count_bits(scenarios_with_zone(acceptance, {}, on_threads(2))), 0U);
}

}  // namespace
}  // namespace modus::zone
