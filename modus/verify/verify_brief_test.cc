// Findings of the hand-made case of small_case_for_tests.h, and every way to get them wrong.
#include "modus/verify/verify_brief.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "modus/verify/small_case_for_tests.h"

namespace modus::verify {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::StatementIndex;
using findings::BriefFinding;
using findings::PackageView;

using namespace tests;  // NOLINT: the hand-made case

PackageView best_view() {
  PackageView view;
  view.package = package(0, 0);
  view.joint_acceptance.value = 0.25;
  view.parties.assign(2, {});
  for (auto& party : view.parties) party.asked = true;
  view.parties[kPort].acceptance.value = 1;
  view.parties[kPort].gain = {10, 10, 10};
  view.parties[kUnion].acceptance.value = 0.25;
  view.parties[kUnion].gain = {-2, -14, 10};
  view.parties[kUnion].refuses_alone = 0.75;
  view.parties[kUnion].limits_met = {LimitIndex(0)};
  findings::Belief no_deal, limit;
  no_deal.party = limit.party = kUnion;
  no_deal.before = 32;
  no_deal.given = 20;
  limit.kind = findings::Belief::Kind::kLimitReal;
  limit.before = 0.5;
  view.central = {no_deal, limit};
  return view;
}

findings::ZoneFinding right_zone() {
  findings::ZoneFinding zone;
  zone.zone_probability = {0.25, 0.2, 0.1, 0.5, 4};
  zone.range_low = 0.1;
  zone.range_high = 0.6;
  zone.point_is_fair = false;
  zone.max_joint_acceptance = zone.max_joint_acceptance_raw = 0.25;
  zone.package_count = zone.combination_count = 4;
  zone.parties.assign(2, {});
  zone.parties[kPort].acceptance = 0.5;
  zone.parties[kPort].no_deal = {50, 50, 50};
  zone.parties[kPort].zone_without.value = 1;
  zone.parties[kUnion].acceptance = 9.0 / 16;
  zone.parties[kUnion].no_deal = {32, 20, 44};
  zone.parties[kUnion].zone_without.value = 1;
  zone.option_shares = {{kCrews, OptionIndex(0), 1},
                        {kCrews, OptionIndex(1), 0},
                        {kFund, OptionIndex(0), 1},
                        {kFund, OptionIndex(1), 0}};
  zone.best = best_view();
  zone.drafts = {best_view()};
  findings::RestsOn other;
  other.in_range = true;
  other.zone_probability.value = 0.6;
  zone.rests_on = {other};
  return zone;
}

findings::StickingPoint point(findings::StickingPoint::Kind kind, const std::string& id, PartyIndex party,
                              double probability, double effect) {
  findings::StickingPoint made;
  made.kind = kind;
  made.id = id;
  made.party = party;
  made.probability = probability;
  made.unblocking_effect.value = effect;
  return made;
}

findings::LeastMoves moves(std::size_t crews, std::size_t fund, findings::Move move, double total) {
  return {package(crews, fund), {std::move(move)}, total, total};
}

findings::BlockersFinding right_blockers() {
  using Kind = findings::StickingPoint::Kind;
  findings::BlockersFinding blockers;
  blockers.sticking_points = {point(Kind::kLimit, "union:s0", kUnion, 0.5, 0.25),
                              point(Kind::kNoDeal, "port:no_deal", kPort, 1, 0.75),
                              point(Kind::kNoDeal, "union:no_deal", kUnion, 1, 0.25)};
  blockers.incompatible = {{{0, 1}, 0.5}, {{1, 2}, 0.5}};
  blockers.openings = {{{1}, 0.75}, {{0, 2}, 0.25}};
  blockers.frequent_openings = {{{1}, 0.75}, {{0}, 0.25}, {{2}, 0.25}, {{0, 2}, 0.25}};
  findings::PairEffect pair;
  pair.second = 2;
  pair.unblocking_effect.value = 0.75;
  pair.only_together = 0.25;
  blockers.pairs = {pair};
  blockers.hardest_issues = {{kCrews, {}, {}}, {kFund, {}, {}}};
  blockers.hardest_issues[0].unblocking_effect.value = 0.75;
  blockers.cheapest = {moves(1, 1, {kPort, 10, {}}, 10), moves(0, 0, {kUnion, 2, {LimitIndex(0)}}, 14.5),
                       moves(0, 1, {kUnion, 32, {LimitIndex(0)}}, 44.5)};
  blockers.balanced = blockers.cheapest;
  return blockers;
}

findings::PackagesFinding right_packages() {
  findings::PackagesFinding packages;
  packages.families = {{{{kCrews, OptionIndex(0)}, {kFund, OptionIndex(0)}}, {best_view()}, 0.25, 0.25, 1}};
  packages.common_ground = {{{kCrews, OptionIndex(0)}, false, 1, {}},
                            {{kFund, OptionIndex(0)}, false, 1, {}}};
  return packages;
}

BriefFinding right_brief() {
  BriefFinding brief;
  brief.zone = right_zone();
  brief.blockers = right_blockers();
  brief.packages = right_packages();
  brief.statements = {{StatementIndex(0), 1, 0.9, 0.5, true}};
  return brief;
}

VerifyReport verified(const BriefFinding& brief, const VerifyOptions& options = {}) {
  const Case subject = small_case();
  return verify_brief(subject, small_scenarios(), brief, options);
}

std::string problems_of(const VerifyReport& report) {
  std::string text;
  for (const auto& problem : report.problems) text += base::describe(problem) + "\n";
  return text;
}

TEST(VerifyBrief, ConfirmsFindingsWorkedOutByHand) {
  const VerifyReport report = verified(right_brief());
  EXPECT_EQ(problems_of(report), "");
  EXPECT_TRUE(report.not_done.empty());
  EXPECT_GT(report.done.size(), 15U);
}

TEST(VerifyBrief, ListsChecksThatWouldCostTooMuch) {
  const VerifyReport report = verified(right_brief(), {10, 1e-9});
  EXPECT_EQ(problems_of(report), "");
  ASSERT_EQ(report.not_done.size(), 2U);
  EXPECT_EQ(report.not_done.front(), "every package in every scenario: it would take 640 evaluations");
}

TEST(VerifyBrief, LooksOnlyAtThePartsThatAreFilled) {
  const Case subject = small_case();
  BriefFinding brief = right_brief();
  brief.blockers = {};
  brief.packages = {};
  brief.questions = {};
  const BriefParts parts{true, false, false, false};
  EXPECT_EQ(problems_of(verify_brief(subject, small_scenarios(), brief, {}, parts)), "");
  EXPECT_FALSE(verify_brief(subject, small_scenarios(), brief, {}).problems.empty());
}

TEST(VerifyBrief, RefusesScenariosThatDoNotFitTheCase) {
  findings::Scenarios scenarios = small_scenarios();
  scenarios.parties[kUnion].no_deal.pop_back();
  const Case subject = small_case();
  const VerifyReport report = verify_brief(subject, scenarios, right_brief(), {});
  ASSERT_EQ(report.problems.size(), 1U);
  EXPECT_EQ(report.problems.front().what, "scenarios: it is not so that they fit the case");
}

TEST(VerifyBrief, LeavesRoomForScenariosThatRoundingCouldDecide) {
  const Case subject = small_case();
  findings::Scenarios scenarios = small_scenarios();
  for (double& value : scenarios.parties[kPort].values)
    value += value == 120 ? -20 + 1e-13 : 0;  // cut: 50 points
  BriefFinding brief = right_brief();
  brief.zone.zone_probability.value = 0;
  const VerifyReport report = verify_brief(subject, scenarios, brief, {});
  for (const auto& problem : report.problems)
    EXPECT_EQ(problem.what.find("zone probability: zone"), std::string::npos);
}

struct Mistake {
  const char* name;
  std::function<void(BriefFinding&)> make;
};

void PrintTo(const Mistake& mistake, std::ostream* stream) { *stream << mistake.name; }

class VerifyBriefFinds : public testing::TestWithParam<Mistake> {};

TEST_P(VerifyBriefFinds, EachMistake) {
  BriefFinding brief = right_brief();
  GetParam().make(brief);
  EXPECT_FALSE(verified(brief).problems.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Zone, VerifyBriefFinds,
    testing::Values(Mistake{"package_count", [](auto& b) { b.zone.package_count = 3; }},
                    Mistake{"combination_count", [](auto& b) { b.zone.combination_count = 5; }},
                    Mistake{"zone_probability", [](auto& b) { b.zone.zone_probability.value = 0.5; }},
                    Mistake{"not_a_number", [](auto& b) { b.zone.zone_probability.value = std::nan(""); }},
                    Mistake{"raw", [](auto& b) { b.zone.max_joint_acceptance_raw = 0.5; }},
                    Mistake{"corrected", [](auto& b) { b.zone.max_joint_acceptance = 0.2; }},
                    Mistake{"best", [](auto& b) { b.zone.best.package = package(0, 1); }},
                    Mistake{"acceptance", [](auto& b) { b.zone.parties[kUnion].acceptance = 0.5; }},
                    Mistake{"zone_without", [](auto& b) { b.zone.parties[kPort].zone_without.value = 0.25; }},
                    Mistake{"no_deal", [](auto& b) { b.zone.parties[kUnion].no_deal.high = 20; }},
                    Mistake{"stalling", [](auto& b) { b.zone.parties[kUnion].stalling = 0.25; }},
                    Mistake{"option_share", [](auto& b) { b.zone.option_shares[1].in_zone = 1; }},
                    Mistake{"option_missing", [](auto& b) { b.zone.option_shares.pop_back(); }},
                    Mistake{"range", [](auto& b) { b.zone.range_high = 0.5; }},
                    Mistake{"fair", [](auto& b) { b.zone.point_is_fair = true; }},
                    Mistake{"draft", [](auto& b) { b.zone.drafts[0].joint_acceptance.value = 0; }}));

INSTANTIATE_TEST_SUITE_P(
    Package, VerifyBriefFinds,
    testing::Values(
        Mistake{"asked", [](auto& b) { b.zone.best.parties[kPort].asked = false; }},
        Mistake{"acceptance", [](auto& b) { b.zone.best.parties[kPort].acceptance.value = 0.5; }},
        Mistake{"median", [](auto& b) { b.zone.best.parties[kUnion].gain.median = 10; }},
        Mistake{"low", [](auto& b) { b.zone.best.parties[kUnion].gain.low = -2; }},
        Mistake{"alone", [](auto& b) { b.zone.best.parties[kUnion].refuses_alone = 0.5; }},
        Mistake{"limits", [](auto& b) { b.zone.best.parties[kUnion].limits_met.clear(); }},
        Mistake{"certain",
                [](auto& b) { b.zone.best.parties[kUnion].sureness = findings::Sureness::kCertain; }},
        Mistake{"impossible",
                [](auto& b) { b.zone.best.parties[kPort].sureness = findings::Sureness::kImpossible; }},
        Mistake{"norm", [](auto& b) { b.zone.best.norms_touched = {0}; }},
        Mistake{"guarantor", [](auto& b) { b.zone.best.guarantors_committed = {kPort}; }},
        Mistake{"belief_before", [](auto& b) { b.zone.best.central[0].before = 20; }},
        Mistake{"belief_given", [](auto& b) { b.zone.best.central[1].given = 0.5; }},
        Mistake{"family_common", [](auto& b) { b.packages.families[0].common[0].option = OptionIndex(1); }},
        Mistake{"family_low", [](auto& b) { b.packages.families[0].acceptance_low = 0.2; }},
        Mistake{"one_sided",
                [](auto& b) {
                  b.packages.families.push_back(b.packages.families[0]);
                  b.packages.families[0].packages[0].one_sided_for = kPort;
                }},
        Mistake{"common_ground", [](auto& b) { b.packages.common_ground.pop_back(); }},
        Mistake{"in_zone", [](auto& b) { b.packages.common_ground[0].in_zone = 0.9; }}));

INSTANTIATE_TEST_SUITE_P(
    Blockers, VerifyBriefFinds,
    testing::Values(
        Mistake{"missing_point", [](auto& b) { b.blockers.sticking_points.pop_back(); }},
        Mistake{"id", [](auto& b) { b.blockers.sticking_points[0].id = "union:s1"; }},
        Mistake{"probability", [](auto& b) { b.blockers.sticking_points[0].probability = 0.9; }},
        Mistake{"effect", [](auto& b) { b.blockers.sticking_points[1].unblocking_effect.value = 0.5; }},
        Mistake{"nominal", [](auto& b) { b.blockers.nominal_has_zone = true; }},
        Mistake{"incompatible_missing", [](auto& b) { b.blockers.incompatible.pop_back(); }},
        Mistake{"incompatible_too_large",
                [](auto& b) {
                  b.blockers.incompatible[1].points = {0, 1, 2};
                }},
        Mistake{"incompatible_too_small", [](auto& b) { b.blockers.incompatible[0].points = {0}; }},
        Mistake{"opening_missing", [](auto& b) { b.blockers.openings.pop_back(); }},
        Mistake{"opening_too_large",
                [](auto& b) {
                  b.blockers.openings[1].points = {0, 1, 2};
                }},
        Mistake{"unknown_point", [](auto& b) { b.blockers.openings[0].points = {7}; }},
        Mistake{"frequency", [](auto& b) { b.blockers.openings[0].frequency = 0.5; }},
        Mistake{"incompatible_frequency", [](auto& b) { b.blockers.incompatible[0].frequency = 0.25; }},
        Mistake{"frequent", [](auto& b) { b.blockers.frequent_openings[3].frequency = 0.5; }},
        Mistake{"pair", [](auto& b) { b.blockers.pairs[0].unblocking_effect.value = 0.5; }},
        Mistake{"together", [](auto& b) { b.blockers.pairs[0].only_together = 0.5; }},
        Mistake{"pair_missing", [](auto& b) { b.blockers.pairs.clear(); }},
        Mistake{"issue", [](auto& b) { b.blockers.hardest_issues[1].unblocking_effect.value = 0.25; }},
        Mistake{"issue_missing", [](auto& b) { b.blockers.hardest_issues.pop_back(); }},
        Mistake{"cheapest", [](auto& b) { b.blockers.cheapest[0].total = 9; }},
        Mistake{"cheapest_order", [](auto& b) { std::swap(b.blockers.cheapest[0], b.blockers.cheapest[1]); }},
        Mistake{"limit_given_up", [](auto& b) { b.blockers.cheapest[1].moves[0].limits_given_up.clear(); }},
        Mistake{"balanced_missing", [](auto& b) { b.blockers.balanced.pop_back(); }},
        Mistake{"stalling", [](auto& b) { b.blockers.stalling.value = 0.25; }}));

INSTANTIATE_TEST_SUITE_P(
    Statements, VerifyBriefFinds,
    testing::Values(
        Mistake{"entered", [](auto& b) { b.statements[0].meant_entered = 0.8; }},
        Mistake{"after", [](auto& b) { b.statements[0].meant_after = 0.9; }},
        Mistake{"counted", [](auto& b) { b.statements[0].counted = false; }},
        Mistake{"statement_missing", [](auto& b) { b.statements.clear(); }}));

}  // namespace
}  // namespace modus::verify
