#include "modus/zone/acceptance.h"

#include <bit>
#include <map>
#include <utility>

#include "modus/case_model/consent.h"
#include "modus/zone/acceptance_inside.h"

namespace modus::zone {
namespace {

using case_model::ConsentKind;
using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::PartyIndex;

void sort_blocks_into_classes(const PackageList& list, AskedInside& party) {
  std::map<std::vector<std::uint32_t>, std::uint32_t> classes;
  std::vector<std::uint32_t> patterns(party.adjustments->size());
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    for (std::size_t k = 0; k < patterns.size(); ++k) patterns[k] = (*party.adjustments)[k].pattern(block);
    const auto [entry, is_new] = classes.try_emplace(patterns, static_cast<std::uint32_t>(classes.size()));
    if (is_new) party.block_of_class.push_back(block);
    party.class_of_block.push_back(entry->second);
  }
}

std::vector<AskedParty> who_is_asked(const case_model::Case& subject, const findings::Scenarios& scenarios) {
  std::vector<AskedParty> asked;
  const auto consent = case_model::consent_of(subject);
  for (const PartyIndex party : subject.parties.indices()) {
    const bool if_needed = consent[party] == ConsentKind::kIfNeeded;
    const bool own = if_needed || consent[party] == ConsentKind::kAsked;
    if (own && scenarios.parties[party].drawn) asked.push_back({party, if_needed});
  }
  return asked;
}

std::vector<std::uint16_t> list_head_options(const PackageList& list) {
  std::vector<std::uint16_t> options;
  options.reserve(list.blocks() * list.head().size());
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    for (const IssueIndex issue : list.head()) {
      options.push_back(static_cast<std::uint16_t>(list.head_option(block, issue)));
    }
  }
  return options;
}

void add_limits(const case_model::Standing& standing, Acceptance::Inside& inside) {
  inside.limits_of = standing.limits_of;
  for (const case_model::Limit& limit : standing.limits) {
    inside.forbids.push_back(inside.list->column(limit.forbids));
    inside.party_of_limit.push_back(limit.party);
    std::uint64_t named = 0;
    for (const IssueIndex issue : case_model::issues_named(limit.forbids))
      named |= std::uint64_t{1} << issue.value;
    inside.issues_of_limit.push_back(named);
  }
  inside.bit_of_limit.assign(standing.limits.size(), 0);
  for (const std::vector<LimitIndex>& limits : standing.limits_of) {
    for (std::size_t bit = 0; bit < limits.size(); ++bit) inside.bit_of_limit[limits[bit]] = bit;
  }
}

/// The set of scenarios in which `test(scenario)` holds.
template <class Test>
ScenarioSet set_where(std::size_t count, Test test) {
  ScenarioSet set((count + 63) / 64, 0);
  for (std::size_t s = 0; s < count; ++s) {
    if (test(s)) set[s / 64] |= Word{1} << (s % 64);
  }
  return set;
}

}  // namespace

std::size_t count_bits(std::span<const Word> words) {
  std::size_t count = 0;
  for (const Word word : words) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

double Acceptance::Inside::head_sum(const AskedInside& party, std::size_t scenario, std::size_t block) const {
  const double* values = party.values(scenario);
  const auto& issues = list->head();
  const std::uint16_t* options = head_options.data() + block * issues.size();
  double sum = 0;
  for (std::size_t h = 0; h < issues.size(); ++h)
    sum += values[party.wants->first_option[issues[h].value] + options[h]];
  return sum;
}

double Acceptance::Inside::value(const AskedInside& party, std::size_t scenario, PackageIndex package) const {
  const std::size_t bit = package.value % list->bits_per_block();
  const double* values = party.values(scenario);
  double tail = 0;
  for (const IssueIndex issue : list->tail()) {
    tail += values[party.wants->first_option[issue.value] + list->tail_option(bit, issue)];
  }
  for (std::size_t k = 0; k < party.adjustments->size(); ++k) {
    if ((*party.adjustments)[k].at(package)) tail += party.adjustment(scenario, k);
  }
  return head_sum(party, scenario, package.value / list->bits_per_block()) + tail;
}

PackageTerms Acceptance::Inside::terms_of(const AskedInside& party, PackageIndex package) const {
  PackageTerms terms;
  const auto place_of = [&](IssueIndex issue) {
    return party.wants->first_option[issue.value] + std::size_t{list->option_at(package, issue).value};
  };
  for (const IssueIndex issue : list->head()) terms.head.push_back(place_of(issue));
  for (const IssueIndex issue : list->tail()) terms.tail.push_back(place_of(issue));
  for (std::size_t k = 0; k < party.adjustments->size(); ++k) {
    if ((*party.adjustments)[k].at(package)) terms.adjustments.push_back(k);
  }
  return terms;
}

double Acceptance::Inside::value(const AskedInside& party, std::size_t scenario, const PackageTerms& terms) {
  const double* values = party.values(scenario);
  double head = 0, tail = 0;
  for (const std::size_t place : terms.head) head += values[place];
  for (const std::size_t place : terms.tail) tail += values[place];
  for (const std::size_t k : terms.adjustments) tail += party.adjustment(scenario, k);
  return head + tail;
}

bool Acceptance::Inside::passes_no_deal(const AskedInside& party, std::size_t scenario,
                                        PackageIndex package) const {
  return value(party, scenario, package) >= party.wants->no_deal[scenario];
}

Acceptance::Acceptance(const case_model::Case& subject, const case_model::Standing& standing,
                       const PackageList& list, const findings::Scenarios& scenarios) {
  auto inside = std::make_unique<Inside>();
  inside->list = &list;
  inside->scenarios = &scenarios;
  inside->head_options = list_head_options(list);
  inside->asked = who_is_asked(subject, scenarios);
  inside->place.assign(subject.parties.size(), inside->asked.size());
  for (const AskedParty& asked : inside->asked) {
    inside->place[asked.party] = inside->asked_inside.size();
    AskedInside party{asked, &scenarios.parties[asked.party], &list.adjustments(asked.party), {}, {}};
    sort_blocks_into_classes(list, party);
    inside->asked_inside.push_back(std::move(party));
  }
  add_limits(standing, *inside);
  inside_ = std::move(inside);
}

Acceptance::~Acceptance() = default;

const PackageList& Acceptance::list() const { return *inside_->list; }
const findings::Scenarios& Acceptance::scenarios() const { return *inside_->scenarios; }
std::size_t Acceptance::scenario_count() const { return inside_->scenarios->count; }
const std::vector<AskedParty>& Acceptance::asked() const { return inside_->asked; }
const BlockColumn& Acceptance::forbids(LimitIndex limit) const { return inside_->forbids[limit]; }
const std::vector<LimitIndex>& Acceptance::limits_of(PartyIndex party) const {
  return inside_->limits_of[party];
}

bool Acceptance::is_asked(PartyIndex party, PackageIndex package) const {
  const std::size_t k = inside_->place[party];
  if (k == inside_->asked.size()) return false;
  return !inside_->asked[k].if_needed || list().needs(party).at(package);
}

bool Acceptance::is_real(LimitIndex limit, std::size_t scenario) const {
  const auto& party = inside_->scenarios->parties[inside_->party_of_limit[limit]];
  return party.drawn && (party.real_limits[scenario] >> inside_->bit_of_limit[limit] & 1U) != 0;
}

double Acceptance::value_in_points(PartyIndex party, std::size_t scenario, PackageIndex package) const {
  const AskedInside& asked = inside_->of(party);
  return inside_->value(asked, scenario, package) / asked.wants->units_per_point;
}

double Acceptance::gain_in_points(PartyIndex party, std::size_t scenario, PackageIndex package) const {
  const AskedInside& asked = inside_->of(party);
  return (inside_->value(asked, scenario, package) - asked.wants->no_deal[scenario]) /
         asked.wants->units_per_point;
}

bool Acceptance::accepts(PartyIndex party, std::size_t scenario, PackageIndex package) const {
  const AskedInside& asked = inside_->of(party);
  if (asked.wants->stalling[scenario] != 0) return false;
  for (const LimitIndex limit : inside_->limits_of[party]) {
    if (is_real(limit, scenario) && inside_->forbids[limit].at(package)) return false;
  }
  return inside_->passes_no_deal(asked, scenario, package);
}

bool Acceptance::all_accept(std::size_t scenario, PackageIndex package) const {
  for (const AskedParty& asked : inside_->asked) {
    if (is_asked(asked.party, package) && !accepts(asked.party, scenario, package)) return false;
  }
  return true;
}

ScenarioSet Acceptance::scenarios_accepting(PartyIndex party, PackageIndex package) const {
  const AskedInside& asked = inside_->of(party);
  std::uint64_t forbidding = 0;
  for (const LimitIndex limit : inside_->limits_of[party]) {
    if (inside_->forbids[limit].at(package)) forbidding |= std::uint64_t{1} << inside_->bit_of_limit[limit];
  }
  const PackageTerms terms = inside_->terms_of(asked, package);
  return set_where(scenario_count(), [&](std::size_t s) {
    return asked.wants->stalling[s] == 0 && (asked.wants->real_limits[s] & forbidding) == 0 &&
           Inside::value(asked, s, terms) >= asked.wants->no_deal[s];
  });
}

ScenarioSet Acceptance::scenarios_worth_no_deal(PartyIndex party, PackageIndex package) const {
  const AskedInside& asked = inside_->of(party);
  const PackageTerms terms = inside_->terms_of(asked, package);
  return set_where(scenario_count(),
                   [&](std::size_t s) { return Inside::value(asked, s, terms) >= asked.wants->no_deal[s]; });
}

std::vector<double> Acceptance::values_in_units(PartyIndex party, PackageIndex package) const {
  const AskedInside& asked = inside_->of(party);
  const PackageTerms terms = inside_->terms_of(asked, package);
  std::vector<double> values(scenario_count());
  for (std::size_t s = 0; s < values.size(); ++s) values[s] = Inside::value(asked, s, terms);
  return values;
}

ScenarioSet Acceptance::scenarios_consenting(PartyIndex party, PackageIndex package) const {
  if (is_asked(party, package)) return scenarios_accepting(party, package);
  return set_where(scenario_count(), [](std::size_t) { return true; });
}

ScenarioSet Acceptance::scenarios_all_accept(PackageIndex package) const {
  ScenarioSet all = set_where(scenario_count(), [](std::size_t) { return true; });
  for (const AskedParty& asked : inside_->asked) {
    if (!is_asked(asked.party, package)) continue;
    const ScenarioSet own = scenarios_accepting(asked.party, package);
    for (std::size_t w = 0; w < all.size(); ++w) all[w] &= own[w];
  }
  return all;
}

}  // namespace modus::zone
