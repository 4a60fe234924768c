#include "modus/inquiry/single_text.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "modus/case_model/known_wants.h"
#include "modus/inquiry/text_cases_for_tests.h"
#include "modus/inquiry/text_scan.h"
#include "modus/zone/scan_zone.h"

namespace modus::inquiry {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::Package;
using case_model::PartyIndex;
using findings::Direction;
using findings::TextChange;
using findings::TextFinding;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace small = blockers::tests;
using small::SmallCase;

base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

zone::DrawnCase drawn(const SmallCase& made) { return {made.subject, made.standing, *made.acceptance}; }

TextFinding find(const SmallCase& made, const TextOptions& options = {}, int threads = 1) {
  return find_single_text(drawn(made), zone::scan_zone(*made.acceptance, on_threads(threads)), options,
                          on_threads(threads));
}

Package package(std::initializer_list<std::size_t> options) {
  Package made;
  for (const std::size_t option : options) made.push_back(OptionIndex(option));
  return made;
}

TEST(SingleText, ListsAnEditThatHelpsOneAndHurtsNobodyOftenEnough) {
  // To b the second option is worth less in 4 scenarios of 20.
  const auto made = case_of(1, {always({10, 30}), [](std::size_t s) {
                                  return std::vector<double>{10, s < 4 ? 5.0 : 12.0};
                                }});
  const TextFinding text = find(*made, from_draft());
  EXPECT_EQ(text.origin, TextFinding::Origin::kDraft);
  ASSERT_THAT(text.edits, SizeIs(1));
  const TextChange& edit = text.edits.front();
  EXPECT_EQ(edit.id, "E1");
  EXPECT_EQ(edit.to, package({1}));
  EXPECT_THAT(edit.issues, ElementsAre(IssueIndex(0)));
  EXPECT_EQ(edit.parties[PartyIndex(0)].helped.value, 1);
  EXPECT_EQ(edit.parties[PartyIndex(1)].not_hurt.value, 0.8);
  EXPECT_EQ(edit.parties[PartyIndex(1)].gain.median, 2);
  EXPECT_EQ(edit.nobody_hurt.value, 0.8);
  // a goes its whole way of 20; b has a way of 2, or of one point where the text is its best.
  EXPECT_DOUBLE_EQ(edit.least_share, 0.8 * 1 + 0.2 * -1);
  TextOptions stricter = from_draft();
  stricter.confidence = 0.85;
  const TextFinding none = find(*made, stricter);
  EXPECT_THAT(none.edits, IsEmpty());
  ASSERT_TRUE(none.proof.closest.has_value());
  EXPECT_EQ(none.proof.closest->to, package({1}));
  EXPECT_EQ(none.proof.closest->least_not_hurt, 0.8);
  EXPECT_EQ(none.proof.closest->id, "N1");
}

TEST(SingleText, WhatHelpsNobodyIsNoEdit) {
  const auto made = case_of(1, {always({10, 10}), always({10, 10})});
  const TextFinding text = find(*made, from_draft());
  EXPECT_THAT(text.edits, IsEmpty());
  EXPECT_FALSE(text.proof.closest.has_value());
}

TEST(SingleText, PairsChangesThatEachHurtSomebodyIntoATrade) {
  const auto made = case_of(2, {always({20, 0, 0, 50}), always({0, 50, 20, 0})});
  const TextFinding text = find(*made, from_draft());
  EXPECT_THAT(text.edits, IsEmpty());
  ASSERT_THAT(text.trades, SizeIs(1));
  EXPECT_EQ(text.trades.front().id, "T1");
  EXPECT_EQ(text.trades.front().to, package({1, 1}));
  EXPECT_EQ(text.trades.front().parties[PartyIndex(0)].gain.median, 30);
  EXPECT_EQ(text.trades_found, 1U);
}

/// Option 1 of the one issue goes only with option 1 of the other.
void link(SmallCase& made, std::size_t one, std::size_t other) {
  for (const auto& [first, second] : {std::pair{one, other}, std::pair{other, one}}) {
    case_model::Condition rule;
    rule.kind = case_model::Condition::Kind::kImplies;
    rule.parts = {small::terms(made.subject, {{IssueIndex(first), OptionIndex(1)}}),
                  small::terms(made.subject, {{IssueIndex(second), OptionIndex(1)}})};
    made.subject.rules.push_back({rule, {}});
  }
  made.join();
}

TEST(SingleText, ABundleThatRulesTieTogetherIsAnEditAndNoneContainsASmallerOne) {
  const auto made = case_of(3, {always({10, 5, 10, 20, 0, 5}), always({0, 3, 0, 3, 0, 5})});
  link(*made, 0, 1);
  const TextFinding text = find(*made, from_draft());
  std::vector<Package> edits;
  for (const TextChange& edit : text.edits) edits.push_back(edit.to);
  EXPECT_THAT(edits, ElementsAre(package({0, 0, 1}), package({1, 1, 0})));
  EXPECT_EQ(text.edits_found, 2U);  // all three together contain both
  EXPECT_THAT(text.trades, IsEmpty());
}

TEST(SingleText, ARealLimitNewlyMetHurtsAndOneThatIsLeftHelps) {
  const auto made = case_of(2, {always({0, 10, 10, 10}), always({0, 10, 10, 10})});
  small::add_limit(made->subject, PartyIndex(0),
                   {{IssueIndex(0), OptionIndex(1)}});  // met by a change of issue 0
  small::add_limit(made->subject, PartyIndex(1), {{IssueIndex(1), OptionIndex(0)}});  // met by the text
  for (std::size_t s = 0; s < kScenarios; ++s) {
    made->scenarios.parties[PartyIndex(0)].real_limits[s] = s < 10 ? 1 : 0;
    made->scenarios.parties[PartyIndex(1)].real_limits[s] = s < 15 ? 1 : 0;
  }
  made->join();
  const TextFinding text = find(*made, from_draft());
  ASSERT_THAT(text.edits, SizeIs(1));
  EXPECT_EQ(text.edits.front().to, package({0, 1}));
  EXPECT_EQ(text.edits.front().parties[PartyIndex(1)].helped.value, 0.75);
  EXPECT_THAT(text.edits.front().parties[PartyIndex(1)].limits_left, SizeIs(1));
  TextOptions lenient = from_draft();
  lenient.confidence = 0.5;
  const TextFinding more = find(*made, lenient);
  const auto met = std::find_if(more.edits.begin(), more.edits.end(), [](const TextChange& edit) {
    return edit.to == package({1, 0});
  });
  ASSERT_NE(met, more.edits.end());
  EXPECT_EQ(met->parties[PartyIndex(0)].not_hurt.value, 0.5);
  EXPECT_THAT(met->parties[PartyIndex(0)].limits_met, SizeIs(1));
}

TEST(SingleText, AGuarantorCountsWhereTheTextOrTheChangeCommitsIt) {
  const auto made = case_of(2, {always({0, 10, 0, 10}), always({0, 10, 0, 10}), always({10, 0, 10, 0})});
  case_model::Party& guarantor = made->subject.parties[PartyIndex(2)];
  guarantor.roles = {case_model::Role::kGuarantor};
  made->subject.issues[IssueIndex(0)].options[OptionIndex(1)].needs = {PartyIndex(2)};
  made->join();
  EXPECT_THAT(find(*made, from_draft()).edits, SizeIs(2));  // nothing is known of what it wants
  for (auto& order : made->subject.judgments[PartyIndex(2)].order) order = {OptionIndex(0), OptionIndex(1)};
  made->join();
  const TextFinding text = find(*made, from_draft());
  ASSERT_THAT(text.edits, SizeIs(1));  // the other change commits it, and hurts it
  EXPECT_EQ(text.edits.front().to, package({0, 1}));
  EXPECT_FALSE(text.edits.front().parties[PartyIndex(2)].asked);
  made->subject.issues[IssueIndex(0)].options[OptionIndex(0)].needs = {PartyIndex(2)};
  made->join();
  EXPECT_THAT(find(*made, from_draft()).edits, IsEmpty());  // now the text asks it whatever is changed
}

/// Not hurt, from the definition.
bool is_not_hurt(const SmallCase& made, PartyIndex party, std::size_t s, const Package& from,
                 const Package& to) {
  const zone::Acceptance& acceptance = *made.acceptance;
  if (!acceptance.is_asked(party, made.list.index_of(from)) &&
      !acceptance.is_asked(party, made.list.index_of(to)))
    return true;
  Package counted = to;
  const auto known = case_model::known_wants(made.subject, made.standing, party);
  const bool principal = made.subject.parties[party].has(case_model::Role::kPrincipal);
  for (const IssueIndex issue : to.indices())
    counted[issue] = principal || known[issue] ? to[issue] : from[issue];
  const auto before = made.list.index_of(from), after = made.list.index_of(counted);
  for (const case_model::LimitIndex limit : acceptance.limits_of(party)) {
    if (acceptance.is_real(limit, s) && acceptance.forbids(limit).at(after) &&
        !acceptance.forbids(limit).at(before))
      return false;
  }
  return acceptance.value_in_points(party, s, after) >= acceptance.value_in_points(party, s, before);
}

TEST(SingleText, NeverLosesAnybodyAnythingAtFullConfidence) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const auto made = small::random_case(
        {.principals = 3, .guarantor = true, .options = {3, 3, 2}, .rule = true, .stalling = true}, seed);
    TextOptions options;
    options.confidence = 1;
    options.after_deal = true;
    const TextFinding text = find(*made, options);
    for (const auto* list : {&text.edits, &text.trades}) {
      for (const TextChange& change : *list) {
        for (const zone::AskedParty& asked : made->acceptance->asked()) {
          if (!change.parties[asked.party].asked) continue;
          for (std::size_t s = 0; s < made->scenarios.count; ++s)
            EXPECT_TRUE(is_not_hurt(*made, asked.party, s, text.text, change.to));
        }
      }
    }
  }
}

TEST(SingleText, TheScanFindsJustThePackagesThatHurtNobodyOftenEnough) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto made = small::random_case(
        {.principals = 2, .guarantor = true, .options = {3, 4, 3}, .scenarios = 70, .rule = true}, seed);
    const Package text(made->subject.issues.size());
    const TextValues values(drawn(*made), text);
    for (const double at_least : {0.2, 0.5, 0.8}) {
      const ChangeScan scan = scan_changes(values, {at_least, 1e9}, on_threads(1));
      std::size_t expected = 0;
      for (std::uint64_t number = 0; number < made->list.combination_count(); ++number) {
        const Package to = case_model::package_at(made->subject.issues, number);
        std::size_t least = made->scenarios.count;
        for (const zone::AskedParty& asked : made->acceptance->asked()) {
          std::size_t count = 0;
          for (std::size_t s = 0; s < made->scenarios.count; ++s)
            count += is_not_hurt(*made, asked.party, s, text, to) ? 1U : 0U;
          least = std::min(least, count);
        }
        if (to == text || !case_model::meets_rules(made->subject, to)) continue;
        if (static_cast<double>(least) < at_least * static_cast<double>(made->scenarios.count) - 1e-9)
          continue;
        ++expected;
        const auto found = std::find_if(scan.survivors.begin(), scan.survivors.end(),
                                        [&](const Survivor& one) { return one.number == number; });
        ASSERT_NE(found, scan.survivors.end());
        EXPECT_EQ(found->not_hurt, least);
      }
      EXPECT_EQ(scan.survivors.size(), expected);
      EXPECT_TRUE(scan.whole);
    }
  }
}

TEST(SingleText, PastItsBudgetTheVerdictSaysSo) {
  const auto made = small::random_case({.principals = 2, .options = {3, 4, 3}, .scenarios = 256}, 7);
  TextOptions options;
  options.budget = 1;
  const TextFinding text = find(*made, options);
  EXPECT_EQ(text.verdict, findings::Verdict::kBestWithinBudget);
  EXPECT_FALSE(text.proof.whole);
  EXPECT_EQ(text.proof.scenarios, kFewestLookedAt);
  for (const TextChange& edit : text.edits) EXPECT_GE(edit.least_not_hurt, 0.8);
}

TEST(SingleText, IsProvenWhereWantsAreExact) {
  const auto made = case_of(1, {always({10, 30}), always({10, 30})});
  for (auto& party : made->scenarios.parties) party.point_valued = true;
  EXPECT_EQ(find(*made).verdict, findings::Verdict::kProven);
}

TEST(SingleText, IsTheSameOnAnyNumberOfThreads) {
  const auto made = small::random_case(
      {.principals = 3, .options = {4, 4, 4, 3}, .scenarios = 200, .whole_numbers = false}, 11);
  TextOptions options;
  options.confidence = 0.5;
  const TextFinding one = find(*made, options, 1), three = find(*made, options, 3);
  ASSERT_EQ(one.edits.size(), three.edits.size());
  for (std::size_t i = 0; i < one.edits.size(); ++i) {
    EXPECT_EQ(one.edits[i].to, three.edits[i].to);
    EXPECT_EQ(one.edits[i].least_share, three.edits[i].least_share);
  }
  ASSERT_EQ(one.proof.closest.has_value(), three.proof.closest.has_value());
  EXPECT_EQ(one.proof.closest->to, three.proof.closest->to);
}

TEST(SingleText, StartsFromTheLastRoundElseADraftElseCommonGround) {
  const auto made = case_of(2, {always({0, 30, 20, 0}), always({0, 30, 0, 20})});
  EXPECT_EQ(find(*made).origin, TextFinding::Origin::kCommonGround);
  TextOptions drafts;
  drafts.from_drafts = true;
  EXPECT_EQ(find(*made, drafts).draft, "d");
  case_model::TextRound round;
  round.package = package({0, 1});
  made->subject.text = {round};
  EXPECT_EQ(find(*made, drafts).origin, TextFinding::Origin::kRound);
  EXPECT_EQ(find(*made).text, package({0, 1}));
  EXPECT_EQ(find(*made, from_draft()).origin, TextFinding::Origin::kDraft);
}

case_model::Statement& say(SmallCase& made, std::size_t party, case_model::StatementKind kind,
                           const case_model::Part& part) {
  case_model::Statement statement;
  statement.id = "t" + std::to_string(100 + made.subject.statements.size());
  statement.party = PartyIndex(party);
  statement.kind = kind;
  statement.what = small::terms(made.subject, part);
  made.subject.statements.push_back(statement);
  return *(made.subject.statements.end() - 1);
}

TEST(SingleText, CommonGroundIsWhatAllPrincipalsSaid) {
  // All would accept any package alike; both offered the second option of issue 1.
  const auto made = case_of(2, {always({5, 5, 5, 5}), always({5, 5, 5, 5})});
  for (std::size_t party = 0; party < 2; ++party)
    say(*made, party, case_model::StatementKind::kOffers, {{IssueIndex(1), OptionIndex(1)}});
  made->join();
  const TextFinding text = find(*made);
  EXPECT_EQ(text.text[IssueIndex(1)], OptionIndex(1));
  ASSERT_THAT(text.clauses, SizeIs(2));
  EXPECT_TRUE(text.clauses[1].agreed);
  EXPECT_THAT(text.clauses[1].statements, SizeIs(2));
  EXPECT_FALSE(text.clauses[0].agreed);
}

TEST(SingleText, AClauseIsOpenWhereALimitStandsAgainstItOrSomebodyAsksForAnother) {
  const auto made = case_of(1, {always({5, 5}), always({5, 5})});
  for (std::size_t party = 0; party < 2; ++party)
    say(*made, party, case_model::StatementKind::kAccepts, {{IssueIndex(0), OptionIndex(0)}});
  made->join();
  EXPECT_TRUE(find(*made, from_draft()).clauses[0].agreed);
  small::add_limit(made->subject, PartyIndex(1), {{IssueIndex(0), OptionIndex(0)}});
  made->subject.statements.raw().back().id = "u";
  made->join();
  const findings::TextClause ruled_out = find(*made, from_draft()).clauses[0];
  EXPECT_FALSE(ruled_out.agreed);
  EXPECT_THAT(ruled_out.ruled_out_by, ElementsAre(PartyIndex(1)));
  const auto other = case_of(1, {always({5, 5}), always({5, 5})});
  say(*other, 1, case_model::StatementKind::kDemands, {{IssueIndex(0), OptionIndex(1)}});
  other->join();
  const findings::TextClause open = find(*other, from_draft()).clauses[0];
  EXPECT_FALSE(open.agreed);
  ASSERT_THAT(open.alternatives, SizeIs(1));
  EXPECT_EQ(open.alternatives[0].party, PartyIndex(1));
  EXPECT_THAT(open.alternatives[0].options, ElementsAre(false, true));
}

TEST(SingleText, TellsWhoMovedFromRoundToRound) {
  const auto made = case_of(2, {always({0, 10, 5, 5}), [](std::size_t s) {
                                  return std::vector<double>{10, s < 5 ? 15.0 : 0.0, 5, 5};
                                }});
  case_model::TextRound first, second;
  first.package = package({0, 0});
  second.package = package({1, 0});
  made->subject.text = {first, second, second};
  const TextFinding text = find(*made);
  ASSERT_THAT(text.steps, SizeIs(2));
  EXPECT_EQ(text.steps[0].round, 2U);
  EXPECT_THAT(text.steps[0].issues, ElementsAre(IssueIndex(0)));
  EXPECT_THAT(text.steps[0].moved.raw(), ElementsAre(Direction::kGained, Direction::kLost));
  EXPECT_THAT(text.steps[1].moved.raw(), ElementsAre(Direction::kUntouched, Direction::kUntouched));
}

TEST(SingleText, AWelcomedOptionCountsAsSaidUntilItIsCriticised) {
  const auto made = case_of(1, {always({5, 5}), always({5, 5})});
  for (std::size_t party = 0; party < 2; ++party) {
    say(*made, party, case_model::StatementKind::kPrefers, {{IssueIndex(0), OptionIndex(1)}}).over =
        small::terms(made->subject, {{IssueIndex(0), OptionIndex(0)}});
  }
  case_model::TextRound first, second;
  first.package = package({0});
  second.package = package({1});
  for (std::size_t party = 0; party < 2; ++party) {
    first.reactions.push_back({PartyIndex(party), case_model::ReactionKind::kWelcomed, package({1}),
                               case_model::StatementIndex(party)});
  }
  made->subject.text = {first, second};
  made->join();
  EXPECT_TRUE(find(*made).clauses[0].agreed);
  made->subject.text[0].reactions.push_back(
      {PartyIndex(0), case_model::ReactionKind::kCriticised, package({1}), case_model::StatementIndex(0)});
  EXPECT_FALSE(find(*made).clauses[0].agreed);
}

}  // namespace
}  // namespace modus::inquiry
