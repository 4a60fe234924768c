#include "modus/zone/find_packages.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/zone/families.h"
#include "modus/zone/mean_wants.h"
#include "modus/zone/zone_test_support.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;

struct Made {
  explicit Made(SmallCase from)
      : small(std::move(from)),
        list(PackageList::make(small.subject).value()),
        acceptance(small.subject, small.standing, list, small.scenarios),
        drawn{small.subject, small.standing, acceptance},
        scan(scan_zone(acceptance, on_threads(1))),
        contested(find_contested(drawn)) {}
  SmallCase small;
  PackageList list;
  Acceptance acceptance;
  DrawnCase drawn;
  ZoneScan scan;
  Contested contested;
};

SmallCaseShape shape_for(std::uint64_t seed) {
  return {.issues = 4, .most_options = 4, .limits_each = 1, .scenarios = 128, .whole_numbers = seed % 3 == 0};
}

bool has_terms(const case_model::Package& package, const std::vector<findings::Term>& terms) {
  return std::ranges::all_of(terms,
                             [&](const findings::Term& term) { return package[term.issue] == term.option; });
}

RC_GTEST_PROP(FamiliesTest, TogetherHoldEveryAcceptedPackageOnceAndSayWhatTheirMembersShare,
              (std::uint64_t seed)) {
  const Made made(make_small_case(seed, shape_for(seed)));
  const auto families = find_families(made.drawn, made.scan, made.contested, on_threads(2));
  RC_ASSERT(families.size() <= kMostFamilies);
  RC_ASSERT(families.empty() == (count_bits(made.scan.zone) == 0));
  for (const auto& package : every_combination(made.small)) {
    const PackageIndex place = made.list.index_of(package);
    if (made.scan.joint(place) == 0) continue;
    std::size_t homes = 0;
    for (const FamilyFound& family : families) {
      if (!has_terms(package, family.common)) continue;
      ++homes;
      RC_ASSERT(made.scan.joint(place) >= family.least && made.scan.joint(place) <= family.most);
    }
    RC_ASSERT(homes == 1U || families.size() == kMostFamilies);
  }
}

RC_GTEST_PROP(FamiliesTest, ListTheMostAcceptedMembersAndOneSidedOnesLast, (std::uint64_t seed)) {
  const Made made(make_small_case(seed, shape_for(seed)));
  const auto one_sided = [&](PackageIndex package) {
    return one_sided_for(made.contested, made.list.package_at(package)).has_value();
  };
  bool led_by_one_sided = false;
  for (const FamilyFound& family : find_families(made.drawn, made.scan, made.contested, on_threads(1))) {
    RC_ASSERT(!family.listed.empty() && family.listed.size() <= kMostMembersListed);
    RC_ASSERT(std::ranges::is_sorted(family.listed, {}, one_sided));
    std::uint32_t highest = 0;
    for (const PackageIndex package : family.listed) highest = std::max(highest, made.scan.joint(package));
    RC_ASSERT(highest == family.most);
    if (led_by_one_sided) RC_ASSERT(one_sided(family.listed.front()));
    led_by_one_sided = one_sided(family.listed.front());
  }
}

TEST(FamiliesTest, OfEqualAcceptanceTheLargerLeastGainComesFirst) {
  SmallCase small = make_small_case(2, {.guarantor = false,
                                        .issues = 3,
                                        .limits_each = 0,
                                        .adjustments_each = 0,
                                        .rules = 0,
                                        .scenarios = 64});
  for (auto& wants : small.scenarios.parties) {  // the same in every scenario, and all is accepted
    for (std::size_t i = wants.options; i < wants.values.size(); ++i)
      wants.values[i] = wants.values[i % wants.options];
    std::ranges::fill(wants.no_deal, -1);
    std::ranges::fill(wants.stalling, std::uint8_t{0});
  }
  const Made made(std::move(small));
  for (const FamilyFound& family : find_families(made.drawn, made.scan, made.contested, on_threads(1))) {
    double last = 1e9;
    for (const PackageIndex package : family.listed) {
      if (one_sided_for(made.contested, made.list.package_at(package))) continue;
      EXPECT_LE(least_median_gain(made.acceptance, package), last);
      last = least_median_gain(made.acceptance, package);
    }
  }
}

TEST(MeanWantsTest, IsTheMeanOfTheGainsOverScenarios) {
  const Made made(make_small_case(9, {.guarantor = false}));
  const MeanWants means(made.acceptance);
  for (const auto& package : every_combination(made.small)) {
    double least = 1e9;
    for (const PartyIndex party : made.small.subject.parties.indices()) {
      double sum = 0;
      for (std::size_t s = 0; s < made.small.scenarios.count; ++s)
        sum += naive_gain(made.small, party, s, package);
      least = std::min(least, sum / static_cast<double>(made.small.scenarios.count));
    }
    EXPECT_NEAR(means.least_gain(made.list.index_of(package)), least, 1e-9);
  }
}

case_model::Statement says(const SmallCase& small, std::size_t party, case_model::StatementKind kind,
                           std::size_t issue, std::size_t option) {
  case_model::Statement statement;
  statement.party = PartyIndex(party);
  statement.kind = kind;
  statement.what.kind = case_model::Condition::Kind::kAtom;
  statement.what.issue = IssueIndex(issue);
  statement.what.options = {case_model::OptionIndex(option)};
  statement.what.allowed.assign(small.subject.issues[statement.what.issue].options.size(), false);
  statement.what.allowed[option] = true;
  return statement;
}

SmallCase two_principals_who_spoke(case_model::StatementKind first, case_model::StatementKind second) {
  SmallCase small = make_small_case(5, {.guarantor = false,
                                        .issues = 2,
                                        .limits_each = 0,
                                        .adjustments_each = 0,
                                        .rules = 0,
                                        .scenarios = 64});
  for (auto& issue : small.subject.issues) issue.options.assign(3, {});
  for (auto& wants : small.scenarios.parties) {
    wants.options = 6;
    wants.first_option = {0, 3};
    wants.values.assign(64 * 6, 0.0);
    std::ranges::fill(wants.no_deal, 1);  // nothing is ever accepted
  }
  small.subject.statements.push_back(says(small, 0, first, 1, 2));
  small.subject.statements.push_back(says(small, 1, second, 1, 2));
  small.standing.counted = {case_model::StatementIndex(0), case_model::StatementIndex(1)};
  return small;
}

TEST(CommonGroundTest, IsWhatEveryPrincipalHasOfferedAcceptedOrAskedFor) {
  using case_model::StatementKind;
  const Made made(two_principals_who_spoke(StatementKind::kOffers, StatementKind::kDemands));
  const auto finding = find_packages(made.drawn, made.scan, made.contested, on_threads(1));
  ASSERT_EQ(finding.common_ground.size(), 1U);
  EXPECT_EQ(finding.common_ground.front().term.issue, IssueIndex(1));
  EXPECT_EQ(finding.common_ground.front().term.option, case_model::OptionIndex(2));
  EXPECT_TRUE(finding.common_ground.front().said_by_all);
  EXPECT_EQ(finding.common_ground.front().statements.size(), 2U);
  EXPECT_TRUE(finding.families.empty());  // no package is ever accepted: that is the answer
}

TEST(CommonGroundTest, IsNotWhatOnePrincipalRejects) {
  using case_model::StatementKind;
  const Made made(two_principals_who_spoke(StatementKind::kOffers, StatementKind::kRejects));
  EXPECT_TRUE(find_packages(made.drawn, made.scan, made.contested, on_threads(1)).common_ground.empty());
}

TEST(CommonGroundTest, IsWhatTheZoneNearlyAlwaysHas) {
  const Made made(make_small_case(6, {.issues = 3, .limits_each = 0, .scenarios = 256}));
  const std::size_t with_zone = count_bits(made.scan.zone);
  ASSERT_GT(with_zone, 100U);
  std::size_t expected = 0;
  for (const IssueIndex issue : made.small.subject.issues.indices()) {
    const auto& counts = made.scan.zone_has[issue];
    if (counts.size() < 2) continue;
    for (const std::uint32_t count : counts)
      expected += count >= 0.8 * static_cast<double>(with_zone) ? 1U : 0U;
  }
  const auto finding = find_packages(made.drawn, made.scan, made.contested, on_threads(1));
  EXPECT_GT(expected, 0U);
  EXPECT_EQ(finding.common_ground.size(), expected);
}

}  // namespace
}  // namespace modus::zone
