#include "modus/blockers/unblocking.h"

#include <algorithm>
#include <map>
#include <utility>

#include "modus/zone/share.h"

namespace modus::blockers {
namespace {

using zone::ScenarioSet;

ScenarioSet no_scenarios(std::size_t count) { return ScenarioSet((count + 63) / 64, 0); }

void add_scenario(ScenarioSet& set, std::size_t scenario) {
  set[scenario / 64] |= zone::Word{1} << (scenario % 64);
}

ScenarioSet either(ScenarioSet a, const ScenarioSet& b) {
  for (std::size_t w = 0; w < a.size(); ++w) a[w] |= b[w];
  return a;
}

using Pair = std::pair<std::size_t, std::size_t>;

/// The scenarios that only both together open.
std::map<Pair, ScenarioSet> opened_together(const std::vector<ScenarioOpenings>& openings) {
  std::map<Pair, ScenarioSet> opened;
  for (std::size_t scenario = 0; scenario < openings.size(); ++scenario) {
    for (const PointSet& set : openings[scenario].sets) {
      if (set.count() > 2) break;
      if (set.count() < 2) continue;
      const std::vector<std::size_t> members = set.members();
      add_scenario(opened.try_emplace({members[0], members[1]}, no_scenarios(openings.size())).first->second,
                   scenario);
    }
  }
  return opened;
}

template <class Holds>
double share_where(const std::vector<ScenarioOpenings>& openings, Holds holds) {
  const auto count = std::count_if(openings.begin(), openings.end(), holds);
  return static_cast<double>(count) / static_cast<double>(openings.size());
}

}  // namespace

std::vector<ScenarioSet> opened_alone(const std::vector<ScenarioOpenings>& openings, std::size_t points) {
  std::vector<ScenarioSet> opened(points, no_scenarios(openings.size()));
  for (std::size_t scenario = 0; scenario < openings.size(); ++scenario) {
    for (const PointSet& set : openings[scenario].sets) {
      if (set.count() > 1) break;
      for (const std::size_t point : set.members()) add_scenario(opened[point], scenario);
    }
  }
  return opened;
}

std::vector<findings::Share> single_effects(const std::vector<ScenarioOpenings>& openings, std::size_t points,
                                            int chains) {
  std::vector<findings::Share> effects;
  for (const ScenarioSet& opened : opened_alone(openings, points)) {
    effects.push_back(zone::share_of(opened, openings.size(), chains));
  }
  return effects;
}

std::vector<findings::PairEffect> pair_effects(const std::vector<ScenarioOpenings>& openings,
                                               std::size_t points, int chains) {
  const std::vector<ScenarioSet> alone = opened_alone(openings, points);
  std::vector<findings::PairEffect> effects;
  for (const auto& [pair, together] : opened_together(openings)) {
    const ScenarioSet opened = either(either(alone[pair.first], alone[pair.second]), together);
    const double only =
        static_cast<double>(zone::count_bits(together)) / static_cast<double>(openings.size());
    effects.push_back({pair.first, pair.second, zone::share_of(opened, openings.size(), chains), only});
  }
  std::stable_sort(effects.begin(), effects.end(), [](const auto& a, const auto& b) {
    return a.unblocking_effect.value > b.unblocking_effect.value;
  });
  return effects;
}

double frequency_as_opening(const PointSet& set, const std::vector<ScenarioOpenings>& openings) {
  return share_where(openings, [&](const ScenarioOpenings& scenario) {
    return std::binary_search(scenario.sets.begin(), scenario.sets.end(), set);
  });
}

double frequency_as_incompatible(const PointSet& set, const std::vector<ScenarioOpenings>& openings) {
  return share_where(
      openings, [&](const ScenarioOpenings& scenario) { return is_minimal_hitting_set(set, scenario.sets); });
}

std::vector<findings::StickingSet> most_frequent_openings(const std::vector<ScenarioOpenings>& openings,
                                                          std::size_t at_most) {
  std::map<PointSet, std::size_t> counts;
  for (const ScenarioOpenings& scenario : openings) {
    if (scenario.has_zone()) continue;
    for (const PointSet& set : scenario.sets) ++counts[set];
  }
  std::vector<findings::StickingSet> frequent;
  for (const auto& [set, count] : counts) {
    frequent.push_back({set.members(), static_cast<double>(count) / static_cast<double>(openings.size())});
  }
  std::stable_sort(frequent.begin(), frequent.end(),
                   [](const auto& a, const auto& b) { return a.frequency > b.frequency; });
  if (frequent.size() > at_most) frequent.resize(at_most);
  return frequent;
}

}  // namespace modus::blockers
