#include "modus/drafting/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/drafting/any_reading_for_tests.h"
#include "modus/drafting/draft_case.h"
#include "modus/drafting/fingerprints.h"
#include "modus/drafting/outline.h"
#include "modus/drafting/review.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::StatementKind;
using reading::Reading;
using reading::ReadKind;
using testing::HasSubstr;

Case drafted(const std::vector<Reading>& readings, const Case* known = nullptr) {
  DraftOptions options;
  options.known = known;
  auto made = draft_case(readings, options);
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : base::describe(made.problems().front()));
  return made.ok() ? std::move(made).value().subject : Case();
}

Merged merged(const Case& existing, const std::vector<Reading>& readings) {
  auto made = merge(existing, drafted(readings, &existing));
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : base::describe(made.problems().front()));
  return made.ok() ? std::move(made).value() : Merged();
}

// All that the case file would hold, but for the head.
void expect_same(const Case& a, const Case& b) {
  EXPECT_EQ(fingerprints_of(outline_of(a)), fingerprints_of(outline_of(b)));
  EXPECT_TRUE(a.draft == b.draft);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.as_of, b.as_of);
}

ReadingMaker second_report() {
  ReadingMaker maker("second.txt", "Courier", "2026-03-14");
  const auto dockers = maker.actor("Dockers' Union"), city = maker.actor("City of Arn");
  const auto pay = maker.issue("pay rise"), crews = maker.issue("crew size");
  maker.says(dockers, ReadKind::kAccept, "a 5 per cent pay rise", {pay});
  maker.says(city, ReadKind::kDemand, "crews of nine", {crews});
  return maker;
}

Case edited(const Case& subject, const std::function<void(Outline&)>& edit) {
  Outline outline = outline_of(subject);
  edit(outline);
  auto made = case_of(outline);
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : base::describe(made.problems().front()));
  return made.ok() ? std::move(made).value() : Case();
}

std::string id_of(const Case& subject, StatementKind kind, const std::string& party) {
  for (const auto& one : subject.statements) {
    if (one.kind == kind && subject.parties[one.party].id == party) return one.id;
  }
  return "";
}

TEST(Merge, OfTheSameReportsChangesNothing) {
  const Case first = drafted({strike().make()});
  const Merged again = merged(first, {strike().make()});
  expect_same(again.subject, first);
  EXPECT_TRUE(again.conflicts.empty());
}

TEST(Merge, AddsWhatANewReportSays) {
  const Case first = drafted({strike().make()});
  const Case both = merged(first, {second_report().make()}).subject;
  EXPECT_EQ(both.statements.size(), first.statements.size() + 2);
  EXPECT_EQ(both.issues.size(), 3U);
  EXPECT_TRUE(both.find_party("city_of_arn").has_value());
  EXPECT_EQ(both.as_of, std::chrono::sys_days(std::chrono::year(2026) / 3 / 14));
  expect_same(merged(both, {strike().make(), second_report().make()}).subject, both);
}

TEST(Merge, KeepsWhatAPersonChanged) {
  const Case first = drafted({strike().make()});
  const std::string id = id_of(first, StatementKind::kOffers, "port_authority");
  const Case mine = edited(first, [&](Outline& outline) {
    outline.statements.at(id).value.meant = 0.4;
    outline.statements.at(id).value.kind = StatementKind::kAccepts;
    outline.issues.at("pay_rise").value.name = "Pay";
    outline.parties.at("port_authority").value.name = "The port";
    outline.rest.title = "The strike at Arn";
  });
  const Case both = merged(mine, {strike().make(), second_report().make()}).subject;
  EXPECT_EQ(both.statements[*both.find_statement(id)].kind, StatementKind::kAccepts);
  EXPECT_EQ(both.statements[*both.find_statement(id)].meant, 0.4);
  EXPECT_EQ(both.issues[*both.find_issue("pay_rise")].name, "Pay");
  EXPECT_EQ(both.parties[*both.find_party("port_authority")].name, "The port");
  EXPECT_EQ(both.title, "The strike at Arn");
  EXPECT_EQ(both.statements.size(), first.statements.size() + 2);
}

TEST(Merge, LeavesOutWhatAPersonTookOut) {
  const Case first = drafted({strike().make()});
  const std::string id = id_of(first, StatementKind::kRedLine, "dockers_union");
  const Case mine = edited(first, [&](Outline& outline) {
    forget(outline, id);
    outline.timeline.clear();
    outline.rest.draft->questions.clear();
  });
  const Case both = merged(mine, {strike().make(), second_report().make()}).subject;
  EXPECT_FALSE(both.find_statement(id).has_value());
  EXPECT_TRUE(both.timeline.empty());
  for (const auto& question : both.draft->questions) EXPECT_NE(question.about, id);
}

TEST(Merge, ListsWhatWouldGoWhereSomethingWasTakenOut) {
  const Case first = drafted({strike().make()});
  const Case mine = edited(first, [](Outline& outline) {
    const auto of_pay = [](const auto& entry) {
      return entry.second.what.find("pay_rise") != std::string::npos;
    };
    std::erase_if(outline.statements, of_pay);
    outline.issues.erase("pay_rise");
    outline.rest.draft->questions.clear();
  });
  const Merged both = merged(mine, {second_report().make()});
  EXPECT_FALSE(both.subject.find_issue("pay_rise").has_value());
  ASSERT_EQ(both.conflicts.size(), 1U);
  EXPECT_THAT(both.conflicts.front().reads, HasSubstr("dockers_union accepts pay_rise"));
}

TEST(Merge, DoesNotAddIssuesToACaseWithWholePackages) {
  const Case first = drafted({strike().make()});
  Case mine = first;
  mine.drafts.push_back({"ours", case_model::Package(first.issues.size()), {}});
  const Merged both = merged(mine, {second_report().make()});
  EXPECT_EQ(both.subject.issues.size(), first.issues.size());
  EXPECT_EQ(both.subject.drafts.size(), 1U);
  EXPECT_THAT(both.conflicts.front().about, HasSubstr("issues/crew_size"));
}

TEST(Merge, DoesNotAddOptionsToAnIssueThatSomebodyOrdered) {
  const Case first = drafted({strike().make()});
  Case mine = first;
  const auto pay = *first.find_issue("pay_rise");
  mine.judgments[*first.find_party("dockers_union")].order[pay] = first.issues[pay].options.indices();
  const Merged both = merged(mine, {second_report().make()});
  EXPECT_EQ(both.subject.issues[*both.subject.find_issue("pay_rise")].options.size(),
            first.issues[pay].options.size());
  EXPECT_EQ(both.subject.judgments[*both.subject.find_party("dockers_union")]
                .order[*both.subject.find_issue("pay_rise")]
                .size(),
            3U);
  EXPECT_FALSE(both.conflicts.empty());
}

TEST(Merge, CountsACaseWrittenByHandAsAPersonsOwn) {
  Case by_hand = drafted({strike().make()});
  by_hand.draft.reset();
  const Case both = merged(by_hand, {second_report().make()}).subject;
  for (const auto& one : by_hand.statements) EXPECT_TRUE(both.find_statement(one.id).has_value());
  EXPECT_EQ(both.statements.size(), by_hand.statements.size() + 2);
}

TEST(Merge, FollowsAReportWhoseBytesHaveChanged) {
  const Case first = drafted({strike().make()});
  ReadingMaker corrected("strike.txt");
  const auto union_ = corrected.actor("Dockers' Union");
  const auto pay = corrected.issue("pay rise");
  corrected.says(union_, ReadKind::kDemand, "an 8 per cent pay rise", {pay});
  const Case now = merged(first, {corrected.make()}).subject;
  EXPECT_EQ(now.statements.size(), 1U);
  EXPECT_EQ(now.statements.raw().front().quote.text, "an 8 per cent pay rise");
}

TEST(Merge, DoesNotAskAgainWhatWasAnswered) {
  ReadingMaker maker = strike();
  maker.reading().statements.front().flags.conditional = true;
  const Case first = drafted({maker.make()});
  ASSERT_FALSE(first.draft->questions.empty());
  Review review(first, "Mara");
  while (review.left() > 0)
    ASSERT_TRUE(review.accept(std::chrono::sys_seconds(std::chrono::seconds(1'000))).empty());
  EXPECT_TRUE(review.subject().draft->questions.empty());
  const Case both = merged(review.subject(), {maker.make(), second_report().make()}).subject;
  for (const auto& question : both.draft->questions) {
    for (const auto& decision : both.draft->decisions) EXPECT_NE(question.about, decision.about);
  }
  EXPECT_EQ(both.draft->decisions.size(), review.subject().draft->decisions.size());
}

RC_GTEST_PROP(MergeLaws, TheSameReportsChangeNothing, ()) {
  const std::vector<Reading> readings = any_readings();
  const auto first = draft_case(readings);
  if (!first) return;
  DraftOptions options;
  options.known = &first.value().subject;
  const auto again = draft_case(readings, options);
  if (!again) return;
  const auto both = merge(first.value().subject, again.value().subject);
  RC_ASSERT(both.ok());
  RC_ASSERT(both.value().subject.draft == first.value().subject.draft);
  RC_ASSERT(fingerprints_of(outline_of(both.value().subject)) ==
            fingerprints_of(outline_of(first.value().subject)));
  RC_ASSERT(both.value().conflicts.empty());
}

RC_GTEST_PROP(MergeLaws, WhatIsThereStaysAndAgainIsTheSame, ()) {
  const std::vector<Reading> readings = any_readings();
  const auto first = draft_case(readings);
  if (!first) return;
  const Case& mine = first.value().subject;
  DraftOptions options;
  options.known = &mine;
  std::vector<Reading> more = {any_reading_of("later.txt")};
  const auto fresh = draft_case(more, options);
  if (!fresh) return;
  const auto both = merge(mine, fresh.value().subject);
  RC_ASSERT(both.ok());
  for (const auto& one : mine.statements) RC_ASSERT(both.value().subject.find_statement(one.id).has_value());
  for (const auto& one : mine.issues) RC_ASSERT(both.value().subject.find_issue(one.id).has_value());
  options.known = &both.value().subject;
  const auto again = draft_case(more, options);
  if (!again) return;
  const auto twice = merge(both.value().subject, again.value().subject);
  RC_ASSERT(twice.ok());
  RC_ASSERT(twice.value().subject.draft == both.value().subject.draft);
  RC_ASSERT(fingerprints_of(outline_of(twice.value().subject)) ==
            fingerprints_of(outline_of(both.value().subject)));
}

RC_GTEST_PROP(MergeLaws, WhatWasTakenOutStaysOut, ()) {
  const std::vector<Reading> readings = any_readings();
  const auto first = draft_case(readings);
  if (!first || first.value().subject.statements.empty()) return;
  Outline outline = outline_of(first.value().subject);
  const std::string gone = first.value()
                               .subject
                               .statements[case_model::StatementIndex(*rc::gen::inRange<std::size_t>(
                                   0, first.value().subject.statements.size()))]
                               .id;
  forget(outline, gone);
  const auto mine = case_of(outline);
  RC_ASSERT(mine.ok());
  DraftOptions options;
  options.known = &mine.value();
  std::vector<Reading> more = readings;
  more.push_back(any_reading_of("later.txt"));
  const auto fresh = draft_case(more, options);
  if (!fresh) return;
  const auto both = merge(mine.value(), fresh.value().subject);
  RC_ASSERT(both.ok());
  RC_ASSERT(!both.value().subject.find_statement(gone).has_value());
}

}  // namespace
}  // namespace modus::drafting
