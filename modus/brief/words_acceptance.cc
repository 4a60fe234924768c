#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "modus/brief/charts.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;
using findings::PackageView;
using findings::PartyView;

std::string say_sureness(findings::Sureness sureness) {
  switch (sureness) {
    case findings::Sureness::kCertain:
      return "certain";
    case findings::Sureness::kPossible:
      return "possible";
    case findings::Sureness::kImpossible:
      return "impossible";
  }
  return "";
}

std::string say_spread(const findings::Spread& spread) {
  return fmt::format("{:.0f} ({:.0f} to {:.0f})", spread.median + 0.0, spread.low + 0.0, spread.high + 0.0);
}

std::vector<Column> party_columns(const Telling& telling, std::vector<Column> first) {
  for (const PartyIndex party : parties_counted(telling)) first.push_back({telling.name(party), true});
  return first;
}

/// One row a listed package, one cell a party; "-" where the package does not ask the party.
template <class Say>
void add_rows(Telling& telling, Table& table, bool with_joint, const Say& say) {
  for (const ListedPackage& listed : listed_packages(telling)) {
    std::vector<Text> row = {{Sentence(listed.label)}};
    if (with_joint) row.push_back({Sentence(chance(listed.view->joint_acceptance.value))});
    for (const PartyIndex party : parties_counted(telling)) {
      const PartyView& view = listed.view->parties[party];
      row.push_back({Sentence(view.asked ? say(view) : "not asked")});
    }
    table.rows.push_back(row);
  }
}

bool all_possible(const Telling& telling) {
  for (const ListedPackage& listed : listed_packages(telling)) {
    for (const PartyIndex party : parties_counted(telling)) {
      const PartyView& view = listed.view->parties[party];
      if (view.asked && view.sureness != findings::Sureness::kPossible) return false;
    }
  }
  return true;
}

Block tell_sureness(Telling& telling) {
  if (all_possible(telling)) {
    return paragraph(Sentence("Going by the judgments alone, nothing is certain and nothing is ruled out: "
                              "for every listed package "
                              "and party, acceptance is possible.")
                         .mark(Mark::kComputed));
  }
  Table table{"What the judgments alone allow (C): certain, possible or impossible that the party accepts.",
              party_columns(telling, {{"Package"}}),
              {}};
  add_rows(telling, table, false, [](const PartyView& view) { return say_sureness(view.sureness); });
  return table;
}

Table refusal_table(Telling& telling) {
  Table table{
      "How often the party refuses while all others accept (C).", party_columns(telling, {{"Package"}}), {}};
  add_rows(telling, table, false, [](const PartyView& view) { return chance(view.refuses_alone); });
  return table;
}

/// Families' later members by what sets them apart from the first, all else in full.
Bullets list_terms(Telling& telling) {
  Bullets list;
  const ListedPackage* first = nullptr;
  const std::vector<ListedPackage> all = listed_packages(telling);
  for (const ListedPackage& listed : all) {
    Sentence sentence;
    sentence.strong(listed.label);
    const bool same_family = first != nullptr && listed.family && listed.family == first->family;
    if (same_family) {
      sentence.plain(": as " + first->label + " but for " +
                     say_difference(telling.subject, listed.view->package, first->view->package) + ".");
    } else {
      sentence.plain(": " + say_package(telling.subject, listed.view->package) + ".");
      first = &listed;
    }
    if (listed.view->one_sided_for) {
      sentence.plain(" One-sided: it gives " + telling.name(*listed.view->one_sided_for) +
                     " its wish on every contested issue.");
    }
    list.items.push_back({sentence});
  }
  return list;
}

}  // namespace

Table acceptance_table(Telling& telling) {
  Table table{"", party_columns(telling, {{"Package"}, {"All together", true}}), {}};
  add_rows(telling, table, true, [](const PartyView& view) { return chance(view.acceptance.value); });
  return table;
}

Table gains_table(Telling& telling) {
  Table table{
      "Points over no deal: median (5th to 95th percentile).", party_columns(telling, {{"Package"}}), {}};
  add_rows(telling, table, false, [](const PartyView& view) { return say_spread(view.gain); });
  return table;
}

/// Options of one issue that print the same share stand together, the largest share first.
Table options_table(Telling& telling) {
  Table table{"", {{"Issue"}, {"Options"}, {"In the zone", true}}, {}};
  std::map<IssueIndex, std::map<double, std::vector<bool>, std::greater<>>> by_share;
  for (const findings::OptionShare& share : telling.finding.zone.option_shares) {
    std::vector<bool>& these = by_share[share.issue][rounded(share.in_zone)];
    these.resize(telling.subject.issues[share.issue].options.size());
    these[share.option.value] = true;
  }
  for (const auto& [issue, groups] : by_share) {
    for (const auto& [share, options] : groups) {
      table.rows.push_back({{Sentence(telling.subject.issues[issue].name)},
                            {Sentence(say_options(telling.subject, issue, options))},
                            {Sentence(chance(share))}});
    }
  }
  return table;
}

Blocks tell_acceptance(Telling& telling) {
  if (listed_packages(telling).empty()) return {};
  return {heading(2, "acceptance", "Listed packages: acceptance by party"),
          list_terms(telling),
          acceptance_chart(telling),
          gains_chart(telling),
          refusal_table(telling),
          tell_sureness(telling)};
}

Blocks tell_zone_options(Telling& telling) {
  Blocks blocks = {heading(2, "zone-options", "The zone by issue and option")};
  if (!telling.finding.zone.option_shares.empty()) blocks.emplace_back(options_chart(telling));
  return blocks;
}

Blocks tell_parties(Telling& telling) {
  Table table{
      "By party (C): mean acceptance over all packages that meet the rules; the value of no deal, in points, "
      "median "
      "(5th to 95th percentile); how often it wants no deal at all; and the zone probability if it need not "
      "accept.",
      {{"Party"},
       {"Accepts, mean", true},
       {"No deal", true},
       {"Wants no deal", true},
       {"Zone without it", true}},
      {}};
  for (const PartyIndex party : parties_counted(telling)) {
    const findings::PartyZone& view = telling.finding.zone.parties[party];
    table.rows.push_back({{Sentence(telling.name(party))},
                          {Sentence(chance(view.acceptance))},
                          {Sentence(say_spread(view.no_deal))},
                          {Sentence(chance(view.stalling))},
                          {Sentence(chance(view.zone_without.value))}});
  }
  return {heading(2, "parties", "Party by party"), table};
}

}  // namespace modus::brief
