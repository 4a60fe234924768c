// Laws of drafts that must hold for whatever a reader sees.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "modus/case_model/standing.h"
#include "modus/drafting/any_reading_for_tests.h"
#include "modus/drafting/codings.h"
#include "modus/drafting/draft_case.h"
#include "modus/drafting/fingerprints.h"

namespace modus::drafting {
namespace {

using case_model::Case;

std::optional<Draft> any_draft(const std::vector<reading::Reading>& readings,
                               const DraftOptions& options = {}) {
  auto made = draft_case(readings, options);
  if (!made) return std::nullopt;
  return std::move(made).value();
}

// What formats::read_case asks of a case that goes beyond names: tests/drafting has it ask itself.
void check(const Case& subject) {
  const auto again = case_of(outline_of(subject));
  RC_ASSERT(again.ok());
  RC_ASSERT(fingerprints_of(outline_of(again.value())) == fingerprints_of(outline_of(subject)));
  for (const case_model::Issue& issue : subject.issues) RC_ASSERT(issue.options.size() >= 2U);
  for (const case_model::PartyIndex party : subject.parties.indices())
    RC_ASSERT(case_model::weigh_statements(subject).limits_of[party].size() <=
              case_model::CaseLimits::kLimitsOfAParty);
  for (const case_model::Source& source : subject.sources)
    RC_ASSERT(!subject.find_party(source.id).has_value());
}

RC_GTEST_PROP(DraftLaws, ADraftIsAValidCase, ()) {
  const auto draft = any_draft(any_readings());
  if (draft) check(draft->subject);
}

RC_GTEST_PROP(DraftLaws, EveryStatementIsWordsOfAReport, ()) {
  const std::vector<reading::Reading> readings = any_readings();
  const auto draft = any_draft(readings);
  if (!draft) return;
  std::set<std::string> said;
  for (const reading::Reading& one : readings) {
    for (const reading::ReadStatement& statement : one.statements) said.insert(statement.content.text);
  }
  for (const case_model::Statement& one : draft->subject.statements) RC_ASSERT(said.contains(one.quote.text));
  for (const case_model::Judgments& one : draft->subject.judgments) RC_ASSERT(!one.stated);
}

RC_GTEST_PROP(DraftLaws, NoPositionIsLostUntold, ()) {
  // Whatever asks, refuses, offers or accepts, and is no headline or silence, stands in the case, in a
  // question, or among what was left out.
  const std::vector<reading::Reading> readings = {any_reading_of("a.txt")};
  const auto draft = any_draft(readings);
  if (!draft) return;
  std::multiset<std::string> kept;
  for (const case_model::Statement& one : draft->subject.statements) kept.insert(one.quote.text);
  for (const case_model::OpenQuestion& one : draft->subject.draft->questions) kept.insert(one.quote.text);
  for (const LeftOut& one : draft->left_out) kept.insert(one.passage.text);
  for (const reading::ReadStatement& one : readings.front().statements) {
    const bool position = one.kind != reading::ReadKind::kClaim && one.kind != reading::ReadKind::kAssessment;
    if (position && !one.flags.headline && !one.flags.denial) RC_ASSERT(kept.contains(one.content.text));
  }
}

RC_GTEST_PROP(DraftLaws, FurtherReportsLeaveNamesAsTheyAre, ()) {
  const std::vector<reading::Reading> readings = any_readings();
  const auto before = any_draft(readings);
  std::vector<reading::Reading> more = readings;
  more.push_back(any_reading_of("later.txt"));
  const auto after = any_draft(more);
  if (!before) return;
  RC_ASSERT(after.has_value());
  for (const case_model::Source& one : before->subject.sources)
    RC_ASSERT(after->subject.find_source(one.id).has_value());
  for (const case_model::Issue& one : before->subject.issues) {
    const auto index = after->subject.find_issue(one.id);
    RC_ASSERT(index.has_value());
    RC_ASSERT(after->subject.issues[*index].name == one.name);
  }
  for (const case_model::Statement& one : before->subject.statements) {
    const auto index = after->subject.find_statement(one.id);
    RC_ASSERT(index.has_value());
    RC_ASSERT(after->subject.statements[*index].quote == one.quote);
    RC_ASSERT(write_condition(after->subject.statements[*index].what, after->subject.issues) ==
              write_condition(one.what, before->subject.issues));
  }
}

RC_GTEST_PROP(DraftLaws, SameReadingsSameDraft, ()) {
  const std::vector<reading::Reading> readings = any_readings();
  const auto one = any_draft(readings), other = any_draft(readings);
  RC_ASSERT(one.has_value() == other.has_value());
  if (!one) return;
  RC_ASSERT(one->subject.draft == other->subject.draft);
}

RC_GTEST_PROP(DraftLaws, EveryCodingGivesAValidCaseOrAReason, ()) {
  const auto draft = any_draft(any_readings());
  if (!draft) return;
  for (std::size_t q = 0; q < draft->subject.draft->questions.size(); ++q) {
    const case_model::OpenQuestion& question = draft->subject.draft->questions[q];
    RC_ASSERT(question.codings.size() >= 2U);
    RC_ASSERT(is_open(draft->subject, question));
    for (std::size_t coding = 0; coding < question.codings.size(); ++coding) {
      const auto made = apply(draft->subject, q, coding);
      if (!made) {
        RC_ASSERT(!made.problems().front().what.empty());
        continue;
      }
      check(made.value());
      RC_ASSERT(is_open(made.value(), made.value().draft->questions[q]) ||
                !question.codings[coding].same_as.empty());
    }
  }
}

}  // namespace
}  // namespace modus::drafting
