/// \file What an audience sees does not depend on what it may not see, whatever that is.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/case_model/audience.h"
#include "modus/formats/read_case.h"
#include "modus/formats/test_texts.h"
#include "modus/formats/write_case.h"
#include "tests/audience/hidden_items.h"
#include "tests/support/files.h"

namespace modus::tests {
namespace {

using case_model::Audience;
using case_model::Case;
using formats::write_case;

/// The worked cases and one that has every part.
std::vector<Case> all() {
  std::vector<Case> cases = {formats::read_case(formats::full_case()).value()};
  for (const std::filesystem::path& path : all_cases()) cases.push_back(formats::read_case_file(path).value());
  return cases;
}

const Case& any_case() {
  static const std::vector<Case> kCases = all();
  return kCases[*rc::gen::inRange<std::size_t>(0, kCases.size())];
}

Pick any_picks() { return fixed_picks(*rc::gen::noShrink(rc::gen::arbitrary<std::uint64_t>())); }

Case any_labelled() { return with_labels(any_case(), any_picks()); }

Audience any_audience(const Case& subject) {
  const auto all = outsiders(subject);
  return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

/// The first line in which two texts differ, both ways; empty where they are the same.
std::string difference(const std::string& one, const std::string& other) {
  const auto a = lines_of(one), b = lines_of(other);
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string left = i < a.size() ? a[i] : "the end", right = i < b.size() ? b[i] : "the end";
    if (left != right) return left + " / " + right;
  }
  return "";
}

RC_GTEST_PROP(SeenBy, WhatIsHiddenChangesNothing, ()) {
  const Case labelled = any_labelled();
  const Audience audience = any_audience(labelled);
  const Case other = with_other_hidden_items(labelled, audience, any_picks());
  RC_ASSERT(difference(write_case(seen_by(labelled, audience)), write_case(seen_by(other, audience))) == "");
  RC_CLASSIFY(write_case(other) != write_case(labelled), "something hidden was changed");
}

RC_GTEST_PROP(SeenBy, OnceIsEnough, ()) {
  const Case labelled = any_labelled();
  const Audience audience = any_audience(labelled);
  const Case seen = seen_by(labelled, audience);
  RC_ASSERT(write_case(seen_by(seen, audience)) == write_case(seen));
}

RC_GTEST_PROP(SeenBy, IsACaseAsAReaderWouldMakeIt, ()) {
  const Case labelled = any_labelled();
  const Case seen = seen_by(labelled, any_audience(labelled));
  const auto read = formats::read_case(write_case(seen));
  RC_ASSERT(read.ok());
  RC_ASSERT(write_case(read.value()) == write_case(seen));
  for (const case_model::PartyIndex party : seen.parties.indices())
    RC_ASSERT(read.value().judgments[party].stated == seen.judgments[party].stated);
}

RC_GTEST_PROP(SeenBy, ShowsThePublicNothingThatAPartyMayNotSee, ()) {
  const Case labelled = any_labelled();
  const Audience everybody{Audience::Kind::kPublic, {}};
  const Case seen = seen_by(labelled, everybody);
  RC_ASSERT(write_case(seen_by(seen_by(labelled, any_audience(labelled)), everybody)) == write_case(seen));
}

TEST(SeenBy, LeavesTheTeamEverything) {
  for (const Case& whole : all()) EXPECT_EQ(write_case(seen_by(whole, {})), write_case(whole));
}

/// Items without a label are for the team alone, so that no worked case gives away more than it says.
TEST(SeenBy, ShowsNothingOfACaseWithoutLabels) {
  for (Case whole : all()) {
    whole.default_label.reset();
    for (auto& source : whole.sources) source.label.reset();
    for (auto& statement : whole.statements) statement.label.reset();
    const Case seen = seen_by(whole, {Audience::Kind::kPublic, {}});
    EXPECT_TRUE(seen.statements.empty());
    EXPECT_TRUE(seen.sources.empty());
  }
}

}  // namespace
}  // namespace modus::tests
