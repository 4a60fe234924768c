#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/charts.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::BlockersFinding;
using findings::LeastMoves;
using findings::Move;
using findings::StickingPoint;
using findings::StickingSet;

constexpr std::size_t kSetsOnFirstPages = 3;

/// "Russia: no package with ... [3]" or "Russia: nothing it values below no deal".
void add_point(Telling& telling, const StickingPoint& point, Sentence& sentence) {
  if (point.kind == StickingPoint::Kind::kNoDeal) {
    sentence.strong(telling.name(point.party)).plain(": nothing it values below no deal").mark(Mark::kJudged);
    return;
  }
  const Sentence limit = say_party_limit(telling, point.limit);
  sentence.runs.insert(sentence.runs.end(), limit.runs.begin(), limit.runs.end());
  sentence.cite(limit.citations);
}

Sentence say_set(Telling& telling, const StickingSet& set) {
  Sentence sentence;
  for (std::size_t i = 0; i < set.points.size(); ++i) {
    if (i > 0) sentence.plain("; ");
    add_point(telling, telling.finding.blockers.sticking_points[set.points[i]], sentence);
  }
  return sentence.plain(".").mark(Mark::kComputed);
}

Sentence say_frequency(const StickingSet& set) {
  return Sentence("Just this set in " + chance(set.frequency) + " of the scenarios.").mark(Mark::kComputed);
}

Bullets list_sets(Telling& telling, const std::vector<StickingSet>& sets, std::size_t most) {
  Bullets list;
  list.numbered = true;
  for (std::size_t i = 0; i < std::min(most, sets.size()); ++i) {
    list.items.push_back({say_set(telling, sets[i]), say_frequency(sets[i])});
  }
  return list;
}

std::string say_more(std::size_t all, std::size_t shown) {
  return all <= shown ? "" : fmt::format(" The first {} of {} are here, the rest in the details.", shown, all);
}

Blocks say_incompatible(Telling& telling, std::size_t most) {
  const auto& sets = telling.finding.blockers.incompatible;
  return {paragraph("No listed package leaves room for all of these at once, and each set is as small as can be." +
                    say_more(sets.size(), most)),
          list_sets(telling, sets, most)};
}

Blocks say_openings(Telling& telling, std::size_t most) {
  const auto& sets = telling.finding.blockers.openings;
  if (sets.empty()) return {};
  return {paragraph("Openings: a zone would open there if all of one of these sets gave way. Which one, if any, is for the "
                    "parties." + say_more(sets.size(), most)),
          list_sets(telling, sets, most)};
}

/// "Russia moves 12 points (some way) and no longer holds to: no package with ... [3]"
Sentence say_move(Telling& telling, const Move& move) {
  Sentence sentence;
  sentence.strong(telling.name(move.party));
  if (move.points > 0) sentence.plain(" moves " + points(move.points) + " (" + distance(move.points) + ")");
  for (std::size_t i = 0; i < move.limits_given_up.size(); ++i) {
    const auto limit = move.limits_given_up[i];
    const bool first_words = i == 0 && move.points <= 0;
    sentence.plain(i > 0 ? "; nor to: " : first_words ? " no longer holds to: " : " and no longer holds to: ");
    sentence.plain(say_limit_of(telling, limit));
    sentence.cite(telling.cites.numbers_of(telling.standing.limits[limit.value].statements));
  }
  return sentence.plain(".").mark(Mark::kComputed);
}

Text say_moves(Telling& telling, const LeastMoves& moves) {
  Text text;
  for (const Move& move : moves.moves) text.push_back(say_move(telling, move));
  if (text.empty()) text.push_back(Sentence("Nobody would have to move.").mark(Mark::kComputed));
  return text;
}

Text say_least(Telling& telling, const std::string& title, const LeastMoves& moves) {
  Sentence package;
  package.strong(title).plain(", to this package: " + say_package(telling.subject, moves.package) + ".");
  Text text = {package.mark(Mark::kComputed)};
  for (Sentence& sentence : say_moves(telling, moves)) text.push_back(std::move(sentence));
  return text;
}

Blocks say_least_moves(Telling& telling) {
  const BlockersFinding& found = telling.finding.blockers;
  if (found.cheapest.empty() || found.nominal_has_zone) return {};
  Bullets list;
  const bool alike = !found.balanced.empty() && found.balanced[0].package == found.cheapest[0].package;
  list.items.push_back(say_least(telling, alike ? "Least in all, and most evenly shared" : "Least in all", found.cheapest[0]));
  if (!alike && !found.balanced.empty()) {
    list.items.push_back(say_least(telling, "Most evenly shared", found.balanced[0]));
  }
  return {paragraph(fmt::format("The least that would have to move there; a limit given up counts {:.0f} points times the "
                                "chance that it is real.",
                                BlockersFinding::kPointsPerLimit)),
          list};
}

Sentence say_nominal_zone() {
  return Sentence("In the nominal scenario (every limit taken as real, all else at its mean) there is a zone: no "
                  "positions are incompatible there. Doubt about a deal comes from how far the scenarios differ.")
      .mark(Mark::kComputed);
}

Sentence say_nominal() {
  return Sentence("In the nominal scenario, which takes every limit as real and all else at its mean, there is no zone.")
      .mark(Mark::kComputed);
}

std::string say_point_plainly(const Telling& telling, const StickingPoint& point) {
  if (point.kind == StickingPoint::Kind::kNoDeal) return "nothing it values below no deal";
  return say_limit_of(telling, point.limit);
}

Table list_points(Telling& telling) {
  Table table{"Sticking points in the order of the parties, not by weight: how often each is real, and by how much the zone probability "
              "rises without it (C).",
              {{"Party"}, {"Sticking point"}, {"Real in", true}, {"Rise without it", true}},
              {}};
  std::vector<StickingPoint> by_party = telling.finding.blockers.sticking_points;
  std::stable_sort(by_party.begin(), by_party.end(),
                   [](const StickingPoint& a, const StickingPoint& b) { return a.party < b.party; });
  for (const StickingPoint& point : by_party) {
    Sentence words(say_point_plainly(telling, point));
    if (point.kind == StickingPoint::Kind::kLimit) {
      words.cite(telling.cites.numbers_of(telling.standing.limits[point.limit.value].statements));
    } else {
      words.mark(Mark::kJudged);
    }
    const std::string real = point.kind == StickingPoint::Kind::kLimit ? chance(point.probability) : "always";
    table.rows.push_back({{Sentence(telling.name(point.party))}, {words}, {Sentence(real)},
                          {Sentence(difference(point.unblocking_effect.value))}});
  }
  return table;
}

Table list_pairs(Telling& telling) {
  Table table{"Pairs of sticking points that open a zone only together (C).",
              {{"Both of these"}, {"Rise without both", true}, {"Only together in", true}},
              {}};
  const auto& found = telling.finding.blockers;
  for (const findings::PairEffect& pair : found.pairs) {
    Sentence both;
    add_point(telling, found.sticking_points[pair.first], both);
    add_point(telling, found.sticking_points[pair.second], both.plain("; "));
    table.rows.push_back({{both}, {Sentence(difference(pair.unblocking_effect.value))}, {Sentence(chance(pair.only_together))}});
  }
  return table;
}

std::string say_silent(const Telling& telling, const findings::IssueEffect& effect) {
  std::string names;
  for (const auto party : effect.silent) names += (names.empty() ? "" : ", ") + telling.name(party);
  return names.empty() ? "nobody" : names;
}

Table list_frequent_openings(Telling& telling) {
  Table table{"Openings over all scenarios without a zone, most frequent first (C).",
              {{"If this gave way"}, {"Just this opens in", true}},
              {}};
  for (const StickingSet& set : telling.finding.blockers.frequent_openings) {
    Sentence words = say_set(telling, set);
    words.marks.clear();
    table.rows.push_back({{words}, {Sentence(chance(set.frequency))}});
  }
  return table;
}

std::string say_confirmed(const BlockersFinding& found) {
  const std::string checked = found.confirmed ? "A second, naive routine found each set minimal."
                                              : "No second routine has checked these sets.";
  return found.capped ? checked + " There are more sets than are listed." : checked;
}

}  // namespace

Table issue_effects_table(Telling& telling) {
  Table table{"Where a principal is silent on an issue, a low number may only mean that nobody knows.",
              {{"Issue"}, {"Rise", true}, {"Silent principals"}},
              {}};
  for (const findings::IssueEffect& effect : telling.finding.blockers.hardest_issues) {
    table.rows.push_back({{Sentence(telling.subject.issues[effect.issue].name)},
                          {Sentence(difference(effect.unblocking_effect.value))},
                          {Sentence(say_silent(telling, effect))}});
  }
  return table;
}

Blocks tell_what_blocks(Telling& telling) {
  Blocks blocks = {heading(2, "blockers", "What blocks it")};
  if (telling.finding.blockers.nominal_has_zone) {
    blocks.emplace_back(paragraph(say_nominal_zone()));
    return blocks;
  }
  blocks.emplace_back(paragraph(say_nominal()));
  append(blocks, say_incompatible(telling, kSetsOnFirstPages));
  append(blocks, say_openings(telling, kSetsOnFirstPages));
  append(blocks, say_least_moves(telling));
  return blocks;
}

Blocks tell_all_blockers(Telling& telling) {
  const BlockersFinding& found = telling.finding.blockers;
  Blocks blocks = {heading(2, "all-blockers", "Blockers in detail")};
  if (!found.hardest_issues.empty()) blocks.emplace_back(unblocking_chart(telling));
  if (!found.incompatible.empty()) {
    blocks.emplace_back(heading(3, "incompatible", "Every set of incompatible positions"));
    blocks.emplace_back(list_sets(telling, found.incompatible, found.incompatible.size()));
    blocks.emplace_back(heading(3, "openings", "Every opening"));
    blocks.emplace_back(list_sets(telling, found.openings, found.openings.size()));
    blocks.emplace_back(paragraph(say_confirmed(found)));
  }
  if (!found.frequent_openings.empty()) blocks.emplace_back(list_frequent_openings(telling));
  blocks.emplace_back(heading(3, "sticking-points", "Sticking points"));
  blocks.emplace_back(table_or(list_points(telling), "There is none."));
  blocks.emplace_back(table_or(list_pairs(telling), "No pair opens a zone only together."));
  return blocks;
}

Blocks tell_all_moves(Telling& telling) {
  const BlockersFinding& found = telling.finding.blockers;
  if (found.cheapest.empty() || found.nominal_has_zone) return {};
  Bullets cheapest, balanced;
  for (const LeastMoves& moves : found.cheapest) {
    cheapest.items.push_back(say_least(telling, points(moves.total) + " in all", moves));
  }
  for (const LeastMoves& moves : found.balanced) {
    balanced.items.push_back(say_least(telling, points(moves.largest) + " at most for one party", moves));
  }
  return {heading(2, "moves", "Least moves"), paragraph("Least in all:"), cheapest,
          paragraph("Most evenly shared, that is with the least for whoever moves most:"), balanced};
}

}  // namespace modus::brief
