#include "modus/timing/talk_packages.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>

#include "modus/timing/conventions.h"

namespace modus::timing {
namespace {

using case_model::PartyIndex;
using zone::Acceptance;
using zone::PackageIndex;
using zone::ScenarioSet;

constexpr std::size_t kMostAccepted = 32;   ///< on the short list of each state
constexpr std::size_t kFromZones = 96;      ///< scenarios whose zone is searched for its most accepted package
constexpr std::size_t kLateScenarios = 1024;

/// Every stride-th row of a table with `width` numbers a scenario.
template <class T>
std::vector<T> thinned(const std::vector<T>& rows, std::size_t width, std::size_t stride, std::size_t count) {
  std::vector<T> kept;
  if (rows.empty()) return kept;
  kept.reserve(count * width);
  for (std::size_t n = 0; n < count; ++n) {
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(n * stride * width);
    kept.insert(kept.end(), first, first + static_cast<std::ptrdiff_t>(width));
  }
  return kept;
}

double middle_of(const std::optional<base::Interval>& range) { return range ? (range->low.value() + range->high.value()) / 2 : 0; }

/// Scenarios as they will be: fewer of them, no-deal values drifted, nobody stalling.
findings::Scenarios later_scenarios(const zone::DrawnCase& drawn, double months) {
  const findings::Scenarios& now = drawn.acceptance.scenarios();
  const std::size_t stride = std::max<std::size_t>(1, now.count / kLateScenarios);
  findings::Scenarios later;
  later.count = now.count / stride;
  later.seed = now.seed;
  later.sampling.chains = 1;
  for (const PartyIndex party : now.parties.indices()) {
    const findings::PartyScenarios& wants = now.parties[party];
    findings::PartyScenarios kept;
    kept.drawn = wants.drawn;
    if (wants.drawn) {
      kept.point_valued = wants.point_valued;
      kept.units_per_point = wants.units_per_point;
      kept.options = wants.options;
      kept.first_option = wants.first_option;
      kept.adjustments_per_scenario = wants.adjustments_per_scenario;
      kept.values = thinned(wants.values, wants.options, stride, later.count);
      kept.adjustments = thinned(wants.adjustments, wants.adjustments_per_scenario, stride, later.count);
      kept.no_deal = thinned(wants.no_deal, 1, stride, later.count);
      kept.real_limits = thinned(wants.real_limits, 1, stride, later.count);
      kept.stalling.assign(later.count, 0);
      const double fall = middle_of(drawn.subject.judgments[party].no_deal.cost_per_month) * months * wants.units_per_point;
      for (double& value : kept.no_deal) value -= fall;
    }
    later.parties.push_back(std::move(kept));
  }
  return later;
}

bool anything_changes(const zone::DrawnCase& drawn) {
  return std::ranges::any_of(drawn.acceptance.asked(), [&](const zone::AskedParty& asked) {
    const auto& stalling = drawn.acceptance.scenarios().parties[asked.party].stalling;
    return middle_of(drawn.subject.judgments[asked.party].no_deal.cost_per_month) != 0 ||
           std::ranges::any_of(stalling, [](std::uint8_t now) { return now != 0; });
  });
}

/// Of the packages that all accept in this scenario the one most accepted over all; nothing without a zone.
std::optional<PackageIndex> best_of_zone(zone::BlockScanner& scanner, const Acceptance& acceptance, const zone::ZoneScan& scan,
                                         std::size_t scenario) {
  const zone::PackageList& list = acceptance.list();
  std::optional<PackageIndex> best;
  scanner.load(scenario);
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    scanner.open(block);
    zone::for_each_bit(scanner.all(), [&](std::size_t bit) {
      const PackageIndex package(block * list.bits_per_block() + bit);
      const auto before = [&](PackageIndex other) {
        return scan.joint(package) != scan.joint(other) ? scan.joint(package) > scan.joint(other) : list.number_at(package) < list.number_at(other);
      };
      if (!best || before(*best)) best = package;
    });
  }
  return best;
}

/// The packages most accepted, as far as anybody accepts them.
std::vector<PackageIndex> most_accepted_few(const zone::PackageList& list, const zone::ZoneScan& scan) {
  std::vector<PackageIndex> accepted;
  for (const PackageIndex package : scan.even.indices()) {
    if (scan.joint(package) > 0) accepted.push_back(package);
  }
  const std::size_t most = std::min(kMostAccepted, accepted.size());
  std::ranges::partial_sort(accepted, accepted.begin() + static_cast<std::ptrdiff_t>(most), [&](PackageIndex a, PackageIndex b) {
    return scan.joint(a) != scan.joint(b) ? scan.joint(a) > scan.joint(b) : list.number_at(a) < list.number_at(b);
  });
  accepted.resize(most);
  return accepted;
}

using ShortList = std::set<std::pair<std::uint64_t, PackageIndex>>;  ///< by package number

void add_to_short_list(const Acceptance& acceptance, const zone::ZoneScan& scan, const base::Context& context, ShortList& short_list) {
  const zone::PackageList& list = acceptance.list();
  for (const PackageIndex package : most_accepted_few(list, scan)) short_list.emplace(list.number_at(package), package);
  std::vector<std::size_t> with_zone;
  zone::for_each_bit(scan.zone, [&](std::size_t s) { with_zone.push_back(s); });
  const std::size_t count = std::min(kFromZones, with_zone.size());
  std::vector<std::optional<PackageIndex>> found(count);
  constexpr std::size_t kTasks = 8;
  base::parallel_for(context.threads, kTasks, [&](std::size_t task) {
    zone::BlockScanner scanner(acceptance, {});
    for (std::size_t n = task; n < count; n += kTasks) found[n] = best_of_zone(scanner, acceptance, scan, with_zone[n * with_zone.size() / count]);
  });
  for (const auto& package : found) {
    if (package) short_list.emplace(list.number_at(*package), *package);
  }
}

/// Takes packages until none adds a scenario. What is chosen already counts as refused.
void cover(const Acceptance& acceptance, const ShortList& short_list, const base::Context& context, std::vector<PackageIndex>& chosen) {
  std::vector<PackageIndex> candidates;
  for (const auto& [number, package] : short_list) candidates.push_back(package);
  std::vector<ScenarioSet> accepted(candidates.size());
  base::parallel_for(context.threads, candidates.size(), [&](std::size_t c) { accepted[c] = acceptance.scenarios_all_accept(candidates[c]); });
  ScenarioSet left((acceptance.scenario_count() + 63) / 64, ~zone::Word{0});
  const auto take_away = [&](const ScenarioSet& covered) {
    for (std::size_t w = 0; w < covered.size(); ++w) left[w] &= ~covered[w];
  };
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    if (std::ranges::find(chosen, candidates[c]) != chosen.end()) take_away(accepted[c]);
  }
  while (chosen.size() < kPackagesOnList) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      std::size_t adds = 0;
      for (std::size_t w = 0; w < left.size(); ++w) adds += static_cast<std::size_t>(std::popcount(accepted[c][w] & left[w]));
      if (adds > most) {
        most = adds;
        best = c;
      }
    }
    if (most == 0) return;
    chosen.push_back(candidates[best]);
    take_away(accepted[best]);
  }
}

}  // namespace

std::vector<PackageIndex> packages_to_table(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, double months,
                                            const base::Context& context) {
  const zone::PackageList& list = drawn.acceptance.list();
  ShortList short_list;
  for (const case_model::Draft& draft : drawn.subject.drafts) {
    if (!case_model::meets_rules(drawn.subject, draft.package)) continue;
    const PackageIndex package = list.index_of(draft.package);
    short_list.emplace(list.number_at(package), package);
  }
  add_to_short_list(drawn.acceptance, scan, context, short_list);
  std::vector<PackageIndex> chosen;
  cover(drawn.acceptance, short_list, context, chosen);
  if (!anything_changes(drawn)) return chosen;
  const findings::Scenarios later = later_scenarios(drawn, months);
  const Acceptance acceptance(drawn.subject, drawn.standing, list, later);
  add_to_short_list(acceptance, zone::scan_zone(acceptance, context), context, short_list);
  cover(acceptance, short_list, context, chosen);
  return chosen;
}

}  // namespace modus::timing
