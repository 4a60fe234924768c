#include <algorithm>
#include <set>

#include "modus/verify/every_package.h"
#include "modus/verify/verify_blockers.h"

namespace modus::verify {
namespace {

using findings::BlockersFinding;
using findings::LeastMoves;
using findings::PartyScenarios;
using findings::StickingSet;

// With more points than this in the openings, it is not checked that no set of incompatible positions is
// missing.
constexpr std::size_t kMostPointsForAll = 16;

// The mean over scenarios; a number that never changes stays as it is.
double mean_of(const std::vector<double>& table, std::size_t scenarios, std::size_t column) {
  const std::size_t columns = table.size() / scenarios;
  double sum = 0;
  bool same = true;
  for (std::size_t s = 0; s < scenarios; ++s) {
    sum += table[s * columns + column];
    same = same && table[s * columns + column] == table[column];
  }
  return same ? table[column] : sum / static_cast<double>(scenarios);
}

std::vector<double> means_of(const std::vector<double>& table, std::size_t scenarios) {
  std::vector<double> means;
  for (std::size_t column = 0; column < table.size() / scenarios; ++column) {
    means.push_back(mean_of(table, scenarios, column));
  }
  return means;
}

PartyScenarios nominal_party(const PartyScenarios& party, std::size_t scenarios) {
  PartyScenarios nominal;
  nominal.drawn = party.drawn;
  if (!party.drawn) return nominal;
  nominal.point_valued = party.point_valued;
  nominal.units_per_point = party.units_per_point;
  nominal.options = party.options;
  nominal.first_option = party.first_option;
  nominal.adjustments_per_scenario = party.adjustments_per_scenario;
  nominal.values = means_of(party.values, scenarios);
  nominal.adjustments = means_of(party.adjustments, scenarios);
  nominal.no_deal = means_of(party.no_deal, scenarios);
  nominal.stalling = {0};
  nominal.real_limits = {~std::uint64_t{0}};
  return nominal;
}

findings::Scenarios nominal_of(const NaiveAcceptance& naive) {
  findings::Scenarios nominal;
  nominal.count = 1;
  for (const PartyScenarios& party : naive.scenarios().parties) {
    nominal.parties.push_back(nominal_party(party, naive.count()));
  }
  return nominal;
}

Points points_of(const StickingSet& set) {
  Points points;
  for (const std::size_t point : set.points) {
    if (point < kMostPoints) points.set(point);
  }
  return points;
}

using PointSets = std::set<std::string>;  // as texts of ones and zeros

PointSets texts_of(const std::vector<Points>& sets) {
  PointSets texts;
  for (const Points& set : sets) texts.insert(set.to_string());
  return texts;
}

std::vector<Points> listed(const std::vector<StickingSet>& sets) {
  std::vector<Points> points;
  for (const StickingSet& set : sets) points.push_back(points_of(set));
  return points;
}

std::vector<Points> minimal_of(const std::vector<Points>& sets) {
  std::vector<Points> minimal;
  for (const Points& set : sets) {
    const bool beaten = std::any_of(
        sets.begin(), sets.end(), [&](const Points& other) { return other != set && is_subset(other, set); });
    if (!beaten) minimal.push_back(set);
  }
  return minimal;
}

// Every set of the given points that is incompatible, by going through all of them.
std::vector<Points> all_incompatible(const Patterns& patterns, const std::vector<std::size_t>& points) {
  std::vector<Points> found;
  for (std::size_t mask = 1; mask < std::size_t{1} << points.size(); ++mask) {
    Points set;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if ((mask >> i & 1U) != 0) set.set(points[i]);
    }
    if (patterns.is_incompatible(set)) found.push_back(set);
  }
  return found;
}

void check_openings(const BlockersFinding& blockers, const Patterns& patterns, Check& check) {
  const PointSets found = texts_of(listed(blockers.openings));
  const PointSets expected = texts_of(minimal_of(patterns.sets));
  check.holds("no opening is listed twice", found.size() == blockers.openings.size());
  check.holds("each opening is minimal",
              std::includes(expected.begin(), expected.end(), found.begin(), found.end()));
  if (!blockers.capped) check.equal("the number of openings", found.size(), expected.size());
}

void check_incompatible(const BlockersFinding& blockers, const Patterns& patterns, Check& check) {
  const std::vector<Points> found = listed(blockers.incompatible);
  for (std::size_t i = 0; i < found.size(); ++i) {
    check.holds("incompatible set " + std::to_string(i + 1) + " is minimal",
                patterns.is_incompatible(found[i]));
  }
  check.holds("no incompatible set is listed twice", texts_of(found).size() == found.size());
  if (blockers.capped) return;
  Points named;
  for (const Points& opening : minimal_of(patterns.sets)) named |= opening;
  if (named.count() > kMostPointsForAll) return;
  std::vector<std::size_t> points;
  for (std::size_t point = 0; point < named.size(); ++point) {
    if (named[point]) points.push_back(point);
  }
  check.equal("the number of incompatible sets", found.size(), all_incompatible(patterns, points).size());
}

void check_order(const std::string& name, const std::vector<StickingSet>& sets, Check& check) {
  check.holds(name + " are listed smallest first",
              std::is_sorted(sets.begin(), sets.end(),
                             [](auto& a, auto& b) { return a.points.size() < b.points.size(); }));
}

// What a package would ask of the parties.
struct Effort {
  std::vector<double> of_party;  // by k
  double total = 0, largest = 0;
};

class MovesCheck {
 public:
  MovesCheck(const NaiveAcceptance& nominal, const BlockersFinding& blockers, const VerifyOptions& options)
      : nominal_(nominal),
        blockers_(blockers),
        packages_(list_packages(nominal.subject())),
        check_(report_, options, "least moves") {}

  VerifyReport run() {
    for (const LeastMoves& moves : blockers_.cheapest) check_moves(moves);
    for (const LeastMoves& moves : blockers_.balanced) check_moves(moves);
    const std::size_t listed = std::min<std::size_t>(3, packages_.size());
    check_.equal("the number of cheapest packages", blockers_.cheapest.size(), listed);
    check_.equal("the number of balanced packages", blockers_.balanced.size(), listed);
    check_least();
    return std::move(report_);
  }

 private:
  [[nodiscard]] double weight_of(case_model::LimitIndex limit) const {
    for (const findings::StickingPoint& point : blockers_.sticking_points) {
      const bool is_limit = point.kind == findings::StickingPoint::Kind::kLimit;
      if (is_limit && point.limit == limit) return BlockersFinding::kPointsPerLimit * point.probability;
    }
    return 0;
  }

  [[nodiscard]] Effort effort_of(const case_model::Package& package) const {
    const PackageFacts facts = nominal_.facts_of(package);
    Effort effort{std::vector<double>(facts.size(), 0), 0, 0};
    for (std::size_t k = 0; k < facts.size(); ++k) {
      if (!facts[k].asked) continue;
      effort.of_party[k] = std::max(0.0, -nominal_.gain(k, 0, package, facts[k]));
      const auto& limits = nominal_.standing().limits_of[nominal_.parties()[k]];
      for (std::size_t j = 0; j < limits.size(); ++j) {
        if ((facts[k].forbidden_by >> j & 1U) != 0) effort.of_party[k] += weight_of(limits[j]);
      }
      effort.total += effort.of_party[k];
      effort.largest = std::max(effort.largest, effort.of_party[k]);
    }
    return effort;
  }

  void check_moves(const LeastMoves& moves) {
    const std::string name = "a package of least moves";
    check_.holds(name + " meets the rules", case_model::meets_rules(nominal_.subject(), moves.package));
    const Effort effort = effort_of(moves.package);
    check_.near("the total of " + name, moves.total, effort.total);
    check_.near("the largest move of " + name, moves.largest, effort.largest);
    std::vector<double> said(effort.of_party.size(), 0);
    for (const findings::Move& move : moves.moves) {
      double points = move.points;
      for (const case_model::LimitIndex limit : move.limits_given_up) points += weight_of(limit);
      for (std::size_t k = 0; k < said.size(); ++k) {
        if (nominal_.parties()[k] == move.party) said[k] += points;
      }
    }
    for (std::size_t k = 0; k < said.size(); ++k) {
      check_.near("the move of " + nominal_.subject().parties[nominal_.parties()[k]].id, said[k],
                  effort.of_party[k]);
    }
  }

  // Nothing that is not listed takes less.
  void check_least() {
    std::vector<double> totals, largest;
    for (const case_model::Package& package : packages_) {
      const Effort effort = effort_of(package);
      totals.push_back(effort.total);
      largest.push_back(effort.largest);
    }
    std::sort(totals.begin(), totals.end());
    std::sort(largest.begin(), largest.end());
    for (std::size_t i = 0; i < std::min(totals.size(), blockers_.cheapest.size()); ++i) {
      check_.near("cheapest total " + std::to_string(i + 1), blockers_.cheapest[i].total, totals[i]);
    }
    for (std::size_t i = 0; i < std::min(largest.size(), blockers_.balanced.size()); ++i) {
      check_.near("least largest move " + std::to_string(i + 1), blockers_.balanced[i].largest, largest[i]);
    }
  }

  const NaiveAcceptance& nominal_;
  const BlockersFinding& blockers_;
  std::vector<case_model::Package> packages_;
  VerifyReport report_;
  Check check_;
};

}  // namespace

VerifyReport verify_nominal(const NaiveAcceptance& naive, const BlockersFinding& blockers,
                            const VerifyOptions& options) {
  VerifyReport report;
  const findings::Scenarios scenario = nominal_of(naive);
  const NaiveAcceptance nominal(naive.subject(), scenario);
  PackagesWithFacts all{list_packages(naive.subject()), {}};
  for (const case_model::Package& package : all.packages) all.facts.push_back(nominal.facts_of(package));
  const Patterns patterns = patterns_of(BlockerPoints(nominal, blockers.sticking_points), 0, all);
  if (patterns.near_tie) {
    report.not_done.push_back("incompatible positions, openings and least moves: rounding could decide");
    return report;
  }
  const bool zone = patterns.contains({});
  {
    Check check(report, options, "incompatible positions and openings");
    check.holds("the nominal scenario has a zone just where that is said", blockers.nominal_has_zone == zone);
    if (zone) {
      check.holds("nothing is incompatible where there is a zone",
                  blockers.incompatible.empty() && blockers.openings.empty());
      return report;
    }
    check_openings(blockers, patterns, check);
    check_incompatible(blockers, patterns, check);
    check_order("openings", blockers.openings, check);
    check_order("incompatible sets", blockers.incompatible, check);
  }
  report.add(MovesCheck(nominal, blockers, options).run());
  return report;
}

}  // namespace modus::verify
