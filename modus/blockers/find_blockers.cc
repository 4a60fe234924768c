#include "modus/blockers/find_blockers.h"

#include <algorithm>
#include <utility>

#include "modus/blockers/confirm.h"
#include "modus/blockers/issue_effects.h"
#include "modus/blockers/least_moves.h"
#include "modus/blockers/nominal.h"
#include "modus/blockers/openings.h"
#include "modus/blockers/unblocking.h"
#include "modus/zone/share.h"

namespace modus::blockers {
namespace {

using findings::BlockersFinding;
using findings::StickingSet;

constexpr std::size_t kMostPackagesOfMoves = 3;
/// The openings of the nominal scenario that incompatible positions are sought from; far more than are
/// listed.
constexpr std::size_t kMostNominalOpenings = 8 * kMostSets;

/// The share of scenarios in which some party that must accept every package is stalling.
findings::Share share_stalling(const zone::Acceptance& acceptance) {
  zone::ScenarioSet stalling((acceptance.scenario_count() + 63) / 64, 0);
  for (const zone::AskedParty& asked : acceptance.asked()) {
    if (asked.if_needed) continue;
    const findings::PartyScenarios& party = acceptance.scenarios().parties[asked.party];
    for (std::size_t scenario = 0; scenario < acceptance.scenario_count(); ++scenario) {
      if (party.stalling[scenario] != 0) stalling[scenario / 64] |= zone::Word{1} << (scenario % 64);
    }
  }
  return zone::share_of(stalling, acceptance.scenario_count(), acceptance.scenarios().sampling.chains);
}

template <class Number>
bool never_changes(const std::vector<Number>& numbers) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [&](Number number) { return number == numbers.front(); });
}

bool all_scenarios_are_alike(const zone::Acceptance& acceptance) {
  return std::all_of(
      acceptance.asked().begin(), acceptance.asked().end(), [&](const zone::AskedParty& asked) {
        const findings::PartyScenarios& party = acceptance.scenarios().parties[asked.party];
        return party.point_valued && never_changes(party.stalling) && never_changes(party.real_limits);
      });
}

/// The sets as listed, with how often each is minimal.
template <class Frequency>
std::vector<StickingSet> list_sets(const std::vector<PointSet>& sets, const base::Context& context,
                                   Frequency frequency) {
  std::vector<StickingSet> listed(std::min(sets.size(), kMostSets));
  base::parallel_for(context.threads, listed.size(), [&](std::size_t i) {
    listed[i] = {sets[i].members(), frequency(sets[i])};
  });
  return listed;
}

/// Fills what is said of the nominal scenario.
void describe_nominal(const zone::Acceptance& nominal, const PackageClasses& classes,
                      const std::vector<ScenarioOpenings>& openings, const base::Context& context,
                      BlockersFinding& finding) {
  OpeningsFinder finder(nominal, finding.sticking_points, classes);
  const ScenarioOpenings found = finder.find(0, kMostNominalOpenings);
  finding.nominal_has_zone = found.has_zone();
  if (finding.nominal_has_zone) return;
  const HittingSets hitting = minimal_hitting_sets(found.sets, finding.sticking_points.size(), kMostSets);
  finding.openings = list_sets(found.sets, context,
                               [&](const PointSet& set) { return frequency_as_opening(set, openings); });
  finding.incompatible = list_sets(
      hitting.sets, context, [&](const PointSet& set) { return frequency_as_incompatible(set, openings); });
  finding.capped = found.capped || found.sets.size() > kMostSets || !hitting.complete;
  MovesFound moves =
      find_least_moves(nominal, finding.sticking_points, classes, kMostPackagesOfMoves, context);
  finding.cheapest = std::move(moves.cheapest);
  finding.balanced = std::move(moves.balanced);
}

/// Fills what is said over all scenarios.
void describe_effects(const std::vector<ScenarioOpenings>& openings, int chains, BlockersFinding& finding) {
  std::vector<findings::StickingPoint>& points = finding.sticking_points;
  const std::vector<findings::Share> effects = single_effects(openings, points.size(), chains);
  for (std::size_t point = 0; point < points.size(); ++point)
    points[point].unblocking_effect = effects[point];
  finding.pairs = pair_effects(openings, points.size(), chains);
  finding.frequent_openings = most_frequent_openings(openings, kMostFrequentOpenings);
  finding.capped =
      finding.capped || std::any_of(openings.begin(), openings.end(),
                                    [](const ScenarioOpenings& scenario) { return scenario.capped; });
}

}  // namespace

BlockersFinding find_blockers(const zone::DrawnCase& drawn, const base::Context& context) {
  const auto& [subject, standing, acceptance] = drawn;
  BlockersFinding finding;
  finding.sticking_points = list_sticking_points(subject, standing, acceptance);
  finding.stalling = share_stalling(acceptance);
  const PackageClasses classes(acceptance, finding.sticking_points);
  const ScenarioChoice choice =
      choose_scenarios(acceptance.list().package_count(), classes.class_words(), acceptance.scenario_count());
  finding.scenario_stride = choice.stride;
  const std::vector<ScenarioOpenings> openings =
      find_openings(acceptance, finding.sticking_points, classes, choice, kMostOpeningsOfScenario, context);
  context.report("blockers", 0.5);
  const findings::Scenarios mean_wants = nominal_scenario(acceptance.scenarios(), standing);
  const zone::Acceptance nominal(subject, standing, acceptance.list(), mean_wants);
  describe_nominal(nominal, classes, openings, context, finding);
  describe_effects(openings, acceptance.scenarios().sampling.chains, finding);
  finding.hardest_issues = issue_effects(subject, standing, acceptance, openings, choice, context);
  finding.confirmed = confirm_sets(subject, standing, mean_wants, finding, context);
  finding.verdict =
      all_scenarios_are_alike(acceptance) ? findings::Verdict::kProven : findings::Verdict::kSampled;
  context.report("blockers", 1);
  return finding;
}

}  // namespace modus::blockers
