// A case small enough to be worked out by hand, its findings, and every way to get them wrong.
//
// Port and union settle crews (cut, keep) and the fund (city, none): four packages. Values: port cut 60, none
// 40; union keep 70, city 30. No-deal values: port 50, union 20, 20, 44, 44 in every four scenarios. The
// union's red line against cut crews is real in the second and the fourth. So the port accepts cut crews
// only; the union, in the first of four alone, cut crews with the city's fund. The four come twenty times
// over.
#include "modus/verify/verify_brief.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "modus/case_model/test_case.h"

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

const PartyIndex kPort{0}, kUnion{1};
const IssueIndex kCrews{0}, kFund{1};

Case small_case() {
  Case subject;
  subject.issues = {case_model::named_issue("crews", {"cut", "keep"}),
                    case_model::named_issue("fund", {"city", "none"})};
  add_party(subject, "port", {case_model::Role::kPrincipal});
  add_party(subject, "union", {case_model::Role::kPrincipal});
  add_statement(subject, kUnion, case_model::StatementKind::kRedLine, "crews = cut");
  return subject;
}

case_model::Package package(std::size_t crews, std::size_t fund) {
  return {OptionIndex(crews), OptionIndex(fund)};
}

constexpr std::size_t kTimes = 20;

// `no_deal` and `real` by scenario, for the first four.
findings::PartyScenarios wants(const std::vector<double>& values, const std::vector<double>& no_deal,
                               const std::vector<std::uint64_t>& real) {
  findings::PartyScenarios party;
  party.drawn = true;
  party.units_per_point = 2;
  party.options = 4;
  party.first_option = {0, 2};
  for (std::size_t s = 0; s < kTimes * no_deal.size(); ++s) {
    for (const double value : values) party.values.push_back(2 * value);
    party.no_deal.push_back(2 * no_deal[s % no_deal.size()]);
    party.real_limits.push_back(real[s % real.size()]);
  }
  party.stalling.assign(party.no_deal.size(), 0);
  return party;
}

findings::Scenarios small_scenarios() {
  findings::Scenarios scenarios;
  scenarios.count = 4 * kTimes;
  scenarios.sampling.chains = 1;
  scenarios.parties = {wants({60, 0, 0, 40}, {50, 50, 50, 50}, {0, 0, 0, 0}),
                       wants({0, 70, 30, 0}, {20, 20, 44, 44}, {0, 1, 0, 1})};
  return scenarios;
}

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

double entropy(double p) { return -p * std::log2(p) - (1 - p) * std::log2(1 - p); }

findings::Answer answer(bool yes, double chance, double zone, double best) {
  findings::Answer made;
  made.yes = yes;
  made.chance = chance;
  made.zone_probability = zone;
  made.best_acceptance = best;
  made.best = package(0, 0);
  return made;
}

findings::Belief change(findings::Belief::Kind kind, double before, double given) {
  findings::Belief made;
  made.kind = kind;
  made.party = kUnion;
  made.before = before;
  made.given = given;
  return made;
}

// Would the union accept the one package that all can accept? It does in the first of four. True answers come in 0.8
// of cases in private, in 0.5 in public; otherwise it says no.
findings::Question draft_question() {
  findings::Question draft;
  draft.kind = findings::Question::Kind::kDraft;
  draft.package = package(0, 0);
  draft.chance_yes = 0.25;
  draft.best_if_yes = 0.5;  // half of the even places, none of the odd ones
  draft.bits = entropy(0.25);
  draft.in_private.bits = entropy(0.25) - 0.8 * entropy(0.0625);
  draft.in_public.bits = entropy(0.25) - 0.875 * entropy(1.0 / 7);
  draft.answers = {answer(true, 0.2, 1, 0.5), answer(false, 0.8, 0.0625, 1.0 / 12)};
  return draft;
}

// Is the union's red line real? It is in the second and fourth of four; a union that does not answer truly says yes.
findings::Question limit_question() {
  findings::Question limit;
  limit.chance_yes = 0.5;
  limit.best_if_no = 0.25;
  limit.bits = entropy(0.25) - 0.5;
  limit.in_private.bits = entropy(0.25) - 0.6 * entropy(1.0 / 12) - 0.4;
  limit.in_public.bits = entropy(0.25) - 0.75 * entropy(1.0 / 6) - 0.25;
  limit.answers = {answer(true, 0.6, 1.0 / 12, 0.25), answer(false, 0.4, 0.5, 0.25)};
  limit.answers[0].changes = {change(findings::Belief::Kind::kLimitReal, 0.5, 0.5 / 0.6), change(findings::Belief::Kind::kNoDeal, 20, 20)};
  return limit;
}

findings::Question compare_question() {
  findings::Question compare;
  compare.kind = findings::Question::Kind::kCompare;
  compare.package = package(1, 1);
  compare.other = package(0, 0);
  compare.chance_yes = 1;
  compare.best_if_yes = 0.25;
  compare.answers = {answer(true, 0.9, 0.25, 0.25), answer(false, 0.1, 0.25, 0.25)};
  return compare;
}

findings::QuestionsFinding right_questions() {
  findings::QuestionsFinding questions;
  questions.questions = {draft_question(), limit_question(), compare_question()};
  for (auto& question : questions.questions) {
    question.party = kUnion;
    question.package_if_yes = question.package_if_no = package(0, 0);
    question.honest_private = 0.8;
    question.honest_public = 0.5;
  }
  questions.worth_asking = 3;
  return questions;
}

BriefFinding right_brief() {
  BriefFinding brief;
  brief.zone = right_zone();
  brief.blockers = right_blockers();
  brief.packages = right_packages();
  brief.questions = right_questions();
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
    Questions, VerifyBriefFinds,
    testing::Values(
        Mistake{"chance", [](auto& b) { b.questions.questions[1].chance_yes = 0.25; }},
        Mistake{"if_yes", [](auto& b) { b.questions.questions[0].best_if_yes = 0.25; }},
        Mistake{"if_no", [](auto& b) { b.questions.questions[1].best_if_no = 0.5; }},
        Mistake{"package_if_no", [](auto& b) { b.questions.questions[1].package_if_no = package(1, 0); }},
        Mistake{"ceiling", [](auto& b) { b.questions.ceiling = 0.25; }},
        Mistake{"compare",
                [](auto& b) { std::swap(b.questions.questions[2].package, b.questions.questions[2].other); }},
        Mistake{"gain", [](auto& b) { b.questions.questions[1].gain = 0.25; }},
        Mistake{"negative", [](auto& b) { b.questions.questions[2].in_private.gain = -0.25; }},
        Mistake{"more_than_true", [](auto& b) { b.questions.questions[2].in_public.gain = 0.25; }},
        Mistake{"bits", [](auto& b) { b.questions.questions[1].bits = 0.5; }},
        Mistake{"bits_private", [](auto& b) { b.questions.questions[1].in_private.bits = 0.1; }},
        Mistake{"bits_public", [](auto& b) { b.questions.questions[0].in_public.bits = 0.1; }},
        Mistake{"honest", [](auto& b) { b.questions.questions[0].honest_public = 0.6; }},
        Mistake{"leak", [](auto& b) { b.questions.questions[0].leak_risk = 0.1; }},
        Mistake{"value", [](auto& b) { b.questions.questions[0].value = 0.1; }},
        Mistake{"heard", [](auto& b) { b.questions.questions[0].answers[1].chance = 0.75; }},
        Mistake{"zone_after", [](auto& b) { b.questions.questions[1].answers[0].zone_probability = 0.25; }},
        Mistake{"best_after", [](auto& b) { b.questions.questions[0].answers[1].best_acceptance = 0.25; }},
        Mistake{"package_after", [](auto& b) { b.questions.questions[0].answers[0].best = package(1, 0); }},
        Mistake{"answer_missing", [](auto& b) { b.questions.questions[0].answers.pop_back(); }},
        Mistake{"change_limit", [](auto& b) { b.questions.questions[1].answers[0].changes[0].given = 0.9; }},
        Mistake{"change_no_deal", [](auto& b) { b.questions.questions[1].answers[0].changes[1].given = 44; }},
        Mistake{"order", [](auto& b) { std::swap(b.questions.questions[0], b.questions.questions[1]); }},
        Mistake{"worth_asking", [](auto& b) { b.questions.worth_asking = 2; }},
        Mistake{"no_zone", [](auto& b) { b.questions.no_zone = true; }},
        Mistake{"party", [](auto& b) { b.questions.questions[2].party = PartyIndex(5); }},
        Mistake{"entered", [](auto& b) { b.statements[0].meant_entered = 0.8; }},
        Mistake{"after", [](auto& b) { b.statements[0].meant_after = 0.9; }},
        Mistake{"counted", [](auto& b) { b.statements[0].counted = false; }},
        Mistake{"statement_missing", [](auto& b) { b.statements.clear(); }}));

}  // namespace
}  // namespace modus::verify
