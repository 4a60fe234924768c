#include "modus/drafting/propose_roles.h"

#include <algorithm>

namespace modus::drafting {
namespace {

using case_model::Role;
using case_model::StatementKind;

struct Positions {
  std::size_t all = 0, guarantees = 0;  ///< statements; offers to guarantee
};

std::map<std::size_t, Positions> count_positions(const Coded& coded) {
  std::map<std::size_t, Positions> counts;
  for (const CodedStatement& one : coded.statements) {
    if (one.ways.empty()) continue;
    Positions& count = counts[one.party];
    ++count.all;
    const auto kind = one.ways.front().kind;
    if ((kind == StatementKind::kOffers || kind == StatementKind::kAccepts) &&
        offers_guarantee(one.passage.text))
      ++count.guarantees;
  }
  return counts;
}

ProposedRoles propose(const PartyEntry& entry, const Positions& positions, bool of_principal) {
  const auto called = [&](Role role) { return entry.described.contains(role); };
  ProposedRoles proposed;
  const bool only_guarantees = positions.all > 0 && positions.guarantees == positions.all;
  if (called(Role::kRatifier) && of_principal) proposed.roles.push_back(Role::kRatifier);
  if (called(Role::kGuarantor) || only_guarantees || (called(Role::kFacilitator) && positions.guarantees > 0))
    proposed.roles.push_back(Role::kGuarantor);
  if (called(Role::kFacilitator)) proposed.roles.push_back(Role::kFacilitator);
  if (called(Role::kSpoiler)) proposed.roles.push_back(Role::kSpoiler);
  const bool outside = called(Role::kObserver) || positions.all == 0;
  if (!proposed.roles.empty() && positions.all > 0 && !called(Role::kRatifier)) {
    std::vector<Role> also = proposed.roles;
    also.insert(also.begin(), Role::kPrincipal);
    proposed.others.push_back(std::move(also));
  }
  if (!proposed.roles.empty()) return proposed;
  // Somebody heard once, a hotelier or a minister, need not be at the table.
  const bool beside = outside || positions.all == 1;
  proposed.roles = {beside ? Role::kObserver : Role::kPrincipal};
  if (positions.all > 0 && (entry.person || beside))
    proposed.others = {{beside ? Role::kPrincipal : Role::kObserver}};
  return proposed;
}

bool is_principal(const ProposedRoles& proposed) {
  return std::find(proposed.roles.begin(), proposed.roles.end(), Role::kPrincipal) != proposed.roles.end();
}

// A negotiation has two sides at least: where fewer were heard twice, those heard once must agree.
void admit_heard_once(std::map<std::size_t, ProposedRoles>& all, const std::map<std::size_t, Positions>& counts, const PartyBook& parties) {
  if (std::count_if(all.begin(), all.end(), [](const auto& entry) { return is_principal(entry.second); }) > 1) return;
  for (auto& [entry, proposed] : all) {
    const auto found = counts.find(entry);
    const bool once = found != counts.end() && found->second.all == 1 && proposed.roles == std::vector<Role>{Role::kObserver};
    if (!once || parties.entries[entry].described.contains(Role::kObserver)) continue;
    proposed.roles = {Role::kPrincipal};
    proposed.others.clear();
    if (parties.entries[entry].person) proposed.others = {{Role::kObserver}};
  }
}

// Where words leave nobody who must agree, those with positions must; an observer is then none.
void promote(std::map<std::size_t, ProposedRoles>& all, const std::map<std::size_t, Positions>& counts) {
  const bool any =
      std::any_of(all.begin(), all.end(), [](const auto& entry) { return is_principal(entry.second); });
  for (auto& [entry, proposed] : all) {
    if (any || !counts.contains(entry)) continue;
    const ProposedRoles before = proposed;
    std::erase(proposed.roles, Role::kObserver);
    std::erase(proposed.roles, Role::kRatifier);
    proposed.roles.insert(proposed.roles.begin(), Role::kPrincipal);
    proposed.others.clear();
    if (before.roles.front() != Role::kRatifier) proposed.others.push_back(before.roles);
  }
}

}  // namespace

std::map<std::size_t, ProposedRoles> propose_roles(const std::set<std::size_t>& used,
                                                   const PartyBook& parties, const Coded& coded) {
  const std::map<std::size_t, Positions> counts = count_positions(coded);
  const auto positions_of = [&](std::size_t entry) {
    return counts.contains(entry) ? counts.at(entry) : Positions();
  };
  std::map<std::size_t, ProposedRoles> all;
  for (const std::size_t entry : used) all[entry] = propose(parties.entries[entry], positions_of(entry), false);
  admit_heard_once(all, counts, parties);
  std::set<std::string> principals;
  for (const std::size_t entry : used) {
    if (is_principal(all[entry])) principals.insert(parties.entries[entry].id);
  }
  std::set<std::string> ratified;
  for (const std::size_t entry : used) {
    const PartyEntry& party = parties.entries[entry];
    const bool ratifies = !party.of.empty() && party.of != party.id && principals.contains(party.of) &&
                          party.described.contains(Role::kRatifier);
    if (!ratifies || ratified.contains(party.id)) continue;
    all[entry] = propose(party, positions_of(entry), true);
    principals.erase(party.id);
    ratified.insert(party.of);
  }
  promote(all, counts);
  return all;
}

}  // namespace modus::drafting
