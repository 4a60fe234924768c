#include "modus/inquiry/gather_sheets.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "modus/case_model/consent.h"
#include "modus/inquiry/claims.h"

namespace modus::inquiry {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::Role;
using case_model::Standing;
using case_model::StatementIndex;
using findings::Claim;
using findings::Island;
using findings::PartySheet;
using Stands = base::IndexedVector<PartyIndex, base::IndexedVector<IssueIndex, Stand>>;
using ByOption = std::map<OptionIndex, std::vector<StatementIndex>>;

/// What every sheet is gathered from.
struct Record {
  const Case& subject;
  const Standing& standing;
  Stands stands;
};

bool must_accept(const Case& subject, PartyIndex party) {
  const case_model::Party& who = subject.parties[party];
  return who.has(Role::kPrincipal) || who.has(Role::kRatifier) || who.has(Role::kGuarantor);
}

bool is_on_record(const Case& subject, PartyIndex party) {
  return !subject.parties[party].interests.empty() || subject.judgments[party].stated ||
         std::ranges::any_of(subject.statements, [&](const auto& statement) { return statement.party == party; });
}

void add_all(std::set<StatementIndex>& all, const ByOption& by_option) {
  for (const auto& [option, statements] : by_option) all.insert(statements.begin(), statements.end());
}

std::vector<StatementIndex> statements_in(std::initializer_list<const ByOption*> parts) {
  std::set<StatementIndex> all;
  for (const ByOption* part : parts) add_all(all, *part);
  return {all.begin(), all.end()};
}

// Who it is, and who stands with it.

void add_ties(const Case& subject, PartySheet& sheet) {
  for (const PartyIndex other : subject.parties.indices()) {
    if (subject.parties[other].ratifier_of == sheet.party) sheet.ratifiers.push_back(other);
  }
  for (const IssueIndex issue : subject.issues.indices()) {
    for (const OptionIndex option : subject.issues[issue].options.indices()) {
      const auto& needs = subject.issues[issue].options[option].needs;
      if (std::ranges::find(needs, sheet.party) != needs.end()) sheet.commits.push_back({issue, option});
    }
  }
  for (std::size_t number = 0; number < subject.guarantees.size(); ++number) {
    const case_model::Guarantee& guarantee = subject.guarantees[number];
    if (guarantee.by == sheet.party) sheet.gives.push_back(number);
    if (guarantee.protects == sheet.party) sheet.protects.push_back(number);
    if (guarantee.against == sheet.party) sheet.against.push_back(number);
  }
}

std::vector<findings::Alike> find_alike(const Record& record, PartyIndex party) {
  std::vector<findings::Alike> found;
  for (const PartyIndex other : record.subject.parties.indices()) {
    for (const IssueIndex issue : record.subject.issues.indices()) {
      const ByOption &own = record.stands[party][issue].bars, &theirs = record.stands[other][issue].bars;
      const bool shared = std::ranges::any_of(own, [&](const auto& entry) { return theirs.contains(entry.first); });
      if (other != party && shared) found.push_back({other, issue, statements_in({&theirs})});
    }
  }
  return found;
}

// What it wants.

std::optional<IssueIndex> only_issue(const Case& subject, const Claim& claim) {
  const auto& statement = subject.statements[claim.first()];
  const std::vector<IssueIndex> issues = issues_of(statement);
  if (issues.size() != 1 || !statement.ranking.empty()) return std::nullopt;
  return issues.front();
}

void add_claims(const Record& record, PartySheet& sheet) {
  std::vector<findings::Position> positions;
  for (const IssueIndex issue : record.subject.issues.indices()) positions.push_back({issue, {}});
  positions.push_back({});
  for (Claim& claim : claims_of(record.subject, record.standing, sheet.party)) {
    const auto issue = only_issue(record.subject, claim);
    positions[issue ? issue->value : positions.size() - 1].claims.push_back(std::move(claim));
  }
  for (findings::Position& position : positions) {
    const auto rumoured = std::ranges::stable_partition(position.claims, [](const Claim& claim) { return !claim.own.empty(); });
    std::ranges::move(rumoured, std::back_inserter(sheet.rumours));
    position.claims.erase(rumoured.begin(), rumoured.end());
    if (!position.claims.empty()) sheet.positions.push_back(std::move(position));
  }
}

void add_relays(const Record& record, PartySheet& sheet) {
  std::map<case_model::SourceIndex, std::vector<StatementIndex>> by_origin;
  for (const findings::Position& position : sheet.positions) {
    for (const Claim& claim : position.claims) {
      for (const StatementIndex index : claim.own) {
        const auto& source = record.subject.statements[index].source;
        if (!source || !record.subject.sources[*source].heard_from) continue;
        by_origin[case_model::origin_of(record.subject, *source)].push_back(index);
      }
    }
  }
  for (auto& [origin, statements] : by_origin) {
    std::ranges::sort(statements);
    sheet.relays.push_back({origin, std::move(statements)});
  }
}

// How it stands to another.

bool covers(const ByOption& bars, const ByOption& asks) {
  return std::ranges::all_of(asks, [&](const auto& entry) { return bars.contains(entry.first); });
}

bool share_options(const ByOption& a, const ByOption& b) {
  return std::ranges::any_of(a, [&](const auto& entry) { return b.contains(entry.first); });
}

bool leave_nothing(const ByOption& a, const ByOption& b, std::size_t options) {
  if (a.empty() || b.empty()) return false;
  std::size_t barred = a.size();
  for (const auto& [option, statements] : b) barred += a.contains(option) ? 0U : 1U;
  return barred == options;
}

std::optional<Island::Contested> contested_on(IssueIndex issue, const Stand& a, const Stand& b, std::size_t options) {
  using Why = Island::Contested::Why;
  if (leave_nothing(a.bars, b.bars, options)) return {{issue, Why::kLimits, statements_in({&a.bars, &b.bars})}};
  const bool a_bars = !b.asks.empty() && covers(a.bars, b.asks), b_bars = !a.asks.empty() && covers(b.bars, a.asks);
  if (a_bars || b_bars) {
    const ByOption none;
    return {{issue, Why::kBarred,
             statements_in({a_bars ? &a.bars : &none, a_bars ? &b.asks : &none, b_bars ? &b.bars : &none, b_bars ? &a.asks : &none})}};
  }
  if (a.asks.empty() || b.asks.empty() || share_options(a.asks, b.asks)) return std::nullopt;
  return {{issue, Why::kAsks, statements_in({&a.asks, &b.asks})}};
}

void add_common(IssueIndex issue, const Stand& a, const Stand& b, Island& island) {
  for (const auto& [option, statements] : a.asks) {
    const auto theirs = b.asks.find(option);
    if (theirs == b.asks.end()) continue;
    std::set<StatementIndex> both(statements.begin(), statements.end());
    both.insert(theirs->second.begin(), theirs->second.end());
    island.common.push_back({issue, option, {both.begin(), both.end()}});
  }
}

std::vector<Island> find_islands(const Record& record, PartyIndex party) {
  std::vector<Island> islands;
  for (const PartyIndex other : record.subject.parties.indices()) {
    if (other == party || !must_accept(record.subject, other)) continue;
    Island island{other, {}, {}};
    for (const IssueIndex issue : record.subject.issues.indices()) {
      const std::size_t options = record.subject.issues[issue].options.size();
      if (options < 2) continue;
      const Stand &a = record.stands[party][issue], &b = record.stands[other][issue];
      add_common(issue, a, b, island);
      if (const auto contested = contested_on(issue, a, b, options)) island.contested.push_back(*contested);
    }
    if (!island.common.empty() || !island.contested.empty()) islands.push_back(std::move(island));
  }
  return islands;
}

// What we do not know.

bool asked_always(const Case& subject, PartyIndex party) {
  return subject.parties[party].has(Role::kPrincipal) || subject.parties[party].has(Role::kRatifier);
}

std::vector<IssueIndex> find_silent(const Record& record, const PartySheet& sheet) {
  std::set<IssueIndex> spoken;
  for (const findings::Position& position : sheet.positions) {
    for (const Claim& claim : position.claims) {
      if (record.subject.statements[claim.first()].kind == case_model::StatementKind::kRanks) continue;
      for (const IssueIndex issue : issues_of(record.subject.statements[claim.first()])) spoken.insert(issue);
    }
  }
  std::vector<IssueIndex> silent;
  for (const IssueIndex issue : record.subject.issues.indices()) {
    const bool concerns = asked_always(record.subject, sheet.party) || std::ranges::any_of(sheet.commits, [&](const auto& term) { return term.issue == issue; });
    if (concerns && !spoken.contains(issue)) silent.push_back(issue);
  }
  return silent;
}

bool says_priorities(const Record& record, PartyIndex party) {
  const auto& weights = record.subject.judgments[party].weights;
  return std::ranges::any_of(weights, [](const auto& weight) { return weight.has_value(); }) ||
         std::ranges::any_of(record.standing.counted, [&](StatementIndex index) {
           const auto& statement = record.subject.statements[index];
           return statement.party == party && statement.kind == case_model::StatementKind::kRanks;
         });
}

void add_gaps(const Record& record, PartySheet& sheet) {
  const case_model::NoDeal& no_deal = record.subject.judgments[sheet.party].no_deal;
  sheet.silent = find_silent(record, sheet);
  for (const auto limit : sheet.limits) {
    const StatementIndex lead = record.standing.limits[limit.value].statements.front();
    if (!record.subject.statements[lead].meant) sheet.default_firmness.push_back(limit);
  }
  sheet.no_interest = record.subject.parties[sheet.party].interests.empty();
  sheet.no_no_deal = must_accept(record.subject, sheet.party) && !no_deal.value && no_deal.lottery.empty();
  sheet.no_priorities = asked_always(record.subject, sheet.party) && record.subject.issues.size() > 1 && !says_priorities(record, sheet.party);
}

PartySheet gather_sheet(const Record& record, PartyIndex party) {
  PartySheet sheet;
  sheet.party = party;
  add_ties(record.subject, sheet);
  sheet.alike = find_alike(record, party);
  add_claims(record, sheet);
  add_relays(record, sheet);
  sheet.limits = record.standing.limits_of[party];
  sheet.islands = find_islands(record, party);
  for (const case_model::SetAside& aside : record.standing.set_aside) {
    if (aside.replaced && record.subject.statements[aside.statement].party == party) sheet.replaced.push_back(aside);
  }
  sheet.moves = moves_of(record.subject, party);
  add_gaps(record, sheet);
  return sheet;
}

}  // namespace

findings::SheetsFinding gather_sheets(const Case& subject, const Standing& standing, const std::vector<PartyIndex>& asked) {
  Record record{subject, standing, {}};
  for (const PartyIndex party : subject.parties.indices()) record.stands.push_back(stands_of(subject, standing, party));
  findings::SheetsFinding sheets;
  for (const PartyIndex party : subject.parties.indices()) {
    const bool named = std::ranges::find(asked, party) != asked.end();
    if (named || (asked.empty() && (must_accept(subject, party) || is_on_record(subject, party)))) {
      sheets.parties.push_back(gather_sheet(record, party));
    } else if (asked.empty()) {
      sheets.left_out.push_back(party);
    }
  }
  return sheets;
}

}  // namespace modus::inquiry
