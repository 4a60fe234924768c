#include "modus/zone/contested.h"

#include <gtest/gtest.h>

#include "modus/zone/zone_test_support.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;

case_model::Condition takes(const SmallCase& small, std::size_t issue, std::size_t option) {
  case_model::Condition atom;
  atom.kind = case_model::Condition::Kind::kAtom;
  atom.issue = IssueIndex(issue);
  atom.options = {OptionIndex(option)};
  atom.allowed.assign(small.subject.issues[atom.issue].options.size(), false);
  atom.allowed[option] = true;
  return atom;
}

/// Two principals, three issues of two options each, in 64 scenarios. On issue 0 the first wants option 0 and
/// the second option 1; on issue 1 both want option 0; on issue 2 neither cares.
SmallCase two_sides() {
  SmallCase small = make_small_case(1, {.guarantor = false,
                                        .issues = 3,
                                        .limits_each = 0,
                                        .adjustments_each = 0,
                                        .rules = 0,
                                        .scenarios = 64});
  for (auto& issue : small.subject.issues) {
    issue.options.assign(2, {});
    issue.options[OptionIndex(1)].id = "other";
  }
  for (const PartyIndex party : small.subject.parties.indices()) {
    auto& wants = small.scenarios.parties[party];
    wants.options = 6;
    wants.first_option = {0, 2, 4};
    wants.values.clear();
    for (std::size_t s = 0; s < 64; ++s) {
      const double mine = party.value == 0 ? 40 : 0;
      const double flips = s % 2 == 0 ? 1 : 0;
      for (const double value : {mine, 40 - mine, 30.0, 0.0, flips, 1 - flips}) wants.values.push_back(value);
    }
  }
  return small;
}

struct Made {
  explicit Made(SmallCase from)
      : small(std::move(from)),
        list(PackageList::make(small.subject).value()),
        acceptance(small.subject, small.standing, list, small.scenarios),
        drawn{small.subject, small.standing, acceptance} {}
  SmallCase small;
  PackageList list;
  Acceptance acceptance;
  DrawnCase drawn;
};

case_model::Package package_of(std::size_t a, std::size_t b, std::size_t c) {
  return {OptionIndex(a), OptionIndex(b), OptionIndex(c)};
}

TEST(ContestedTest, AnIssueIsContestedWherePrincipalsWishForDifferentOptions) {
  const Made made(two_sides());
  const Contested contested = find_contested(made.drawn);
  EXPECT_EQ(contested.issues, std::vector<IssueIndex>{IssueIndex(0)});
  EXPECT_EQ(contested.wishes[PartyIndex(1)][IssueIndex(0)], OptionIndex(1));
}

TEST(ContestedTest, WhoeverFindsTwoOptionsEquallyLikelyBestHasNoWish) {
  const Made made(two_sides());
  EXPECT_FALSE(find_contested(made.drawn).wishes[PartyIndex(0)][IssueIndex(2)].has_value());
}

TEST(ContestedTest, AnIssueIsContestedWhereLimitsClash) {
  SmallCase small = two_sides();
  for (std::size_t p = 0; p < 2; ++p) {
    small.standing.limits_of[PartyIndex(p)] = {LimitIndex(p)};
    small.standing.limits.push_back(
        {PartyIndex(p), takes(small, 2, p), 0.5 + 0.1 * static_cast<double>(p), {}});
  }
  const Made made(std::move(small));
  EXPECT_EQ(opposed_limits(made.drawn),
            (std::vector<std::pair<LimitIndex, LimitIndex>>{{LimitIndex(0), LimitIndex(1)}}));
  const Contested contested = find_contested(made.drawn);
  EXPECT_EQ(contested.issues,
            (std::vector<IssueIndex>{IssueIndex(2), IssueIndex(0)}));  // clashing limits first
}

TEST(ContestedTest, LimitsThatLeaveAPackageDoNotClash) {
  SmallCase small = two_sides();
  for (std::size_t p = 0; p < 2; ++p) {
    small.standing.limits_of[PartyIndex(p)] = {LimitIndex(p)};
    small.standing.limits.push_back({PartyIndex(p), takes(small, p, 0), 0.5, {}});
  }
  EXPECT_TRUE(opposed_limits(Made(std::move(small)).drawn).empty());
}

TEST(ContestedTest, APackageIsOneSidedWhereOnePrincipalGetsEveryContestedWish) {
  const Made made(two_sides());
  const Contested contested = find_contested(made.drawn);
  EXPECT_EQ(one_sided_for(contested, package_of(0, 1, 0)), PartyIndex(0));
  EXPECT_EQ(one_sided_for(contested, package_of(1, 0, 0)), PartyIndex(1));
}

TEST(ContestedTest, APackageThatSplitsTheWishesIsNotOneSided) {
  SmallCase small = two_sides();
  for (const PartyIndex party : small.subject.parties.indices()) {  // now issue 1 is contested too
    auto& values = small.scenarios.parties[party].values;
    for (std::size_t s = 0; s < 64; ++s) values[s * 6 + 3] = party.value == 0 ? 0 : 35;
  }
  const Made made(std::move(small));
  const Contested contested = find_contested(made.drawn);
  ASSERT_EQ(contested.issues.size(), 2U);
  EXPECT_FALSE(one_sided_for(contested, package_of(0, 1, 0)).has_value());
  EXPECT_EQ(one_sided_for(contested, package_of(0, 0, 0)), PartyIndex(0));
}

}  // namespace
}  // namespace modus::zone
