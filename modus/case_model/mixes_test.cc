#include "modus/case_model/mixes.h"

#include <gtest/gtest.h>

#include "modus/case_model/packages.h"
#include "modus/case_model/standing.h"
#include "modus/case_model/test_case.h"

namespace modus::case_model {
namespace {

base::Interval share(const std::string& text) { return *base::read_interval(text); }

/// crews: cut, keep, phased, slow (cut, then keep), trial (keep if ..., else phased); fund: city, none, shift
/// (city, then none).
Case mixed_case() {
  Case subject;
  subject.issues = {named_issue("crews", {"cut", "keep", "phased", "slow", "trial"}),
                    named_issue("fund", {"city", "none", "shift"})};
  add_party(subject, "port", {Role::kPrincipal});
  add_party(subject, "union", {Role::kPrincipal});
  auto& crews = subject.issues[IssueIndex(0)].options;
  crews[OptionIndex(3)].mix =
      Mix{Mix::Kind::kPhased, "", {{OptionIndex(0), share("0.4")}, {OptionIndex(1), share("0.6")}}};
  crews[OptionIndex(4)].mix = Mix{Mix::Kind::kContingent,
                                  "no accident",
                                  {{OptionIndex(1), share("0.2..0.6")}, {OptionIndex(2), share("0.4..0.8")}}};
  subject.issues[IssueIndex(1)].options[OptionIndex(2)].mix =
      Mix{Mix::Kind::kPhased, "", {{OptionIndex(0), share("0.5")}, {OptionIndex(1), share("0.5")}}};
  return subject;
}

bool names(const Condition& condition, IssueIndex issue, OptionIndex option) {
  if (condition.kind == Condition::Kind::kAtom) {
    return condition.issue == issue &&
           std::count(condition.options.begin(), condition.options.end(), option) > 0;
  }
  return std::any_of(condition.parts.begin(), condition.parts.end(),
                     [&](const Condition& part) { return names(part, issue, option); });
}

/// The definition: some choice of branches for the mixes of the package that the condition does not name.
bool holds_with_a_branch(const Case& subject, const Condition& condition, Package package,
                         std::size_t from = 0) {
  for (std::size_t k = from; k < package.size(); ++k) {
    const IssueIndex issue(k);
    const auto& mix = subject.issues[issue].options[package[issue]].mix;
    if (!mix || names(condition, issue, package[issue])) continue;
    return std::any_of(mix->branches.begin(), mix->branches.end(), [&](const Mix::Branch& branch) {
      package[issue] = branch.option;
      return holds_with_a_branch(subject, condition, package, k + 1);
    });
  }
  return holds(condition, package);
}

class ForbiddenMixes : public testing::TestWithParam<const char*> {};

TEST_P(ForbiddenMixes, AreThoseWithAForbiddenBranch) {
  const Case subject = mixed_case();
  const Condition asked = read_condition(GetParam(), subject.issues);
  const Condition wider = with_mixes(asked, subject.issues);
  for (std::uint64_t number = 0; number < *count_combinations(subject.issues); ++number) {
    const Package package = package_at(subject.issues, number);
    EXPECT_EQ(holds(wider, package), holds_with_a_branch(subject, asked, package))
        << write_package(subject.issues, package);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, ForbiddenMixes,
    testing::Values("crews = cut", "not crews = cut", "crews != keep", "crews in [cut, phased]",
                    "crews = trial", "crews = keep or crews = phased", "not (crews = keep or crews = phased)",
                    "crews != keep and crews != phased", "crews = cut and fund = none",
                    "crews = cut -> fund = city", "not (crews = cut -> fund = city)",
                    "crews = slow or crews = phased",
                    "(crews = cut and fund = city) or (crews = keep and fund = none)",
                    "not ((crews = cut and fund = city) or (crews = keep and fund = none))",
                    "(crews = cut or fund = none) and (crews != phased or not fund = city)",
                    "fund = shift and not crews = keep"));

TEST(Mixes, LeaveAConditionOnOtherIssuesAlone) {
  Case subject = mixed_case();
  for (Option& option : subject.issues[IssueIndex(0)].options) option.mix.reset();
  const Condition asked = read_condition("crews = cut or crews = keep", subject.issues);
  EXPECT_EQ(with_mixes(asked, subject.issues), asked);
}

TEST(Mixes, AreForbiddenByTheLimitsOfTheirBranches) {
  Case subject = mixed_case();
  add_statement(subject, PartyIndex(1), StatementKind::kRedLine, "crews = cut");
  add_statement(subject, PartyIndex(1), StatementKind::kDemands, "crews in [keep, phased]");
  const Standing standing = weigh_statements(subject);
  ASSERT_EQ(standing.limits.size(), 1U)
      << "cut, and with it slow, is all that the demand leaves out: the two are one";
  EXPECT_TRUE(
      holds(standing.limits[0].forbids, read_package("crews = slow and fund = none", subject.issues)));
  EXPECT_FALSE(
      holds(standing.limits[0].forbids, read_package("crews = trial and fund = none", subject.issues)));
}

TEST(Mixes, TakeThePartysOwnBeliefForTheChance) {
  Case subject = mixed_case();
  subject.judgments[PartyIndex(1)].beliefs[IssueIndex(0)][OptionIndex(4)] = share("0.9");
  EXPECT_EQ(shares_of(subject, PartyIndex(0), IssueIndex(0), OptionIndex(4)), std::vector{share("0.2..0.6")});
  EXPECT_EQ(shares_of(subject, PartyIndex(1), IssueIndex(0), OptionIndex(4)), std::vector{share("0.9")});
  EXPECT_EQ(shares_of(subject, PartyIndex(1), IssueIndex(0), OptionIndex(3)), std::vector{share("0.4")});
}

}  // namespace
}  // namespace modus::case_model
