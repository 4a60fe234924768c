#include "modus/timing/date_answers.h"

#include <algorithm>
#include <cmath>

#include "modus/preference/diagnose.h"
#include "modus/zone/share.h"

namespace modus::timing {
namespace {

using case_model::IssueIndex;
using zone::PackageIndex;
using zone::Word;

constexpr std::size_t kRanges = 8;  ///< of blocks, one a task

bool has(const zone::ScenarioSet& set, std::size_t scenario) { return (set[scenario / 64] >> (scenario % 64) & 1U) != 0; }

double weight_of(const std::vector<double>& weights, std::size_t scenario) { return weights.empty() ? 1 : weights[scenario]; }

/// Weight of the scenarios in which all accept each package, at even and at odd places of their chains.
struct JointWeights {
  std::vector<double> even, odd;  ///< by PackageIndex
  double all_even = 0, all_odd = 0, zone = 0;
  [[nodiscard]] double joint(std::size_t package) const { return even[package] + odd[package]; }
};

/// The scenarios looked at, with what they weigh and whether they stand at an odd place.
struct Chosen {
  std::size_t scenario;
  double weight;
  bool odd;
};

std::vector<Chosen> choose(const zone::Acceptance& acceptance, const std::vector<double>& weights, std::size_t stride) {
  const std::size_t count = (acceptance.scenario_count() + stride - 1) / stride;
  const auto chains = static_cast<std::size_t>(std::max(acceptance.scenarios().sampling.chains, 1));
  std::vector<Chosen> chosen;
  for (std::size_t chain = 0; chain < chains; ++chain) {
    const std::size_t first = chain * count / chains;
    for (std::size_t number = first; number < (chain + 1) * count / chains; ++number) {
      chosen.push_back({number * stride, weight_of(weights, number * stride), (number - first) % 2 == 1});
    }
  }
  return chosen;
}

/// Each task counts its own blocks over all scenarios in order, so that sums do not depend on threads.
JointWeights weigh_packages(const zone::Acceptance& acceptance, const std::vector<Chosen>& chosen, const base::Context& context) {
  const zone::PackageList& list = acceptance.list();
  JointWeights found;
  found.even.assign(list.blocks() * list.bits_per_block(), 0);
  found.odd = found.even;
  const std::size_t ranges = std::min(kRanges, list.blocks());
  std::vector<std::vector<char>> any(ranges, std::vector<char>(chosen.size(), 0));
  base::parallel_for(context.threads, ranges, [&](std::size_t range) {
    zone::BlockScanner scanner(acceptance, {});
    for (std::size_t k = 0; k < chosen.size() && !context.stop(); ++k) {
      scanner.load(chosen[k].scenario);
      std::vector<double>& sums = chosen[k].odd ? found.odd : found.even;
      for (std::size_t block = range * list.blocks() / ranges; block < (range + 1) * list.blocks() / ranges; ++block) {
        scanner.open(block);
        zone::for_each_bit(scanner.all(), [&](std::size_t bit) {
          sums[block * list.bits_per_block() + bit] += chosen[k].weight;
          any[range][k] = 1;
        });
      }
    }
  });
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    (chosen[k].odd ? found.all_odd : found.all_even) += chosen[k].weight;
    if (std::ranges::any_of(any, [k](const auto& range) { return range[k] != 0; })) found.zone += chosen[k].weight;
  }
  return found;
}

template <class Count>
std::size_t highest(const zone::PackageList& list, Count count_of) {
  std::optional<std::size_t> best;
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    zone::for_each_bit(list.meets_rules().block(block), [&](std::size_t bit) {
      const std::size_t package = block * list.bits_per_block() + bit;
      if (best && count_of(package) < count_of(*best)) return;
      const bool same = best && count_of(package) == count_of(*best);
      if (same && list.number_at(PackageIndex(package)) > list.number_at(PackageIndex(*best))) return;
      best = package;
    });
  }
  return best.value_or(0);
}

}  // namespace

findings::Share DateZone::share() const {
  return weights.empty() ? zone::share_of(zone, count, chains) : zone::weighted_share(zone, weights, chains);
}

Difference difference_of(const DateZone& a, const DateZone& b) {
  const double share_a = a.share().value, share_b = b.share().value;
  std::vector<double> terms(a.count);
  double squares = 0;
  for (std::size_t s = 0; s < a.count; ++s) {
    const double in_a = has(a.zone, s) ? 1 : 0, in_b = has(b.zone, s) ? 1 : 0;
    terms[s] = weight_of(a.weights, s) * (in_a - share_a) - weight_of(b.weights, s) * (in_b - share_b);
    squares += terms[s] * terms[s];
  }
  if (squares == 0) return {share_a - share_b, 0};
  const auto count = static_cast<double>(a.count);
  const double effective = preference::effective_draws(terms, static_cast<std::size_t>(std::max(a.chains, 1)));
  return {share_a - share_b, std::sqrt(squares / count / effective)};
}

std::size_t stride_for(std::size_t count, std::size_t most) { return std::max<std::size_t>(1, (count + most - 1) / most); }

BestPackage find_best(const zone::Acceptance& acceptance, const std::vector<double>& weights, std::size_t stride,
                      const base::Context& context) {
  const zone::PackageList& list = acceptance.list();
  const JointWeights joint = weigh_packages(acceptance, choose(acceptance, weights, stride), context);
  const std::size_t by_even = highest(list, [&](std::size_t package) { return joint.even[package]; });
  const std::size_t by_odd = highest(list, [&](std::size_t package) { return joint.odd[package]; });
  BestPackage best{PackageIndex(highest(list, [&](std::size_t package) { return joint.joint(package); })), 0};
  if (joint.all_even <= 0 || joint.all_odd <= 0) return best;
  const double mean = (joint.odd[by_even] / joint.all_odd + joint.even[by_odd] / joint.all_even) / 2;
  best.joint_acceptance = std::min(mean, joint.zone / (joint.all_even + joint.all_odd));
  return best;
}

std::vector<IssueIndex> hardest_issues(const zone::Acceptance& acceptance, const DateZone& date, std::size_t issues, std::size_t stride,
                                       const base::Context& context) {
  const std::size_t looked_at = (date.count + stride - 1) / stride, words = (looked_at + 63) / 64;
  std::vector<zone::ScenarioSet> opened(issues, zone::ScenarioSet(words, 0));
  base::parallel_for(context.threads, issues * words, [&](std::size_t task) {
    const std::size_t issue = task / words, word = task % words;
    zone::ScanOptions options;
    options.free_issue = IssueIndex(issue);
    zone::BlockScanner scanner(acceptance, std::move(options));
    for (std::size_t number = word * 64; number < std::min(looked_at, (word + 1) * 64) && !context.stop(); ++number) {
      if (has(date.zone, number * stride)) continue;
      scanner.load(number * stride);
      if (scanner.has_zone()) opened[issue][word] |= Word{1} << (number % 64);
    }
  });
  std::vector<double> weights;
  for (std::size_t number = 0; number < looked_at && !date.weights.empty(); ++number) weights.push_back(date.weights[number * stride]);
  std::vector<std::pair<double, IssueIndex>> effects;
  for (std::size_t issue = 0; issue < issues; ++issue) {
    const findings::Share effect = DateZone{opened[issue], weights, looked_at, date.chains}.share();
    if (effect.value > 2 * effect.standard_error) effects.emplace_back(effect.value, IssueIndex(issue));
  }
  std::ranges::stable_sort(effects, std::ranges::greater(), &std::pair<double, IssueIndex>::first);
  std::vector<IssueIndex> hardest;
  for (std::size_t k = 0; k < std::min(effects.size(), kMostHardest); ++k) hardest.push_back(effects[k].second);
  return hardest;
}

}  // namespace modus::timing
