#include "modus/inquiry/heard_answers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace modus::inquiry {
namespace {

using findings::Answer;
using findings::Belief;
using findings::Candour;
using zone::ScenarioSet;

bool has(const ScenarioSet& set, std::size_t s) { return (set[s / 64] >> (s % 64) & 1U) != 0; }

double weight(const Candour& candour, bool heard_yes, double with, double all) {
  return heard_yes ? candour.yes(with, all) : candour.no(with, all);
}

/// Shares and weights as they are, points by the hundred.
double size_of(const Belief& change) {
  return std::abs(change.given - change.before) / (change.kind == Belief::Kind::kNoDeal ? 100 : 1);
}

Belief belief_of(case_model::PartyIndex party, Belief::Kind kind) {
  Belief belief;
  belief.kind = kind;
  belief.party = party;
  return belief;
}

}  // namespace

PartyBeliefs::PartyBeliefs(const zone::Acceptance& acceptance, case_model::PartyIndex party) : acceptance_(acceptance), party_(party) {
  const std::vector<double>& no_deal = acceptance.scenarios().parties[party].no_deal;
  by_no_deal_.resize(acceptance.scenario_count());
  std::iota(by_no_deal_.begin(), by_no_deal_.end(), 0U);
  std::stable_sort(by_no_deal_.begin(), by_no_deal_.end(), [&](auto a, auto b) { return no_deal[a] < no_deal[b]; });
  beliefs_ = beliefs();
  const ScenarioSet all((acceptance.scenario_count() + 63) / 64, ~zone::Word{0});
  for (Belief& belief : beliefs_) belief.before = given(belief, all, Candour{}, true);
}

std::vector<Belief> PartyBeliefs::beliefs() const {
  const findings::PartyScenarios& wants = acceptance_.scenarios().parties[party_];
  std::vector<Belief> all;
  for (const case_model::LimitIndex limit : acceptance_.limits_of(party_)) {
    all.push_back(belief_of(party_, Belief::Kind::kLimitReal));
    all.back().limit = limit;
  }
  all.push_back(belief_of(party_, Belief::Kind::kNoDeal));
  for (std::size_t issue = 0; issue < wants.weights.size() / acceptance_.scenario_count(); ++issue) {
    all.push_back(belief_of(party_, Belief::Kind::kWeight));
    all.back().issue = case_model::IssueIndex(issue);
  }
  all.push_back(belief_of(party_, Belief::Kind::kStalling));
  return all;
}

double PartyBeliefs::value(const Belief& belief, std::size_t scenario) const {
  const findings::PartyScenarios& wants = acceptance_.scenarios().parties[party_];
  switch (belief.kind) {
    case Belief::Kind::kLimitReal: return acceptance_.is_real(belief.limit, scenario) ? 1 : 0;
    case Belief::Kind::kWeight:
      return wants.weights[scenario * (wants.weights.size() / acceptance_.scenario_count()) + belief.issue.value];
    case Belief::Kind::kStalling: return wants.stalling[scenario] != 0 ? 1 : 0;
    case Belief::Kind::kNoDeal:
    case Belief::Kind::kScore: break;
  }
  return 0;
}

double PartyBeliefs::given(const Belief& belief, const ScenarioSet& yes, const Candour& candour, bool heard_yes) const {
  if (belief.kind == Belief::Kind::kNoDeal) return no_deal_given(yes, candour, heard_yes);
  double with = 0, all = 0, with_count = 0;
  for (std::size_t s = 0; s < acceptance_.scenario_count(); ++s) {
    const double one = value(belief, s);
    all += one;
    if (!has(yes, s)) continue;
    with += one;
    ++with_count;
  }
  return weight(candour, heard_yes, with, all) / weight(candour, heard_yes, with_count, static_cast<double>(acceptance_.scenario_count()));
}

double PartyBeliefs::no_deal_given(const ScenarioSet& yes, const Candour& candour, bool heard_yes) const {
  double yeses = 0;
  for (const std::uint32_t s : by_no_deal_) yeses += has(yes, s) ? 1 : 0;
  constexpr double kRounding = 1e-9;  // of sums of weights
  const double half = weight(candour, heard_yes, yeses, static_cast<double>(by_no_deal_.size())) / 2 * (1 - kRounding);
  const findings::PartyScenarios& wants = acceptance_.scenarios().parties[party_];
  double with = 0, all = 0;
  for (const std::uint32_t s : by_no_deal_) {
    ++all;
    with += has(yes, s) ? 1 : 0;
    if (weight(candour, heard_yes, with, all) >= half) return wants.no_deal[s] / wants.units_per_point;
  }
  return wants.no_deal[by_no_deal_.back()] / wants.units_per_point;
}

std::vector<Belief> PartyBeliefs::changes(const ScenarioSet& yes, const Candour& candour, bool heard_yes) const {
  std::vector<Belief> changed;
  for (Belief belief : beliefs_) {
    belief.given = given(belief, yes, candour, heard_yes);
    if (size_of(belief) >= kLeastChange) changed.push_back(belief);
  }
  std::stable_sort(changed.begin(), changed.end(), [](const Belief& a, const Belief& b) { return size_of(a) > size_of(b); });
  if (changed.size() > kMostChanges) changed.resize(kMostChanges);
  return changed;
}

std::vector<Answer> heard_answers(const Candidate& candidate, const Candour& candour, const ScenarioSet& zone, const ShortList& list,
                                  const std::vector<case_model::Package>& packages, const PartyBeliefs& beliefs) {
  const auto scenarios = static_cast<double>(list.halves.sizes[0] + list.halves.sizes[1]);
  const auto yeses = static_cast<double>(zone::count_bits(candidate.yes)), zones = static_cast<double>(zone::count_bits(zone));
  ScenarioSet common = candidate.yes;
  for (std::size_t w = 0; w < common.size(); ++w) common[w] &= zone[w];
  std::vector<Answer> answers(2);
  answers[1].yes = false;
  for (Answer& answer : answers) {
    const double heard = weight(candour, answer.yes, yeses, scenarios);
    answer.chance = heard / scenarios;
    if (heard <= 0) continue;
    answer.zone_probability = weight(candour, answer.yes, static_cast<double>(zone::count_bits(common)), zones) / heard;
    answer.changes = beliefs.changes(candidate.yes, candour, answer.yes);
  }
  if (packages.empty()) return answers;
  const AnswerValue value = value_of_answer(count_answers(candidate.yes, list), list, candour);
  answers[0].best_acceptance = value.best_if_yes;
  answers[1].best_acceptance = value.best_if_no;
  answers[0].best = packages[value.package_if_yes];
  answers[1].best = packages[value.package_if_no];
  return answers;
}

}  // namespace modus::inquiry
