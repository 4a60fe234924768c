#include <fmt/format.h>

#include <algorithm>

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

/// "Russia: no package with ... [3]." or "Russia: nothing it values below no deal (J)." Quotes stand beside the positions.
Sentence say_point(Telling& telling, const StickingPoint& point) {
  if (point.kind == StickingPoint::Kind::kNoDeal) {
    Sentence sentence;
    sentence.strong(telling.name(point.party)).plain(": nothing it values below no deal.");
    return sentence.mark(Mark::kJudged);
  }
  Sentence sentence;
  sentence.strong(telling.name(point.party)).plain(": " + say_or_name_limit(telling, point.limit) + ".");
  return sentence.cite(telling.cites.numbers_of(telling.standing.limits[point.limit.value].statements));
}

Text say_set(Telling& telling, const StickingSet& set, const std::string& what_they_do) {
  Text text;
  for (const std::size_t point : set.points) {
    text.push_back(say_point(telling, telling.finding.blockers.sticking_points[point]));
  }
  text.push_back(
      Sentence("Just these " + what_they_do + " in " + chance(set.frequency) + " of the scenarios.")
          .mark(Mark::kComputed));
  return text;
}

/// The sets met most often, told smallest first and then by party, so that no party's position leads by a
/// hair.
std::vector<StickingSet> choose_sets(const std::vector<StickingSet>& sets, std::size_t most) {
  std::vector<StickingSet> chosen = sets;
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto& a, const auto& b) { return a.frequency > b.frequency; });
  chosen.resize(std::min(most, chosen.size()));
  std::sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) {
    return std::pair(a.points.size(), a.points) < std::pair(b.points.size(), b.points);
  });
  return chosen;
}

std::string say_more(std::size_t all, std::size_t shown) {
  return all <= shown ? "" : fmt::format(" The {} met most often are here; the details have more.", shown);
}

Blocks say_incompatible(Telling& telling) {
  const auto& sets = telling.finding.blockers.incompatible;
  if (sets.empty()) return {};
  Bullets list;
  for (const StickingSet& set : choose_sets(sets, kSetsOnFirstPages)) {
    list.items.push_back(say_set(telling, set, "are incompatible"));
  }
  return {paragraph("Incompatible positions: no listed package leaves room for all of one set at once; with "
                    "any one of it gone, some "
                    "package does." +
                    say_more(sets.size(), kSetsOnFirstPages)),
          list};
}

Blocks say_openings(Telling& telling) {
  const BlockersFinding& found = telling.finding.blockers;
  const bool frequent = !found.frequent_openings.empty();
  const std::vector<StickingSet>& sets = frequent ? found.frequent_openings : found.openings;
  if (sets.empty()) return {};
  Bullets list;
  for (const StickingSet& set : choose_sets(sets, kSetsOnFirstPages)) {
    list.items.push_back(say_set(telling, set, "open a zone"));
  }
  const std::string where =
      frequent ? "in scenarios without a zone, one would open" : "in the nominal scenario, a zone would open";
  return {
      paragraph("Openings: " + where + " if all of one set gave way. Whether any does is for the parties." +
                say_more(sets.size(), kSetsOnFirstPages)),
      list};
}

/// "Russia to move 12 points (some way), to give up: no package with ... [3]."
Sentence say_move(Telling& telling, const Move& move) {
  Sentence sentence;
  sentence.strong(telling.name(move.party)).plain(" to ");
  if (move.points > 0) sentence.plain("move " + points(move.points) + " (" + distance(move.points) + ")");
  for (std::size_t i = 0; i < move.limits_given_up.size(); ++i) {
    const auto limit = move.limits_given_up[i];
    sentence.plain(i > 0 ? "; " : move.points > 0 ? " and to give up: " : "give up: ");
    sentence.plain(say_or_name_limit(telling, limit));
    sentence.cite(telling.cites.numbers_of(telling.standing.limits[limit.value].statements));
  }
  return sentence.plain(".").mark(Mark::kComputed);
}

Text say_least(Telling& telling, Sentence package, const LeastMoves& moves) {
  Text text = {package.mark(Mark::kComputed)};
  for (const Move& move : moves.moves) text.push_back(say_move(telling, move));
  if (moves.moves.empty()) text.push_back(Sentence("Nobody would have to move.").mark(Mark::kComputed));
  return text;
}

Sentence say_to_package(const Telling& telling, const std::string& title, const LeastMoves& moves) {
  Sentence sentence;
  return sentence.strong(title).plain(" (" + points(moves.total) + "), to " +
                                      say_by_label(telling, moves.package) + ".");
}

Blocks say_least_moves(Telling& telling) {
  const BlockersFinding& found = telling.finding.blockers;
  if (found.cheapest.empty() || found.nominal_has_zone) return {};
  const LeastMoves& cheapest = found.cheapest.front();
  Bullets list;
  const bool alike = !found.balanced.empty() && found.balanced[0].package == cheapest.package;
  const std::string title = alike ? "Least in all, and most evenly shared" : "Least in all";
  list.items.push_back(say_least(telling, say_to_package(telling, title, cheapest), cheapest));
  if (!alike && !found.balanced.empty()) {
    list.items.push_back(say_least(telling, say_to_package(telling, "Most evenly shared", found.balanced[0]),
                                   found.balanced[0]));
  }
  return {paragraph(fmt::format("Least moves in the nominal scenario, summed over parties; a limit given up "
                                "counts as {:.0f} points "
                                "times the chance that it is real.",
                                BlockersFinding::kPointsPerLimit)),
          list};
}

Sentence say_nominal_zone() {
  return Sentence(
             "In the nominal scenario (every limit taken as real, all else at its mean) there is a zone: no "
             "positions are incompatible there.")
      .mark(Mark::kComputed);
}

Sentence say_nominal() {
  return Sentence(
             "In the nominal scenario, which takes every limit as real and all else at its mean, there is no "
             "zone.")
      .mark(Mark::kComputed);
}

}  // namespace

Blocks tell_what_blocks(Telling& telling) {
  Blocks blocks = {heading(2, "blockers", "What blocks it")};
  const bool zone = telling.finding.blockers.nominal_has_zone;
  blocks.emplace_back(paragraph(zone ? say_nominal_zone() : say_nominal()));
  append(blocks, say_incompatible(telling));
  append(blocks, say_openings(telling));
  append(blocks, say_least_moves(telling));
  return blocks;
}

Blocks tell_all_moves(Telling& telling) {
  const BlockersFinding& found = telling.finding.blockers;
  if (found.cheapest.empty() || found.nominal_has_zone) return {};
  Bullets cheapest, balanced;
  for (const LeastMoves& moves : found.cheapest) {
    cheapest.items.push_back(say_least(telling, say_to_package(telling, "In all", moves), moves));
  }
  for (const LeastMoves& moves : found.balanced) {
    const std::string title = "At most " + points(moves.largest) + " for one party";
    balanced.items.push_back(say_least(telling, say_to_package(telling, title, moves), moves));
  }
  return {heading(2, "moves", "Least moves"), paragraph("Least in all:"), cheapest,
          paragraph("Most evenly shared, that is with the least for whoever moves most:"), balanced};
}

}  // namespace modus::brief
