#include "modus/catalogue/text_rounds.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "modus/formats/read_case.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using case_model::PartyIndex;
using case_model::ReactionKind;
using findings::TextChange;
using findings::TextFinding;

constexpr std::size_t kScenarios = 2048;

/// Two parties that see pay and leave the other way round, and may both like the new office; who values what
/// more is not known.
constexpr std::string_view kCase = R"(modus: 1
title: Two at odds
as_of: 2026-05-10
parties: {firm: {name: Firm}, staff: {name: Staff}}
issues:
  leave: {options: {long: long, short: short}}
  office: {options: {new: new, old: old}}
  pay: {options: {high: high, low: low, middle: middle}}
drafts:
  first: {leave: short, office: old, pay: low}
statements:
  - {id: f-office, party: firm, kind: prefers, what: office = new, over: office = old, channel: quoted, meant: 0.7}
  - {id: s-office, party: staff, kind: prefers, what: office = new, over: office = old, channel: quoted, meant: 0.7}
judgments:
  firm: {order: {leave: [short, long], pay: [low, middle, high]}}
  staff: {order: {leave: [long, short], pay: [high, middle, low]}}
)";

Case read(std::string_view text = kCase) {
  auto subject = formats::read_case(text);
  EXPECT_TRUE(subject.ok()) << base::describe(subject.problems().front());
  return subject.value();
}

TextFinding answer_of(const Case& subject, const std::string& draft = "",
                      const std::string& confidence = "0.5") {
  TextAsk ask;
  ask.settings.scenarios = kScenarios;
  ask.draft = draft;
  ask.confidence = confidence;
  ask.verify = true;
  const auto outcome = ask_text(subject, ask, {});
  EXPECT_NE(outcome.answer(), nullptr);
  for (const base::Problem& problem : outcome.answer()->checks.problems)
    ADD_FAILURE() << base::describe(problem);
  return *outcome.answer()->brief.text;
}

Case recorded(const Case& subject, const TextFinding& answer, const TextActions& actions) {
  const auto record = record_text(subject, answer, actions);
  EXPECT_TRUE(record.ok()) << (record.ok() ? "" : base::describe(record.problems().front()));
  return record.ok() ? record.value().after : subject;
}

std::string problem_of(const Case& subject, const TextFinding& answer, const TextActions& actions) {
  const auto record = record_text(subject, answer, actions);
  return record.ok() ? "" : base::describe(record.problems().front());
}

TextActions start() { return {.start = true}; }
TextActions change(const std::string& terms) { return {.change = terms}; }
TextActions react(const std::vector<std::string>& reactions) { return {.reactions = reactions}; }

Case started() {
  const Case subject = read();
  return recorded(subject, answer_of(subject, "first"), start());
}

TEST(TextRounds, StartPutsTheTextOnTheTable) {
  const Case after = started();
  ASSERT_EQ(after.text.size(), 1U);
  EXPECT_EQ(after.text[0].why, "draft first");
  EXPECT_EQ(after.text[0].package, after.drafts[0].package);
  EXPECT_EQ(after.text[0].on, after.as_of);
  EXPECT_EQ(answer_of(after).round, 1U);
}

TEST(TextRounds, TakingAnEditOfTheAnswerIsTheNextRound) {
  const Case first = started();
  const TextFinding answer = answer_of(first);
  ASSERT_FALSE(answer.edits.empty());
  const Case second = recorded(first, answer, {.take = "E1"});
  ASSERT_EQ(second.text.size(), 2U);
  EXPECT_EQ(second.text[1].package, answer.edits[0].to);
  EXPECT_TRUE(second.text[1].why.starts_with("edit of ")) << second.text[1].why;
  EXPECT_EQ(answer_of(second).steps.size(), 1U);
}

/// In how many scenarios the package is worth at least as much to the party as the text on the table.
double not_hurt(const Case& subject, PartyIndex party, const case_model::Package& to) {
  const auto outcome = draw_run(subject, {kScenarios, 1}, {});
  EXPECT_NE(outcome.answer(), nullptr);
  const DrawnRun& run = **outcome.answer();
  const auto after = run.acceptance.values_in_units(party, run.list.index_of(to));
  const auto before = run.acceptance.values_in_units(party, run.list.index_of(subject.text.back().package));
  std::size_t count = 0;
  for (std::size_t s = 0; s < after.size(); ++s) count += after[s] >= before[s] ? 1U : 0U;
  return static_cast<double>(count) / static_cast<double>(after.size());
}

TEST(TextRounds, CriticismMovesTheEvidenceDownAndWelcomeUp) {
  const Case first = started();
  const TextFinding answer = answer_of(first);
  ASSERT_FALSE(answer.edits.empty());
  const TextChange& office = answer.edits.front();
  const PartyIndex firm = *first.find_party("firm");
  const double before = not_hurt(first, firm, office.to);
  EXPECT_EQ(office.parties[firm].not_hurt.value, before);
  EXPECT_GT(not_hurt(recorded(first, answer, react({"firm:E1=welcomed"})), firm, office.to), before + 0.1);
  EXPECT_LT(not_hurt(recorded(first, answer, react({"firm:E1=criticised"})), firm, office.to), before - 0.2);
}

TEST(TextRounds, AReactionIsEvidenceInConfidence) {
  const Case first = started();
  const Case after = recorded(first, answer_of(first), react({"staff:pay=middle=criticised"}));
  const auto index = after.find_statement("text-1-staff");
  ASSERT_TRUE(index.has_value());
  const case_model::Statement& statement = after.statements[*index];
  EXPECT_EQ(statement.kind, case_model::StatementKind::kPrefers);
  EXPECT_EQ(case_model::write_condition(statement.what, after.issues),
            "leave = short and office = old and pay = low");
  EXPECT_EQ(case_model::write_condition(*statement.over, after.issues),
            "leave = short and office = old and pay = middle");
  EXPECT_EQ(statement.channel, case_model::Channel::kQuoted);
  EXPECT_EQ(statement.label,
            (case_model::Label{case_model::Label::Kind::kCaucus, {*after.find_party("staff")}}));
  ASSERT_EQ(after.text[0].reactions.size(), 1U);
  EXPECT_EQ(after.text[0].reactions[0].says, ReactionKind::kCriticised);
  EXPECT_EQ(after.text[0].reactions[0].statement, *index);
}

TEST(TextRounds, RefusalRejectsAWholePackage) {
  const Case first = started();
  TextActions actions = react({"staff=refused"});
  actions.label = "public";
  actions.on = "2026-05-10";
  const Case after = recorded(first, answer_of(first), actions);
  const case_model::Statement& statement = after.statements[*after.find_statement("text-1-staff")];
  EXPECT_EQ(statement.kind, case_model::StatementKind::kRejects);
  EXPECT_FALSE(statement.over.has_value());
  EXPECT_EQ(statement.label->kind, case_model::Label::Kind::kPublic);
}

TEST(TextRounds, AReactionToTheTextIsOneToTheChangeFromTheRoundBefore) {
  const Case first = started();
  const Case second = recorded(first, answer_of(first), change("pay=middle"));
  EXPECT_EQ(second.text[1].why, "change of pay by hand");
  const Case after = recorded(second, answer_of(second), react({"firm=criticised", "staff=welcomed"}));
  ASSERT_EQ(after.text[0].reactions.size(), 2U);
  EXPECT_TRUE(after.text[1].reactions.empty());
  EXPECT_EQ(after.text[0].reactions[1].to, second.text[1].package);
  EXPECT_EQ(after.statements[after.text[0].reactions[1].statement].id, "text-2-staff");
}

TEST(TextRounds, ALaterReactionToTheSameReplacesTheEarlier) {
  const Case first = started();
  Case after =
      recorded(first, answer_of(first), react({"staff:pay=middle=criticised", "firm:pay=middle=welcomed"}));
  after = recorded(after, answer_of(after), react({"staff:pay=middle=welcomed"}));
  const case_model::Statement& later = after.statements[*after.find_statement("text-1-staff-2")];
  ASSERT_EQ(later.replaces.size(), 1U);
  EXPECT_EQ(after.statements[later.replaces[0]].id, "text-1-staff");
  for (const case_model::Reaction& reaction : after.text[0].reactions) {
    EXPECT_EQ(after.statements[reaction.statement].party, reaction.party);
  }
}

TEST(TextRounds, WhatPointsAtStatementsStillDoesAfterOneIsPutIn) {
  std::string text(kCase);
  text.replace(
      text.find("  - {id: f-office"), 0,
      "  - {id: a, party: staff, kind: rejects, what: pay = low}\n"
      "  - {id: z, party: staff, kind: rejects, what: pay = low and leave = short, replaces: [a]}\n");
  const Case subject = read(text);
  Case after = recorded(subject, answer_of(subject, "first"), start());
  after = recorded(after, answer_of(after), react({"firm:leave=long=refused"}));
  const case_model::Statement& z = after.statements[*after.find_statement("z")];
  ASSERT_EQ(z.replaces.size(), 1U);
  EXPECT_EQ(after.statements[z.replaces[0]].id, "a");
}

TEST(TextRounds, AgreedTextsAreImprovedOnlyWhereThatIsAskedFor) {
  const Case first = started();
  const TextFinding answer = answer_of(first);
  const Case signed_text = recorded(first, answer, {.agree = true});
  EXPECT_TRUE(signed_text.text[0].agreed);
  const TextFinding after_deal = answer_of(signed_text);
  EXPECT_TRUE(after_deal.after_deal);
  EXPECT_NE(problem_of(signed_text, after_deal, change("pay=middle")).find("--after-deal"),
            std::string::npos);
  EXPECT_NE(problem_of(signed_text, after_deal, {.agree = true}).find("agreed already"), std::string::npos);
  TextActions improve = change("office=new");
  improve.after_deal = true;
  EXPECT_EQ(recorded(signed_text, after_deal, improve).text.size(), 2U);
}

TEST(TextRounds, BadInputSaysWhatWouldBeRight) {
  const Case subject = read(), first = started();
  const TextFinding unstarted = answer_of(subject, "first"), answer = answer_of(first);
  EXPECT_NE(problem_of(subject, unstarted, react({"staff=welcomed"})).find("--start"), std::string::npos);
  EXPECT_NE(problem_of(subject, unstarted, {.take = "E1"}).find("no text is on the table"),
            std::string::npos);
  EXPECT_NE(problem_of(first, answer, start()).find("round 1"), std::string::npos);
  EXPECT_NE(problem_of(first, answer, react({"stuff:pay=middle=welcomed"})).find("'staff'"),
            std::string::npos);
  EXPECT_NE(
      problem_of(first, answer, react({"staff:pay=middle=liked"})).find("welcomed, criticised or refused"),
      std::string::npos);
  EXPECT_NE(problem_of(first, answer, react({"staff"})).find("PARTY=WORD"), std::string::npos);
  EXPECT_NE(problem_of(first, answer, react({"staff=welcomed"})).find("none before it"), std::string::npos);
  EXPECT_NE(problem_of(first, answer, react({"staff:E99=welcomed"})).find("no edit or trade 'E99'"),
            std::string::npos);
  EXPECT_NE(problem_of(first, answer, {.take = "E99"}).find("E1"), std::string::npos);
  EXPECT_NE(problem_of(first, answer, {.take = "E1", .change = "pay=high"}).find("not both"),
            std::string::npos);
  EXPECT_NE(problem_of(first, answer, change("pay=low")).find("says so already"), std::string::npos);
  EXPECT_NE(problem_of(first, answer, change("pay=lots")).find("lots"), std::string::npos);
  TextActions late = change("pay=high");
  late.on = "2026-06-01";
  EXPECT_NE(problem_of(first, answer, late).find("as_of"), std::string::npos);
  late.on = "soon";
  EXPECT_NE(problem_of(first, answer, late).find("no day"), std::string::npos);
  late.on = "";
  late.label = "staff,boss";
  EXPECT_NE(problem_of(first, answer, late).find("'boss'"), std::string::npos);
}

TEST(TextRounds, AChangeThatBreaksARuleIsRefused) {
  const Case subject = read(std::string(kCase) + "rules: [pay = high -> leave = short]\n");
  const Case first = recorded(subject, answer_of(subject, "first"), start());
  EXPECT_NE(problem_of(first, answer_of(first), change("pay=high, leave=long")).find("breaks the rule"),
            std::string::npos);
}

TEST(TextRounds, UnknownDraftsAndConfidencesAreProblems) {
  const Case subject = read();
  TextAsk ask;
  ask.draft = "frist";
  ask.confidence = "1.5";
  const auto outcome = ask_text(subject, ask, {});
  ASSERT_NE(outcome.problems(), nullptr);
  ASSERT_EQ(outcome.problems()->size(), 2U);
  EXPECT_NE(base::describe(outcome.problems()->front()).find("'first'"), std::string::npos);
}

}  // namespace
}  // namespace modus::catalogue
