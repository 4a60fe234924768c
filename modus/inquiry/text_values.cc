#include "modus/inquiry/text_values.h"

#include <algorithm>
#include <utility>

#include "modus/case_model/consent.h"
#include "modus/case_model/known_wants.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/share.h"

namespace modus::inquiry {
namespace {

using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::Package;
using zone::PackageIndex;
using zone::ScenarioSet;

void clear_bit(ScenarioSet& set, std::size_t bit) { set[bit / 64] &= ~(zone::Word{1} << (bit % 64)); }
void set_bit(ScenarioSet& set, std::size_t bit) { set[bit / 64] |= zone::Word{1} << (bit % 64); }

ScenarioSet all_of(std::size_t count) {
  ScenarioSet set((count + 63) / 64, 0);
  for (std::size_t s = 0; s < count; ++s) set_bit(set, s);
  return set;
}

/// How a party fares in one scenario.
struct Fares {
  bool hurt = false, helped = false;
  double gain = 0;   ///< units
  double share = 0;  ///< of the way
};

}  // namespace

std::uint32_t ChangeCounts::least_not_hurt() const {
  return *std::min_element(not_hurt.begin(), not_hurt.end());
}
std::uint32_t ChangeCounts::most_helped() const { return *std::max_element(helped.begin(), helped.end()); }

std::vector<IssueIndex> issues_apart(const Package& a, const Package& b) {
  std::vector<IssueIndex> apart;
  for (const IssueIndex issue : a.indices()) {
    if (a[issue] != b[issue]) apart.push_back(issue);
  }
  return apart;
}

TextValues::TextValues(const zone::DrawnCase& drawn, const Package& text)
    : drawn_(drawn), text_(text), place_(drawn.acceptance.list().index_of(text)) {
  for (std::size_t k = 0; k < drawn.acceptance.asked().size(); ++k) {
    const case_model::PartyIndex index = drawn.acceptance.asked()[k].party;
    OfParty party;
    party.asked = drawn.acceptance.is_asked(index, place_);
    party.known = case_model::known_wants(drawn.subject, drawn.standing, index);
    party.counts = party.known;
    if (drawn.subject.parties[index].has(case_model::Role::kPrincipal))
      party.counts.assign(text.size(), true);
    party.forbidden = forbidding(k, place_);
    party.worth = drawn.acceptance.values_in_units(index, place_);
    parties_.push_back(std::move(party));
    parties_.back().way = way_of(k);
  }
}

PackageIndex TextValues::as_it_counts(std::size_t k, const Package& to) const {
  Package seen = to;
  for (const IssueIndex issue : to.indices()) {
    if (!parties_[k].counts[issue]) seen[issue] = text_[issue];
  }
  return drawn_.acceptance.list().index_of(seen);
}

std::uint64_t TextValues::forbidding(std::size_t k, PackageIndex package) const {
  const auto& limits = drawn_.acceptance.limits_of(drawn_.acceptance.asked()[k].party);
  std::uint64_t bits = 0;
  for (std::size_t j = 0; j < limits.size(); ++j) {
    if (drawn_.acceptance.forbids(limits[j]).at(package)) bits |= std::uint64_t{1} << j;
  }
  return bits;
}

std::vector<double> TextValues::way_of(std::size_t k) const {
  const findings::PartyScenarios& wants =
      drawn_.acceptance.scenarios().parties[drawn_.acceptance.asked()[k].party];
  std::vector<double> way(scenario_count());
  for (std::size_t s = 0; s < way.size(); ++s) {
    const double* values = wants.values.data() + s * wants.options;
    double points = 0;
    for (const IssueIndex issue : text_.indices()) {
      if (!parties_[k].counts[issue]) continue;
      const double* terms = values + wants.first_option[issue.value];
      points += *std::max_element(terms, terms + drawn_.acceptance.list().option_count(issue)) -
                terms[text_[issue].value];
    }
    way[s] = std::max(points, wants.units_per_point);
  }
  return way;
}

template <class Act>
void TextValues::for_each_scenario(std::size_t k, const Package& package, Act act) const {
  const OfParty& party = parties_[k];
  const PackageIndex to = as_it_counts(k, package);
  const findings::PartyScenarios& wants =
      drawn_.acceptance.scenarios().parties[drawn_.acceptance.asked()[k].party];
  const std::vector<double> worth = drawn_.acceptance.values_in_units(drawn_.acceptance.asked()[k].party, to);
  const std::uint64_t there = forbidding(k, to);
  const std::uint64_t newly = there & ~party.forbidden, no_longer = party.forbidden & ~there;
  for (std::size_t s = 0; s < worth.size(); ++s) {
    const std::uint64_t real = wants.real_limits[s];
    Fares fares;
    fares.gain = worth[s] - party.worth[s];
    fares.hurt = worth[s] < party.worth[s] || (real & newly) != 0;
    fares.helped = !fares.hurt && (worth[s] > party.worth[s] || (real & no_longer) != 0);
    fares.share = std::clamp(fares.gain / party.way[s], -1.0, 1.0);
    if ((real & no_longer) != 0) fares.share = 1;
    if ((real & newly) != 0) fares.share = -1;
    act(s, fares);
  }
}

ChangeCounts TextValues::count(const Package& to) const {
  const zone::Acceptance& acceptance = drawn_.acceptance;
  const PackageIndex place = acceptance.list().index_of(to);
  const std::size_t scenarios = scenario_count();
  ChangeCounts counts;
  std::vector<double> least(scenarios, 1);
  for (std::size_t k = 0; k < parties_.size(); ++k) {
    counts.not_hurt.push_back(static_cast<std::uint32_t>(scenarios));
    counts.helped.push_back(0);
    if (!parties_[k].asked && !acceptance.is_asked(acceptance.asked()[k].party, place)) continue;
    if (as_it_counts(k, to) == place_) continue;
    std::uint32_t hurt = 0, helped = 0;
    for_each_scenario(k, to, [&](std::size_t s, const Fares& fares) {
      hurt += fares.hurt ? 1U : 0U;
      helped += fares.helped ? 1U : 0U;
      least[s] = std::min(least[s], fares.share);
    });
    counts.not_hurt.back() -= hurt;
    counts.helped.back() = helped;
  }
  for (const double share : least) counts.least_share += share;
  counts.least_share /= static_cast<double>(scenarios);
  return counts;
}

findings::PartyChange TextValues::describe_party(std::size_t k, const Package& to,
                                                 ScenarioSet& nobody_hurt) const {
  const zone::Acceptance& acceptance = drawn_.acceptance;
  const auto party = acceptance.asked()[k].party;
  findings::PartyChange change;
  change.asked = true;
  ScenarioSet not_hurt = all_of(scenario_count()), helped(not_hurt.size(), 0);
  std::vector<double> gains(scenario_count());
  const double unit = acceptance.scenarios().parties[party].units_per_point;
  for_each_scenario(k, to, [&](std::size_t s, const Fares& fares) {
    if (fares.hurt) clear_bit(not_hurt, s);
    if (fares.helped) set_bit(helped, s);
    gains[s] = fares.gain / unit;
  });
  for (std::size_t w = 0; w < not_hurt.size(); ++w) nobody_hurt[w] &= not_hurt[w];
  change.not_hurt = zone::share_of(not_hurt, scenario_count(), zone::chains_of(acceptance));
  change.helped = zone::share_of(helped, scenario_count(), zone::chains_of(acceptance));
  change.gain = zone::spread_of(std::move(gains));
  for (const IssueIndex issue : issues_apart(text_, to)) {
    if (!parties_[k].known[issue]) change.unknown.push_back(issue);
  }
  const std::uint64_t there = forbidding(k, as_it_counts(k, to));
  const auto& limits = acceptance.limits_of(party);
  for (std::size_t j = 0; j < limits.size(); ++j) {
    const bool before = (parties_[k].forbidden >> j & 1U) != 0, after = (there >> j & 1U) != 0;
    if (after && !before) change.limits_met.push_back(limits[j]);
    if (before && !after) change.limits_left.push_back(limits[j]);
  }
  return change;
}

findings::TextChange TextValues::describe(const Package& to) const {
  const zone::Acceptance& acceptance = drawn_.acceptance;
  const case_model::Case& subject = drawn_.subject;
  const PackageIndex place = acceptance.list().index_of(to);
  findings::TextChange change;
  change.to = to;
  change.issues = issues_apart(text_, to);
  change.parties.assign(subject.parties.size(), {});
  change.least_share = count(to).least_share;
  ScenarioSet nobody_hurt = all_of(scenario_count());
  for (std::size_t k = 0; k < parties_.size(); ++k) {
    const auto party = acceptance.asked()[k].party;
    if (!parties_[k].asked && !acceptance.is_asked(party, place)) continue;
    change.parties[party] = describe_party(k, to, nobody_hurt);
    change.least_not_hurt = std::min(change.least_not_hurt, change.parties[party].not_hurt.value);
  }
  change.nobody_hurt = zone::share_of(nobody_hurt, scenario_count(), zone::chains_of(acceptance));
  change.joint_acceptance =
      zone::share_of(acceptance.scenarios_all_accept(place), scenario_count(), zone::chains_of(acceptance));
  for (const auto party : subject.parties.indices()) {
    if (case_model::needs(subject, to, party) && !case_model::needs(subject, text_, party))
      change.newly_committed.push_back(party);
  }
  for (std::size_t n = 0; n < subject.norms.size(); ++n) {
    const auto& when = subject.norms[n].when;
    if (case_model::holds(when, to) && !case_model::holds(when, text_))
      change.norms_newly_touched.push_back(n);
  }
  return change;
}

}  // namespace modus::inquiry
