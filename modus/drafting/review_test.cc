#include "modus/drafting/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/drafting/codings.h"
#include "modus/drafting/draft_case.h"
#include "modus/drafting/readings_for_tests.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::DecisionKind;
using case_model::StatementKind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::chrono::sys_seconds at(int second) {
  return std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000 + second));
}

// With a question: is the demand for 8 per cent a condition?
Case strike_draft(std::string* text = nullptr) {
  ReadingMaker maker = strike();
  maker.reading().statements.front().flags.conditional = true;
  if (text != nullptr) *text = maker.text();
  DraftOptions options;
  options.files = {"strike.txt"};
  auto made = draft_case(std::vector<reading::Reading>{maker.make()}, options);
  EXPECT_TRUE(made.ok());
  return std::move(made).value().subject;
}

TEST(Review, WalksQuestionsFirstAndThenTheOtherStatements) {
  const Case subject = strike_draft();
  Review review(subject, "Mara");
  const auto questions = subject.draft->questions.size();
  ASSERT_GE(questions, 1U);
  std::size_t seen = 0;
  while (const auto item = review.item()) {
    EXPECT_EQ(item->question.has_value(), seen < questions);
    EXPECT_FALSE(item->reads_as.empty());
    ASSERT_THAT(review.accept(at(static_cast<int>(seen))), IsEmpty());
    ++seen;
  }
  EXPECT_EQ(review.left(), 0U);
  EXPECT_THAT(review.subject().draft->questions, IsEmpty());
  EXPECT_FALSE(review.accept(at(99)).empty());
  EXPECT_EQ(Review(review.subject(), "Mara").left(), 0U) << "what was decided is not shown again";
}

TEST(Review, ShowsThePassageInItsSentence) {
  std::string text;
  const Case subject = strike_draft(&text);
  Review review(subject, "Mara", {{"gazette-2026-03-12", "Before. " + text}});
  ASSERT_TRUE(review.item().has_value());
  EXPECT_FALSE(review.item()->context.empty());
  Review exact(subject, "Mara", {{"gazette-2026-03-12", text}});
  EXPECT_THAT(exact.item()->context, HasSubstr(exact.item()->passage.text));
}

TEST(Review, RecordsWhoWhenAndWhatItWas) {
  Review review(strike_draft(), "Mara");
  const auto item = review.item();
  ASSERT_TRUE(item && item->question);
  ASSERT_THAT(review.answer(item->taken == 0 ? 1 : 0, at(5)), IsEmpty());
  const auto& decisions = review.subject().draft->decisions;
  ASSERT_THAT(decisions, SizeIs(2));
  EXPECT_EQ(decisions[0].decision, DecisionKind::kAnswered);
  EXPECT_EQ(decisions[1].about, item->about);
  EXPECT_EQ(decisions[1].decision, DecisionKind::kCorrected);
  EXPECT_EQ(decisions[1].by, "Mara");
  EXPECT_EQ(decisions[1].at, at(5));
  EXPECT_EQ(decisions[1].was, item->reads_as);
}

TEST(Review, AnAnswerChangesTheStatement) {
  Review review(strike_draft(), "Mara");
  const auto item = review.item();
  ASSERT_TRUE(item && item->question);
  const std::size_t other = item->taken == 0 ? 1 : 0;
  const case_model::Coding wanted = item->codings[other];
  ASSERT_THAT(review.answer(other, at(1)), IsEmpty());
  const auto index = review.subject().find_statement(item->about);
  ASSERT_TRUE(index.has_value());
  EXPECT_EQ(review.subject().statements[*index].kind, *wanted.kind);
}

TEST(Review, ChecksACorrectionBeforeItTakesIt) {
  Review review(strike_draft(), "Mara");
  while (review.item() && review.item()->question) review.skip();
  const auto item = review.item();
  ASSERT_TRUE(item.has_value());
  Correction wrong;
  wrong.what = "pay_rise = 9_per_cent";
  const base::Problems problems = review.correct(wrong, at(1));
  ASSERT_FALSE(problems.empty());
  EXPECT_THAT(problems.front().what, HasSubstr("9_per_cent"));
  EXPECT_EQ(review.item()->about, item->about) << "still at hand";
  Correction right;
  right.kind = StatementKind::kRejects;
  right.what = "pay_rise = 3_per_cent_pay";
  right.party = "dockers_union";
  EXPECT_THAT(review.correct(right, at(2)), IsEmpty());
  const auto index = review.subject().find_statement(item->about);
  ASSERT_TRUE(index.has_value());
  EXPECT_EQ(describe(review.subject(), review.subject().statements[*index]),
            "dockers_union rejects pay_rise = 3_per_cent_pay");
}

TEST(Review, RefusesAnOfferOfMoreThanAPart) {
  Review review(strike_draft(), "Mara");
  while (review.item() && review.item()->question) review.skip();
  Correction wrong;
  wrong.kind = StatementKind::kOffers;
  wrong.what = "pay_rise != 3_per_cent_pay";
  EXPECT_FALSE(review.correct(wrong, at(1)).empty());
}

TEST(Review, DropsAStatementAndItsQuestion) {
  Review review(strike_draft(), "Mara");
  const auto item = review.item();
  ASSERT_TRUE(item && item->question);
  ASSERT_THAT(review.drop(at(1)), IsEmpty());
  EXPECT_FALSE(review.subject().find_statement(item->about).has_value());
  for (const auto& question : review.subject().draft->questions) EXPECT_NE(question.about, item->about);
}

TEST(Review, SkippingRecordsNothing) {
  const Case subject = strike_draft();
  Review review(subject, "Mara");
  const std::size_t all = review.left();
  review.skip();
  EXPECT_EQ(review.left(), all - 1);
  EXPECT_TRUE(review.subject().draft == subject.draft);
}

TEST(Review, ConfirmsIssuesThatThereAre) {
  Review review(strike_draft(), "Mara");
  EXPECT_THAT(review.confirm("pay_rise"), IsEmpty());
  EXPECT_THAT(review.confirm("pay_rise"), IsEmpty());
  EXPECT_EQ(review.subject().draft->confirmed, std::vector<std::string>{"pay_rise"});
  EXPECT_THAT(review.confirm("pay").front().fix, HasSubstr("pay_rise"));
}

TEST(Codings, AreVariedOneAtATime) {
  const Case subject = strike_draft();
  const std::vector<Variant> all = variants_of(subject, 100);
  std::size_t others = 0;
  for (const auto& question : subject.draft->questions) others += question.codings.size() - 1;
  EXPECT_EQ(all.size(), 1 + others);
  EXPECT_EQ(all.front().says, "as it stands");
  EXPECT_EQ(variants_of(subject, 2).size(), 2U);
  for (const Variant& one : all) EXPECT_FALSE(one.subject.draft.has_value());
}

TEST(Codings, AQuestionOnWhatWasEditedIsMoot) {
  Case subject = strike_draft();
  const auto about = subject.find_statement(subject.draft->questions.front().about);
  ASSERT_TRUE(about.has_value());
  subject.statements[*about].kind = StatementKind::kPrefers;
  EXPECT_FALSE(is_open(subject, subject.draft->questions.front()));
}

TEST(Codings, TwoIssuesCanBeTakenForOne) {
  Case subject = strike_draft();
  case_model::OpenQuestion question;
  question.id = "q-same";
  question.about = "night_shifts";
  question.asks = "one issue?";
  question.codings.resize(2);
  question.codings[0].says = "two";
  question.codings[1].says = "one";
  question.codings[1].same_as = "pay_rise";
  subject.draft->questions = {question};
  const auto one = apply(subject, 0, 1);
  ASSERT_TRUE(one.ok()) << base::describe(one.problems().front());
  ASSERT_EQ(one.value().issues.size(), 1U);
  EXPECT_EQ(one.value().issues[case_model::IssueIndex(0)].options.size(), 4U);
  EXPECT_EQ(one.value().statements.size(), subject.statements.size());
}

TEST(Codings, OnePartyCanBeTakenForAnother) {
  Case subject = strike_draft();
  case_model::OpenQuestion question;
  question.id = "q-fold";
  question.about = "port_authority";
  question.codings.resize(2);
  question.codings[1].same_as = "dockers_union";
  subject.draft->questions = {question};
  const auto one = apply(subject, 0, 1);
  ASSERT_TRUE(one.ok());
  EXPECT_EQ(one.value().parties.size(), 2U);
  EXPECT_EQ(one.value().timeline.front().who.size(), 2U);
}

}  // namespace
}  // namespace modus::drafting
