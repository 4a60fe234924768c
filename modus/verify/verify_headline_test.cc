// Port and union settle crews (cut, keep) and the fund (city, none). The port accepts cut crews only; the union, in the
// first of four scenarios alone, cut crews with the city's fund, and always crews that are kept.
#include "modus/verify/verify_headline.h"

#include <gtest/gtest.h>

#include <functional>

#include "modus/case_model/test_case.h"

namespace modus::verify {
namespace {

using case_model::Case;
using case_model::PartyIndex;
using findings::Headline;

Case small_case() {
  Case subject;
  subject.issues = {case_model::named_issue("crews", {"cut", "keep"}), case_model::named_issue("fund", {"city", "none"})};
  add_party(subject, "port", {case_model::Role::kPrincipal});
  add_party(subject, "union", {case_model::Role::kPrincipal});
  add_statement(subject, PartyIndex(1), case_model::StatementKind::kRedLine, "crews = cut");
  return subject;
}

findings::PartyScenarios wants(const std::vector<double>& values, const std::vector<double>& no_deal, const std::vector<std::uint64_t>& real) {
  findings::PartyScenarios party;
  party.drawn = true;
  party.options = 4;
  party.first_option = {0, 2};
  for (std::size_t s = 0; s < 4; ++s) party.values.insert(party.values.end(), values.begin(), values.end());
  party.no_deal = no_deal;
  party.real_limits = real;
  party.stalling.assign(4, 0);
  return party;
}

findings::Scenarios small_scenarios() {
  findings::Scenarios scenarios;
  scenarios.count = 4;
  scenarios.sampling.chains = 1;
  scenarios.parties = {wants({60, 0, 0, 40}, {50, 50, 50, 50}, {0, 0, 0, 0}), wants({0, 70, 30, 0}, {20, 20, 44, 44}, {0, 1, 0, 1})};
  return scenarios;
}

Headline headline(double zone, double best, double union_accepts) {
  Headline told;
  told.zone_probability.value = zone;
  told.best_joint_acceptance = best;
  told.best = {{"crews", "cut"}, {"fund", "city"}};
  told.parties = {{"port", 0.5, {}}, {"union", union_accepts, {}}};
  for (findings::PartyHeadline& party : told.parties) party.zone_without.value = 1;
  told.package_count = 4;
  return told;
}

std::size_t count_problems(const Headline& told, const std::vector<double>& weights) {
  return verify_headline(small_case(), small_scenarios(), weights, told, 100, {}).problems.size();
}

TEST(VerifyHeadline, ConfirmsWhatIsRight) {
  EXPECT_EQ(count_problems(headline(0.25, 0.25, 9.0 / 16), {}), 0U);
  EXPECT_EQ(count_problems(headline(0.5, 0.375, 15.0 / 24), {3, 1, 1, 1}), 0U);
}

TEST(VerifyHeadline, FindsEveryFigureThatIsWrong) {
  const std::vector<std::function<void(Headline&)>> mistakes = {
      [](Headline& told) { told.zone_probability.value += 0.01; },
      [](Headline& told) { told.best_joint_acceptance -= 0.01; },
      [](Headline& told) { told.best[1].second = "none"; },
      [](Headline& told) { told.parties[0].acceptance += 0.01; },
      [](Headline& told) { told.parties[1].zone_without.value = 0.5; },
      [](Headline& told) { told.parties.pop_back(); },
      [](Headline& told) { told.package_count = 3; },
  };
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    Headline told = headline(0.5, 0.375, 15.0 / 24);
    mistakes[i](told);
    EXPECT_GT(count_problems(told, {3, 1, 1, 1}), 0U) << i;
  }
}

TEST(VerifyHeadline, SaysWhatItDidNotDo) {
  VerifyOptions options;
  options.max_evaluations = 1;
  const VerifyReport report = verify_headline(small_case(), small_scenarios(), {}, headline(0, 0, 0), 100, options);
  EXPECT_TRUE(report.problems.empty());
  EXPECT_EQ(report.not_done.size(), 1U);
}

}  // namespace
}  // namespace modus::verify
