#include "modus/verify/naive_acceptance.h"

#include <cmath>

namespace modus::verify {

using case_model::ConsentKind;
using case_model::Package;
using case_model::PartyIndex;

NaiveAcceptance::NaiveAcceptance(const case_model::Case& subject, const findings::Scenarios& scenarios)
    : subject_(subject),
      scenarios_(scenarios),
      standing_(case_model::weigh_statements(subject)),
      consent_(case_model::consent_of(subject)) {
  for (const PartyIndex party : subject.parties.indices()) {
    const ConsentKind consent = consent_[party];
    if (consent == ConsentKind::kAsked || consent == ConsentKind::kIfNeeded) parties_.push_back(party);
  }
}

bool NaiveAcceptance::always_asked(std::size_t k) const {
  return consent_[parties_[k]] == ConsentKind::kAsked;
}

PackageFacts NaiveAcceptance::facts_of(const Package& package) const {
  PackageFacts facts(parties_.size());
  for (std::size_t k = 0; k < parties_.size(); ++k) {
    const PartyIndex party = parties_[k];
    facts[k].asked = always_asked(k) || case_model::needs(subject_, package, party);
    const auto& limits = standing_.limits_of[party];
    for (std::size_t j = 0; j < limits.size(); ++j) {
      const bool forbidden = case_model::holds(standing_.limits[limits[j].value].forbids, package);
      if (forbidden) facts[k].forbidden_by |= std::uint64_t{1} << j;
    }
    const auto& adjust = subject_.judgments[party].adjust;
    for (std::size_t a = 0; a < adjust.size(); ++a) {
      if (case_model::holds(adjust[a].when, package)) facts[k].adjustments.push_back(a);
    }
  }
  return facts;
}

double NaiveAcceptance::gain(std::size_t k, std::size_t scenario, const Package& package,
                             const PartyFacts& facts) const {
  const findings::PartyScenarios& party = wants(k);
  const double* values = party.values.data() + scenario * party.options;
  double value = 0;
  std::size_t issue = 0;
  for (const case_model::OptionIndex option : package)
    value += values[party.first_option[issue++] + option.value];
  for (const std::size_t a : facts.adjustments) {
    value += party.adjustments[scenario * party.adjustments_per_scenario + a];
  }
  return (value - party.no_deal[scenario]) / party.units_per_point;
}

bool NaiveAcceptance::is_near_tie(std::size_t k, double gain) const {
  constexpr double kRoundingPoints = 1e-9;  // sums of some 100 numbers of up to 100 points err by about 1e-12
  return !wants(k).point_valued && std::abs(gain) < kRoundingPoints;
}

bool NaiveAcceptance::accepts(std::size_t k, std::size_t scenario, const PartyFacts& facts,
                              double gain) const {
  const findings::PartyScenarios& party = wants(k);
  return party.stalling[scenario] == 0 && (party.real_limits[scenario] & facts.forbidden_by) == 0 &&
         gain >= 0;
}

NaiveAcceptance::Answer NaiveAcceptance::all_accept(std::size_t scenario, const Package& package,
                                                    const PackageFacts& facts) const {
  Answer answer{true, false};
  for (std::size_t k = 0; k < facts.size(); ++k) {
    if (!facts[k].asked) continue;
    const double points = gain(k, scenario, package, facts[k]);
    answer.near_tie = answer.near_tie || is_near_tie(k, points);
    answer.accept = answer.accept && accepts(k, scenario, facts[k], points);
  }
  return answer;
}

}  // namespace modus::verify
