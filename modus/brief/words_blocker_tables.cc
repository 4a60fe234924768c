#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/charts.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::BlockersFinding;
using findings::StickingPoint;
using findings::StickingSet;

/// Rows of a table of sets; `--json` has all.
constexpr std::size_t kRowsShown = 15;

/// Sticking points by the names that the table of sticking points explains.
std::string name_points(const Telling& telling, const std::vector<std::size_t>& points) {
  std::string words;
  for (const std::size_t point : points) {
    words += (words.empty() ? "" : " + ") + telling.finding.blockers.sticking_points[point].id;
  }
  return words;
}

std::string say_cut(const std::string& caption, std::size_t all) {
  if (all <= kRowsShown) return caption;
  return fmt::format("{} The first {} of {}; all are in the JSON.", caption, kRowsShown, all);
}

Table sets_table(const Telling& telling, const std::string& caption, const std::string& what,
                 const std::vector<StickingSet>& sets) {
  Table table{say_cut(caption, sets.size()), {{what}, {"Just this set in", true}}, {}};
  for (std::size_t i = 0; i < std::min(kRowsShown, sets.size()); ++i) {
    table.rows.push_back(
        {{Sentence(name_points(telling, sets[i].points))}, {Sentence(chance(sets[i].frequency))}});
  }
  return table;
}

std::string say_point_plainly(const Telling& telling, const StickingPoint& point) {
  if (point.kind == StickingPoint::Kind::kNoDeal) return "nothing it values below no deal";
  return say_limit_of(telling, point.limit);
}

Sentence say_point_cited(Telling& telling, const StickingPoint& point) {
  Sentence words(say_point_plainly(telling, point));
  if (point.kind == StickingPoint::Kind::kNoDeal) return words.mark(Mark::kJudged);
  return words.cite(telling.cites.numbers_of(telling.standing.limits[point.limit.value].statements));
}

Table points_table(Telling& telling) {
  Table table{
      "Sticking points in the order of the parties, not by weight: how often each is real, and by how much "
      "the zone "
      "probability rises without it (C).",
      {{"Name"}, {"Sticking point"}, {"Real in", true}, {"Rise, percentage points", true}},
      {}};
  std::vector<StickingPoint> by_party = telling.finding.blockers.sticking_points;
  std::stable_sort(by_party.begin(), by_party.end(),
                   [](const StickingPoint& a, const StickingPoint& b) { return a.party < b.party; });
  for (const StickingPoint& point : by_party) {
    const std::string real = point.kind == StickingPoint::Kind::kLimit ? chance(point.probability) : "always";
    table.rows.push_back({{Sentence(point.id)},
                          {say_point_cited(telling, point)},
                          {Sentence(real)},
                          {Sentence(bare_difference(point.unblocking_effect.value))}});
  }
  return table;
}

Table pairs_table(const Telling& telling) {
  const auto& pairs = telling.finding.blockers.pairs;
  Table table{say_cut("Pairs of sticking points that open a zone only together (C).", pairs.size()),
              {{"Both of these"}, {"Rise, percentage points", true}, {"Only together in", true}},
              {}};
  for (std::size_t i = 0; i < std::min(kRowsShown, pairs.size()); ++i) {
    table.rows.push_back({{Sentence(name_points(telling, {pairs[i].first, pairs[i].second}))},
                          {Sentence(bare_difference(pairs[i].unblocking_effect.value))},
                          {Sentence(chance(pairs[i].only_together))}});
  }
  return table;
}

std::string say_silent(const Telling& telling, const findings::IssueEffect& effect) {
  std::string names;
  for (const auto party : effect.silent) names += (names.empty() ? "" : ", ") + telling.name(party);
  return names.empty() ? "nobody" : names;
}

std::string say_confirmed(const BlockersFinding& found) {
  std::string words = found.confirmed ? "A second, naive routine found each set minimal."
                                      : "No second routine has checked these sets.";
  if (found.capped) words += " There are more sets than were looked for.";
  if (found.scenario_stride > 1) {
    words += fmt::format(" With so many packages, frequencies and effects are those of every scenario in {}.",
                         found.scenario_stride);
  }
  return words;
}

}  // namespace

Table issue_effects_table(Telling& telling) {
  Table table{"Where a principal is silent on an issue, a low number may only mean that nobody knows.",
              {{"Issue"}, {"Rise, percentage points", true}, {"Silent principals"}},
              {}};
  for (const findings::IssueEffect& effect : telling.finding.blockers.hardest_issues) {
    table.rows.push_back({{Sentence(telling.subject.issues[effect.issue].name)},
                          {Sentence(bare_difference(effect.unblocking_effect.value))},
                          {Sentence(say_silent(telling, effect))}});
  }
  return table;
}

Blocks tell_all_blockers(Telling& telling) {
  const BlockersFinding& found = telling.finding.blockers;
  Blocks blocks = {heading(2, "all-blockers", "Blockers in detail")};
  if (!found.hardest_issues.empty()) blocks.emplace_back(unblocking_chart(telling));
  blocks.emplace_back(table_or(points_table(telling), "There is no sticking point."));
  if (!found.incompatible.empty()) {
    blocks.emplace_back(sets_table(telling,
                                   "Incompatible positions of the nominal scenario, smallest first (C).",
                                   "These cannot all stand", found.incompatible));
    blocks.emplace_back(sets_table(telling, "Openings of the nominal scenario, smallest first (C).",
                                   "If all of these gave way", found.openings));
    blocks.emplace_back(paragraph(say_confirmed(found)));
  }
  if (!found.frequent_openings.empty()) {
    blocks.emplace_back(sets_table(telling,
                                   "Openings over all scenarios without a zone, most frequent first (C).",
                                   "If all of these gave way", found.frequent_openings));
  }
  blocks.emplace_back(
      table_or(pairs_table(telling), "No pair of sticking points opens a zone only together."));
  return blocks;
}

}  // namespace modus::brief
