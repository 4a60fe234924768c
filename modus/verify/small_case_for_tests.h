/// \file A case small enough to be worked out by hand, for the tests of this room.
///
/// Port and union settle crews (cut, keep) and the fund (city, none): four packages. Values: port cut 60, none
/// 40; union keep 70, city 30. No-deal values: port 50, union 20, 20, 44, 44 in every four scenarios. The
/// union's red line against cut crews is real in the second and the fourth. So the port accepts cut crews
/// only; the union, in the first of four alone, cut crews with the city's fund. The four come twenty times
/// over.
#pragma once

#include <vector>

#include "modus/case_model/test_case.h"
#include "modus/findings/scenarios.h"

namespace modus::verify::tests {

inline const case_model::PartyIndex kPort{0}, kUnion{1};
inline const case_model::IssueIndex kCrews{0}, kFund{1};

inline case_model::Case small_case() {
  case_model::Case subject;
  subject.issues = {case_model::named_issue("crews", {"cut", "keep"}),
                    case_model::named_issue("fund", {"city", "none"})};
  add_party(subject, "port", {case_model::Role::kPrincipal});
  add_party(subject, "union", {case_model::Role::kPrincipal});
  add_statement(subject, kUnion, case_model::StatementKind::kRedLine, "crews = cut");
  return subject;
}

inline case_model::Package package(std::size_t crews, std::size_t fund) {
  return {case_model::OptionIndex(crews), case_model::OptionIndex(fund)};
}

inline constexpr std::size_t kTimes = 20;

// `no_deal` and `real` by scenario, for the first four.
inline findings::PartyScenarios wants(const std::vector<double>& values, const std::vector<double>& no_deal,
                                      const std::vector<std::uint64_t>& real) {
  findings::PartyScenarios party;
  party.drawn = true;
  party.units_per_point = 2;
  party.options = 4;
  party.first_option = {0, 2};
  for (std::size_t s = 0; s < kTimes * no_deal.size(); ++s) {
    for (const double value : values) party.values.push_back(2 * value);
    party.no_deal.push_back(2 * no_deal[s % no_deal.size()]);
    party.real_limits.push_back(real[s % real.size()]);
  }
  party.stalling.assign(party.no_deal.size(), 0);
  return party;
}

inline findings::Scenarios small_scenarios() {
  findings::Scenarios scenarios;
  scenarios.count = 4 * kTimes;
  scenarios.sampling.chains = 1;
  scenarios.parties = {wants({60, 0, 0, 40}, {50, 50, 50, 50}, {0, 0, 0, 0}),
                       wants({0, 70, 30, 0}, {20, 20, 44, 44}, {0, 1, 0, 1})};
  return scenarios;
}

}  // namespace modus::verify::tests
