#include "modus/blockers/find_blockers.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/blockers/any_case_for_tests.h"
#include "modus/blockers/confirm.h"
#include "modus/blockers/naive_for_tests.h"
#include "modus/blockers/nominal.h"

namespace modus::blockers {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using findings::BlockersFinding;
using findings::StickingPoint;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace small = blockers::tests;
using small::any_case;
using small::any_shape;
using small::Mask;
using small::SmallCase;
using small::SmallShape;

BlockersFinding blockers_of(const SmallCase& made, int threads = 1) {
  base::Context context;
  context.threads = threads;
  return find_blockers({made.subject, made.standing, *made.acceptance}, context);
}

std::vector<StickingPoint> points_of(const SmallCase& made) {
  return list_sticking_points(made.subject, made.standing, *made.acceptance);
}

/// The nominal scenario as a case of its own, for the oracle.
std::unique_ptr<SmallCase> nominal_case(const SmallCase& made) {
  auto nominal = std::make_unique<SmallCase>();
  nominal->subject = made.subject;
  nominal->scenarios = nominal_scenario(made.scenarios, made.standing);
  nominal->join();
  return nominal;
}

std::vector<std::vector<std::size_t>> points_in(const std::vector<findings::StickingSet>& sets) {
  std::vector<std::vector<std::size_t>> points;
  for (const auto& set : sets) points.push_back(set.points);
  return points;
}

std::vector<std::vector<std::size_t>> points_in(const std::vector<PointSet>& sets) {
  std::vector<std::vector<std::size_t>> points;
  for (const PointSet& set : sets) points.push_back(set.members());
  return points;
}

/// Two parties, one issue of two options, each with a red line against the other's wish; nothing else
/// matters.
std::unique_ptr<SmallCase> standoff() {
  auto made = std::make_unique<SmallCase>();
  small::add_issue(made->subject, 2);
  small::add_party(made->subject, "a", case_model::Role::kPrincipal);
  small::add_party(made->subject, "b", case_model::Role::kPrincipal);
  small::add_limit(made->subject, PartyIndex(0), {{IssueIndex(0), OptionIndex(0)}});
  small::add_limit(made->subject, PartyIndex(1), {{IssueIndex(0), OptionIndex(1)}});
  made->scenarios.count = 2;
  for (int party = 0; party < 2; ++party) {
    findings::PartyScenarios wants;
    wants.drawn = wants.point_valued = true;
    wants.options = 2;
    wants.first_option = {0};
    wants.values = {60, 30, 60, 30};
    wants.no_deal = {20, 20};
    wants.stalling = {0, 0};
    wants.real_limits = {1, 1};
    made->scenarios.parties.push_back(wants);
  }
  made->join();
  return made;
}

TEST(Blockers, OfAStandoffAreTheTwoRedLines) {
  const auto made = standoff();
  const BlockersFinding finding = blockers_of(*made);
  ASSERT_THAT(finding.sticking_points, SizeIs(4));
  EXPECT_EQ(finding.sticking_points[0].id, "a:s100");
  EXPECT_EQ(finding.sticking_points[1].id, "b:s101");
  EXPECT_EQ(finding.sticking_points[2].id, "a:no_deal");
  EXPECT_EQ(finding.sticking_points[3].id, "b:no_deal");
  ASSERT_THAT(points_in(finding.incompatible), ElementsAre(ElementsAre(0, 1)));
  EXPECT_THAT(points_in(finding.openings), ElementsAre(ElementsAre(0), ElementsAre(1)));
  EXPECT_EQ(finding.incompatible[0].frequency, 1);
  EXPECT_EQ(finding.sticking_points[0].unblocking_effect.value, 1);
  EXPECT_EQ(finding.sticking_points[2].unblocking_effect.value, 0);
  EXPECT_THAT(finding.pairs, IsEmpty());
  EXPECT_EQ(finding.hardest_issues[0].unblocking_effect.value, 1);
  EXPECT_TRUE(finding.confirmed);
  EXPECT_EQ(finding.verdict, findings::Verdict::kProven);
  EXPECT_FALSE(finding.nominal_has_zone);
  ASSERT_THAT(finding.cheapest, SizeIs(2));
  EXPECT_EQ(finding.cheapest[0].total, BlockersFinding::kPointsPerLimit);
  EXPECT_EQ(finding.cheapest[0].moves[0].party, PartyIndex(0));
  EXPECT_EQ(finding.cheapest[1].moves[0].party, PartyIndex(1));
}

TEST(Blockers, OfTwoWhoMustBothFallShortOpenOnlyTogether) {
  const auto made = standoff();
  made->subject.statements = {};
  for (auto& wants : made->scenarios.parties) wants.no_deal = {70, 70};
  made->join();
  const BlockersFinding finding = blockers_of(*made);
  ASSERT_FALSE(finding.nominal_has_zone);
  EXPECT_THAT(points_in(finding.openings), ElementsAre(ElementsAre(0, 1)));
  EXPECT_THAT(points_in(finding.incompatible), ElementsAre(ElementsAre(0), ElementsAre(1)));
  ASSERT_THAT(finding.pairs, SizeIs(1));
  EXPECT_EQ(finding.pairs[0].only_together, 1);
  EXPECT_EQ(finding.pairs[0].unblocking_effect.value, 1);
  EXPECT_EQ(finding.cheapest[0].total, 20);
  EXPECT_EQ(finding.cheapest[0].largest, 10);
}

TEST(Blockers, AreNoneWhereTheNominalScenarioHasAZone) {
  const auto made = standoff();
  made->subject.statements = {};
  made->join();
  const BlockersFinding finding = blockers_of(*made);
  EXPECT_TRUE(finding.nominal_has_zone);
  EXPECT_THAT(finding.openings, IsEmpty());
  EXPECT_THAT(finding.incompatible, IsEmpty());
  EXPECT_THAT(finding.cheapest, IsEmpty());
  EXPECT_TRUE(finding.confirmed);
}

TEST(Blockers, AreNotOpenedWhereSomebodyStalls) {
  const auto made = standoff();
  made->scenarios.parties[PartyIndex(1)].stalling = {1, 0};
  made->join();
  const BlockersFinding finding = blockers_of(*made);
  ASSERT_THAT(finding.incompatible, SizeIs(1));
  EXPECT_EQ(finding.stalling.value, 0.5);
  EXPECT_EQ(finding.sticking_points[0].unblocking_effect.value, 0.5);
  EXPECT_EQ(finding.incompatible[0].frequency, 0.5);
  EXPECT_EQ(finding.hardest_issues[0].unblocking_effect.value, 0.5);
  EXPECT_EQ(finding.verdict, findings::Verdict::kSampled);
}

TEST(Blockers, NameTheirSilentPrincipals) {
  const auto made = standoff();
  small::add_issue(made->subject, 1);
  for (auto& wants : made->scenarios.parties) {
    wants.options = 3;
    wants.first_option = {0, 2};
    wants.values = {60, 30, 0, 60, 30, 0};
  }
  auto& judged = made->subject.judgments[PartyIndex(1)];
  judged.weights.assign(2, std::nullopt);
  judged.weights[IssueIndex(1)] = base::Interval{};
  made->join();
  const BlockersFinding finding = blockers_of(*made);
  EXPECT_THAT(finding.hardest_issues[0].silent, IsEmpty());
  EXPECT_EQ(finding.hardest_issues[1].issue, IssueIndex(1));
  EXPECT_THAT(finding.hardest_issues[1].silent, ElementsAre(PartyIndex(0)));
}

TEST(Confirm, RefusesSetsThatAreNotMinimal) {
  const auto made = standoff();
  const findings::Scenarios nominal = nominal_scenario(made->scenarios, made->standing);
  BlockersFinding finding = blockers_of(*made);
  ASSERT_FALSE(finding.openings.empty() || finding.incompatible.empty());
  EXPECT_TRUE(confirm_sets(made->subject, made->standing, nominal, finding, {}));
  finding.openings[0].points = {0, 1};
  EXPECT_FALSE(confirm_sets(made->subject, made->standing, nominal, finding, {}));
  finding.openings[0].points = {2};
  EXPECT_FALSE(confirm_sets(made->subject, made->standing, nominal, finding, {}));
  finding = blockers_of(*made);
  finding.incompatible[0].points = {0, 1, 2};
  EXPECT_FALSE(confirm_sets(made->subject, made->standing, nominal, finding, {}));
  finding.incompatible[0].points = {0};
  EXPECT_FALSE(confirm_sets(made->subject, made->standing, nominal, finding, {}));
}

RC_GTEST_PROP(Blockers, OfTheNominalScenarioAreThoseThatBruteForceFinds, ()) {
  const auto made = any_case(any_shape());
  const BlockersFinding finding = blockers_of(*made);
  const auto nominal = nominal_case(*made);
  const std::vector<StickingPoint> points = points_of(*nominal);
  RC_ASSERT(finding.confirmed);
  RC_ASSERT(!finding.capped);
  RC_ASSERT(finding.nominal_has_zone == small::has_zone_without(*nominal, points, 0, 0));
  if (finding.nominal_has_zone) return;
  RC_ASSERT(points_in(finding.openings) == points_in(small::naive_openings(*nominal, points, 0)));
  RC_ASSERT(points_in(finding.incompatible) == points_in(small::naive_incompatible(*nominal, points, 0)));
}

RC_GTEST_PROP(Blockers, HaveTheEffectsAndFrequenciesThatBruteForceFinds, ()) {
  SmallShape shape = any_shape();
  shape.scenarios = 8;
  const auto made = any_case(shape);
  const BlockersFinding finding = blockers_of(*made);
  const auto gain = [&](Mask dropped) {
    int opened = 0;
    for (std::size_t s = 0; s < 8; ++s) {
      opened += small::has_zone_without(*made, finding.sticking_points, s, dropped) ? 1 : 0;
      opened -= small::has_zone_without(*made, finding.sticking_points, s, 0) ? 1 : 0;
    }
    return opened / 8.0;
  };
  for (std::size_t i = 0; i < finding.sticking_points.size(); ++i) {
    RC_ASSERT(finding.sticking_points[i].unblocking_effect.value == gain(Mask{1} << i));
  }
  for (const findings::PairEffect& pair : finding.pairs) {
    RC_ASSERT(pair.only_together > 0);
    RC_ASSERT(pair.unblocking_effect.value == gain(Mask{1} << pair.first | Mask{1} << pair.second));
    const double first = finding.sticking_points[pair.first].unblocking_effect.value;
    const double second = finding.sticking_points[pair.second].unblocking_effect.value;
    RC_ASSERT(pair.unblocking_effect.value >= std::max(first, second) + pair.only_together);
  }
  for (const findings::StickingSet& set : finding.openings) {
    int minimal = 0;
    for (std::size_t s = 0; s < 8; ++s) {
      const auto here = points_in(small::naive_openings(*made, finding.sticking_points, s));
      minimal += std::find(here.begin(), here.end(), set.points) != here.end() ? 1 : 0;
    }
    RC_ASSERT(set.frequency == minimal / 8.0);
  }
}

RC_GTEST_PROP(Blockers, FrequenciesOfIncompatiblePositionsAreThoseThatBruteForceFinds, ()) {
  SmallShape shape = any_shape();
  shape.scenarios = 8;
  shape.stalling = false;
  const auto made = any_case(shape);
  const BlockersFinding finding = blockers_of(*made);
  for (const findings::StickingSet& set : finding.incompatible) {
    int minimal = 0;
    for (std::size_t s = 0; s < 8; ++s) {
      const auto here = points_in(small::naive_incompatible(*made, finding.sticking_points, s));
      minimal += std::find(here.begin(), here.end(), set.points) != here.end() ? 1 : 0;
    }
    RC_ASSERT(set.frequency == minimal / 8.0);
  }
}

/// Whether freeing the issue gives scenario s a zone, from the definition.
bool has_zone_when_free(const SmallCase& made, std::size_t s, IssueIndex issue) {
  const auto accepts_freed = [&](PartyIndex party, const case_model::Package& package) {
    for (const case_model::LimitIndex limit : made.standing.limits_of[party]) {
      const case_model::Condition& forbids = made.standing.limits[limit.value].forbids;
      const auto named = case_model::issues_named(forbids);
      const bool names = std::find(named.begin(), named.end(), issue) != named.end();
      if (!names && small::is_real(made, limit, s) && case_model::holds(forbids, package)) return false;
    }
    const findings::PartyScenarios& wants = made.scenarios.parties[party];
    case_model::Package other = package;
    for (const OptionIndex option : made.subject.issues[issue].options.indices()) {
      other[issue] = option;
      if (small::value_of(wants, s, other) >= wants.no_deal[s]) return true;
    }
    return false;
  };
  const auto packages = small::packages_of(made);
  return std::any_of(packages.begin(), packages.end(), [&](const case_model::Package& package) {
    const auto parties = made.subject.parties.indices();
    return !small::stalls(made, s, package) &&
           std::all_of(parties.begin(), parties.end(), [&](PartyIndex party) {
             return !small::is_asked(made, party, package) || accepts_freed(party, package);
           });
  });
}

RC_GTEST_PROP(Blockers, RankIssuesByWhatFreeingThemOpens, ()) {
  const auto made = any_case(any_shape());
  const BlockersFinding finding = blockers_of(*made);
  RC_ASSERT(finding.hardest_issues.size() == made->subject.issues.size());
  double before = 1;
  for (const findings::IssueEffect& effect : finding.hardest_issues) {
    int opened = 0;
    for (std::size_t s = 0; s < made->scenarios.count; ++s) {
      opened += has_zone_when_free(*made, s, effect.issue) ? 1 : 0;
      opened -= small::has_zone_without(*made, finding.sticking_points, s, 0) ? 1 : 0;
    }
    RC_ASSERT(effect.unblocking_effect.value == opened / 16.0);
    RC_ASSERT(effect.unblocking_effect.value <= before);
    before = effect.unblocking_effect.value;
  }
}

RC_GTEST_PROP(Blockers, NoPackageTakesLessThanTheLeastMoves, ()) {
  const auto made = any_case(any_shape());
  const BlockersFinding finding = blockers_of(*made);
  RC_PRE(!finding.nominal_has_zone);
  const auto nominal = nominal_case(*made);
  std::vector<double> totals, largests;
  for (const case_model::Package& package : small::packages_of(*nominal)) {
    double total = 0, largest = 0;
    for (const PartyIndex party : made->subject.parties.indices()) {
      if (!small::is_asked(*made, party, package)) continue;
      const findings::PartyScenarios& wants = nominal->scenarios.parties[party];
      double cost = std::max(0.0, wants.no_deal[0] - small::value_of(wants, 0, package));
      for (const StickingPoint& point : finding.sticking_points) {
        if (point.kind == StickingPoint::Kind::kLimit && point.party == party &&
            case_model::holds(made->standing.limits[point.limit.value].forbids, package)) {
          cost += BlockersFinding::kPointsPerLimit * point.probability;
        }
      }
      total += cost;
      largest = std::max(largest, cost);
    }
    totals.push_back(total);
    largests.push_back(largest);
  }
  std::sort(totals.begin(), totals.end());
  std::sort(largests.begin(), largests.end());
  RC_ASSERT(finding.cheapest.size() == std::min<std::size_t>(3, totals.size()));
  for (std::size_t i = 0; i < finding.cheapest.size(); ++i) {
    RC_ASSERT(std::abs(finding.cheapest[i].total - totals[i]) < 1e-9);
    RC_ASSERT(std::abs(finding.balanced[i].largest - largests[i]) < 1e-9);
  }
}

RC_GTEST_PROP(Blockers, AreTheSameAtAnyNumberOfThreads, ()) {
  const auto made = any_case(any_shape());
  const BlockersFinding one = blockers_of(*made, 1);
  const BlockersFinding three = blockers_of(*made, 3);
  RC_ASSERT(points_in(one.frequent_openings) == points_in(three.frequent_openings));
  RC_ASSERT(points_in(one.openings) == points_in(three.openings));
  for (std::size_t i = 0; i < one.sticking_points.size(); ++i) {
    RC_ASSERT(one.sticking_points[i].unblocking_effect.value ==
              three.sticking_points[i].unblocking_effect.value);
  }
  for (std::size_t i = 0; i < one.cheapest.size(); ++i)
    RC_ASSERT(one.cheapest[i].package == three.cheapest[i].package);
}

/// The same case with its two principals' wants and statements exchanged.
std::unique_ptr<SmallCase> with_parties_exchanged(const SmallCase& made) {
  auto exchanged = std::make_unique<SmallCase>();
  exchanged->subject = made.subject;
  exchanged->scenarios = made.scenarios;
  const PartyIndex a(0), b(1);
  for (auto& statement : exchanged->subject.statements) statement.party = statement.party == a ? b : a;
  std::swap(exchanged->scenarios.parties[a], exchanged->scenarios.parties[b]);
  exchanged->join();
  return exchanged;
}

RC_GTEST_PROP(Blockers, DoNotFavourAParty, ()) {
  SmallShape shape = any_shape();
  shape.principals = 2;
  shape.guarantor = false;
  const auto made = any_case(shape);
  const auto exchanged = with_parties_exchanged(*made);
  const BlockersFinding before = blockers_of(*made), after = blockers_of(*exchanged);
  for (const StickingPoint& point : before.sticking_points) {
    const auto twin =
        std::find_if(after.sticking_points.begin(), after.sticking_points.end(), [&](const auto& other) {
          return other.party != point.party && other.kind == point.kind &&
                 other.id.substr(3) == point.id.substr(3);
        });
    RC_ASSERT(twin != after.sticking_points.end());
    RC_ASSERT(twin->unblocking_effect.value == point.unblocking_effect.value);
  }
  RC_ASSERT(before.openings.size() == after.openings.size());
  RC_ASSERT(before.incompatible.size() == after.incompatible.size());
  for (std::size_t i = 0; i < before.hardest_issues.size(); ++i) {
    RC_ASSERT(before.hardest_issues[i].issue == after.hardest_issues[i].issue);
  }
  for (std::size_t i = 0; i < before.balanced.size(); ++i) {
    RC_ASSERT(before.balanced[i].package == after.balanced[i].package);
  }
}

TEST(NominalScenario, KeepsWhatNeverChangesExactly) {
  const auto made = standoff();
  for (auto& wants : made->scenarios.parties) wants.no_deal = {0.1, 0.1};
  const findings::Scenarios nominal = nominal_scenario(made->scenarios, made->standing);
  EXPECT_EQ(nominal.parties[PartyIndex(0)].no_deal[0], 0.1);
  EXPECT_EQ(nominal.parties[PartyIndex(0)].real_limits[0], 1U);
}

}  // namespace
}  // namespace modus::blockers
