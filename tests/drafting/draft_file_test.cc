/// \file A draft as a file: the case reader accepts what is written, and reading again changes no byte.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/drafting/any_reading_for_tests.h"
#include "modus/drafting/codings.h"
#include "modus/drafting/draft_case.h"
#include "modus/drafting/merge.h"
#include "modus/drafting/review.h"
#include "modus/formats/read_case.h"
#include "modus/formats/write_case.h"

namespace modus::tests {
namespace {

using case_model::Case;

std::optional<Case> any_draft(const std::vector<reading::Reading>& readings, const Case* known = nullptr) {
  drafting::DraftOptions options;
  options.known = known;
  auto made = drafting::draft_case(readings, options);
  if (!made) return std::nullopt;
  return std::move(made).value().subject;
}

// The file reads back as itself.
Case through_the_file(const Case& subject) {
  const std::string text = formats::write_case(subject);
  const auto read = formats::read_case(text);
  RC_LOG() << (read.ok() ? "" : base::describe(read.problems().front())) << "\n" << text;
  RC_ASSERT(read.ok());
  RC_ASSERT(formats::write_case(read.value()) == text);
  return read.value();
}

RC_GTEST_PROP(DraftFile, PassesTheCheck, ()) {
  const auto draft = any_draft(drafting::any_readings());
  if (draft) through_the_file(*draft);
}

RC_GTEST_PROP(DraftFile, ReadingTheSameReportsAgainChangesNoByte, ()) {
  const std::vector<reading::Reading> readings = drafting::any_readings();
  const auto draft = any_draft(readings);
  if (!draft) return;
  const Case kept = through_the_file(*draft);
  const auto fresh = any_draft(readings, &kept);
  if (!fresh) return;
  const auto both = drafting::merge(kept, *fresh);
  RC_ASSERT(both.ok());
  RC_ASSERT(formats::write_case(both.value().subject) == formats::write_case(*draft));
}

RC_GTEST_PROP(DraftFile, AMergedCasePassesTheCheck, ()) {
  const auto draft = any_draft(drafting::any_readings());
  if (!draft) return;
  const Case kept = through_the_file(*draft);
  const auto fresh = any_draft({drafting::any_reading_of("later.txt")}, &kept);
  if (!fresh) return;
  const auto both = drafting::merge(kept, *fresh);
  RC_ASSERT(both.ok());
  const Case merged = through_the_file(both.value().subject);
  const auto again = any_draft({drafting::any_reading_of("last.txt")}, &merged);
  if (again) through_the_file(drafting::merge(merged, *again).value().subject);
}

RC_GTEST_PROP(DraftFile, EveryStepOfAReviewPassesTheCheck, ()) {
  const auto draft = any_draft(drafting::any_readings());
  if (!draft) return;
  drafting::Review review(*draft, "Mara");
  for (int step = 0; review.item(); ++step) {
    const std::chrono::sys_seconds at(std::chrono::seconds(1'700'000'000 + step));
    const auto item = review.item();
    const int choice = *rc::gen::inRange(0, 4);
    if (choice == 0 || (choice == 1 && !review.answer(item->codings.size() - 1, at).empty())) {
      RC_ASSERT(review.accept(at).empty());
    } else if (choice == 2) {
      if (!review.drop(at).empty()) review.skip();
    } else if (choice == 3) {
      review.skip();
    }
    through_the_file(review.subject());
  }
}

RC_GTEST_PROP(DraftFile, EveryCodingPassesTheCheck, ()) {
  const auto draft = any_draft({drafting::any_reading_of("a.txt")});
  if (!draft) return;
  for (std::size_t question = 0; question < draft->draft->questions.size(); ++question) {
    for (std::size_t coding = 0; coding < draft->draft->questions[question].codings.size(); ++coding) {
      const auto made = drafting::apply(*draft, question, coding);
      if (made) through_the_file(made.value());
    }
  }
}

}  // namespace
}  // namespace modus::tests
